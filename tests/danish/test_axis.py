"""An axis of days holds every day shown in its order, and its months without a gap."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danish.axis import DateAxis, figure

D = dt.date
days = st.dates(D(1970, 1, 1), D(9999, 12, 31))


@st.composite
def axes(draw) -> DateAxis:
    first = draw(days)
    longest = min(dt.timedelta(days=3000), D.max - first)
    return DateAxis(first, draw(st.dates(first, first + longest)), draw(st.sampled_from([360, 923])))


@given(axes(), days, days)
def test_the_later_of_two_days_lies_no_nearer_to_the_beginning(axis, one, other):
    earlier, later = sorted((one, other))
    assert axis.start(earlier) <= axis.start(later)
    for day in (earlier, later):
        assert 0 <= axis.start(day) <= axis.middle(day) <= axis.end(day) <= axis.length
        assert (axis.start(day) < axis.end(day)) == axis.shows(day)


@given(axes())
def test_the_months_lie_side_by_side_from_end_to_end(axis):
    months = list(axis.months())
    assert (months[0].start, months[-1].end) == (0, axis.length)
    assert all(one.end == other.start for one, other in pairwise(months))
    assert [month.first for month in months[1:]] == sorted({month.first.replace(day=1) for month in months[1:]})


def test_months_are_named_in_danish():
    assert [month.name for month in DateAxis(D(2018, 11, 15), D(2019, 2, 10), 100).months()] == [
        "november",
        "december",
        "januar",
        "februar",
    ]
    assert [month.name for month in DateAxis(D(9999, 12, 31), D(9999, 12, 31), 100).months()] == ["december"]


def test_no_axis_ends_before_it_begins():
    with pytest.raises(ValueError, match="no days"):
        DateAxis(D(2018, 6, 2), D(2018, 6, 1), 100)


@pytest.mark.parametrize(("value", "text"), [(12.5, "12.5"), (-3.14159, "-3.14"), (-0.001, "0"), (1000, "1000"), (44.0, "44")])
def test_a_figure_is_short_and_has_a_point(value, text):
    assert figure(value) == text
