"""Items that may be closed though nothing marks them so: they are in doubt, and what is about something else is not."""

import pytest

from reader.parsing.doubts import DOUBT_CODES
from tests.parsing.of_text import FRONT, minutes_of

OPEN = "Punkt 7: Velkomst\n\n27.15.00-A08-1-20\n\nSagsfremstilling\n\nDer er kaffe.\n\n{}\n\nBeslutning\n\nGodkendt.\n\n{}\n\nPunkt 8: {}\n\n27.15.00-A08-2-20\n\nBeslutning\n\nDrøftet.\n"


def doubts(text: str) -> list[tuple[int | None, str]]:
    """The items in doubt, and the words that put them there."""
    minutes = minutes_of(text)
    told = [warning for warning in minutes.warnings if warning.code in DOUBT_CODES]
    in_doubt = {item.number for item in minutes.items if item.in_doubt}
    assert in_doubt == {warning.item for warning in told}
    assert all(item.closed for item in minutes.items if item.in_doubt)
    return [(warning.item, str(warning.params.get("words") or warning.params["title"])) for warning in told]


@pytest.mark.parametrize(
    ("last_line", "words"),
    [
        ("Sager, der er lukkede sager", "lukkede sager"),
        ("Herefter behandles et lukket punkt", "lukket punkt"),
        (
            "Sagen om ejendommen blev herefter behandlet på et lukket møde, hvor kun medlemmerne var til stede.",
            "lukket møde",
        ),
    ],
)
def test_words_of_closing_between_open_items_are_asked_about_of_the_item_they_stand_in_and_of_the_next(last_line, words):
    assert doubts(FRONT + OPEN.format("", last_line, "Eventuelt")) == [(7, words), (8, words)]


@pytest.mark.parametrize(
    "line",
    [
        "Der var en lukket kreds af deltagere.",
        "Lukning af skolen sker til sommer.",
        "Anlægget er et lukket system.",
        "Havnens lukketid er kl. 22.",
        "Vejen er lukket",
        "Fortrolighed mellem borger og medarbejder er vigtig.",
        "Ikke-offentlige veje er ejernes.",
        "Den lukkede afdeling flytter.",
    ],
)
def test_what_is_closed_in_the_world_is_not_asked_about(line):
    assert doubts(FRONT + OPEN.format(line, line, "Eventuelt")) == []


def test_a_title_that_tells_of_closing_is_asked_about_unless_the_item_is_closed():
    assert doubts(FRONT + OPEN.format("", "", "Orientering om lukkede punkter fra sidste møde")) == [(8, "lukkede punkter")]
    assert doubts(FRONT + OPEN.format("", "", "Lukket punkt")) == []


def test_the_contents_list_tells_which_items_stand_under_a_closed_heading():
    listed = "Indholdsfortegnelse\n\nÅbne punkter.....1\nVelkomst.....2\nLukkede punkter.....3\nKøb af grund.....3\n\n"
    assert doubts(FRONT + listed + OPEN.format("", "", "Køb af grund")) == [(8, "Lukkede punkter")]
