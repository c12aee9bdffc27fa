"""What holds of every period read, from well-formed phrases, from half-formed ones and from any text at all."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from danish.dates import MONTHS, WEEKDAYS
from danish.periods import Direction, Precision, find_periods, find_recurrences, format_period, parse_period
from danish.periods.candidates import places
from danish.periods.preprocess import with_dates_covered
from danish.periods.scanning import PHRASE

meetings = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))
years = st.integers(1990, 2060).map(str)
maybe_year = st.just("") | years.map(" {}".format) | st.sampled_from([" i år", " næste år"])
days = st.builds("{}. {}{}".format, st.integers(0, 32), st.sampled_from(MONTHS), maybe_year)
numbers = st.builds("{:02}{}{:02}{}{}".format, st.integers(1, 31), st.just("-"), st.integers(1, 12), st.just("-"), years)
units = st.one_of(
    days,
    days.map("den {}".format),
    st.builds("{} den {}".format, st.sampled_from(WEEKDAYS), days),
    numbers,
    st.builds("{}. og {}".format, st.integers(0, 32), days),
    st.builds("{}.-{}".format, st.integers(0, 32), days),
    st.builds("{}{}".format, st.sampled_from([*MONTHS, "sep", "dec.", "jan"]), maybe_year),
    st.builds("{}. kvartal{}".format, st.integers(0, 5), maybe_year),
    st.builds("{}.-{}. kvartal{}".format, st.integers(0, 5), st.integers(0, 5), maybe_year),
    st.builds("{}. halvår{}".format, st.integers(0, 3), maybe_year),
    st.builds("{}{}".format, st.sampled_from(["foråret", "sommeren", "efteråret", "vinteren", "næste sommer"]), maybe_year),
    st.builds("uge {}{}".format, st.integers(0, 60), maybe_year),
    st.builds("uge {}-{}{}".format, st.integers(0, 60), st.integers(0, 60), maybe_year),
    st.builds("{} i uge {}{}".format, st.sampled_from(WEEKDAYS), st.integers(0, 60), maybe_year),
    st.builds(
        "{}{}".format, st.sampled_from(["sommerferien", "efterårsferien", "jul", "påske", "pinse", "nytår", "årsskiftet"]), maybe_year
    ),
    st.builds("mødet {}".format, days.map("den {}".format) | st.sampled_from(MONTHS).map("i {}".format)),
    st.builds("{} {}".format, st.sampled_from(["næste", "indeværende"]), st.sampled_from(["uge", "måned", "kvartal", "halvår", "år"])),
    st.builds("inden for {} {}".format, st.integers(0, 99), st.sampled_from(["dage", "uger", "måneder", "år"])),
    st.builds(
        "om {} {}".format, st.sampled_from(["to", "et halvt", "halvandet", "14"]), st.sampled_from(["dage", "uger", "måneder", "år"])
    ),
    st.builds("{}-{}".format, years, years),
    st.integers(2000, 2050).map(lambda year: f"skoleåret {year}/{(year + 1) % 100:02}"),
    years,
    st.sampled_from(
        ["måneden", "året", "årets udgang", "næste møde", "et kommende møde", "snarest muligt", "løbende", "på sigt", "på torsdag"]
    ),
)
leads = st.sampled_from(
    [
        "",
        "inden ",
        "senest ",
        "frem til ",
        "ved udgangen af ",
        "pr. ",
        "fra ",
        "efter ",
        "i ",
        "til ",
        "i løbet af ",
        "mellem ",
        "tidligst ",
    ]
)
parts = st.sampled_from(["", "", "primo ", "medio ", "ultimo ", "i starten af ", "slutningen af ", "anden halvdel af ", "sidst på "])
links = st.sampled_from([" ", " til ", "-", " og ", ", ", " - ", " frem til udgangen af "])
phrases = st.builds("{}{}{}".format, leads, parts, units) | st.builds("{}{}{}{}{}".format, leads, units, links, parts, units)


def days_told(period):
    return period.first, period.last, period.precision, period.direction


@settings(max_examples=400, deadline=None)
@given(phrases, meetings, st.lists(meetings, max_size=4))
def test_every_period_stands_where_it_says_and_its_days_are_in_order(phrase, meeting, known):
    found = find_periods(phrase, meeting, meetings=known)
    ends = 0
    for period in found:
        assert ends <= period.start < period.end <= len(phrase)
        ends = period.end
        assert not phrase[period.start].isspace()
        assert not phrase[period.end - 1].isspace()
        assert period.first is None or period.last is None or period.first <= period.last
        assert period.direction is not Direction.BY or period.first is None
        assert period.direction is not Direction.FROM or period.last is None
        assert (period.first is None and period.last is None) == (
            period.precision is Precision.OPEN or (period.precision is Precision.MEETING and not (period.first or period.last))
        )


@settings(max_examples=400, deadline=None)
@given(phrases, meetings, st.lists(meetings, max_size=4))
def test_a_period_written_out_reads_as_the_same_days(phrase, meeting, known):
    for period in find_periods(phrase, meeting, meetings=known):
        written = format_period(period)
        again = parse_period(written, meeting)
        assert again is not None, written
        assert days_told(again) == days_told(period), written
        assert format_period(again) == written


@settings(max_examples=400, deadline=None)
@given(st.text() | st.lists(phrases | st.text(max_size=8), max_size=6).map("".join), st.dates(), st.lists(st.dates(), max_size=3))
def test_no_text_and_no_day_is_ever_an_error(text, meeting, known):
    for period in find_periods(text, meeting, meetings=known):
        assert isinstance(format_period(period), str)
    parse_period(text, meeting, meetings=known)
    for recurrence in find_recurrences(text):
        assert recurrence.every >= 1
        assert text[recurrence.start : recurrence.end].strip()


@settings(max_examples=400, deadline=None)
@given(phrases, st.sampled_from(["", "Rådet bad om en status ", "Sagen (", "1. ", "udsat\n"]))
def test_no_beginning_of_a_phrase_is_passed_over(phrase, before):
    low, _ = with_dates_covered(before + phrase)
    beginning = PHRASE.search(low)
    assert beginning is None or beginning.start() in places(low)


@settings(deadline=None)
@given(phrases, meetings)
def test_a_phrase_means_in_a_sentence_what_it_means_by_itself(phrase, meeting):
    before = "Rådet bad om en status "
    for period in find_periods(f"{before}{phrase}, hvis det kan nås.", meeting):
        alone = parse_period(phrase, meeting)
        if alone and alone.span == (period.start - len(before), period.end - len(before)):
            assert days_told(alone) == days_told(period)
