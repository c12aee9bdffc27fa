"""Likeness of two names or titles. Cheap tests come first: the costly one is asked only of texts about as long as each other."""

import re
from difflib import SequenceMatcher

from danish.folding import fold, name_key

_DATES = re.compile(
    r"\b(?:d\.|den|pr\.)?\s*\d{1,2}[./-]\s*(?:\d{1,2}|[a-zæøå]+)[./ -]*\d{0,4}\b|\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\b|[^\wæøå]+"
)
_NEARLY_A_NAME = 0.88
_LIKE_TITLES = 0.72


def nearly_same_name(a: str, b: str) -> bool:
    """Tells whether two names differ by a slip only (Udsatterrådet/Udsatterådet). Equal names are not nearly the same."""
    a, b = name_key(a), name_key(b)
    return a != b and abs(len(a) - len(b)) <= 3 and _ratio(a, b) >= _NEARLY_A_NAME


def like_titles(a: str, b: str) -> bool:
    """Tells whether two titles name the same topic: dates, years and punctuation do not count."""
    a, b = _topic(a), _topic(b)
    if not a or not b:
        return False
    if a == b or (min(len(a), len(b)) >= 12 and (a in b or b in a)):
        return True
    return _ratio(a, b) >= _LIKE_TITLES


def _topic(title: str) -> str:
    return " ".join(_DATES.sub(" ", fold(title)).split())


def _ratio(a: str, b: str) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < 0.6 or matcher.quick_ratio() < 0.6:
        return 0.0
    return matcher.ratio()
