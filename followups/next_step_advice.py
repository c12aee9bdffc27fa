"""The next step in words, with the page where it is taken."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from danish.lengths import length_in_words
from followups.deadlines import is_owed_by_others
from followups.models import Proposal
from followups.next_step import ComingAgenda, Do
from followups.selectors.desk import Todo
from meetings.models import Meeting
from meetings.templatetags.danish import day, item_number


def advice(todo: Todo) -> str:
    """The next step in a sentence without a full stop; nothing where there is none."""
    told, length = todo.told, length_in_words(todo.next.days)
    match todo.next.do:
        case Do.CONFIRM:
            return _confirm(todo.proposal)
        case Do.REVIEW:
            return _("Go through the reading")
        case Do.TAKE_UP:
            return _("Take it up, if it is still wanted")
        case Do.CLOSE:
            return _("Was on the agenda of %(day)s: write whether that answered it") % {"day": day(told.placed.meeting.date)}
        case Do.AWAIT_MEETING:
            return _("Stands on the agenda of %(day)s") % {"day": day(told.placed.meeting.date)}
        case Do.REMIND:
            return _listed(_remind(told.responsible, length), _late(todo.next.agenda))
        case Do.ASK_AFTER:
            return _("Ask after it at %(body)s: overdue by %(length)s") % {"body": told.obligation.body_name, "length": length}
        case Do.CALL_MEETING:
            return _("Plan the extraordinary meeting")
        case Do.PLAN_MEETINGS:
            return _("Put the body's next meetings into the calendar: its date follows them")
        case Do.AGREE_DATE:
            return _("No date: agree on one")
        case Do.PLACE:
            text = _("Place it on the agenda of the meeting on %(day)s – it is to go out by %(send_by)s")
            return text % {"day": day(todo.next.agenda.date), "send_by": day(todo.next.agenda.send_by)}
        case Do.NO_MEETING:
            text = _("No meeting takes it by %(day)s: agree on another date or hold an extraordinary meeting")
            return text % {"day": day(told.occurrence.due_end)}
        case Do.AWAIT:
            return _await(told.responsible, told.occurrence.due_end)
        case _:
            return ""


def address(todo: Todo) -> str:
    """Returns the address of the page where the next step is taken."""
    told = todo.told
    own = told.occurrence.get_absolute_url()
    match todo.next.do:
        case Do.CONFIRM:
            return f"{own}#proposals"
        case Do.REVIEW:
            return f"{reverse('meeting-obligations', kwargs={'pk': told.item.meeting_id})}#{told.anchor}"
        case Do.CALL_MEETING:
            return f"{reverse('meeting-plan')}?organ={told.occurrence.body.slug}&slags={Meeting.Kind.EXTRAORDINARY}"
        case Do.TAKE_UP:
            return f"{own}#history"
        case Do.PLACE:
            return _step(own, "dagsorden")
        case Do.REMIND if todo.next.agenda and not told.responsible:
            return _step(own, "dagsorden")
        case Do.REMIND if told.responsible and is_owed_by_others(told.occurrence):
            return reverse("occurrence-remind", kwargs={"pk": told.occurrence.pk})
        case Do.CLOSE:
            return _step(own, "besvaret")
        case Do.AGREE_DATE | Do.NO_MEETING:
            return _step(own, "udskudt")
        case _:
            return own


def _step(own: str, name: str) -> str:
    return f"{own}{name}/#{name}"


def _confirm(proposal: Proposal) -> str:
    item = proposal.item
    at = {"day": day(item.meeting.date), "body": item.body, "number": item_number(item)}
    if proposal.says == Proposal.Says.PLACED:
        return _("Confirm that it stands on the agenda of %(day)s") % at
    if at["number"]:
        return _("Confirm that item %(number)s on %(day)s answers it") % at
    return _("Confirm that it was answered at the meeting on %(day)s") % at


def _remind(responsible: str, length: str) -> str:
    if responsible:
        return _("Remind %(who)s: overdue by %(length)s") % {"who": responsible, "length": length}
    return _("Ask for it: overdue by %(length)s") % {"length": length}


def _late(agenda: ComingAgenda | None) -> str:
    """Names the next agenda that can take an overdue occurrence."""
    if agenda is None:
        return ""
    text = _("the next agenda is that of the meeting on %(day)s, to go out by %(send_by)s")
    return text % {"day": day(agenda.date), "send_by": day(agenda.send_by)}


def _listed(*texts: str) -> str:
    return "; ".join(filter(None, texts))


def _await(responsible: str, last: date) -> str:
    if responsible:
        return _("Wait for %(who)s until %(day)s") % {"who": responsible, "day": day(last)}
    return _("Wait for it until %(day)s") % {"day": day(last)}
