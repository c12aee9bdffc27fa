"""Text as paper and files for Word and Excel can hold it, and the numbers in it that stay on one line."""

import re

# What XML 1.0 has no room for. Tabs and line breaks stay.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Those that turn the direction of whatever follows, so that one text could rewrite the next; the marks of a single letter stay.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# A case number of the common subject plan, whose hyphens are no places to break a line at.
CASE_NUMBER = r"\b\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2}\b"
_CASE_NUMBER = re.compile(f"({CASE_NUMBER})")


def printable(text: str) -> str:
    """The text without control characters, which now and then come along from a PDF."""
    return _UNPRINTABLE.sub("", text)


def on_paper(text: str) -> str:
    """The printable text, without what turns the direction of writing beyond its own letters."""
    return _TURNING.sub("", printable(text))


def on_one_line(text: str) -> str:
    return " ".join(on_paper(text).split())


def around_case_numbers(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a case number."""
    return [(piece, bool(at % 2)) for at, piece in enumerate(_CASE_NUMBER.split(text)) if piece]
