"""Values as they are compared. Pure."""

from dataclasses import fields, is_dataclass
from typing import Any

_SAYS_NOTHING_OF_THE_MEETING = ("at", "key", "row", "written", "stands_for", "corrected")


def same(a: Any, b: Any) -> bool:
    """Tells whether two values say the same: neither places nor white space, which nobody could see as a change, count."""
    return bool(_said(a) == _said(b))


def is_silent(value: Any) -> bool:
    """Tells whether a document with this value says nothing of the part."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def _said(value: Any) -> Any:
    if isinstance(value, list):
        return [_said(entry) for entry in value]
    if is_dataclass(value):
        return {one.name: _said(getattr(value, one.name)) for one in fields(value) if one.name not in _SAYS_NOTHING_OF_THE_MEETING}
    return "".join(value.split()) if isinstance(value, str) else value
