"""Case numbers: the KLE form is recognised and sorted by its parts, every other form is kept as printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import numbers

KLE = st.builds(
    numbers.CaseNumber,
    subject=st.from_regex(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}", fullmatch=True),
    facet=st.from_regex(r"[AGIKPSØ][0-9]{2}", fullmatch=True),
    serial=st.integers(0, 999_999),
    year=st.integers(1970, 2069),
    text=st.just(""),
)


def printed(number: numbers.CaseNumber) -> str:
    return f"{number.subject}-{number.facet}-{number.serial}-{number.year % 100:02d}"


@pytest.mark.parametrize(
    "text",
    [
        "27.15.00-A08-1-19",
        "27.15.00 - A08 - 1 - 19",
        "27.15.00–A08–1–19",
        "27.15.00\u2011A08\u20111\u201119",
        "27.15.00-a08-1-2019",
        " 27.15.00-\nA08-1-19 ",
    ],
)
def test_every_print_of_a_kle_number_is_the_same_number(text):
    number = numbers.parse(text)
    assert number == numbers.CaseNumber("27.15.00-A08-1-19", "27.15.00", "A08", 1, 2019)
    assert number.key == "27.15.00-a08-1-19"


@pytest.mark.parametrize(("year", "full"), [("00", 2000), ("19", 2019), ("69", 2069), ("70", 1970), ("99", 1999), ("1998", 1998)])
def test_the_year_is_two_digits_in_print_and_a_full_year_inside(year, full):
    assert numbers.parse(f"27.15.00-Ø01-12-{year}").year == full


@pytest.mark.parametrize(
    "text",
    [
        "01.02G00 - 2017/27088",
        "330-2018-3619",
        "12/27845",
        "2012-28504",
        "MDR-2016-02836",
        "27.15.00-B08-1-19",  # no such facet letter
        "27.15.00-A08-1-1918",  # would come back as 2018
        "27.15-A08-1-19",
        "٢٧.15.00-A08-1-19",
        "",
    ],
)
def test_any_other_form_is_kept_as_printed(text):
    number = numbers.parse(text)
    assert number.text == text
    assert not number.is_kle
    assert (number.subject, number.facet, number.serial, number.year) == (None, None, None, None)


def test_numbers_stand_by_their_parts_and_kle_numbers_first():
    in_order = [
        "27.15.00-A08-2-18",
        "27.15.00-A08-10-17",
        "27.15.00-A08-10-18",
        "27.15.00-P35-1-18",
        "27.15.00-Ø01-1-18",
        "27.16.00-A08-1-18",
        "9-2018",
        "330-2018-3619",
        "330-2018-10000",
        "1234567890-1",
        "MDR-2016-02836",
        "ZA-1",
        "ÆA-1",
    ]
    backwards = in_order[::-1]
    assert sorted(backwards, key=lambda text: numbers.parse(text).sort_key) == in_order


@given(KLE, KLE)
def test_the_order_of_kle_numbers_is_the_order_of_their_parts(one, other):
    def by_parts(number):
        return number.subject, number.facet, number.serial, number.year

    first, second = (numbers.parse(printed(number)) for number in (one, other))
    assert by_parts(first) == by_parts(one)
    assert (first.sort_key < second.sort_key) == (by_parts(one) < by_parts(other))


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_other_numbers_stand_by_the_value_of_their_digits(one, other):
    assert (numbers.parse(f"{one}").sort_key < numbers.parse(f"{other}").sort_key) == (one < other)


@given(st.text(max_size=100) | st.from_regex(r"[0-9.AKØ/ –-]{0,40}", fullmatch=True))
def test_no_text_is_refused_and_the_value_stays_itself_when_read_again(text):
    number = numbers.parse(text)
    assert numbers.parse(number.text) == number
    assert re.fullmatch(r"[a-z0-9]{1,200}", number.sort_key)
    assert not re.search(r"[\s\0]", number.key)


@given(st.text(max_size=60), st.text(max_size=60))
def test_numbers_of_one_key_sort_alike(one, other):
    if numbers.parse(one).key == numbers.parse(other).key:
        assert numbers.parse(one).sort_key == numbers.parse(other).sort_key
