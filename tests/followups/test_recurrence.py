"""When what recurs is due, from the day the body asked, what was delivered and the body's own calendar."""

import datetime as dt
from dataclasses import replace

import pytest

from followups.due_rules import DueRule, resolve
from followups.recurrence import Due, MeetingDay

D = dt.date.fromisoformat


def every(number: int, unit: str) -> DueRule:
    return DueRule(every=number, unit=unit)


MONTHLY, HALF_YEARLY, QUARTERLY, YEARLY = every(1, "month"), every(6, "month"), every(1, "quarter"), every(1, "year")


def meetings(*days: str) -> list[MeetingDay]:
    """`2018-09-12` is an ordinary meeting, `x2018-09-12` a cancelled one, `e2018-09-12` an extraordinary one."""
    return [MeetingDay(D(day[-10:]), ordinary=day[0] != "e", cancelled=day[0] == "x") for day in days]


def at(day: str) -> Due:
    return Due(D(day), D(day))


def short(by: int) -> Due:
    return Due(None, None, meetings_short=by)


AUTUMN = ("2018-08-08", "2018-09-12", "2018-10-24", "2018-11-28")

# What is told | every | delivered before | the body's meetings | due
BY_MEETINGS = [
    ("the third after the one that asked", 3, None, AUTUMN, at("2018-10-24")),
    ("the very next", 1, None, AUTUMN, at("2018-08-08")),
    ("meetings up to the one that asked do not count", 1, None, ("2018-05-02", "2018-06-06", *AUTUMN), at("2018-08-08")),
    ("in whatever order they are told", 3, None, AUTUMN[::-1], at("2018-10-24")),
    ("a cancelled meeting does not count", 3, None, ("2018-08-08", "x2018-09-12", "2018-10-24", "2018-11-28"), at("2018-11-28")),
    ("nor does an extraordinary one", 3, None, ("2018-08-08", "e2018-08-20", "2018-09-12", "2018-10-24"), at("2018-10-24")),
    ("nor a cancelled extraordinary one", 1, None, ("e2018-08-01", "x2018-08-02", "2018-08-08"), at("2018-08-08")),
    ("two sittings on one day count once", 3, None, ("2018-08-08", "2018-08-08", *AUTUMN), at("2018-10-24")),
    ("one of the two cancelled: the other counts", 2, None, ("2018-08-08", "x2018-08-08", "2018-09-12"), at("2018-09-12")),
    ("ordinary and extraordinary on one day: the ordinary counts", 1, None, ("e2018-08-08", "2018-08-08"), at("2018-08-08")),
    ("one more is needed", 3, None, AUTUMN[:2], short(1)),
    ("all are needed", 3, None, (), short(3)),
    ("the ones that were are of no use", 3, None, ("2018-04-04", "2018-05-02", "2018-06-06"), short(3)),
    ("counted from the delivery, at a meeting", 3, "2018-08-08", AUTUMN, at("2018-11-28")),
    ("counted from the delivery, between meetings", 2, "2018-08-20", AUTUMN, at("2018-10-24")),
    ("delivered early at an extraordinary meeting", 1, "2018-08-20", ("2018-08-08", "e2018-08-20", "2018-09-12"), at("2018-09-12")),
    ("delivered late", 2, "2018-09-13", AUTUMN, at("2018-11-28")),
    ("after the delivery too few are known", 3, "2018-10-24", AUTUMN, short(2)),
    ("over the turn of the year", 2, "2018-11-28", (*AUTUMN, "2018-12-31", "2019-01-01"), at("2019-01-01")),
    ("on a leap day", 1, "2020-02-05", ("2020-02-29", "2020-03-04"), at("2020-02-29")),
]


@pytest.mark.parametrize(("told", "number", "delivered", "days", "expected"), BY_MEETINGS, ids=[row[0] for row in BY_MEETINGS])
def test_by_meetings(told, number, delivered, days, expected):
    ordinal, before = (2, D(delivered)) if delivered else (1, None)
    rule = DueRule(every=number, unit="meeting")
    assert resolve(rule, asked=D("2018-06-06"), ordinal=ordinal, delivered=before, meetings=meetings(*days)) == expected


