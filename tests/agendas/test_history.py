"""Minutes from how long like items were planned to last."""

import pytest

from agendas.timeplan import make_plan, median_minutes, with_suggested_minutes
from tests.agendas.meetings import item, meeting


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [([10], (10, 1)), ([10, 30, 15], (15, 3)), ([10, 20], (15, 2)), ([10, 15], (13, 2)), ([0, None, 20], (20, 1))],
)
def test_the_median(minutes, expected):
    assert median_minutes([("Budget", one) for one in minutes]) == {"budget": expected}


def test_titles_are_alike_by_letters_and_digits():
    history = [("Budget 2019", 20), ("budget  2019:", 30), ("Budget 2020", 5), ("–", 5)]
    assert median_minutes(history) == {"budget2019": (25, 2), "budget2020": (5, 1)}
    assert median_minutes([]) == {}


def test_items_without_minutes_are_given_the_median_and_it_is_told():
    items = with_suggested_minutes(
        [item("a", None), item("b", 0), item("c", 5), item("d", None)], {"punkta": (20, 3), "punktb": (10, 1), "punktc": (30, 9)}
    )
    assert [one.minutes for one in items] == [20, 10, 5, None]
    told = [(finding.code, finding.keys) for finding in make_plan(meeting(*items)).findings]
    assert told == [("suggested_minutes", ("a",)), ("suggested_minutes", ("b",)), ("no_minutes", ("d",))]
