"""The day from which a body uses the register: what was due before it is history."""

import datetime as dt

import pytest

from meetings.start_dates import is_before_start

START = dt.date(2018, 8, 1)


@pytest.mark.parametrize(
    ("last", "start", "is_before"),
    [
        (dt.date(2018, 7, 31), START, True),
        (START, START, False),
        (None, START, False),
        (dt.date(2018, 7, 31), None, False),
        (None, None, False),
    ],
)
def test_what_was_due_before_the_start(last, start, is_before):
    assert is_before_start(last, start) is is_before
