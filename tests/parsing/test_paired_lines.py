"""Marks on lines of their own over the items, in words that no table has: what is closed is never open, and its neighbour never closed for certain."""

import pytest

from tests.parsing.formats import FORMATS, minutes_as
from tests.parsing.of_text import FRONT
from tests.parsing.test_marks import CASE, DECIDED, standing

PAIRS = [
    ("Med offentlighed", "Uden offentlighed"), ("ÅP", "LP"), ("Å", "L"), ("Åbne døre", "Dørlukning"), ("Offentlig del", "Ikke offentlig del"),
    ("Åbent", "Lukket"), ("Åbent punkt", "Lukket punkt"), ("Tilhørere tilladt", "Tilhørere ikke tilladt"), ("Offentligt tilgængelig", "Ikke tilgængelig"),
    ("O-punkt", "F-punkt"), ("Dagsordenspunkt (å)", "Dagsordenspunkt (l)"), ("Grøn mappe", "Rød mappe (fortrolig)"), ("Åbent møde", "Orange kuvert"),
    ("Optages", "Optages ikke"), ("Til referat", "Uden for referat"), ("For alle", "For rådet alene"),
]  # fmt: skip
ABOUT_SOMETHING_ELSE = [("Til beslutning", "Til orientering"), ("A-punkt", "B-punkt"), ("Social", "Sundhed"), ("Åbent punkt", "Åbent punkt"), ("PAUSE", "FROKOST")]  # fmt: skip
OPEN, DOUBT = "open", "in doubt"


def long_item(number: int) -> str:
    return f"Punkt {number}: Orientering nr. {number}\n\n{CASE.format(number)}{DECIDED}"


def short_item(number: int) -> str:
    return f"{number}. Orientering nr. {number}\n\nGodkendt.\n\n"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("item", [long_item, short_item])
@pytest.mark.parametrize(("opened", "closed"), PAIRS)
def test_a_pair_over_every_item_is_about_the_items_below(opened, closed, item, format):
    marks = (opened, opened, closed, opened)
    found = standing(minutes_as(format, FRONT + "".join(f"{mark}\n\n{item(n)}" for n, mark in enumerate(marks, 1))))
    assert (found[:2], found[2] != OPEN, found[3]) == ([OPEN, OPEN], True, OPEN)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("opened", "closed"), PAIRS)
def test_a_pair_under_every_title_is_about_its_item(opened, closed, format):
    text = "".join(
        f"Punkt {n}: Orientering nr. {n}\n\n{CASE.format(n)}{mark}\n\nHegnet er for højt.\n\n{DECIDED}"
        for n, mark in enumerate((opened, closed, opened), 1)
    )
    found = standing(minutes_as(format, FRONT + text))
    assert OPEN not in found[1:-1]
    assert found[-1] != "closed"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("item", [long_item, short_item])
@pytest.mark.parametrize("closed", ["Uden offentlighed", "LP", "Lukket punkt", "Kun medlemmer", "Ikke til nettet"])
def test_a_closed_mark_over_one_item_alone_puts_both_its_neighbours_in_doubt(closed, item, format):
    text = f"{FRONT}{item(1)}{item(2)}{closed}\n\n{item(3)}{item(4)}"
    found = standing(minutes_as(format, text))
    assert (found[0], found[1:3]) == (OPEN, [DOUBT, DOUBT])
    assert found[3] != "closed"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("item", [long_item, short_item])
@pytest.mark.parametrize(("opened", "closed"), [("Åbent punkt", "Lukket punkt"), ("Offentligt", "Ikke offentligt")])
def test_marks_at_the_end_of_each_item_are_not_about_the_next_alone(opened, closed, item, format):
    text = FRONT + "".join(f"{item(n)}{mark}\n\n" for n, mark in enumerate((opened, closed, opened), 1))
    found = standing(minutes_as(format, text))
    assert (found[0], found[1] != OPEN, found[2] != "closed") == (OPEN, True, True)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("item", [long_item, short_item])
@pytest.mark.parametrize(("one", "other"), ABOUT_SOMETHING_ELSE)
def test_what_takes_turns_over_the_items_and_is_about_something_else_closes_none(one, other, item, format):
    text = FRONT + "".join(f"{label}\n\n{item(n)}" for n, label in enumerate((one, other, one), 1))
    assert set(standing(minutes_as(format, text))) == {OPEN}
