"""Which format a file has, told by its first bytes."""

import re

from .document import Unreadable

# Where the file is something else, its name is given in the message: a picture renamed .pdf is still a picture.
_OTHERS = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "GZIP"), (b"7z\xbc\xaf", "7-Zip"), (b"Rar!", "RAR"),
    (b"MZ", "EXE"), (b"\x7fELF", "ELF"), (b"OggS", "Ogg"), (b"ID3", "MP3"),
)  # fmt: skip
_WRITTEN = ((b"{\\rtf", "RTF"), (b"%!PS", "PostScript"))  # formats that are text themselves
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # always the package's first entry, and never packed
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|\?xml[^>]{0,200}>\s*(?:<!doctype\s+)?<?html)\b", re.IGNORECASE)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z-]{1,60}):")
# What only a saved mail begins with, and no minutes in which somebody writes from whom and to whom
_OF_MAIL = {b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to"}
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def format_of(data: bytes) -> str:
    """`pdf`, `docx` or `txt`; raises `Unreadable` for an empty file and for anything else."""
    if not data.strip(b"\x00\t\n\v\f\r \xef\xbb\xbf"):
        raise Unreadable("empty")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        if _OPEN_DOCUMENT in data[:200]:
            raise Unreadable("not_a_document", kind="ODT")
        return "docx"
    if data.startswith(_OLD_OFFICE):
        # Word writes a document locked with a password as such a container.
        raise Unreadable("encrypted") if _ENCRYPTED_PACKAGE in data else Unreadable("not_a_document", kind="DOC")
    if _WEB_PAGE.match(data[:2000]):
        raise Unreadable("not_a_document", kind="HTML")
    if _is_mail(data[:50_000]):
        raise Unreadable("not_a_document", kind="EML")
    for start, kind in _WRITTEN:
        if data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(start):
            raise Unreadable("not_a_document", kind=kind)
    for start, kind in _OTHERS:
        if data.startswith(start) and not _is_prose(data):
            raise Unreadable("not_a_document", kind=kind)
    if not _is_prose(data):
        raise Unreadable("not_a_document", kind="")
    return "txt"


def _is_mail(head: bytes) -> bool:
    """Tells whether the lines up to the first empty one are those of a saved e-mail: its text may be packed, and the minutes be attached to it."""
    names = []
    for line in head.removeprefix(b"\xef\xbb\xbf").splitlines():
        if not line.strip():
            break
        match = _HEADER.match(line)
        if match:
            names.append(match[1].lower())
        elif not (names and line[:1] in b" \t"):
            return False
    return not _OF_MAIL.isdisjoint(names)


def _is_prose(data: bytes) -> bool:
    """Tells whether the bytes are text in an encoding we read: no zero bytes outside UTF-16, and next to no control characters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = data[:65536]
    if b"\x00" in head:
        return False
    control = sum(head.count(bytes([code])) for code in range(32) if code not in (9, 10, 11, 12, 13, 27))
    return control * 100 <= len(head) + 300
