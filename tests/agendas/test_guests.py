"""Guests are written a line each, as people write them, and read back as they were."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendas.guests import GuestLine, UnreadableGuest, read_guests, write_guests

THREE, FOUR = dt.time(15), dt.time(16)


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        ("Tine Horn", GuestLine("Tine Horn")),
        ("Tine Horn, tine@horn.example", GuestLine("Tine Horn", "tine@horn.example")),
        ("Tine Horn, tine@horn.example, 15.00–16.00", GuestLine("Tine Horn", "tine@horn.example", THREE, FOUR)),
        ("Tine Horn; kl. 15 til 16", GuestLine("Tine Horn", "", THREE, FOUR)),
        ("Tine Horn, fra 15:00", GuestLine("Tine Horn", "", THREE)),
        ("Tine Horn, inden kl. 16", GuestLine("Tine Horn", "", None, FOUR)),
    ],
)
def test_a_line_is_read(line, guest):
    assert read_guests(f"\n{line}  \n") == [guest]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("tine@horn.example", "no_name"),
        ("Tine Horn, 16.00–15.00", "ends_before"),
        ("Tine Horn, 25.00–26.00", "not_understood"),
        ("Tine Horn, afdelingsleder", "not_understood"),
        ("T" * 201, "too_long"),
    ],
)
def test_a_line_that_is_no_guest_is_refused(line, code):
    with pytest.raises(UnreadableGuest) as refused:
        read_guests(line)
    assert (refused.value.code, refused.value.line) == (code, line)


CLOCKS = st.none() | st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
NAMES = st.sampled_from(["Tine Horn", "Åse", "Fra Holm", "Kl. Til", "Inden Bro"])
GUESTS = st.builds(GuestLine, NAMES, st.sampled_from(["", "a@b.example"]), CLOCKS, CLOCKS).filter(
    lambda one: one.opens is None or one.closes is None or one.opens < one.closes
)


@given(st.lists(GUESTS, max_size=5))
def test_what_was_written_is_read_again(guests):
    assert read_guests(write_guests(guests)) == guests
