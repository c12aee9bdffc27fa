"""The minutes format: what `import_minutes --dry-run --json` prints and the importer stores, as plain JSON values.

Every key is always there; unknown is null, none is []. Dates are `2018-06-06`, times `15:30`. With `places` every fact also carries
`at`, its [page, line, end line], and what only review and proof-reading need goes along; from that form `from_json` gives back exactly
what went in.
"""

import dataclasses
import datetime as dt
import re
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from .facts import AttachmentFacts, ItemFacts, Minutes, TextPlace, Warning

# "Punkt ", "Sag nr. " and "Nr. " before an item's number.
_WORD_BEFORE = re.compile(r"^\W*[^\W\d]{2,}\W+(?:nr\W+)?", re.IGNORECASE)

Say = Callable[[str, Mapping[str, str | int]], str]

_PRINTED_AS = {"for_name": "for", "for_names": "for", "against_names": "against"}
_INNER = {
    *(
        "form",
        "margin",
        "at",
        "absent",
        "title_line",
        "front_page",
        "contents",
        "params",
        "rule",
        "review",
        "read",
        "key",
        "row",
        "corrected",
    ),
    *("due_words", "at_next_meeting", "recipient", "part", "position", "written", "stands_for"),
}


def to_json(minutes: Minutes, *, places: bool = False, say: Say | None = None) -> dict[str, Any]:
    """The minutes as the format has them. `say` words a warning from its code and params; without it the code stands as message."""
    plain: dict[str, Any] = _plain(minutes, places, say or (lambda code, params: code))
    return plain


def from_json(value: dict[str, Any]) -> Minutes:
    """The facts of one JSON object with `places`. Raises `KeyError`, `TypeError` or `ValueError` for another shape, and for a key it does not know."""
    minutes: Minutes = _builder(Minutes)(value)
    return minutes


def part_to_json(value: Any) -> Any:
    """One part of the facts as the format has it, with places."""
    return _plain(value, True, lambda code, params: code)


def part_from_json(kind: type, part: str, value: Any) -> Any:
    """The value that `part_to_json` wrote of `part` of a fact of the type `kind`. Raises `TypeError` or `ValueError` for another shape."""
    return _builder(_fields(kind)[part])(value)


def _plain(value: Any, places: bool, say: Say) -> Any:
    if isinstance(value, list):
        return [_plain(one, places, say) for one in value]
    if isinstance(value, TextPlace):
        return [value.page, value.line, value.end_line]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, AttachmentFacts) and not places:
        return value.title
    if not dataclasses.is_dataclass(value):
        return dict(value) if isinstance(value, Mapping) else value
    if isinstance(value, ItemFacts) and not places:
        value = dataclasses.replace(value, label=_no_whole_number(value.label))  # type: ignore[arg-type]  # printed as null
    plain = {}
    kind: Any = type(value)
    for name in _fields(kind):
        if name == "quote" and isinstance(value, Warning):
            plain["message"] = say(value.code, value.params)
        if places or name not in _INNER:
            plain[_PRINTED_AS.get(name, name)] = _plain(getattr(value, name), places, say)
    return plain


def _no_whole_number(label: str) -> str | None:
    """The number as printed, without the word before it, where it is no whole number: `3a` of `Punkt 3a`, None of `Punkt 3`."""
    number = _WORD_BEFORE.sub("", label).strip()
    return None if not number or number.strip(".:()").isdecimal() else number


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """A function from the plain form of a value to the type the facts declare; made once for each type, since a reading has thousands of values."""
    if isinstance(kind, types.UnionType):
        build = _builder(next(one for one in typing.get_args(kind) if one is not type(None)))
        return lambda value: None if value is None else build(value)
    if typing.get_origin(kind) is list:
        build = _builder(*typing.get_args(kind))
        return lambda value: [build(one) for one in value]
    if kind is TextPlace:
        return lambda value: TextPlace(*value)
    if kind in (dt.date, dt.time):
        from_text: Callable[[str], dt.date | dt.time] = kind.fromisoformat
        return from_text
    if not dataclasses.is_dataclass(kind) or not isinstance(kind, type):
        return lambda value: dict(value) if isinstance(value, dict) else value
    parts = [(name, _PRINTED_AS.get(name, name), _builder(hint)) for name, hint in _fields(kind).items()]
    known = {printed for _name, printed, _build in parts} | ({"message"} if kind is Warning else set())

    def made(value: dict[str, Any]) -> Any:
        if unknown := value.keys() - known:
            raise ValueError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        return kind(**{name: build(value[printed]) for name, printed, build in parts if printed in value})

    return made


@cache
def _fields(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)
