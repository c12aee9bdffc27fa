"""Likeness of two names or titles. Cheap tests come first: the costly one is asked only of texts about as long as each other."""

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from danish.folding import fold, name_key

_DATES = re.compile(
    r"\b(?:d\.|den|pr\.)?\s*\d{1,2}[./-]\s*(?:\d{1,2}|[a-zæøå]+)[./ -]*\d{0,4}\b|\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\b|[^\wæøå]+"
)
_NEARLY_A_NAME = 0.88
_LIKE_TITLES = 0.72
# The thousands of titles of a standing case are held against each item of a document: each title is taken apart once, and each pair compared once.
_KEPT = 8192


def nearly_same_name(a: str, b: str) -> bool:
    """Tells whether two names differ by a slip only (Udsatterrådet/Udsatterådet). Equal names are not nearly the same."""
    a, b = name_key(a), name_key(b)
    return a != b and abs(len(a) - len(b)) <= 3 and _are_alike(a, b, _NEARLY_A_NAME)


def like_titles(a: str, b: str) -> bool:
    """Tells whether two titles name the same topic: dates, years and punctuation do not count."""
    a, b = _topic(a), _topic(b)
    if not a or not b:
        return False
    if a == b or (min(len(a), len(b)) >= 12 and (a in b or b in a)):
        return True
    return _are_alike(a, b, _LIKE_TITLES)


@lru_cache(_KEPT)
def _topic(title: str) -> str:
    return " ".join(_DATES.sub(" ", fold(title)).split())


@lru_cache(_KEPT)
def _letters(text: str) -> Counter[str]:
    return Counter(text)


@lru_cache(_KEPT)
def _are_alike(a: str, b: str, least: float) -> bool:
    """Tells whether the ratio of `a` and `b` is at least that, as it never is where their lengths or letters are too unlike."""
    length = len(a) + len(b)
    if 2.0 * min(len(a), len(b)) < least * length or 2.0 * (_letters(a) & _letters(b)).total() < least * length:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= least
