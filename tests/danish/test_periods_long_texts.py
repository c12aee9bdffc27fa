"""Long texts of any make: the work grows with the length and no faster, counted in places looked at and not in seconds."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from danish.periods import find_periods, find_recurrences
from danish.periods.candidates import REACH, places

MEETING = dt.date(2018, 6, 6)
bits = st.sampled_from(
    ["i ", "1. ", "den ", "januar, ", "1. maj til ", "1. maj - ", "mødet i ", "møde", "2019-", "2019/",
     "uge 1-", "inden udgangen af ", "primo ",
     "mandag ", "01-02-2020 ", "næste ", "hvert ", "2 gange ", "første halvdel af ", "\n ", " ", "/", "q", "skoleåret ", "æ", "og ", "Jan "]
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(bits, min_size=1, max_size=4))
def test_a_long_text_is_read_to_its_end(unit):
    text = "".join(unit) * (60_000 // len("".join(unit)))
    find_recurrences(text)
    assert all(0 <= period.start < period.end <= len(text) for period in find_periods(text, MEETING))


@settings(deadline=None)
@given(st.lists(bits, min_size=1, max_size=200).map("".join))
def test_no_place_is_looked_at_twice_and_none_far_from_a_telling_word(text):
    looked_at = list(places(text))
    assert looked_at == sorted(set(looked_at))
    assert list(places("x " * REACH + text + " x" * REACH))[:1] == list(places("x " * REACH + text))[:1]


def test_text_that_tells_no_time_is_not_looked_at_closely():
    assert list(places("rådet drøfter forslaget og bemærker intet " * 100)) == []