# rule | the meeting that asked | the first three
BY_CALENDAR = [
    (QUARTERLY, "2018-01-01", "2018-04-01..2018-06-30 2018-07-01..2018-09-30 2018-10-01..2018-12-31"),
    (QUARTERLY, "2018-03-31", "2018-04-01..2018-06-30 2018-07-01..2018-09-30 2018-10-01..2018-12-31"),
    (QUARTERLY, "2018-04-01", "2018-07-01..2018-09-30 2018-10-01..2018-12-31 2019-01-01..2019-03-31"),
    (QUARTERLY, "2018-12-31", "2019-01-01..2019-03-31 2019-04-01..2019-06-30 2019-07-01..2019-09-30"),
    (every(2, "quarter"), "2018-11-07", "2019-04-01..2019-06-30 2019-10-01..2019-12-31 2020-04-01..2020-06-30"),
    (MONTHLY, "2018-01-31", "2018-02-01..2018-02-28 2018-03-01..2018-03-31 2018-04-01..2018-04-30"),
    (MONTHLY, "2019-11-30", "2019-12-01..2019-12-31 2020-01-01..2020-01-31 2020-02-01..2020-02-29"),
    (every(2, "month"), "2018-12-05", "2019-02-01..2019-02-28 2019-04-01..2019-04-30 2019-06-01..2019-06-30"),
    (HALF_YEARLY, "2018-08-31", "2019-02-01..2019-02-28 2019-08-01..2019-08-31 2020-02-01..2020-02-29"),
    (YEARLY, "2018-06-06", "2019-06-01..2019-06-30 2020-06-01..2020-06-30 2021-06-01..2021-06-30"),
    (YEARLY, "2020-02-29", "2021-02-01..2021-02-28 2022-02-01..2022-02-28 2023-02-01..2023-02-28"),
    (every(2, "year"), "2018-02-07", "2020-02-01..2020-02-29 2022-02-01..2022-02-28 2024-02-01..2024-02-29"),
]

