"""The badges that tell how what is waited for stands."""

import datetime as dt

import pytest

from followups.models import Occurrence
from followups.presenters import standing_badges
from meetings.models import Body

TODAY = dt.date(2018, 9, 3)
PAST, COMING = dt.date(2018, 9, 1), dt.date(2018, 9, 13)


@pytest.mark.parametrize(
    ("state", "due", "is_placed", "badges"),
    [
        ("open", COMING, False, [("10 dage tilbage", "info")]),
        ("open", TODAY, False, [("i dag er sidste dag", "info")]),
        ("open", PAST, False, [("overskredet med 2 dage", "error")]),
        ("open", PAST, True, [("på en dagsorden", "error"), ("overskredet med 2 dage", "error")]),
        ("open", COMING, True, [("på en dagsorden", "success")]),
        ("open", None, True, [("på en dagsorden", "success")]),
        ("open", None, False, [("venter", "info")]),
        ("met", PAST, False, [("besvaret", "success")]),
        ("dropped", PAST, False, [("frafaldet", "")]),
    ],
)
def test_how_it_stands(state, due, is_placed, badges):
    row = Occurrence(state=state, due_start=due, due_end=due, body=Body())
    assert standing_badges(row, is_placed=is_placed, today=TODAY) == badges


def test_history_is_told_as_that_and_not_as_overdue():
    row = Occurrence(due_start=PAST, due_end=PAST, body=Body(in_use_since=TODAY))
    assert standing_badges(row, is_placed=False, today=TODAY) == [("historie", "")]
