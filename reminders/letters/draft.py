"""The words that a letter begins with. The secretary changes them as she likes."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accounts.models import User
from danish.formatting import day_in_words
from meetings.models import AgendaItem, Body
from meetings.templatetags.danish import item_number
from reminders.step_words import far_in_words
from reminders.wording import weekday_in_words

SUBJECT_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Draft:
    subject: str
    text: str


def draft(*, subject: str, paragraphs: list[str]) -> Draft:
    """The paragraphs that say anything, with a line between."""
    return Draft(subject[:SUBJECT_CHARACTERS], "\n\n".join(filter(None, paragraphs)))


def greeting(name: str) -> str:
    return _("To %(name)s") % {"name": name}


def sentence_in_words(quote: str, item: AgendaItem | None) -> str:
    """The sentence with where it stands, and the case it belongs to; nothing without a sentence. Meeting, body and case are at hand."""
    if not quote:
        return ""
    if item is None:
        return _("It was told so: “%(quote)s”") % {"quote": quote}
    told = {"body": item.body.name, "day": day_in_words(item.meeting.date), "title": item.title, "number": item_number(item)}
    if told["number"]:
        where = _("The minutes of the meeting of %(body)s on %(day)s say at item %(number)s, “%(title)s”:") % told
    else:
        where = _("The minutes of the meeting of %(body)s on %(day)s say at the item “%(title)s”:") % told
    case = _("The number of the case is %(number)s.") % {"number": item.case.number} if item.case else ""
    return "\n".join(filter(None, [where, _("“%(quote)s”") % {"quote": quote}, case]))


def deadline_in_words(last: date | None, today: date) -> str:
    """The last day, and how far away it is."""
    if last is None:
        return ""
    told = {"day": weekday_in_words(last), "far": far_in_words(last, today)}
    if last == today:
        return _("The deadline is today, %(day)s.") % told
    if not told["far"]:
        return (_("The deadline was %(day)s.") if last < today else _("The deadline is %(day)s.")) % told
    return (_("The deadline was %(day)s, %(far)s.") if last < today else _("The deadline is %(day)s, %(far)s.")) % told


def where_to_answer(by: User, where: str = "") -> str:
    """The place that answers are sent to, else the secretary's own address; nothing where neither is known."""
    if where:
        return _("Answers are sent to %(where)s.") % {"where": where}
    return _("Write to %(mail)s.") % {"mail": by.email} if by.email else ""


def signature(by: User, body: Body) -> str:
    return "\n".join([_("Kind regards"), str(by), _("secretary of %(body)s") % {"body": body.name}])
