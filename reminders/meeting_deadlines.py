"""The deadlines of meetings: the day by which an agenda is sent out, for the secretary, and the meeting itself, for its members."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from cases.access import Actor
from danish.formatting import day_in_words
from danish.working_days import Calendar
from meetings.models import Body, Meeting
from reminders.addressees import people_of
from reminders.deadlines import Deadline, DeadlineKind, Description
from reminders.keys import deadline_key, rows_of
from reminders.sources import DeadlineSource


def _coming(source: str, today: date, keys: Collection[str] | None) -> QuerySet:
    """The planned meetings that are not over, of the bodies whose meetings the register follows."""
    rows = Meeting.objects.filter(state=Meeting.State.PLANNED, date__gte=today, minutes_published_at=None)
    rows = rows.exclude(body__kind=Body.Kind.OUTSIDE)
    return rows if keys is None else rows.filter(pk__in=rows_of(source, keys))


def _held(source: str, keys: Collection[str]) -> QuerySet:
    """The meetings that were held, among those that are not to come."""
    return Meeting.objects.filter(pk__in=rows_of(source, keys)).exclude(state=Meeting.State.CANCELLED)


@lru_cache(maxsize=10_000)  # many bodies meet on the same days
def _dispatch(day: date, days: int, saturday_counts: bool) -> date:
    return Calendar(saturday_counts=saturday_counts).back(day, days)


class DispatchSource(DeadlineSource):
    """An agenda that has not been sent out, until its meeting."""

    name = "dispatch"

    def deadlines(self, *, today: date, keys: Collection[str] | None = None) -> Iterator[Deadline]:
        """Two queries."""
        rows = _coming(self.name, today, keys).filter(agenda_published_at=None)
        meetings = list(rows.values_list("pk", "body", "date", "body__dispatch_days", "body__saturday_counts"))
        people = people_of({body for _pk, body, *_others in meetings})
        for pk, body, *counted in meetings:
            yield Deadline(
                deadline_key(self.name, pk), DeadlineKind.DISPATCH, body, None, _dispatch(*counted), tuple(people.secretaries_of(body))
            )

    def lapsed(self, keys: Collection[str]) -> set[str]:
        """One query. The agendas that were never sent out."""
        held = _held(self.name, keys).filter(agenda_published_at=None)
        return {deadline_key(self.name, pk) for pk in held.values_list("pk", flat=True)}

    def describe(self, keys: Collection[str], *, actor: Actor) -> dict[str, Description]:
        """One query. The agenda's day is told to those who send it out."""
        meetings = [meeting for meeting in _named(self.name, keys) if actor.manages(meeting.body_id)]
        return {
            deadline_key(self.name, meeting.pk): Description(
                _("The agenda for the meeting of %(body)s on %(day)s") % _words(meeting), "", meeting.get_absolute_url()
            )
            for meeting in meetings
        }


class MeetingSource(DeadlineSource):
    """A meeting that is to be held. Its period opens when the agenda is published."""

    name = "meeting"

    def deadlines(self, *, today: date, keys: Collection[str] | None = None) -> Iterator[Deadline]:
        """Three queries."""
        meetings = list(_coming(self.name, today, keys).values_list("pk", "body", "date", "agenda_published_at"))
        people = people_of({body for _pk, body, *_others in meetings}, seats=True)
        for pk, body, day, published in meetings:
            opens = published and localdate(published)
            yield Deadline(deadline_key(self.name, pk), DeadlineKind.MEETING, body, opens, day, tuple(people.members_of(body, day)))

    def lapsed(self, keys: Collection[str]) -> set[str]:
        """One query."""
        return {deadline_key(self.name, pk) for pk in _held(self.name, keys).values_list("pk", flat=True)}

    def describe(self, keys: Collection[str], *, actor: Actor) -> dict[str, Description]:
        """One query. The calendar of meetings is public."""
        return {
            deadline_key(self.name, meeting.pk): Description(
                _("Meeting of %(body)s on %(day)s") % _words(meeting), "", meeting.get_absolute_url()
            )
            for meeting in _named(self.name, keys)
        }


def _named(source: str, keys: Collection[str]) -> QuerySet:
    return Meeting.objects.filter(pk__in=rows_of(source, keys)).select_related("body")


def _words(meeting: Meeting) -> dict[str, str]:
    return {"body": meeting.body.name, "day": day_in_words(meeting.date)}