# rule | the time told with it | the first three
WITH_A_TIME = [
    # "årligt i april", "årligt inden den 1. maj", "årligt i 1. kvartal", "årligt i slutningen af året"
    (YEARLY, "2019-04-01..2019-04-30", "2019-04-01..2019-04-30 2020-04-01..2020-04-30 2021-04-01..2021-04-30"),
    (YEARLY, "2019-04-30..2019-04-30", "2019-04-30..2019-04-30 2020-04-30..2020-04-30 2021-04-30..2021-04-30"),
    (YEARLY, "2019-01-01..2019-03-31", "2019-01-01..2019-03-31 2020-01-01..2020-03-31 2021-01-01..2021-03-31"),
    (YEARLY, "2018-10-01..2018-12-31", "2018-10-01..2018-12-31 2019-10-01..2019-12-31 2020-10-01..2020-12-31"),
    # February ends when it ends, and the 29th is the last day of a February without one
    (YEARLY, "2019-02-01..2019-02-28", "2019-02-01..2019-02-28 2020-02-01..2020-02-29 2021-02-01..2021-02-28"),
    (YEARLY, "2020-02-29..2020-02-29", "2020-02-29..2020-02-29 2021-02-28..2021-02-28 2022-02-28..2022-02-28"),
    (every(4, "year"), "2020-02-29..2020-02-29", "2020-02-29..2020-02-29 2024-02-29..2024-02-29 2028-02-29..2028-02-29"),
    # The 31st of a month without one is its last day, and the 31st again afterwards
    (MONTHLY, "2019-01-31..2019-01-31", "2019-01-31..2019-01-31 2019-02-28..2019-02-28 2019-03-31..2019-03-31"),
    (QUARTERLY, "2018-08-31..2018-08-31", "2018-08-31..2018-08-31 2018-11-30..2018-11-30 2019-02-28..2019-02-28"),
    # … and the 30th, said as one day, is no end of a month
    (QUARTERLY, "2019-04-30..2019-04-30", "2019-04-30..2019-04-30 2019-07-30..2019-07-30 2019-10-30..2019-10-30"),
    # "hver måned, ultimo", "hvert kvartal, første gang i december", "to gange årligt, første gang primo marts"
    (MONTHLY, "2018-12-21..2018-12-31", "2018-12-21..2018-12-31 2019-01-21..2019-01-31 2019-02-21..2019-02-28"),
    (QUARTERLY, "2018-12-01..2018-12-31", "2018-12-01..2018-12-31 2019-03-01..2019-03-31 2019-06-01..2019-06-30"),
    (HALF_YEARLY, "2019-03-01..2019-03-10", "2019-03-01..2019-03-10 2019-09-01..2019-09-10 2020-03-01..2020-03-10"),
    # "årligt i uge 43": that week of every year; a week 53 is the 52nd of a year without one
    (YEARLY, "2018-10-22..2018-10-28", "2018-10-22..2018-10-28 2019-10-21..2019-10-27 2020-10-19..2020-10-25"),
    (YEARLY, "2020-12-28..2021-01-03", "2020-12-28..2021-01-03 2021-12-27..2022-01-02 2022-12-26..2023-01-01"),
    # Moved by months a week is just its days
    (MONTHLY, "2018-10-22..2018-10-28", "2018-10-22..2018-10-28 2018-11-22..2018-11-28 2018-12-22..2018-12-28"),
    # A winter, a school year
    (YEARLY, "2018-12-01..2019-02-28", "2018-12-01..2019-02-28 2019-12-01..2020-02-29 2020-12-01..2021-02-28"),
    (YEARLY, "2018-08-01..2019-07-31", "2018-08-01..2019-07-31 2019-08-01..2020-07-31 2020-08-01..2021-07-31"),
    # "kvartalsvis i 2019", "månedligt i efteråret": a time with room for several says when they begin, but never before the next slot
    (QUARTERLY, "2019-01-01..2019-12-31", "2019-01-01..2019-03-31 2019-04-01..2019-06-30 2019-07-01..2019-09-30"),
    (QUARTERLY, "2018-01-01..2018-12-31", "2018-07-01..2018-09-30 2018-10-01..2018-12-31 2019-01-01..2019-03-31"),
    (MONTHLY, "2018-09-01..2018-11-30", "2018-09-01..2018-09-30 2018-10-01..2018-10-31 2018-11-01..2018-11-30"),
    (QUARTERLY, "2018-08-15..2018-11-14", "2018-08-15..2018-11-14 2018-11-15..2019-02-14 2019-02-15..2019-05-14"),
    (QUARTERLY, "2018-08-15..2018-11-15", "2018-07-01..2018-09-30 2018-10-01..2018-12-31 2019-01-01..2019-03-31"),
    (HALF_YEARLY, "2019-01-01..2019-12-31", "2019-01-01..2019-01-31 2019-07-01..2019-07-31 2020-01-01..2020-01-31"),
]


def span(text: str) -> tuple[dt.date, dt.date]:
    first, _, last = text.partition("..")
    return D(first), D(last)


def first_three(rule: DueRule, asked: str, told: str | None, delivered: dt.date | None) -> str:
    first, last = span(told) if told else (None, None)
    rule = replace(rule, first=first, last=last)
    found = [resolve(rule, asked=D(asked), ordinal=ordinal, delivered=delivered if ordinal > 1 else None) for ordinal in (1, 2, 3)]
    return " ".join(f"{one.first}..{one.last}" for one in found)


@pytest.mark.parametrize("delivered", [None, D("2018-06-07"), D("2031-12-31")], ids=["not told", "early", "years late"])
@pytest.mark.parametrize(("rule", "asked", "expected"), BY_CALENDAR, ids=str)
def test_by_calendar_however_late_the_one_before_was(rule, asked, expected, delivered):
    assert first_three(rule, asked, None, delivered) == expected


@pytest.mark.parametrize(("rule", "told", "expected"), WITH_A_TIME, ids=str)
def test_by_calendar_with_a_time_told(rule, told, expected):
    assert first_three(rule, "2018-06-06", told, None) == expected


def of_third_meeting(told: str, ordinal: int = 1, delivered: str | None = None) -> Due:
    first, last = span(told)
    return resolve(
        DueRule(first=first, last=last, every=3, unit="meeting"),
        asked=D("2018-06-06"),
        ordinal=ordinal,
        delivered=D(delivered) if delivered else None,
        meetings=meetings("2018-08-08", "x2018-09-05", "2018-09-12", "2018-10-24", "2018-11-28", "2019-01-09", "2019-02-06", "2019-03-06"),
    )


