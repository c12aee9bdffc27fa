"""The text of an item as it is written for an agenda: sections under headings, and recommendations. Pure: no Django, no clock."""

from collections.abc import Iterable
from typing import NamedTuple

HEADINGS = ("Resume", "Sagsfremstilling", "Økonomi", "Videre proces")  # the sections that items here have, in their order


class Texts(NamedTuple):
    """`sections` are headings with their texts, in order; `recommendations` are the clauses, in order."""

    sections: tuple[tuple[str, str], ...] = ()
    recommendations: tuple[str, ...] = ()


def texts_of(sections: Iterable[tuple[str, str]], recommendations: Iterable[str]) -> Texts:
    """Line breaks are those of the register, and what is empty is left out."""
    written = ((heading.strip(), _plain(text)) for heading, text in sections)
    return Texts(tuple((heading, text) for heading, text in written if text), tuple(filter(None, map(_clause, recommendations))))


def read_recommendations(text: str) -> list[str]:
    """A clause for each line, less the number that somebody has written before it: `1. at …`, `2) at …`."""
    return [clause for line in text.splitlines() if (clause := _clause(line))]


def _clause(line: str) -> str:
    words = " ".join(line.split())
    number, _space, rest = words.partition(" ")
    return rest if rest and number.rstrip(".)").isdigit() and number[-1] in ".)" else words


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
