"""A document out of which little was read is told apart from one that is in order."""

import pytest

from reader import facts
from reader.checks.emptiness import EMPTY_CODES, check_emptiness
from tests.importing.documents import simple

TEXT = [facts.SectionFacts("Sagsfremstilling", "Det går godt.")]
LONG = "Her står en hel sag uden overskrift. " * 100


@pytest.mark.parametrize(
    ("items", "front", "expected"),
    [
        ((), "", "no_items"),
        (("Varmestue", "Bad"), "Dagsorden", "no_item_text"),
        (("Varmestue",), LONG, "no_item_text"),
    ],
)
def test_without_items_or_text_in_them_it_says_so(items, front, expected):
    minutes = simple(*items)
    minutes.meeting.front_page = front
    assert [one.code for one in check_emptiness(minutes)] == [expected]


@pytest.mark.parametrize(("front", "expected"), [("Dagsorden", []), (LONG, ["text_outside_items"])])
def test_more_text_outside_the_items_than_in_them_is_told(front, expected):
    minutes = simple("Varmestue", sections=TEXT)
    minutes.meeting.front_page = front
    assert [one.code for one in check_emptiness(minutes)] == expected
    assert set(expected) <= set(EMPTY_CODES)
