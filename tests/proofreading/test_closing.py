"""What may be closed though it was read as open: the proof-reader asks, and does not cry wolf."""

import pytest

from minutes.proofreading import proofread
from tests.parsing.of_text import FRONT, minutes_of

OPEN = "Punkt 7: Velkomst\n\n27.15.00-A08-1-20\n\nSagsfremstilling\n\nDer er kaffe.\n\n{}\n\nBeslutning\n\nGodkendt.\n\n{}\n\nPunkt 8: {}\n\n27.15.00-A08-2-20\n\nBeslutning\n\nDrøftet.\n"


def doubts(text: str) -> list[tuple[int | None, str]]:
    return [(warning.item, str(warning.params["words"])) for warning in proofread(minutes_of(text)) if warning.code == "maybe_closed"]


@pytest.mark.parametrize(
    ("last_line", "words"),
    [
        ("Sager, der er lukkede sager", "lukkede sager"),
        ("Herefter behandles et lukket punkt", "lukket punkt"),
        (
            "Sagen om ejendommen blev herefter behandlet på et lukket møde, hvor kun medlemmerne var til stede.",
            "behandlet på et lukket møde",
        ),
        ("LUKKET: Fire sager", "LUKKET"),
    ],
)
def test_words_of_closing_between_open_items_are_asked_about(last_line, words):
    assert doubts(FRONT + OPEN.format("", last_line, "Eventuelt")) == [(7, words)]


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
