"""Titles without their marks of closed and open: "Klage (lukket)" and "Klage" head the same item. Pure."""

import re
from functools import lru_cache

from danish.folding import fold
from reader.parsing.closed import title_is_closed, title_is_open
from reader.parsing.folding import plain

_PARTED = re.compile(r"[()\[\]{}<>*_\"“”„»«|/]|\s[-–—]\s?|[:;,–—](?:\s|$)")
_FIRST = re.compile(
    r"^\W*(?:(?:lukke(?:t|de)|fortroligt?|ikke[\s-]offentligt?)\s+(?:(?:dagsordens?)?punkt|sag|pkt\.?)(?!\w)|(?-i:LUKKET|FORTROLIGT?)\s)\W*",
    re.IGNORECASE,
)
_LAST = re.compile(r"\s(?:Lukket|LUKKET|Fortroligt|FORTROLIGT)\W*$")
_LONGEST_MARK = 120


@lru_cache(maxsize=4_096)
def without_marks(title: str) -> str:
    """`title` folded, without the marks of its beginning, its end and its brackets; empty for one that is nothing but a mark."""
    bare = _LAST.sub("", _FIRST.sub("", plain(title)))
    return fold(" ".join(piece.strip() for piece in _PARTED.split(bare) if piece.strip() and not _is_mark(piece.strip())))


def _is_mark(piece: str) -> bool:
    return len(piece) <= _LONGEST_MARK and (title_is_closed(f"({piece})") or title_is_open(f"({piece})"))
