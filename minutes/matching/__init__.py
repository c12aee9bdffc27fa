"""Match: which body, case, matter and person of the register a document speaks of, each with the reason.

Pure: the register comes in as plain values (`Register`, loaded by `minutes.known_rows`), and nothing is written.
"""

from minutes.matching.known import KnownBody, KnownItem, KnownMatter, KnownPerson, Register
from minutes.matching.matches import Match, Matches, match
from minutes.matching.meetings import KnownMeeting, MatchedMeeting, MeetingChoice

__all__ = [
    "KnownBody",
    "KnownItem",
    "KnownMatter",
    "KnownMeeting",
    "KnownPerson",
    "Match",
    "MatchedMeeting",
    "Matches",
    "MeetingChoice",
    "Register",
    "match",
]
