"""A candidate for an agenda, as people read it: the reason, and the sentence it was asked for in."""

from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agendas.candidates import CandidateKind, Turn
from agendas.route_presenters import reason_by_route
from agendas.selectors.candidate_values import NextStop
from agendas.selectors.candidates import AgendaCandidate
from danish.formatting import day_in_words
from followups.presenters import OccurrencePresenter
from hearings.models import Hearing
from meetings.models import AgendaItem


def present_candidate(candidate: AgendaCandidate, following: date | None) -> dict[str, Any]:
    """The candidate with all that a page tells of it."""
    return {
        "candidate": candidate,
        "reason": reason(candidate, following=following),
        "sentence": sentence(candidate),
        "address": address(candidate),
    }


def reason(candidate: AgendaCandidate, *, following: date | None) -> str:
    """Returns the reason for a place on this agenda; `following` is the day of the body's next ordinary meeting after it."""
    row = candidate.row
    if candidate.kind == CandidateKind.STANDING:
        return _("On every agenda of the body.")
    if candidate.kind == CandidateKind.UNTREATED:
        return _stood(candidate)
    if isinstance(row, NextStop):
        return reason_by_route(row)
    if isinstance(row, AgendaItem):
        return _("Recommended to the body by %(body)s on %(day)s.") % {"body": row.body, "day": day_in_words(row.meeting.date)}
    if isinstance(row, Hearing):
        return _told_of_hearing(row, candidate.turn, following)
    return _told_of_promise(candidate, row, following)


def sentence(candidate: AgendaCandidate) -> str:
    """The sentence that asked for it; nothing of a closed item, whose reading is logged on pages of its own."""
    if candidate.is_closed or candidate.kind == CandidateKind.STANDING or isinstance(candidate.row, AgendaItem | NextStop):
        return ""
    return candidate.row.quote if isinstance(candidate.row, Hearing) else candidate.row.obligation.quote


def address(candidate: AgendaCandidate) -> str:
    """The page that tells more of it; none of a standing item."""
    row = candidate.row
    if isinstance(row, OccurrencePresenter):
        return row.occurrence.get_absolute_url()
    row = row.item if isinstance(row, NextStop) else row
    return row.get_absolute_url() if isinstance(row, AgendaItem | Hearing) else ""


def _told_of_promise(candidate: AgendaCandidate, told: OccurrencePresenter, following: date | None) -> str:
    asked = {"day": day_in_words(told.item.meeting.date), "body": told.item.body}
    texts = {
        CandidateKind.DEFERRED: _("Put off on %(day)s."),
        CandidateKind.EXPECTED: _("Planned at %(body)s on %(day)s."),
        CandidateKind.REPORT: _("Asked for on %(day)s, %(again)s."),
        CandidateKind.HEARING: _("Answer in a hearing, told on %(day)s."),
        CandidateKind.FOLLOW_UP: _("Asked for on %(day)s."),
    }
    said = texts[candidate.kind] % (asked | {"again": told.again})
    return " ".join(filter(None, [_stood(candidate), said, _when(told, candidate.turn, following)]))


def _stood(candidate: AgendaCandidate) -> str:
    """The earlier agenda on which it stood, and what became of it there; nothing where it stood on none."""
    if candidate.stood is None:
        return ""
    texts = {
        False: _("Stood on the agenda on %(day)s, but was not treated."),
        True: _("Stood on the agenda on %(day)s: say whether it is answered."),
        None: _("Stood on the agenda on %(day)s, whose minutes have not come yet."),
    }
    return texts[candidate.stood.was_treated] % {"day": day_in_words(candidate.stood.day)}


def _when(told: OccurrencePresenter, turn: Turn | None, following: date | None) -> str:
    days = {"days": told.days, "next": day_in_words(following) if following else ""}
    if turn == Turn.LATE:
        return capfirst(_("due %(days)s, before this meeting.") % days)
    if turn == Turn.AGAIN:
        return capfirst(_("due %(days)s.") % days) if told.days else ""
    if turn == Turn.UNDATED or not told.days:
        return _("No time was said.")
    if following is None:
        return capfirst(_("due %(days)s, and the calendar has no meeting after this one.") % days)
    return capfirst(_("due %(days)s, and the next meeting is on %(next)s.") % days)


def _told_of_hearing(hearing: Hearing, turn: Turn | None, following: date | None) -> str:
    days = {"day": day_in_words(hearing.deadline), "next": day_in_words(following) if following else ""}
    if turn == Turn.LATE:
        return _("To be answered by %(day)s, before this meeting: it takes an extraordinary meeting or another deadline.") % days
    if following is None:
        return _("To be answered by %(day)s, and the calendar has no meeting after this one.") % days
    return _("To be answered by %(day)s, and the next meeting is on %(next)s.") % days
