"""The days of a year's meetings by a rule, as the year before, and what collides on them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danish.working_days import Closing
from meetings.yearplan.closings import UnreadableLine, read_closings, write_closings
from meetings.yearplan.collisions import Code, MeetingTime, collisions_on
from meetings.yearplan.rules import LAST, MeetingRule, Pattern, a_year_on, days_of, likely_rule, place_of

D = dt.date
TODAY = D(2026, 12, 1)
WEDNESDAY, THURSDAY = 2, 3
DAYS = st.dates(D(2000, 1, 1), D(2090, 12, 31))


def days(rule: MeetingRule, first: str, last: str) -> str:
    return " ".join(f"{day:%d/%m}" for day in days_of(rule, D.fromisoformat(first), D.fromisoformat(last)))


RULES = {
    "every third Wednesday": (
        MeetingRule(Pattern.MONTHLY, WEDNESDAY, 3),
        "2027-01-01",
        "2027-06-30",
        "20/01 17/02 17/03 21/04 19/05 16/06",
    ),
    "every other month": (MeetingRule(Pattern.MONTHLY, WEDNESDAY, 3, every=2), "2027-01-01", "2027-06-30", "20/01 17/03 19/05"),
    "the last Thursday, of five or four": (
        MeetingRule(Pattern.MONTHLY, THURSDAY, LAST),
        "2027-01-01",
        "2027-04-30",
        "28/01 25/02 25/03 29/04",
    ),
    "both ends are included": (MeetingRule(Pattern.MONTHLY, WEDNESDAY, 1), "2027-02-03", "2027-03-03", "03/02 03/03"),
    "over the turn of the year": (MeetingRule(Pattern.MONTHLY, WEDNESDAY, 1), "2027-12-01", "2028-01-31", "01/12 05/01"),
    "every third week": (MeetingRule(Pattern.WEEKLY, WEDNESDAY, every=3), "2027-01-01", "2027-03-01", "06/01 27/01 17/02"),
    "no day within": (MeetingRule(Pattern.MONTHLY, WEDNESDAY, 1), "2027-02-04", "2027-03-02", ""),
}


@pytest.mark.parametrize(("rule", "first", "last", "expected"), RULES.values(), ids=RULES)
def test_the_days_of_a_rule(rule, first, last, expected):
    assert days(rule, first, last) == expected


@given(DAYS, st.integers(0, 400), st.integers(0, 6), st.integers(1, LAST), st.integers(1, 12))
def test_a_rule_gives_its_own_weekday_in_order_within_the_days_asked_for(first, length, weekday, place, every):
    last = first + dt.timedelta(days=length)
    for pattern in (Pattern.MONTHLY, Pattern.WEEKLY):
        found = list(days_of(MeetingRule(pattern, weekday, place, every), first, last))
        assert found == sorted(set(found))
        assert all(first <= day <= last and day.weekday() == weekday for day in found)
        if pattern == Pattern.MONTHLY:
            assert len({(day.year, day.month) for day in found}) == len(found)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (D(2026, 5, 20), D(2027, 5, 19)),  # the third Wednesday
        (D(2026, 7, 29), D(2027, 7, 28)),  # the fifth is the last
        (D(2028, 2, 29), D(2029, 2, 27)),
    ],
)
def test_a_meeting_a_year_on_has_its_weekday_in_the_same_place_of_the_month(before, after):
    assert a_year_on(before) == after


@given(DAYS)
def test_a_year_on_is_the_same_weekday_of_the_same_month(day):
    after = a_year_on(day)
    assert (after.year, after.month, after.weekday()) == (day.year + 1, day.month, day.weekday())
    assert place_of(after) == place_of(day) or place_of(day) == LAST


def test_the_likely_rule_is_that_of_most_meetings():
    assert likely_rule([D(2026, 1, 21), D(2026, 2, 18), D(2026, 3, 26)]) == MeetingRule(Pattern.MONTHLY, WEDNESDAY, 3)
    assert likely_rule([]) == MeetingRule(Pattern.MONTHLY, WEDNESDAY, 1)


DAY = D(2027, 5, 19)
PLANNED = MeetingTime("Rådet", DAY, dt.time(16), dt.time(18), "Lokale 2", frozenset({"Ida Holm", "Bo Lind"}))


def other(start: str | None = "17:00", end: str | None = "19:00", **columns) -> MeetingTime:
    clock = [text and dt.time.fromisoformat(text) for text in (start, end)]
    values = {"body": "Udvalget", "day": DAY, "place": "Salen", "meeting": 7} | columns
    return MeetingTime(start=clock[0], end=clock[1], **values)


COLLISIONS = {
    "nothing": ([], {}, []),
    "at another time": ([other("18:00", "19:00", place="Lokale 2")], {}, []),
    "the room, however it is written": ([other(place="LOKALE  2")], {}, [Code.ROOM]),
    "a person": ([other(people=frozenset({"Bo Lind"}))], {}, [Code.PEOPLE]),
    "both": ([other(place="Lokale 2", people=frozenset({"Bo Lind"}))], {}, [Code.ROOM, Code.PEOPLE]),
    "without hours all day": ([other(None, None, place="Lokale 2")], {}, [Code.ROOM]),
    "without an end the rest of the day": ([other("08:00", None, place="Lokale 2")], {}, [Code.ROOM]),
    "cancelled": ([other(place="Lokale 2", is_cancelled=True)], {}, []),
    "the body itself, whatever the hours": ([other("08:00", "09:00", is_own=True)], {}, [Code.MEETS]),
    "its own cancelled meeting": ([other(is_own=True, is_cancelled=True)], {}, [Code.CANCELLED]),
    "a holiday": ([], {"holiday": "2. pinsedag"}, [Code.HOLIDAY]),
    "a school holiday": ([], {"closed": [Closing("Vinterferie", D(2027, 5, 17), D(2027, 5, 20))]}, [Code.CLOSED]),
    "another week's": ([], {"closed": [Closing("Vinterferie", D(2027, 5, 20), D(2027, 5, 24))]}, []),
    "a day that has passed": ([], {"today": D(2027, 5, 20)}, [Code.PAST]),
}


@pytest.mark.parametrize(("others", "given", "codes"), COLLISIONS.values(), ids=COLLISIONS)
def test_what_speaks_against_a_day(others, given, codes):
    asked = {"closed": [], "holiday": None, "today": TODAY} | given
    assert [one.code for one in collisions_on(PLANNED, others, **asked)] == codes


LINES = {
    "13.–21. februar 2027: Vinterferie": Closing("Vinterferie", D(2027, 2, 13), D(2027, 2, 21)),
    "Sommerferie 26. juni - 8. august 2027": Closing("Sommerferie", D(2027, 6, 26), D(2027, 8, 8)),
    "16/10-2027 - 24/10-2027, Efterårsferie": Closing("Efterårsferie", D(2027, 10, 16), D(2027, 10, 24)),
    "18. december 2027 – 2. januar 2028 Juleferie": Closing("Juleferie", D(2027, 12, 18), D(2028, 1, 2)),
    "uge 7 2027 (vinterferie)": Closing("vinterferie", D(2027, 2, 15), D(2027, 2, 21)),
    "7. maj 2027": Closing("skoleferie", D(2027, 5, 7), D(2027, 5, 7)),
}


@pytest.mark.parametrize(("line", "closing"), LINES.items())
def test_school_holidays_are_read_as_people_write_them(line, closing):
    assert read_closings(line, today=TODAY) == [closing]


def test_school_holidays_written_out_are_read_back_in_order_each_once():
    closings = read_closings("\n".join([*LINES, "", *LINES]), today=TODAY)
    assert [one.first for one in closings] == sorted(one.first for one in LINES.values())
    assert read_closings(write_closings(closings), today=TODAY) == closings


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("vinterferie", "not_understood"),
        ("snarest muligt: ferie", "not_understood"),
        ("uge 7 2027 " + "a" * 101, "too_long"),
        ("uge 7 2027\n" * 61, "too_many"),
    ],
)
def test_what_names_no_days_is_refused(text, code):
    with pytest.raises(UnreadableLine) as refused:
        read_closings(text, today=TODAY)
    assert refused.value.code == code
