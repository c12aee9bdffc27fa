"""Files in, text blocks out: the only place that knows file formats.

    document = read(data, "udvalget-2020-03-03.pdf")

The format is told by the content, never by the name. Reading keeps within `Bounds`; what cannot be read raises `Unreadable`
with a code that says why. No Django, no network, nothing written.
"""

from hashlib import sha256

from .document import DEFAULT, Bounds, ReadingRemark, TextBlock, TextDocument, Unreadable
from .sniffing import format_of

__all__ = ["DEFAULT", "Bounds", "ReadingRemark", "TextBlock", "TextDocument", "Unreadable", "read"]


def read(data: bytes, name: str, bounds: Bounds = DEFAULT) -> TextDocument:
    """The document in these bytes. `name` is only kept, for messages and provenance. Raises `Unreadable`."""
    if len(data) > bounds.bytes:
        raise Unreadable("too_large", size=len(data), most=bounds.bytes)
    watch = bounds.watch()
    format = format_of(data)
    if format == "pdf":
        from .pdf import read_pdf as reader
    elif format == "docx":
        from .word import read_docx as reader
    else:
        from .plain import read_text as reader
    pages, blocks = reader(data, watch)
    return TextDocument(
        name=name, format=format, sha256=sha256(data).hexdigest(), pages=pages, blocks=blocks, remarks=watch.remarks, titles=watch.titles
    )
