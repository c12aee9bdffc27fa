"""Agendas that were made here and sent, and the minutes of their meetings, printed as the demo municipality prints them."""

import datetime as dt
from dataclasses import dataclass

from agendas import services as agendas
from agendas.guests import GuestLine
from agendas.texts import Texts
from meetings.models import AgendaItem, Meeting
from meetings.services import publish_agenda
from reader import facts
from reader.pipeline import understand
from tests import factories as f

DAY = dt.date(2025, 3, 5)
BEFORE = {"by": None, "now": dt.datetime(2025, 2, 20, 10, tzinfo=f.COPENHAGEN)}
HEAD = "{kind} {body} d. {day:%d-%m-%Y}\n\nMødedato {weekday} d. {day:%d-%m-%Y} kl. 16:00\n\nMødested Salen\n\n"
WEEKDAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")


@dataclass(frozen=True, slots=True)
class Planned:
    """An item as the secretary writes it for the agenda."""

    title: str
    text: str = ""
    closed: bool = False
    minutes: int | None = 20

    @property
    def guest(self) -> str:
        return f"Gæst til {self.title}"

    @property
    def responsible(self) -> str:
        return f"Ansvarlig for {self.title}"


@dataclass(frozen=True, slots=True)
class Printed:
    """An item as the minutes print it. One out of the order of its number is known for an item by its case number."""

    number: int | None
    title: str
    decision: str
    text: str = ""
    case: str = ""

    def __str__(self) -> str:
        number = "" if self.number is None else f" {self.number}"
        presentation = f"Sagsfremstilling\n\n{self.text}\n\n" if self.text else ""
        decision = f"Beslutning\n\n{self.decision}\n\n" if self.decision else ""
        case = f"{self.case}\n\n" if self.case else ""
        return f"Punkt{number}: {self.title}\n\n{case}{presentation}{decision}"


def made(*planned: Planned, body, day: dt.date = DAY, sent: bool = True) -> Meeting:
    """The meeting with the agenda, sent unless that is said. An item is closed with its legal ground."""
    meeting = f.MeetingFactory(body=body, date=day, start=dt.time(16), place="Salen")
    for one in planned:
        item = agendas.add_item(meeting=meeting, title=one.title, minutes=one.minutes, case=None, **BEFORE)
        columns = {"responsible": one.responsible} | ({"legal_ground": "ofl_30_1"} if one.closed else {})
        texts = Texts((("Sagsfremstilling", one.text),)) if one.text else None
        guests = [GuestLine(one.guest, "gaest@horn.example", dt.time(16))]
        agendas.change_item(item=item, columns=columns, guests=guests, closed=one.closed or None, texts=texts, **BEFORE)
    if sent:
        agendas.approve(meeting=meeting, **BEFORE)
        publish_agenda(meeting=meeting, **BEFORE)
    return Meeting.objects.get(pk=meeting.pk)


def minutes_of(meeting: Meeting, *printed: Printed) -> facts.Minutes:
    """The minutes as the importer reads them."""
    head = HEAD.format(kind="REFERAT", body=meeting.body.name, day=meeting.date, weekday=WEEKDAYS[meeting.date.weekday()])
    _document, minutes = understand((head + "".join(map(str, printed))).encode(), "referat.txt")
    return minutes


def of_title(meeting: Meeting, title: str) -> AgendaItem:
    return meeting.items.get(title=title)
