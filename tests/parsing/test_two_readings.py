"""Where a document can be read in two ways, both are told, and how much better the one explains it."""

from pathlib import Path

from reader import facts
from reader.parsing import parse_both
from reader.parsing.two_readings import CODE, doubt_closed_otherwise
from reader.reading import read
from tests.importing.documents import simple
from tests.parsing.of_text import FRONT

TWO_WAYS = (Path(__file__).parent / "two_ways.txt").read_text(encoding="utf-8")


def both(text: str):
    return parse_both(read(text.encode(), "x"))


def test_a_second_reading_that_explains_nearly_as_much_comes_along():
    best, other = both(TWO_WAYS)
    assert [item.title for item in best.items] == ["Hjemmepleje i ferien", "Lukket: Klage fra en beboer", "Busser til dagcentret"]
    assert [item.title for item in other.items] == ["Vagtplanen", "Vikarerne", "Partshøring", "Ruterne"]
    assert (best.form, other.form) == ("number tema:", "number .")
    assert 0 < best.margin < 1
    assert other.margin == -best.margin


def test_one_reading_that_explains_far_more_stands_alone():
    items = [
        f"Punkt {number}: {title}\n\nBeslutning\n\nGodkendt." for number, title in enumerate(("Vagtplanen", "Vikarerne", "Ruterne"), 1)
    ]
    best, other = both("\n\n".join([FRONT, *items]))
    assert (len(best.items), best.margin, other) == (3, None, None)


def placed(*items: tuple[str, int, bool]) -> facts.Minutes:
    """Minutes with items of a title that begin at a line, closed or not."""
    minutes = simple(*(title for title, _line, _closed in items))
    for item, (_title, line, closed) in zip(minutes.items, items, strict=True):
        item.at, item.closed = facts.TextPlace(1, line, line), closed
    return minutes


def test_an_open_item_into_which_closed_text_of_the_other_reading_falls_is_in_doubt():
    other = placed(("Bro", 1, False), ("Klage", 10, True), ("Vej", 20, False))
    minutes = placed(("Bro", 1, False), ("Klage og vej", 12, False), ("Vej", 20, False))
    found = doubt_closed_otherwise(minutes, other)
    assert [(item.closed, item.in_doubt) for item in minutes.items] == [(True, True), (True, True), (False, False)]
    assert found == minutes.items[:2]
    assert [(one.code, one.item, one.params) for one in minutes.warnings] == [(CODE, 1, {"words": "Klage"}), (CODE, 2, {"words": "Klage"})]


def test_an_item_is_in_doubt_for_a_line_that_only_a_closed_item_has():
    other = placed(("Bro", 1, False), ("Klage", 10, True))
    minutes = placed(("Bro", 1, False))
    other.items[0].at = other.items[1].at = None
    minutes.items[0].sections = [facts.SectionFacts("", "Broen lukkes.\nKlage")]
    assert doubt_closed_otherwise(minutes, other) == minutes.items


def test_nothing_is_in_doubt_where_both_close_the_same():
    other = placed(("Bro", 1, False), ("Klage", 10, True))
    minutes = placed(("Broen", 1, False), ("Klage", 10, True))
    assert doubt_closed_otherwise(minutes, other) == []
    assert not minutes.items[1].in_doubt
