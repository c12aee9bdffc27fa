"""A document four times as long takes about four times as much work to understand, whatever it repeats and wherever that stands."""

import pytest

from bench.growth import PLACES, REPEATED, text
from reader.pipeline import understand
from tests.counting import calls

FEW, TIMES, AT_MOST = 500, 4, 5


@pytest.mark.parametrize("place", PLACES)
def test_the_work_grows_with_the_length_and_not_with_its_square(place):
    def work(unit: str, characters: int) -> int:
        data = text(place, unit, characters).encode()
        return calls(lambda: understand(data, "x"))

    work("a", 10)  # what is made at the first use does not count
    assert [unit for unit in REPEATED if work(unit, FEW * TIMES) > AT_MOST * work(unit, FEW)] == []


@pytest.mark.parametrize("place", ["a text", "a title", "a decision"])
@pytest.mark.parametrize("unit", ["A", "27.15.00-A08-1-", "https://x.dk/a%20"])
def test_a_long_word_is_kept_letter_by_letter(place, unit):
    word = unit * 200
    _document, minutes = understand(PLACES[place].replace("{}", f"Se {word} og mere").encode(), "x")
    item = minutes.items[0]
    assert word in "\n".join([item.title, item.decision or "", *(section.text for section in item.sections)])
