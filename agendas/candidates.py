"""The candidates for the agenda of a coming meeting, each with its reason: the rule over plain values. Pure: no Django, no clock."""

from datetime import date, timedelta
from enum import StrEnum

HORIZON = timedelta(days=62)  # so far a meeting looks ahead when the calendar has none after it


class CandidateKind(StrEnum):
    """The source of a candidate, in the order in which the page shows them."""

    UNTREATED = "untreated"  # it stood on an agenda here, and was not treated
    DEFERRED = "deferred"  # put off at an earlier meeting
    RECOMMENDED = "recommended"  # another body has recommended it on to this one
    HEARING = "hearing"  # an answer in a hearing
    REPORT = "report"  # a report that comes again and again
    FOLLOW_UP = "follow_up"  # what was asked for or promised
    EXPECTED = "expected"  # a case whose treatment was planned
    ROUTE = "route"  # the next stop of a case's planned route is this body
    STANDING = "standing"  # an item that every agenda of the body has


class Turn(StrEnum):
    """The reason why it is this meeting's turn."""

    LATE = "late"  # its last day is before the meeting
    NOW = "now"  # its days hold this meeting, and are over by the next one
    BETWEEN = "between"  # its days begin after this meeting and are over before the next one
    UNDATED = "undated"  # it was put off, and nobody has said until when
    AGAIN = "again"  # it stood on the agenda of an earlier meeting, and was not treated


def turn(first: date | None, last: date | None, *, meeting: date, following: date | None, is_put_off: bool = False) -> Turn | None:
    """The turn of what is due within `first` and `last`; None when the meeting of the day `following`, or a later one, can take it.

    What has no days waits, unless it was put off: that has been on an agenda already and belongs on the next.
    """
    if first is None or last is None:
        return Turn.UNDATED if is_put_off else None
    if last < meeting:
        return Turn.LATE
    limit = following or meeting + HORIZON
    if last > limit:
        return None
    if first <= meeting:
        return Turn.NOW
    return Turn.BETWEEN if last < limit or following is None else None


def hearing_turn(deadline: date, *, meeting: date, following: date | None) -> Turn | None:
    """The turn of an answer that is to be given by `deadline`, which the next meeting must lie on or before to decide it."""
    if deadline < meeting:
        return Turn.LATE
    limit = following or meeting + HORIZON + timedelta(days=1)
    return Turn.NOW if deadline < limit else None
