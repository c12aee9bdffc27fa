"""Sentences about items, votes and days for a meeting."""

import datetime as dt

import pytest

from danish.working_days import Calendar
from meetings import wording
from meetings.dispatch import advise


@pytest.mark.parametrize(
    ("number", "title", "said"),
    [
        ("3", "Natvarmestue", "punkt 3, Natvarmestue"),
        ("A)", "Natvarmestue", "punkt A), Natvarmestue"),
        ("", "Natvarmestue", "Natvarmestue"),
        ("3", "", "punkt 3"),
    ],
)
def test_an_item_is_called_by_its_number_and_title(number, title, said):
    assert wording.titled(number, title) == said


@pytest.mark.parametrize(
    ("votes_for", "votes_against", "abstained", "said"),
    [
        (6, 1, None, "6 for, 1 imod"),
        (6, 0, 0, "6 for, 0 imod"),
        (6, 1, 2, "6 for, 1 imod, 2 hverken for eller imod"),
        (None, 2, None, "2 imod"),
        (5, None, 1, "5 for, 1 hverken for eller imod"),
        (None, None, 3, "3 hverken for eller imod"),
        (None, None, None, ""),
    ],
)
def test_only_the_votes_that_were_counted_are_told(votes_for, votes_against, abstained, said):
    assert wording.votes_counted(votes_for, votes_against, abstained) == said


@pytest.mark.parametrize(
    ("day", "today", "told"),
    [
        ("2018-09-26", "2018-09-03", []),
        ("2018-09-22", "2018-09-03", ["Lørdag d. 22. september 2018 er ingen hverdag."]),
        ("2018-12-26", "2018-09-03", ["Onsdag d. 26. december 2018 er ingen hverdag, men 2. juledag."]),
        (
            "2018-09-05",
            "2018-09-03",
            ["Det er for sent at sende dagsordenen ud i tide: det skulle være sket senest onsdag d. 29. august 2018."],
        ),
        ("2018-09-01", "2018-09-03", ["Lørdag d. 1. september 2018 er ingen hverdag.", "Dagen er passeret."]),
    ],
)
def test_what_speaks_against_a_day_is_told(day, today, told):
    advice = advise(dt.date.fromisoformat(day), today=dt.date.fromisoformat(today), dispatch_days=5, calendar=Calendar())
    assert wording.warnings_told(advice) == told
