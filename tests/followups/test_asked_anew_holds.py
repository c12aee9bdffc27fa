"""However often a report is asked for anew, and whatever is answered about the readings, it is waited for once and never lost."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from followups import services
from followups.models import FollowUp, Occurrence, Step
from followups.services import FollowUpRefused
from minutes import services as answers
from tests import factories as f
from tests.factories import COPENHAGEN

NOW = dt.datetime(2019, 12, 2, 10, tzinfo=COPENHAGEN)
QUARTERLY = {"every": 1, "unit": "quarter", "quote": "Rådet ønsker en kvartalsvis status."}
MEETINGS = 4

which = st.integers(0, 9)
actions = st.lists(
    st.tuples(
        st.sampled_from(["ask", "ask", "add", "reject", "accept", "once", "meet", "meet", "meet", "drop", "undo", "delete"]), which, which
    ),
    max_size=12,
)


class Council:
    """A body with a meeting each quarter, at each of which the same matter is treated; the first asked for a report every quarter."""

    def __init__(self):
        self.by = f.UserFactory(secretary=True)
        body, matter = f.BodyFactory(), f.MatterFactory()
        days = [dt.date(2018, 2, 7) + dt.timedelta(days=91 * number) for number in range(MEETINGS)]
        self.items = [f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, date=day), matter=matter) for day in days]
        self.ask(0, 0)

    def do(self, what: str, one: int, other: int) -> None:
        try:
            with transaction.atomic():
                getattr(self, what)(one, other)
        except FollowUpRefused:
            pass

    def ask(self, one: int, _other: int, **columns) -> None:
        item = self.items[one % MEETINGS]
        if not item.follow_ups.exists():
            f.FollowUpFactory(item=item, **QUARTERLY, **columns)
            services.sync_occurrences(items=[item])

    def add(self, one: int, other: int) -> None:
        self.ask(one, other, review="added")

    def told(self, one: int) -> FollowUp:
        rows = list(FollowUp.objects.order_by("pk"))
        return rows[one % len(rows)]

    def reject(self, one: int, _other: int) -> None:
        if FollowUp.objects.count() > 1:
            answers.reject(obligation=self.told(one), by=self.by, now=NOW)

    def accept(self, one: int, _other: int) -> None:
        told = self.told(one)
        if told.review != "added":
            answers.accept(obligation=told, by=self.by, now=NOW)

    def once(self, one: int, _other: int) -> None:
        answers.correct(obligation=self.told(one), values={"every": None, "unit": ""}, parties=None, by=self.by, now=NOW)

    def delete(self, one: int, _other: int) -> None:
        told = self.told(one)
        if FollowUp.objects.count() > 1:
            told.delete()
            services.sync_occurrences(items=[told.item])

    def meet(self, one: int, other: int) -> None:
        item = self.items[other % MEETINGS]
        services.meet(occurrence=self.open(one), item=item, on=item.meeting.date, by=self.by, now=NOW)

    def drop(self, one: int, _other: int) -> None:
        services.drop(occurrence=self.open(one), why="Intet nyt.", by=self.by, now=NOW)

    def undo(self, one: int, _other: int) -> None:
        steps = list(Step.objects.filter(undone_at=None).order_by("-pk"))
        if steps:
            services.undo(step=steps[one % len(steps)], by=self.by, now=NOW)

    def open(self, one: int) -> Occurrence:
        rows = list(Occurrence.objects.open().order_by("pk"))
        if not rows:
            raise FollowUpRefused("gone")
        return rows[one % len(rows)]


def check() -> None:
    for told in FollowUp.objects.exclude(review="rejected"):
        rows = list(told.occurrences.order_by("ordinal"))
        assert [row.ordinal for row in rows] == list(range(1, len(rows) + 1)), "each comes once, in order"
        assert not any(row.is_open for row in rows[:-1])
        last = rows[-1]
        if last.is_open:
            before = rows[-2] if len(rows) > 1 else None
            is_needless = before and not last.steps.exists() and (told.every is None or goes_on_elsewhere(before))
            assert not is_needless, "it is not waited for twice"
        else:
            assert told.every is None or goes_on_elsewhere(last), "it is not lost"


def goes_on_elsewhere(row: Occurrence) -> bool:
    """Whether the item that answered it asks for the same."""
    return bool(row.met_by) and row.met_by.follow_ups.exclude(review="rejected").filter(every=1, unit="quarter").exists()


@pytest.mark.django_db
@settings(deadline=None, max_examples=40)
@given(taken=actions)
def test_it_is_waited_for_once_and_never_lost(taken):
    with transaction.atomic():
        council = Council()
        check()
        for action in taken:
            council.do(*action)
            check()
        transaction.set_rollback(True)
