"""The minutes format: what `import_minutes --dry-run --json` prints and the importer stores, as plain JSON values.

Every key is always there; unknown is null, none is []. Dates are `2018-06-06`, times `15:30`. With `places` every fact also carries
`at`, its [page, line, end line], and what only review and proof-reading need goes along; from that form `from_json` gives back exactly
what went in.
"""

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any

from .facts import Attachment, Minutes, Place, Warning

Say = Callable[[str, dict[str, str | int]], str]

_PRINTED_AS = {"for_name": "for", "for_names": "for", "against_names": "against"}
_INNER = {"at", "label", "absent", "title_line", "front_page", "contents", "params", "rule", "review", "read"}


def to_json(minutes: Minutes, *, places: bool = False, say: Say | None = None) -> dict[str, Any]:
    """The minutes as the format has them. `say` words a warning from its code and params; without it the code stands as message."""
    return _plain(minutes, places, say or (lambda code, params: code))


def from_json(value: dict[str, Any]) -> Minutes:
    """The facts of one JSON object with `places`. Raises `KeyError`, `TypeError` or `ValueError` for another shape."""
    return _build(Minutes, value)


def _plain(value: Any, places: bool, say: Say) -> Any:
    if isinstance(value, list):
        return [_plain(one, places, say) for one in value]
    if isinstance(value, Place):
        return [value.page, value.line, value.end_line]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, Attachment) and not places:
        return value.title
    if not dataclasses.is_dataclass(value):
        return dict(value) if isinstance(value, dict) else value
    plain = {}
    for name in _fields(type(value)):
        if name == "quote" and isinstance(value, Warning):
            plain["message"] = say(value.code, value.params)
        if places or name not in _INNER:
            plain[_PRINTED_AS.get(name, name)] = _plain(getattr(value, name), places, say)
    return plain


def _build(kind: Any, value: Any) -> Any:
    """A value of the type the facts declare, from its plain form."""
    if isinstance(kind, types.UnionType):
        if value is None:
            return None
        kind = next(one for one in typing.get_args(kind) if one is not type(None))
    if typing.get_origin(kind) is list:
        (inner,) = typing.get_args(kind)
        return [_build(inner, one) for one in value]
    if kind is Place:
        return Place(*value)
    if kind in (dt.date, dt.time):
        return kind.fromisoformat(value)
    if not dataclasses.is_dataclass(kind):
        return dict(value) if isinstance(value, dict) else value
    printed = {name: _PRINTED_AS.get(name, name) for name in _fields(kind)}
    return kind(**{name: _build(hint, value[printed[name]]) for name, hint in _fields(kind).items() if printed[name] in value})


@cache
def _fields(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
