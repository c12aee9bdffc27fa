"""A row of the time plan names an item: it is there for those who may read that item."""

import pytest

from cases.access import PUBLIC
from meetings.models import Attendance, TimePlanRow
from tests.access.people import actor_of
from tests.factories import AgendaItemFactory, AttendanceFactory, MeetingFactory, TimePlanRowFactory

pytestmark = pytest.mark.django_db


def titles(actor) -> list[str]:
    return [row.title for row in TimePlanRow.objects.visible_to(actor).order_by("position")]


@pytest.fixture
def meeting():
    """A published meeting with an open and a closed item, a row for each, a row of no item, and a break."""
    meeting = MeetingFactory(published=True)
    for title, item in [
        ("åbent", AgendaItemFactory(meeting=meeting)),
        ("lukket", AgendaItemFactory(meeting=meeting, closed=True)),
        ("uvist", None),
    ]:
        TimePlanRowFactory(meeting=meeting, title=title, item=item)
    TimePlanRowFactory(meeting=meeting, title="Pause", is_break=True)
    return meeting


def test_the_row_of_a_closed_item_and_rows_that_may_be_its_own_are_hidden(meeting):
    for kind in ("public", "secretary of another", "former member"):
        assert titles(actor_of(kind, meeting.body)) == ["åbent", "Pause"]


def test_those_who_may_read_every_item_see_every_row(meeting):
    for kind in ("member", "secretary of the body", "administrator"):
        assert titles(actor_of(kind, meeting.body)) == ["åbent", "lukket", "uvist", "Pause"]


def test_a_member_shut_out_sees_neither_the_row_nor_one_that_may_be_it(meeting):
    closed = meeting.items.get(closed=True)
    assert titles(actor_of("shut out member", meeting.body, closed)) == ["åbent", "Pause"]


def test_a_row_of_no_item_is_public_when_the_whole_agenda_is(meeting):
    meeting.items.filter(closed=True).update(closed=False)
    assert titles(PUBLIC) == ["åbent", "lukket", "uvist", "Pause"]


def test_a_closed_item_taken_away_takes_its_row_with_it(meeting):
    meeting.items.get(closed=True).delete()
    assert titles(PUBLIC) == ["åbent", "uvist", "Pause"]


def test_an_unpublished_time_plan_is_the_bodys_own():
    row = TimePlanRowFactory(title="Velkomst")
    assert titles(PUBLIC) == []
    assert titles(actor_of("member", row.meeting.body)) == ["Velkomst"]


def test_participants_are_public_with_the_minutes():
    planned, held = AttendanceFactory(meeting__agenda_published=True), AttendanceFactory(meeting__published=True)
    assert list(Attendance.objects.visible_to(PUBLIC)) == [held]
    assert list(Attendance.objects.visible_to(actor_of("member", planned.meeting.body)).order_by("pk")) == [planned, held]
