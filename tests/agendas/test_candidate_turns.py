"""Whose turn it is at a meeting: what cannot wait for the next one."""

import datetime as dt

import pytest

from agendas.candidates import Turn, hearing_turn, turn

JANUARY, FEBRUARY = dt.date(2027, 1, 19), dt.date(2027, 2, 16)


def day(month: int, number: int) -> dt.date:
    return dt.date(2027, month, number)


@pytest.mark.parametrize(
    ("first", "last", "following", "expected"),
    [
        (day(1, 1), day(1, 18), FEBRUARY, Turn.LATE),
        (day(1, 19), day(1, 19), FEBRUARY, Turn.NOW),
        (day(1, 1), day(1, 31), FEBRUARY, Turn.NOW),
        (day(1, 1), day(2, 16), FEBRUARY, Turn.NOW),
        (day(1, 1), day(2, 17), FEBRUARY, None),
        (day(2, 1), day(2, 15), FEBRUARY, Turn.BETWEEN),
        (day(2, 16), day(2, 16), FEBRUARY, None),
        (day(2, 1), day(3, 31), None, None),
        (day(2, 1), day(3, 22), None, Turn.BETWEEN),
        (day(1, 19), day(3, 22), None, Turn.NOW),
        (None, None, FEBRUARY, None),
    ],
)
def test_what_cannot_wait_for_the_next_meeting_wants_a_place_at_this_one(first, last, following, expected):
    assert turn(first, last, meeting=JANUARY, following=following) == expected


def test_what_was_put_off_without_a_time_belongs_on_the_next_agenda():
    assert turn(None, None, meeting=JANUARY, following=FEBRUARY, is_put_off=True) == Turn.UNDATED


@pytest.mark.parametrize(
    ("deadline", "expected"), [(day(1, 18), Turn.LATE), (day(1, 19), Turn.NOW), (day(2, 15), Turn.NOW), (day(2, 16), None)]
)
def test_a_hearing_is_answered_at_the_last_meeting_before_its_deadline(deadline, expected):
    assert hearing_turn(deadline, meeting=JANUARY, following=FEBRUARY) == expected
