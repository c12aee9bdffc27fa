"""A document that can be read in two ways: one reading is taken instead of the other, nothing closed opens, and the body remembers."""

from pathlib import Path

import pytest

from meetings.models import Body, Meeting
from minutes import services
from minutes.corrections import Correction, Made, exchanged
from minutes.models import Import
from reader import facts
from tests.importing.conftest import NOW
from tests.importing.documents import simple

TWO_WAYS = (Path(__file__).parents[1] / "parsing" / "two_ways.txt").read_text(encoding="utf-8")
FIRST, SECOND = (
    ["Hjemmepleje i ferien", "Lukket: Klage fra en beboer", "Busser til dagcentret"],
    ["Vagtplanen", "Vikarerne", "Partshøring", "Ruterne"],
)


def uploaded(text: str = TWO_WAYS) -> Import:
    import_, _ = services.receive(data=text.encode(), name="referat.txt", by=None, now=NOW)
    services.read_next(now=NOW)
    import_.refresh_from_db()
    return import_


def titles(import_: Import) -> list[str]:
    import_.refresh_from_db()
    return [item.title for item in services.reading_of(import_).items]


def take(import_: Import, minute: int, **said) -> None:
    services.take_other_reading(import_=import_, by=None, now=NOW.replace(minute=minute), **said)


@pytest.mark.django_db
def test_the_other_reading_is_kept_taken_when_what_it_loses_is_accepted():
    import_ = uploaded()
    assert titles(import_) == FIRST
    services.correct_reading(import_=import_, changes={"place": "Biblioteket"}, by=None, now=NOW)
    services.correct_reading(import_=import_, item="1", changes={"title": "Hjemmepleje"}, by=None, now=NOW)
    assert [row.part for row in services.corrections_lost(import_)] == ["title"]
    with pytest.raises(services.ImportRefused, match="passer ikke"):
        take(import_, 1)
    take(import_, 2, may_lose=True)
    assert titles(import_) == SECOND
    assert services.reading_of(import_).meeting.place == "Biblioteket"
    assert not Meeting.objects.exists()


@pytest.mark.django_db
def test_going_back_brings_the_corrections_back():
    import_ = uploaded()
    services.correct_reading(import_=import_, item="1", changes={"title": "Hjemmepleje"}, by=None, now=NOW)
    take(import_, 1, may_lose=True)
    services.correct_reading(import_=import_, item="4", changes={"title": "Busruterne"}, by=None, now=NOW)
    take(import_, 2, may_lose=True)
    assert titles(import_) == ["Hjemmepleje", *FIRST[1:]]
    take(import_, 3, may_lose=True)
    assert titles(import_) == [*SECOND[:3], "Busruterne"]
    Import.objects.update(state=Import.State.APPLIED)
    with pytest.raises(services.ImportRefused):
        take(import_, 4)


@pytest.mark.django_db
def test_a_later_document_of_the_body_is_read_in_the_form_chosen_last():
    Body.objects.create(name="Ældrerådet", slug="aeldreraadet")
    import_ = uploaded()
    take(import_, 1)
    later = uploaded(TWO_WAYS.replace("3. marts", "5. maj"))
    assert titles(later) == SECOND
    assert later.chosen_at is None
    assert titles(uploaded(TWO_WAYS.replace("3. marts", "2. juni").replace("Ældrerådet", "Handicaprådet"))) == FIRST
    take(later, 2)
    assert titles(uploaded(TWO_WAYS.replace("3. marts", "1. september"))) == FIRST


def placed(*items: tuple[str, int, bool]) -> facts.Minutes:
    """Minutes with items of a title that begin at a line, closed or not, each with a line of text of its own."""
    minutes = simple(*(title for title, _line, _closed in items))
    for item, (title, line, closed) in zip(minutes.items, items, strict=True):
        item.at, item.closed = facts.TextPlace(1, line, line), closed
        item.sections = [facts.SectionFacts("", f"Om {title}", facts.TextPlace(1, line + 1, line + 1))]
    return minutes


def test_what_was_closed_by_hand_is_in_doubt_in_the_other_reading():
    left, taken = placed(("Bro", 1, False), ("Klage", 10, False)), placed(("Bro og klage", 1, False))
    shown = placed(("Bro", 1, False), ("Klage", 10, True))
    exchange = exchanged(left, shown, taken, [Made(Correction("2", "closed", True), False)])
    assert exchange.kept == []
    assert exchange.taken.items[0].in_doubt


def test_an_item_opened_by_hand_stays_open_only_where_it_says_the_same():
    left = placed(("Bro", 1, True), ("Klage", 10, True))
    shown = placed(("Bro", 1, False), ("Klage", 10, False))
    taken = placed(("Bro", 1, True), ("Klage", 10, True))
    taken.items[1].sections[0].text = "Om klage og naboen"
    opened = [Made(Correction(key, "closed", False), True) for key in ("1", "2")]
    exchange = exchanged(left, shown, taken, opened)
    assert exchange.kept == [0]
    assert [item.closed for item in exchange.taken.items] == [True, True]
