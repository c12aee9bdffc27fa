"""Stretches of days and recurrences in words."""

import datetime as dt

import pytest

from danish.telling import days_in_words, recurrence_in_words

D = dt.date
DAYS = [
    (D(2025, 4, 3), D(2025, 4, 3), "3. april 2025"),
    (D(2018, 9, 1), D(2018, 9, 30), "1.–30. september 2018"),
    (D(2025, 10, 1), D(2025, 12, 31), "1. oktober – 31. december 2025"),
    (D(2020, 12, 1), D(2021, 2, 28), "1. december 2020 – 28. februar 2021"),
    (D(2020, 5, 1), D(2021, 5, 31), "1. maj 2020 – 31. maj 2021"),
    (None, D(2025, 5, 1), "senest 1. maj 2025"),
    (D(2025, 5, 1), None, "fra 1. maj 2025"),
    (None, None, ""),
]
RECURRENCES = [
    (1, "meeting", "hvert møde"),
    (3, "meeting", "hvert 3. møde"),
    (1, "month", "hver måned"),
    (2, "month", "hver 2. måned"),
    (1, "quarter", "hvert kvartal"),
    (1, "year", "hvert år"),
    (2, "year", "hvert 2. år"),
]


@pytest.mark.parametrize(("first", "last", "words"), DAYS)
def test_days_are_told_without_saying_a_month_or_year_twice(first, last, words):
    assert days_in_words(first, last) == words


@pytest.mark.parametrize(("every", "unit", "words"), RECURRENCES)
def test_a_recurrence_minds_the_gender_of_its_unit(every, unit, words):
    assert recurrence_in_words(every, unit) == words