def test_by_meetings_a_time_told_is_when_the_first_is_due():
    # "På hvert tredje møde, første gang i september."
    assert of_third_meeting("2018-09-01..2018-09-30") == Due(D("2018-09-01"), D("2018-09-30"))
    assert of_third_meeting("2018-09-01..2018-09-30", ordinal=2, delivered="2018-09-12") == at("2019-01-09")


def test_by_meetings_a_time_long_enough_for_them_is_where_they_are_counted():
    # "På hvert tredje møde i 2019."
    assert of_third_meeting("2019-01-01..2019-12-31") == at("2019-03-06")
    # "… i 2018": the meetings before the one that asked are not among them.
    assert of_third_meeting("2018-01-01..2018-12-31") == at("2018-10-24")


def test_the_next_meeting_is_the_next_ordinary_one():
    calendar = meetings("2018-06-06", "e2018-08-20", "x2018-09-05", "2018-09-12", "2018-10-24")
    for asked, expected in (("2018-06-06", at("2018-09-12")), ("2018-09-12", at("2018-10-24")), ("2018-10-24", short(1))):
        assert resolve(DueRule(at_next_meeting=True), asked=D(asked), meetings=calendar) == expected


# The rule | delivered before | the body's meetings | due
HOLES = [
    ("the next is not the first after years without any", "next", None, ("2021-11-03",), short(1)),
    ("nor is the third counted on over them", 3, None, ("2018-08-08", "2018-09-12", "2021-11-03"), short(1)),
    ("what stands before the hole is counted", 2, None, ("2018-08-08", "2018-09-12", "2021-11-03"), at("2018-09-12")),
    ("meetings lacking after the last delivery", 1, "2018-10-03", ("2018-08-08", "2018-10-03", "2021-11-03"), short(1)),
    ("a long summer is no hole", "next", None, ("2018-12-20",), at("2018-12-20")),
    ("half a year and more is one", "next", None, ("2018-12-24",), short(1)),
    ("a cancelled meeting shows that the calendar is known", "next", None, ("x2018-10-03", "2019-01-09"), at("2019-01-09")),
    ("so does an extraordinary one", "next", None, ("e2018-10-03", "2019-01-09"), at("2019-01-09")),
]


@pytest.mark.parametrize(("told", "number", "delivered", "days", "expected"), HOLES, ids=[row[0] for row in HOLES])
def test_a_hole_in_the_calendar_is_not_jumped_over(told, number, delivered, days, expected):
    rule = DueRule(at_next_meeting=True) if number == "next" else DueRule(every=number, unit="meeting")
    ordinal, before = (2, D(delivered)) if delivered else (1, None)
    assert resolve(rule, asked=D("2018-06-06"), ordinal=ordinal, delivered=before, meetings=meetings(*days)) == expected


def test_a_hole_before_the_year_they_are_counted_in_is_none():
    rule = DueRule(first=D("2020-01-01"), last=D("2020-12-31"), every=2, unit="meeting")
    assert resolve(rule, asked=D("2018-06-06"), meetings=meetings("2020-02-05", "2020-03-04")) == at("2020-03-04")


def test_next_time_and_then_again_and_again():
    # "På næste møde og derefter hvert kvartal."
    rule, calendar = DueRule(at_next_meeting=True, every=1, unit="quarter"), meetings("2018-08-08", "2018-09-12")
    days = [resolve(rule, asked=D("2018-06-06"), ordinal=ordinal, meetings=calendar).last for ordinal in (1, 2, 3)]
    assert days == [D("2018-08-08"), D("2018-11-08"), D("2019-02-08")]


def test_a_hearings_deadline_is_what_it_is_now():
    rule = DueRule("senest den 8. januar", D("2019-01-08"), D("2019-01-08"), at_deadline=True)
    assert resolve(rule, asked=D("2018-12-05"), deadline=D("2019-02-01")) == at("2019-02-01")
    assert resolve(rule, asked=D("2018-12-05")) == at("2019-01-08")


@pytest.mark.parametrize("told", [None, "2018-09-01..2018-09-30"])
def test_a_slot_past_the_end_of_the_calendar_has_no_days(told):
    assert first_three(every(9000, "year"), "2018-06-06", told, None).endswith("None..None None..None")
