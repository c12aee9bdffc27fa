"""One occurrence, and one answer to a hearing, as rows of a list of expected cases, in words.

Of a closed item it says the title alone: what the item asks for stands on pages where reading it is logged.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from danish.folding import name_key
from danish.formatting import days_in_words
from followups.lists.rows import ExpectedCase, Slip
from followups.matching import is_standing
from followups.models import Step
from followups.presenters import OccurrencePresenter
from hearings.models import Extension, Hearing
from hearings.party_feasibility import PartyFeasibility
from meetings.models import AgendaItem, Meeting
from meetings.templatetags.danish import day, item_number


def expected(told: OccurrencePresenter, *, placed: AgendaItem | None, today: date) -> ExpectedCase:
    """An open occurrence; `placed` is the item of a coming agenda it stands on."""
    item = told.item
    overdue = _("overdue") if placed and told.occurrence.is_overdue(today) else ""
    return ExpectedCase(
        kind=_kind(told.name, item, is_unreviewed=told.is_unreviewed),
        what=_title(told),
        says=_says(told),
        case_number=item.case.number if item.case else "",
        asked_by=str(item.body),
        asked_on=item.meeting.date,
        responsible=told.responsible,
        when_words=told.words or told.again,
        when_dates=told.days,
        placed=_listed(_on_agenda(placed), overdue),
        slipped=told.slip,
        url=told.occurrence.get_absolute_url(),
    )


def expected_answer(hearing: Hearing, *, decided: AgendaItem | None, feasibility: PartyFeasibility | None, today: date) -> ExpectedCase:
    """The answer a body is still to give in `hearing`: `decided` is the item at which it is or was, `feasibility` when it can be."""
    item = hearing.item
    return ExpectedCase(
        kind=_kind(_("answer to a hearing"), item, is_unreviewed=hearing.review == Hearing.Review.UNREVIEWED),
        what=_capital(hearing.label),
        case_number=item.case.number if item and item.case else "",
        asked_by=hearing.sender or str(hearing.body),
        asked_on=hearing.received_on or (item.meeting.date if item else None),
        when_dates=_("answered by %(day)s") % {"day": day(hearing.deadline)} if hearing.deadline else "",
        placed=_answerable(decided, feasibility, today),
        url=hearing.get_absolute_url(),
    )


def slip(row: ExpectedCase, told: OccurrencePresenter, steps: Sequence[Step], *, with_reasons: bool) -> Slip:
    """Returns the delay of `row` by `steps`, which came since the last list; with the reasons for the body's own people alone."""
    reasons = [step.why for step in steps] if with_reasons and not told.is_closed else []
    old, *_others = steps
    first, last = (value and date.fromisoformat(value) for value in (old.before["due_start"], old.before["due_end"]))
    return _slip(row, days_in_words(first, last), told.days, reasons)


def slip_of_deadline(row: ExpectedCase, hearing: Hearing, extensions: Sequence[Extension]) -> Slip:
    """The same of a hearing whose deadline was put off; its reasons are told with it."""
    reasons = [] if hearing.item and hearing.item.closed else [extension.reason for extension in extensions]
    return _slip(row, day(extensions[0].old), day(extensions[-1].new), reasons)


def meeting_kind(meeting: Meeting) -> str:
    return _("extraordinary meeting") if meeting.kind == Meeting.Kind.EXTRAORDINARY else _("ordinary meeting")


def _slip(row: ExpectedCase, old: str, new: str, reasons: Sequence[str]) -> Slip:
    without = _("without a date")
    return Slip(what=row.what, old=old or without, new=new or without, reason=" · ".join(filter(None, reasons)), url=row.url)


def _kind(name: str, item: AgendaItem | None, *, is_unreviewed: bool) -> str:
    closed = _("closed item") if item and item.closed else ""
    return _listed(name.capitalize(), closed, _("not reviewed") if is_unreviewed else "")


def _title(told: OccurrencePresenter) -> str:
    """Returns the title of the case: as planned, as the item that asked, or as the task that was asked for under a standing item."""
    if told.is_closed or (told.follow_up and not is_standing(told.item.title)):
        return told.item.title
    return _capital(told.follow_up.text if told.follow_up else told.obligation.title)


def _says(told: OccurrencePresenter) -> str:
    """Returns the task about the case; for a treatment at a body outside the register, with the name of that body."""
    if told.is_closed or (told.occurrence.planned and told.occurrence.planned.body_id):
        return ""
    return "" if name_key(told.text) == name_key(_title(told)) else told.text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _on_agenda(item: AgendaItem | None) -> str:
    if item is None:
        return ""
    number = item_number(item)
    return _("on the agenda as item %(number)s") % {"number": number} if number else _("on the agenda")


def _answerable(decided: AgendaItem | None, feasibility: PartyFeasibility | None, today: date) -> str:
    if decided and decided.meeting.date < today:
        return _("decided on %(day)s, still to be sent") % {"day": day(decided.meeting.date)}
    if decided or (feasibility and feasibility.treated_at):
        item = decided or feasibility.treated_at
        if item.meeting.date < today:
            return _("treated on %(day)s; what was answered has not been noted") % {"day": day(item.meeting.date)}
        return _on_agenda(item)
    if feasibility is None:
        return ""
    if not feasibility.is_infeasible:
        return _("the last meeting in time; the agenda is sent out by %(day)s") % {"day": day(feasibility.last_meeting.dispatch)}
    if another := feasibility.feasibility.extraordinary:
        days = days_in_words(another.first, another.last)
        return _("takes an extraordinary meeting %(days)s or another deadline") % {"days": days}
    return _("it is too late for an extraordinary meeting too: takes another deadline")


def _listed(*texts: str) -> str:
    return ", ".join(filter(None, texts))
