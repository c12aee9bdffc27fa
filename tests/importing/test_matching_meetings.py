"""A treatment is planned for a day on which the body meets, as far as its calendar is known."""

import datetime as dt

import pytest

from meetings.models import Meeting
from minutes.services import look_up
from reader import facts
from tests import factories as f
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db
D = dt.date
CALENDAR = (D(2025, 4, 7), D(2025, 5, 12), D(2025, 6, 16))


def said_of(first: dt.date | None, last: dt.date | None = None, *, body: str = "Byrådet") -> list[dict]:
    """The params of the warnings about a treatment planned for the day, or the stretch of days."""
    quote = "Sagen behandles i Byrådet."
    minutes = simple("Plan", planned_treatments=[facts.PlannedTreatmentFacts(body, "Plan", first, last or first, quote)])
    _matches, warnings, _meeting, _taken = look_up(minutes)
    return [warning.params for warning in warnings if warning.code == "no_meeting_that_day"]


@pytest.fixture
def council(db):
    council = f.BodyFactory(name="Byrådet")
    for day in CALENDAR:
        f.MeetingFactory(body=council, date=day)
    return council


def test_a_day_in_the_calendar_is_right(council):
    assert said_of(D(2025, 5, 12)) == []


def test_a_day_beside_it_is_pointed_at_with_the_nearest(council):
    assert said_of(D(2025, 5, 13)) == [{"body": "Byrådet", "date": "2025-05-13", "nearest": "2025-05-12"}]


def test_nothing_is_said_outside_what_is_known_of_the_calendar(council):
    assert said_of(D(2025, 9, 1)) == []
    assert said_of(D(2025, 3, 1)) == []


def test_a_stretch_of_days_and_a_time_untold_are_right(council):
    assert said_of(D(2025, 5, 1), D(2025, 5, 31)) == []
    assert said_of(None) == []


def test_a_cancelled_meeting_is_none(council):
    Meeting.objects.filter(date=D(2025, 5, 12)).update(state=Meeting.State.CANCELLED)
    assert said_of(D(2025, 5, 12)) == [{"body": "Byrådet", "date": "2025-05-12", "nearest": "2025-04-07"}]


def test_of_a_body_that_is_not_in_the_register_nothing_is_said(council):
    assert said_of(D(2025, 5, 13), body="Havneudvalget") == []


def test_a_party_that_is_a_body_is_linked_and_one_that_only_looks_like_it_is_not(council):
    hearing = facts.HearingFacts("Plan", None, D(2025, 5, 1), ["Byrådet", "Byråde"], "Planen er i høring.")
    matches, *_ = look_up(simple("Plan", hearings=[hearing]))
    assert (matches.body_id("Byrådet"), matches.body_id("Byråde")) == (council.pk, None)
