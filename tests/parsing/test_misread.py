"""Closing words as a scan or a slip of the keys leaves them are read as if they were whole; words that are none stay as they are."""

import pytest

from reader.parsing.misread import read_again
from tests.parsing.of_text import FRONT, minutes_of
from tests.parsing.test_marks import CASE, DECIDED, standing

MISREAD = [
    ("Lukk et punkt: Nabosag", "Lukket punkt: Nabosag"),
    ("Lu kket: Nabosag", "Lukket: Nabosag"),
    ("LUKKE T PUNKT", "LUKKET PUNKT"),
    ("luk-ket", "lukket"),
    ("Lukk ede sager", "Lukkede sager"),
    ("Nabosag (Iukket)", "Nabosag (Lukket)"),
    ("Nabosag - 1ukket punkt", "Nabosag - lukket punkt"),
    ("IUKKEDE PUNKTER", "LUKKEDE PUNKTER"),
    ("LUKKEOE SAGER", "LUKKEDE SAGER"),
    ("Fortro1igt: Nabosag", "Fortroligt: Nabosag"),
    ("for trolig", "fortrolig"),
    ("FORTROUGT: Nabosag", "FORTROLIGT: Nabosag"),
    ("Hernmeligt punkt", "Hemmeligt punkt"),
    ("LUKK£T PUNKT", "LUKKET PUNKT"),
    ("LUKKEDL SAGER", "LUKKEDE SAGER"),
    ("ikke oftentligt", "ikke offentligt"),
    ("Uden offent lighed", "Uden offentlighed"),
    ("Tavs hedspligt", "Tavshedspligt"),
]


@pytest.mark.parametrize(("text", "read"), MISREAD)
def test_words_are_read_as_they_should_be(text, read):
    assert read_again(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Byen vil lukke de gamle brønde.",
        "Lukketid kl. 22",
        "Lyset blev slukket.",
        "En utrolig historie",
        "Lukke to skoler",
        "Offentlige stier",
        "Kontrol af pumpen",
    ],
)
def test_other_words_stay(text):
    assert read_again(text) == text


@pytest.mark.parametrize(
    "heading",
    ["Luk-\n\nkede punkter", "IUKKEDE PUNKTER", "Lukk ede sager", "Lukkede punkter (2 stk., vises på mødet):"],
)
def test_a_heading_set_so_closes_what_is_below_it(heading):
    items = "".join(f"{n}. {title}\n\n{CASE.format(n)}{DECIDED}" for n, title in enumerate(("Vejplan", "{}Køb af grund", "Løn"), 1))
    found = standing(minutes_of(FRONT + items.replace("2. {}", f"{heading}\n\n2. ")))
    assert (found[0], *(one for one in found[1:] if one == "open")) == ("open",)
