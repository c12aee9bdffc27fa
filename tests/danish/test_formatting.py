"""Stretches of days and recurrences in words."""

import datetime as dt

import pytest

from danish.formatting import days_in_words, days_of_year_in_words, recurrence_in_words, time_in_words
from danish.periods import parse_period

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
OF_2026 = [
    (D(2026, 4, 3), D(2026, 4, 3), "3. april"),
    (D(2026, 9, 1), D(2026, 9, 14), "1.–14. september"),
    (D(2026, 9, 1), D(2026, 9, 30), "september"),
    (D(2026, 2, 1), D(2026, 2, 28), "februar"),
    (D(2026, 12, 1), D(2026, 12, 31), "december"),
    (D(2026, 7, 1), D(2026, 9, 30), "3. kvartal"),
    (D(2026, 10, 1), D(2026, 12, 31), "4. kvartal"),
    (D(2026, 6, 1), D(2026, 8, 31), "1. juni – 31. august"),
    (D(2026, 1, 1), D(2026, 12, 31), "hele året"),
    (D(2026, 1, 1), D(2026, 6, 30), "1. januar – 30. juni"),
    (D(2026, 12, 1), D(2027, 2, 28), "1. december 2026 – 28. februar 2027"),
    (D(2025, 9, 1), D(2025, 9, 30), "1.–30. september 2025"),
]
RECURRENCES = [
    (1, "meeting", "hvert møde"),
    (3, "meeting", "hvert 3. møde"),
    (1, "month", "hver måned"),
    (2, "month", "hver 2. måned"),
    (1, "quarter", "hvert kvartal"),
    (1, "year", "hvert år"),
    (2, "year", "hvert 2. år"),
    (6, "month", "to gange om året"),
    (4, "month", "tre gange om året"),
    (6, "meeting", "hvert 6. møde"),
]


@pytest.mark.parametrize(("first", "last", "words"), DAYS)
def test_days_are_told_without_saying_a_month_or_year_twice(first, last, words):
    assert days_in_words(first, last) == words


@pytest.mark.parametrize(("first", "last", "words"), OF_2026)
def test_days_of_a_year_that_is_understood_are_told_without_it(first, last, words):
    assert days_of_year_in_words(first, last, 2026) == words


@pytest.mark.parametrize(("every", "unit", "words"), RECURRENCES)
def test_a_recurrence_minds_the_gender_of_its_unit(every, unit, words):
    assert recurrence_in_words(every, unit) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2027, 6, 12), dt.date(2027, 6, 12), "d. 12. juni 2027"),
        (dt.date(2027, 5, 1), dt.date(2027, 5, 31), "i maj 2027"),
        (dt.date(2027, 4, 1), dt.date(2027, 6, 30), "i 2. kvartal 2027"),
        (dt.date(2027, 1, 1), dt.date(2027, 12, 31), "hele året 2027"),
        (dt.date(2027, 5, 10), dt.date(2027, 5, 20), "10.–20. maj 2027"),
        (dt.date(2026, 12, 1), dt.date(2027, 1, 31), "1. december 2026 – 31. januar 2027"),
    ],
)
def test_a_time_in_a_sentence_is_read_again_as_the_same_days(first, last, words):
    assert time_in_words(first, last) == words
    period = parse_period(words, dt.date(2026, 11, 1))
    assert (period.first, period.last) == (first, last)
