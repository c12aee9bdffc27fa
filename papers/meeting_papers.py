"""An agenda, minutes and an extract of them as documents: what stands where, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from documents.model import Block, Contents, Document, Facts, Notice, Paragraph, Section, Table
from meetings.templatetags.danish import day, weekday
from papers.item_sections import agenda_sections, minutes_sections
from papers.values import PaperItem, PaperMeeting, PaperTime

_FEW = 3  # items that need no table of contents


def agenda_document(meeting: PaperMeeting) -> Document:
    """The agenda: when and where, the time plan, and the items with what is proposed."""
    is_draft = not meeting.agenda_is_sent
    draft = [Notice(_("Draft. The agenda has not been sent."))] if is_draft else []
    plan = [_time_plan(meeting.time_plan)] if meeting.time_plan else []
    items = _with_gaps(meeting, [_item(item, list(_for_agenda(item)), agenda_sections(item)) for item in meeting.items])
    blocks = [*_front(meeting), *_notices(meeting), *draft]
    return _paper(meeting, pgettext("paper", "Agenda"), blocks, [*plan, *items], is_draft=is_draft)


def minutes_document(meeting: PaperMeeting) -> Document:
    """The minutes: who was there, and of each item what was decided."""
    is_draft = not meeting.minutes_are_out
    draft = [Notice(_("Draft. The minutes have not been published."))] if is_draft else []
    items = _with_gaps(meeting, [_item(item, [], minutes_sections(item, is_draft=is_draft)) for item in meeting.items])
    blocks = [*_front(meeting, present=meeting.present, absent=meeting.absent), *_notices(meeting), *draft]
    return _paper(meeting, pgettext("paper", "Minutes"), blocks, items, is_draft=is_draft)


def extract_document(meeting: PaperMeeting, item: PaperItem) -> Document:
    """The extract of one item: the minutes of it alone (protokoludskrift)."""
    is_draft = not meeting.minutes_are_out
    draft = [Notice(_("Draft. The minutes have not been published."))] if is_draft else []
    blocks = [*_front(meeting), *_notices(meeting), *draft]
    of_item = _item(item, [], minutes_sections(item, is_draft=is_draft))
    return _paper(meeting, _("Extract of the minutes"), blocks, [of_item], is_draft=is_draft, number=item.number)


def _paper(meeting: PaperMeeting, kind: str, blocks: list[Block], sections: list[Section], *, is_draft: bool, number: str = "") -> Document:
    when = weekday(meeting.date)
    named = _("%(paper)s: %(body)s, %(day)s") % {"paper": kind, "body": meeting.body, "day": day(meeting.date)}
    of_item = _("item %(number)s") % {"number": number} if number else ""
    has_many = len([section for section in sections if section.mark]) > _FEW
    marks = [_("draft") if is_draft else "", _("the members' version") if meeting.has_hidden else ""]
    return Document(
        kicker=kind,
        title=meeting.body,
        subtitle=", ".join(filter(None, [when, meeting.hours])),
        name=", ".join(filter(None, [named, of_item])),
        foot=" · ".join(filter(None, [kind, meeting.body, day(meeting.date), of_item, *marks])),
        page_of=(pgettext("page 1 of 3", "Page"), pgettext("page 1 of 3", "of")),
        blocks=[*blocks, *([Contents(_("Contents"))] if has_many else [])],
        sections=sections,
    )


def _front(meeting: PaperMeeting, *, present: Iterable[str] = (), absent: Iterable[str] = ()) -> list[Block]:
    rows = [
        (_("Place of the meeting"), meeting.place),
        (_("Present"), ", ".join(present)),
        (_("Away"), ", ".join(absent)),
    ]
    told = [(name, [value]) for name, value in rows if value]
    return [Facts(told)] if told else []


def _notices(meeting: PaperMeeting) -> list[Block]:
    """What a reader has to know before the items."""
    told = [
        (meeting.is_cancelled, _("The meeting is cancelled.")),
        (meeting.is_extraordinary, _("The meeting is extraordinary.")),
        (meeting.has_hidden, _("This version is for the members and the secretary of the body.")),
    ]
    return [Notice(text) for holds, text in told if holds]


def _time_plan(rows: Iterable[PaperTime]) -> Section:
    rows = list(rows)
    columns = [
        (pgettext("time plan", "Time"), 16, [row.hours for row in rows]),
        (pgettext("time plan", "Item"), 8, [row.number for row in rows]),
        (pgettext("time plan", "Title"), 50, [row.title for row in rows]),
        (_("From outside"), 26, [", ".join(row.guests) for row in rows]),
    ]
    header, widths, told = zip(*(column for column in columns if any(column[2])), strict=True)
    return Section(_("Time plan"), [Table([[(text,) if text else () for text in row] for row in zip(*told, strict=True)], header, widths)])


def _item(item: PaperItem, blocks: list[Block], sections: list[Section]) -> Section:
    first = [Paragraph([item.case_number], is_quiet=True)] if item.case_number else []
    closed = [Notice(": ".join(filter(None, [_("Closed item"), item.ground])))] if item.is_closed else []
    return Section(_heading(item.number, item.title), [*first, *closed, *blocks], sections, mark=item.mark)


def _with_gaps(meeting: PaperMeeting, laid: list[Section]) -> list[Section]:
    """The items, and in the place of each closed one that leaves a gap between them its number alone."""
    gaps = [(number, _heading(str(number), pgettext("title of an item", "Closed"))) for number in meeting.closed_numbers]
    found: list[Section] = []
    for item, section in zip(meeting.items, laid, strict=True):
        while gaps and item.number.isdecimal() and gaps[0][0] < int(item.number):
            number, heading = gaps.pop(0)
            found.append(Section(heading, mark=f"lukket-{number}"))
        found.append(section)
    return [*found, *(Section(heading, mark=f"lukket-{number}") for number, heading in gaps)]


def _heading(number: str, title: str) -> str:
    return _("Item %(number)s: %(title)s") % {"number": number, "title": title} if number else title


def _for_agenda(item: PaperItem) -> Iterable[Block]:
    rows = [(_("Responsible"), [item.responsible]), (_("From outside"), [", ".join(item.guests)])]
    rows += [(_("Answers"), [what, where]) for what, where in item.answers]
    if told := [(name, lines) for name, lines in rows if any(lines)]:
        yield Facts(told)
