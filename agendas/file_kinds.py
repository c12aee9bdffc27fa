"""The kinds of file that are taken as attachments, told by name and by how one begins. Pure."""

from pathlib import PurePath

from hearings.files import KINDS as KINDS_OF_ANSWERS
from hearings.files import LONGEST_HEAD

__all__ = ["KINDS", "LONGEST_HEAD", "SUFFIXES", "content_type", "is_taken"]
_ZIP, _OFFICE = b"PK\x03\x04", "application/vnd.openxmlformats-officedocument"
KINDS = KINDS_OF_ANSWERS | {
    ".xlsx": (f"{_OFFICE}.spreadsheetml.sheet", _ZIP),
    ".pptx": (f"{_OFFICE}.presentationml.presentation", _ZIP),
    ".ods": ("application/vnd.oasis.opendocument.spreadsheet", _ZIP),
}
SUFFIXES = ", ".join(suffix for suffix in KINDS if suffix != ".jpeg")


def is_taken(name: str, head: bytes) -> bool:
    """Tells whether a file called `name` that begins with `head` is of one of the kinds, and is what its name says."""
    kind = KINDS.get(PurePath(name).suffix.lower())
    return kind is not None and head.startswith(kind[1]) and (bool(kind[1]) or b"\x00" not in head)


def content_type(name: str) -> str:
    """The type that a kept file is handed out as."""
    return KINDS.get(PurePath(name).suffix.lower(), ("application/octet-stream", b""))[0]
