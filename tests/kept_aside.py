"""The sentences that are measured and never looked into: `held_out.txt` has them by the first digits of their SHA-256."""

import hashlib
from functools import cache
from pathlib import Path

LIST = Path(__file__).resolve().parent / "held_out.txt"
_DIGITS = 16


def is_kept_aside(text: str) -> bool:
    """Tells whether the sentence is on the list; of several lines, all of them as one text."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS] in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(line for line in LIST.read_text(encoding="utf-8").splitlines() if len(line) == _DIGITS and not line.startswith("#"))
