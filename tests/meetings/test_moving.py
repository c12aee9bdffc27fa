"""A meeting is moved with its items, whose numbers count in the year and body they come to."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meetings.services import move_meeting, place_item
from tests.factories import AgendaItemFactory, BodyFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def test_items_follow_their_meeting_to_another_year_and_body():
    item = AgendaItemFactory(number=16)
    committee = BodyFactory()
    move_meeting(meeting=item.meeting, body=committee, date=dt.date(2019, 1, 9))
    item.refresh_from_db()
    assert (item.body, item.year, item.number) == (committee, 2019, 16)
    assert (item.meeting.body, item.meeting.date) == (committee, dt.date(2019, 1, 9))


def test_a_meeting_stays_where_it_is_when_its_numbers_are_taken():
    item = AgendaItemFactory(number=16)
    AgendaItemFactory(meeting=item.meeting, number=17)
    next_year = MeetingFactory(body=item.body, date=dt.date(2019, 2, 6))
    for number in (17, 16, 3):
        AgendaItemFactory(meeting=next_year, number=number)
    with pytest.raises(ValidationError, match=r"har andre punkter med disse numre i 2019: 16, 17\."):
        move_meeting(meeting=item.meeting, body=item.body, date=dt.date(2019, 1, 9))
    item.refresh_from_db()
    assert (item.year, item.meeting.date) == (2018, dt.date(2018, 6, 6))


def test_a_meeting_moves_within_its_year_over_its_own_numbers():
    item = AgendaItemFactory(number=16)
    move_meeting(meeting=item.meeting, body=item.body, date=dt.date(2018, 8, 29))
    item.refresh_from_db()
    assert (item.year, item.meeting.date) == (2018, dt.date(2018, 8, 29))


def test_items_without_a_number_of_the_year_move_anywhere():
    item = AgendaItemFactory(number=None)
    other = AgendaItemFactory(number=None)
    move_meeting(meeting=item.meeting, body=other.body, date=dt.date(2018, 8, 29))
    item.refresh_from_db()
    assert item.body == other.body


def test_an_item_follows_the_meeting_it_is_placed_in():
    item = AgendaItemFactory(number=16)
    meeting = MeetingFactory(date=dt.date(2019, 1, 9))
    place_item(item=item, meeting=meeting, position=3, number=1)
    item.refresh_from_db()
    assert (item.body, item.year, item.position, item.number) == (meeting.body, 2019, 3, 1)


def test_a_place_that_is_taken_is_refused():
    item, other = AgendaItemFactory(), AgendaItemFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        place_item(item=item, meeting=other.meeting, position=other.position, number=None)
