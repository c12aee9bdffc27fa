"""Denmark's holidays, held against the church's own rule and the law, so that a new version of the package changes none unseen."""

import datetime as dt

import pytest

from danish.holidays import closed_by_custom, holiday_name, public_holidays

EASTER_SUNDAYS = """
    1990-04-15 1991-03-31 1992-04-19 1993-04-11 1994-04-03 1995-04-16 1996-04-07 1997-03-30 1998-04-12 1999-04-04
    2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23 2009-04-12
    2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21
    2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01
    2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10
    2040-04-01
"""
FROM_EASTER = {
    -3: "skærtorsdag",
    -2: "langfredag",
    0: "påskedag",
    1: "2. påskedag",
    26: "store bededag",
    39: "Kristi himmelfartsdag",
    49: "pinsedag",
    50: "2. pinsedag",
}


@pytest.mark.parametrize("easter", [dt.date.fromisoformat(day) for day in EASTER_SUNDAYS.split()], ids=lambda day: day.year)
def test_the_holidays_of_a_year_are_those_of_the_church_and_store_bededag_ends_with_2023(easter):
    expected = {easter + dt.timedelta(days): name for days, name in FROM_EASTER.items() if name != "store bededag" or easter.year <= 2023}
    expected |= {
        dt.date(easter.year, 1, 1): "nytårsdag",
        dt.date(easter.year, 12, 25): "juledag",
        dt.date(easter.year, 12, 26): "2. juledag",
    }
    assert public_holidays(easter.year) == expected


@pytest.mark.parametrize("year", range(1990, 2041))
def test_grundlovsdag_and_the_two_eves_are_closed_by_custom_and_1_may_is_not(year):
    assert closed_by_custom(year) == {
        dt.date(year, 6, 5): "grundlovsdag",
        dt.date(year, 12, 24): "juleaftensdag",
        dt.date(year, 12, 31): "nytårsaftensdag",
    }


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
        (dt.date(2100, 12, 26), "2. juledag"),
    ],
)
def test_a_holiday_has_its_name_in_the_years_it_was_one(day, name):
    assert holiday_name(day) == name
