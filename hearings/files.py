"""The kinds of file an answer may come as, told by name and by how it begins. Pure."""

from pathlib import PurePath

LONGEST_HEAD = 1024  # bytes that are looked at
_ZIP = b"PK\x03\x04"

# The type a file is handed out as, and how one begins; a text has no beginning of its own.
KINDS: dict[str, tuple[str, bytes]] = {
    ".pdf": ("application/pdf", b"%PDF-"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _ZIP),
    ".odt": ("application/vnd.oasis.opendocument.text", _ZIP),
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
    ".txt": ("text/plain", b""),
}
SUFFIXES = ", ".join(suffix for suffix in KINDS if suffix != ".jpeg")


def is_taken(name: str, head: bytes) -> bool:
    """Tells whether a file called `name` that begins with `head` is of one of the kinds, and is what its name says."""
    kind = KINDS.get(_suffix(name))
    return kind is not None and head.startswith(kind[1]) and (bool(kind[1]) or b"\x00" not in head)


def content_type(name: str) -> str:
    """Returns the content type under which a kept file is handed out."""
    return KINDS.get(_suffix(name), ("application/octet-stream", b""))[0]


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
