"""Several times in one text: which are found, where they stand, and what each of them shares with its neighbours."""

import datetime as dt

import pytest

from danish.periods import Direction, find_periods, format_period

MEETING = dt.date(2018, 6, 6)


def told(text: str, meeting: dt.date = MEETING) -> list[tuple[str, str]]:
    """The words of each period found and the period in plain Danish."""
    return [(text[period.start : period.end], format_period(period)) for period in find_periods(text, meeting)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("den 3. og 10. september 2018", [("den 3.", "den 3. september 2018"), ("10. september 2018", "den 10. september 2018")]),
        ("3. maj og 7. juni 2018", [("3. maj", "den 3. maj 2018"), ("7. juni 2018", "den 7. juni 2018")]),
        (
            "den 4. februar, den 29. april og den 11. november 2026",
            [
                ("den 4. februar", "den 4. februar 2026"),
                ("den 29. april", "den 29. april 2026"),
                ("den 11. november 2026", "den 11. november 2026"),
            ],
        ),
        ("i december og i marts 2019", [("i december", "i december 2018"), ("i marts 2019", "i marts 2019")]),
        ("i maj og oktober 2018", [("i maj", "i maj 2018"), ("oktober 2018", "i oktober 2018")]),
        ("1. og 4. kvartal 2019", [("1.", "i 1. kvartal 2019"), ("4. kvartal 2019", "i 4. kvartal 2019")]),
        ("uge 7 og 43", [("uge 7", "i uge 7 i 2018"), ("43", "i uge 43 i 2018")]),
        ("fra mødet i maj 2019 til næste møde", [("fra mødet i maj 2019", "fra maj 2019"), ("til næste møde", "på næste møde")]),
        ("senest 1. august 2018 og igen i 2020", [("senest 1. august 2018", "senest den 1. august 2018"), ("i 2020", "i 2020")]),
        (
            "Høringen løber fra den 11. til den 20. juni 2018, og svar ventes medio august.",
            [("fra den 11. til den 20. juni 2018", "11.-20. juni 2018"), ("medio august", "medio august 2018")],
        ),
        ("Efter den 31. februar holdes møde i maj", [("møde i maj", "i maj 2019")]),
        ("i slutningen af\n2019", [("i slutningen af\n2019", "i slutningen af 2019")]),
        ("i slutningen af\n\n2019", []),
        ("i\u00a0september\u00a02018", [("i\u00a0september\u00a02018", "i september 2018")]),
        ("(medio juni 2018)", [("medio juni 2018", "medio juni 2018")]),
        ("August 2018:", [("August 2018", "i august 2018")]),
        ("Der afsættes 2.616.000 kr. i 2019 jf. sag 27.15.00-A08-1-18.", [("i 2019", "i 2019")]),
        ("İİ senest i maj 2019", [("senest i maj 2019", "senest i maj 2019")]),
    ],
)
def test_each_time_is_found_where_it_stands(text, expected):
    assert told(text) == expected


def test_whether_the_year_was_printed_is_told():
    text = "i september 2018, i oktober, den 1. maj, maj og oktober 2018, februar og marts, fra 1. juni til 3. juli 2019"
    assert [(text[one.start : one.end], one.year_inferred) for one in find_periods(text, MEETING)] == [
        ("i september 2018", False),
        ("i oktober", True),
        ("den 1. maj", True),
        ("maj", True),
        ("oktober 2018", False),
        ("februar og marts", True),
        ("fra 1. juni til 3. juli 2019", False),
    ]


def test_a_time_without_a_day_keeps_its_direction():
    (before,) = find_periods("tages op inden næste møde", MEETING)
    assert (before.first, before.last, before.direction) == (None, None, Direction.BY)
    assert format_period(before) == "inden næste møde"


@pytest.mark.parametrize(
    ("phrase", "written"),
    [
        ("06-06-2018", "den 6. juni 2018"),
        ("inden 1. oktober", "senest den 30. september 2018"),
        ("frem til udgangen af 2022", "senest i 2022"),
        ("med virkning fra 1. januar", "fra den 1. januar 2019"),
        ("sep-dec 2019", "september-december 2019"),
        ("1. februar-1. maj 2021", "1. februar-1. maj 2021"),
        ("fra den 3. til den 5. april 2019", "3.-5. april 2019"),
        ("28. december 2020 - 3. januar 2021", "fra den 28. december 2020 til den 3. januar 2021"),
        ("uge 9-10 2021", "uge 9-10 i 2021"),
        ("vinteren 2019", "i vinteren 2018/19"),
        ("i årene 2018-2021", "2018-2021"),
        ("skoleåret 2025/2026", "i skoleåret 2025/26"),
        ("hurtigst muligt", "snarest muligt"),
        ("på et senere møde", "på et kommende møde"),
        ("senest på mødet den 3. april 2025", "senest på mødet den 3. april 2025"),
    ],
)
def test_a_period_is_written_in_plain_danish(phrase, written):
    assert [words for _, words in told(phrase)] == [written]
