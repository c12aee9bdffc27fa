"""Match: which body, case, matter and person of the register a document speaks of, each with the reason.

Pure: the register comes in as plain values (`Register`, loaded by `minutes.register`), and nothing is written.
"""

from minutes.matching.known import KnownBody, KnownItem, KnownMatter, KnownPerson, Register
from minutes.matching.matches import Match, Matches, match
from minutes.matching.sittings import KnownSitting, MatchedSitting, Said

__all__ = [
    "KnownBody",
    "KnownItem",
    "KnownMatter",
    "KnownPerson",
    "KnownSitting",
    "Match",
    "MatchedSitting",
    "Matches",
    "Register",
    "Said",
    "match",
]
