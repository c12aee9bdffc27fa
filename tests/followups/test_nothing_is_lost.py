"""Whatever happens in the calendar and at the desk, nothing that recurs is lost or doubled, and what has been delivered stays as it was."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from followups import services
from followups.models import FollowUp, Occurrence, Step
from followups.recurrence import LONGEST_WITHOUT_MEETING
from followups.services import FollowUpRefused
from meetings.models import AgendaItem, Meeting
from meetings.planning import cancel_meeting, change_meeting, plan_meeting, reinstate_meeting
from tests import factories as f
from tests.factories import COPENHAGEN

NOW = dt.datetime(2020, 12, 1, 10, tzinfo=COPENHAGEN)
ASKED = dt.date(2018, 2, 7)
BY = {"by": None, "now": NOW}
COLUMNS = ("state", "placed_on_id", "met_by_id", "met_on", "due_start", "due_end", "due_fixed")

days = st.dates(ASKED, dt.date(2019, 6, 30))
which = st.integers(0, 9)
actions = st.lists(
    st.tuples(st.sampled_from(["move", "move", "turn", "plan", "kind", "meet", "meet", "mail", "place", "drop", "end", "postpone", "undo", "undo"]), which, which, days),
    max_size=14,
)  # fmt: skip


class Council:
    """A body with five meetings, of which the first asked for a report at every second one, one each quarter, and put a case off."""

    def __init__(self):
        self.body = f.BodyFactory()
        meetings = [f.MeetingFactory(body=self.body, date=ASKED + dt.timedelta(days=49 * n)) for n in range(5)]
        items = [f.AgendaItemFactory(meeting=meeting) for meeting in meetings]
        f.FollowUpFactory(item=items[0], every=2, unit=FollowUp.Unit.MEETING)
        f.FollowUpFactory(item=items[0], every=1, unit=FollowUp.Unit.QUARTER)
        f.FollowUpFactory(item=items[0], kind="deferred", at_next_meeting=True)
        services.sync_occurrences(items=items)

    def do(self, what: str, one: int, other: int, day: dt.date) -> None:
        """Do it, or leave it where it cannot be done; either way every promise is as it should be afterwards."""
        settled = self.settled()
        # The test's own savepoint: a refusal must leave nothing behind.
        try:
            with transaction.atomic():
                touched = getattr(self, what)(_pick(self.meetings(), one), _pick(self.occurrences(), other), day)
        except (FollowUpRefused, ValidationError):
            touched = None
        now = self.settled()
        assert {pk: columns for pk, columns in settled.items() if pk != touched} == {pk: now.get(pk) for pk in settled if pk != touched}

    def meetings(self) -> list[Meeting]:
        return list(self.body.meetings.order_by("pk"))

    def occurrences(self) -> list[Occurrence]:
        """The open ones first, the way people look at them."""
        return sorted(Occurrence.objects.order_by("pk"), key=lambda row: not row.is_open)

    def settled(self) -> dict[int, dict]:
        rows = Occurrence.objects.exclude(state="open")
        return {row.pk: {name: getattr(row, name) for name in COLUMNS} for row in rows}

    def move(self, meeting, _occurrence, day):
        same = {name: getattr(meeting, name) for name in ("kind", "start", "end", "place")}
        change_meeting(meeting=meeting, date=day, **same)

    def kind(self, meeting, _occurrence, _day):
        other = "ordinary" if meeting.kind == "extraordinary" else "extraordinary"
        change_meeting(meeting=meeting, date=meeting.date, kind=other, start=meeting.start, end=meeting.end, place=meeting.place)

    def turn(self, meeting, _occurrence, _day):
        (reinstate_meeting if meeting.state == "cancelled" else cancel_meeting)(meeting=meeting)

    def plan(self, meeting, _occurrence, day):
        new = plan_meeting(body=self.body, date=day, kind=meeting.kind, start=None, end=None, place="")
        if not new.items.exists():
            f.AgendaItemFactory(meeting=new)

    def meet(self, meeting, occurrence, _day):
        services.meet(occurrence=occurrence, item=meeting.items.get(), on=meeting.date, **BY)

    def mail(self, _meeting, occurrence, day):
        services.meet(occurrence=occurrence, item=None, on=day, **BY)

    def place(self, meeting, occurrence, _day):
        services.place(occurrence=occurrence, item=meeting.items.get(), **BY)

    def drop(self, _meeting, occurrence, _day):
        services.drop(occurrence=occurrence, why="Intet nyt.", **BY)

    def end(self, _meeting, occurrence, _day):
        services.end(occurrence=occurrence, why="Ikke mere.", **BY)

    def postpone(self, _meeting, occurrence, day):
        services.postpone(occurrence=occurrence, first=day, last=day + dt.timedelta(days=9), why="Travlt.", **BY)

    def undo(self, _meeting, occurrence, _day) -> int:
        """Take back the newest step of all, or the newest of the one named. Returns whose."""
        steps = Step.objects.filter(undone_at=None).order_by("-pk")
        step = steps.filter(occurrence=occurrence).first() or steps.first()
        if step is None:
            raise FollowUpRefused("gone")
        services.undo(step=step, **BY)
        return step.occurrence_id


def _pick(rows: list, number: int):
    return rows[number % len(rows)]


def check(council: Council) -> None:
    by_meeting, by_quarter, put_off = FollowUp.objects.order_by("pk")
    asked = AgendaItem.objects.get(pk=by_meeting.item_id).meeting.date
    ordinary = sorted(
        meeting.date for meeting in council.meetings() if meeting.kind == Meeting.Kind.ORDINARY and meeting.state != Meeting.State.CANCELLED
    )

    def nth_after(number: int, day: dt.date) -> dt.date | None:
        known = sorted({meeting.date for meeting in council.meetings() if meeting.date > day})
        hole = next((one for one, other in zip([day, *known], known, strict=False) if other - one > LONGEST_WITHOUT_MEETING), dt.date.max)
        later = [date for date in ordinary if day < date <= hole]
        return later[number - 1] if len(later) >= number else None

    def second(row: Occurrence, before: Occurrence | None) -> dt.date | None:
        return nth_after(2, delivered(before) if before else asked)

    def quarter(row: Occurrence, _before: Occurrence | None) -> dt.date:
        number = asked.year * 4 + (asked.month - 1) // 3 + row.ordinal
        following = dt.date((number + 1) // 4, (number + 1) % 4 * 3 + 1, 1)
        return following - dt.timedelta(days=1)

    for follow_up, due in ((by_meeting, second), (by_quarter, quarter), (put_off, lambda row, _before: nth_after(1, asked))):
        check_one(follow_up, due)


def check_one(follow_up: FollowUp, due: Callable) -> None:
    rows = list(follow_up.occurrences.order_by("ordinal").select_related("met_by__meeting"))
    assert [row.ordinal for row in rows] == list(range(1, len(rows) + 1))
    last = rows[-1]
    assert not any(row.is_open for row in rows[:-1])
    if not last.is_open:
        assert follow_up.every is None or live_steps(last)[-1].what == Step.What.ENDED
    elif not last.due_fixed:
        assert last.due_end == due(last, rows[-2] if len(rows) > 1 else None)
    assert all(row.due_order == row.due_end_or_last for row in rows)
    for row in rows:
        check_steps(row)


def check_steps(row: Occurrence) -> None:
    """Where it stands is where its steps have led, whatever has happened to the meetings."""
    told = live_steps(row)
    assert row.state == (told[-1].after["state"] if told else "open")
    assert row.due_fixed == (told[-1].after["due_fixed"] if told else False)
    assert row.placed_on_id == (told[-1].after["placed_on_id"] if told else None)


def live_steps(row: Occurrence) -> list[Step]:
    return list(row.steps.filter(undone_at=None).order_by("pk"))


def delivered(row: Occurrence) -> dt.date:
    if row.met_by:
        return row.met_by.meeting.date
    return row.met_on or row.due_end or NOW.date()


@pytest.mark.django_db
@settings(deadline=None, max_examples=30)
@given(taken=actions)
def test_nothing_is_lost_or_doubled(taken):
    with transaction.atomic():
        council = Council()
        check(council)
        for action in taken:
            council.do(*action)
            check(council)
        # Whatever was done can be taken back step by step, and then all is as it was asked for.
        while Step.objects.filter(undone_at=None).exists():
            council.undo(None, None, None)
            check(council)
        assert {row.ordinal for row in Occurrence.objects.all()} == {1}
        transaction.set_rollback(True)
