"""The place of a fact in its document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextPlace:
    """The place of a fact: page and lines, all counted from 1; the last line is included."""

    page: int
    line: int
    end_line: int
