"""A report that the body asked for in the same words at several meetings: each hears of it once, from the first reading that he or she may read."""

import datetime as dt

import pytest

from cases.models import Matter
from followups.models import FollowUp, Occurrence
from followups.services import link_duplicates
from meetings.models import Membership
from reminders.sources import source_of
from tests.factories.obligations import FollowUpFactory, OccurrenceFactory
from tests.factories.register import (
    AgendaItemFactory,
    MatterFactory,
    MeetingFactory,
    MembershipFactory,
    PersonFactory,
    UserFactory,
)
from tests.reminders.test_sources import TODAY, told, user_key

pytestmark = pytest.mark.django_db

SEEN = FollowUp.Review.ACCEPTED


@pytest.fixture
def reading(body):
    matter = MatterFactory()

    def make(month: int, *, closed: bool = False, responsible: str = "", **columns) -> Occurrence:
        meeting = MeetingFactory(body=body, date=dt.date(2018, month, 4), published=True)
        item = AgendaItemFactory(meeting=meeting, matter=matter, closed=closed)
        promise = FollowUpFactory(item=item, review=SEEN, responsible=responsible, every=1, unit="quarter", text="en status")
        return OccurrenceFactory(follow_up=promise, **columns)

    return make


def linked_and_told() -> dict[str, list[str]]:
    link_duplicates(matters=Matter.objects.values_list("pk", flat=True))
    return {key: [whose for whose, _duty in who] for key, who in told("report").items()}


def test_who_may_not_read_the_closed_one_hears_of_the_open_one(body, secretary, reading):
    unit = "Center for Socialindsats"
    closed, first, again = reading(3, closed=True, responsible=unit), reading(5, responsible=unit), reading(6, responsible=unit)
    assert linked_and_told() == {
        f"report:{closed.pk}": [user_key(secretary)],
        f"report:{first.pk}": ["name:centerforsocialindsats"],
        f"report:{again.pk}": [],
    }


def test_a_member_who_is_shut_out_hears_of_the_open_one_and_another_of_the_closed(body, reading):
    inside, outside = (PersonFactory(user=UserFactory(member=True)) for _ in range(2))
    for person in (inside, outside):
        MembershipFactory(body=body, person=person, role=Membership.Role.CHAIR)
    closed, again = reading(3, closed=True), reading(6)
    closed.item.shut_out.add(outside)
    assert linked_and_told() == {
        f"report:{closed.pk}": [user_key(inside.user)],
        f"report:{again.pk}": [user_key(outside.user)],
    }


def test_whoever_is_named_in_the_later_one_alone_hears_of_that(secretary, reading):
    first, again = reading(3), reading(6, responsible="Center for Socialindsats")
    assert linked_and_told() == {
        f"report:{first.pk}": [user_key(secretary)],
        f"report:{again.pk}": ["name:centerforsocialindsats"],
    }


def test_while_the_first_one_stands_on_an_agenda_the_other_is_silent_too(body, secretary, reading):
    meeting = MeetingFactory(body=body, date=dt.date(2018, 9, 5))
    reading(3, placed_on=AgendaItemFactory(meeting=meeting))
    again = reading(6)
    assert linked_and_told() == {f"report:{again.pk}": []}


def test_one_that_somebody_has_put_off_is_told_beside_the_first(secretary, reading):
    first, again = reading(3), reading(6, due_fixed=True)
    assert linked_and_told() == {f"report:{first.pk}": [user_key(secretary)], f"report:{again.pk}": [user_key(secretary)]}


def test_the_last_look_tells_the_same_as_the_plan(body, secretary, reading):
    readings = [reading(3, closed=True, responsible="Forvaltningen"), reading(5), reading(6, responsible="Forvaltningen")]
    whole = linked_and_told()
    for one in readings:
        [looked_at] = source_of("report:0").deadlines(today=TODAY, keys=[f"report:{one.pk}"])
        assert [who.key for who in looked_at.addressees] == whole[looked_at.key]
