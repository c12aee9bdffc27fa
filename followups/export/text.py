"""Text as files for Word and Excel can hold it."""

import re

# What XML 1.0 has no room for. Tabs and line breaks stay.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters, which now and then come along from a PDF."""
    return _UNPRINTABLE.sub("", text)


def on_one_line(text: str) -> str:
    return " ".join(printable(text).split())
