"""Dates and times as Danish minutes print them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danish.dates import MONTHS, WEEKDAYS, find_date, find_dates, find_time_range, find_times, weekday_name

NINE = dt.date(2021, 3, 9)


@pytest.mark.parametrize(
    "text",
    [
        "09-03-2021", "09.03.2021", "9.3.2021", "09.03.21", "9/3-2021", "9/3 2021", "9/3-21", "9-3-21", "2021-03-09", "9.3-2021", "9. 3. 2021",
        "d. 9. marts 2021", "den 9. marts 2021", "9 marts 2021", "Tirsdag d. 09. marts 2021 kl. 16:00", "TIRSDAG DEN 9. MARTS 2021", "9. mar. 2021",
        "d.9.marts 2021", "mødet (9. marts 2021)", "09-03-2021.",
    ],
)  # fmt: skip
def test_every_printed_form_of_a_day_is_that_day(text):
    assert find_date(text) == NINE


@pytest.mark.parametrize(
    "text",
    [
        "27.15.00-A08-1-18", "00.01.00-P22-1-18", "1.043.224 kr.", "330-2018-3619", "2012-28504", "12/27845", "01.02G00 - 2017/27088",
        "31-02-2018", "16.05 - 16.20", "uge 43", "i 2018-2021", "2018: 50.156 kr.", "§ 12.3-14", "MDR-2016-02836", "medio juni 2018", "",
    ],
)  # fmt: skip
def test_what_is_no_day_is_left_alone(text):
    assert find_dates(text) == []


def test_the_weekday_before_a_date_is_told_so_that_it_can_be_checked():
    found = find_dates("mødes onsdag den 9. marts 2021 og fredag, d. 12-03-2021 samt 13.03.2021")
    assert [(day.date.day, day.weekday) for day in found] == [(9, 2), (12, 4), (13, None)]
    assert weekday_name(NINE) == "tirsdag"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("kl. 15:30", [dt.time(15, 30)]),
        ("kl. 9", [dt.time(9)]),
        ("16.00 - 18.15", [dt.time(16), dt.time(18, 15)]),
        ("16.00-18.15", [dt.time(16), dt.time(18, 15)]),
        ("kl. 15 til kl.18", [dt.time(15), dt.time(18)]),
        ("06.03.2025 kl. 8.05", [dt.time(8, 5)]),
        ("12.10.21", []),
        ("kl. 27.80", []),
        ("3 borgere", []),
    ],
)
def test_times_of_day(text, times):
    assert find_times(text) == times


@pytest.mark.parametrize(
    ("text", "span", "mistyped"),
    [
        ("16.05 - 16.20", ("16:05", "16:20"), False),
        ("kl. 16:05–16:20", ("16:05", "16:20"), False),
        ("kl. 15-17.30 i salen", ("15:00", "17:30"), False),
        ("17.10-17-20", ("17:10", "17:20"), True),
        ("fra 14.00 til 14.45", ("14:00", "14:45"), False),
    ],
)
def test_a_span_of_times(text, span, mistyped):
    found = find_time_range(text)
    assert (f"{found.start:%H:%M}", f"{found.end:%H:%M}") == span
    assert found.mistyped is mistyped


@pytest.mark.parametrize("text", ["2018-2021", "3-5 borgere", "10-2021", "2020-21"])
def test_spans_that_are_no_times(text):
    assert find_time_range(text) is None


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)))
def test_a_date_written_out_is_found_again(day):
    for text in (
        f"{day:%d-%m-%Y}",
        f"{day:%d.%m.%y}",
        f"{day.isoformat()}",
        f"{WEEKDAYS[day.weekday()]} d. {day.day}. {MONTHS[day.month - 1]} {day.year}",
    ):
        assert find_date(f"Mødet {text} kl. 16") == day


@given(st.text(alphabet="0123456789.-/ :kl.dmarsjuni", max_size=200))
def test_any_text_can_be_searched(text):
    find_dates(text)
    find_times(text)
    find_time_range(text)
