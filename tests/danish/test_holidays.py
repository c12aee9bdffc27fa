"""Denmark's holidays, held against a list kept by others and against the church's own rules."""

import datetime as dt

import holidays as others
import pytest

from danish.holidays import closed_by_custom, easter, holiday_name, public_holidays

YEARS = range(1990, 2041)


@pytest.mark.parametrize("year", YEARS)
def test_public_holidays_are_those_of_the_year(year):
    assert set(public_holidays(year)) == set(others.country_holidays("DK", years=year, categories="public"))


@pytest.mark.parametrize("year", YEARS)
def test_grundlovsdag_and_the_two_eves_are_the_days_closed_by_custom(year):
    optional = others.country_holidays("DK", years=year, categories="optional")
    assert set(closed_by_custom(year)) == {day for day in optional if (day.month, day.day) != (5, 1)}


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (1954, 4, 18), (1981, 4, 19), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)],
)
def test_easter_also_at_its_extremes_and_exceptions(year, month, day):
    assert easter(year) == dt.date(year, month, day)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2023, 5, 5), "store bededag"),
        (dt.date(2024, 4, 26), None),
        (dt.date(2018, 3, 29), "skærtorsdag"),
        (dt.date(2018, 5, 10), "Kristi himmelfartsdag"),
        (dt.date(2018, 5, 1), None),
        (dt.date(2018, 6, 5), "grundlovsdag"),
        (dt.date(2017, 6, 5), "2. pinsedag"),
        (dt.date(2018, 12, 24), "juleaftensdag"),
        (dt.date(2018, 12, 26), "2. juledag"),
        (dt.date(2018, 12, 27), None),
        (dt.date(2018, 12, 31), "nytårsaftensdag"),
    ],
)
def test_a_holiday_has_its_name_in_the_years_it_was_one(day, name):
    assert holiday_name(day) == name
