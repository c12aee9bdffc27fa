"""A mark over a case number is an item of its own and leaves its neighbours open, unless it may be a word on one of them."""

import pytest

from reader.parsing import parse
from reader.reading import TextBlock, TextDocument
from tests.parsing.of_text import minutes_of
from tests.parsing.test_marks import standing

OPEN, CLOSED, DOUBT = "open", "closed", "in doubt"
TEXT = (
    "Referat\n\nÆldrerådet\n\nTorsdag 10. nov 2016 kl. 10:30\n\nVelkomst til alle\n01.02G00 - 2016/27088\n\nBeslutning\n\nGodkendt.\n\n"
    "Regler for kørsel\n27.36.00G01 - 2016/31404\n\nBeslutning\n\nGodkendt.\n\n{above}LUKKET\n27.36.04G01 - 2016/31990\n\n"
    "Eventuelt\n01.02G00 - 2016/27090\n\nBeslutning\n\nIntet.\n"
)


@pytest.mark.parametrize(
    "above", ["", "Bilag\n\nKort over ruterne\nSvar fra brugerrådet\n\n", "Bilag:\nSvar fra brugerrådet\n\n", "Økonomi\n\nIngen\n\n"]
)
def test_a_mark_set_as_the_titles_are_leaves_its_neighbours_open(above):
    assert standing(minutes_of(TEXT.format(above=above))) == [OPEN, OPEN, CLOSED, OPEN]


@pytest.mark.parametrize("above", ["Klage over en nabo\n\n", "Klage over en nabo\n", "Bilag\n\nKlage over en nabo\n\n", "Bilag\n\nKort over ruterne\n\nKlage over en nabo\n\n"])  # fmt: skip
def test_a_mark_under_a_line_that_may_be_its_title_closes_no_open_item_for_certain(above):
    assert standing(minutes_of(TEXT.format(above=above))) == [OPEN, DOUBT, CLOSED, DOUBT]


def test_a_mark_with_the_word_before_it_that_the_others_have_is_a_heading():
    told = ("Velkomst til alle", "Regler for kørsel", "LUKKET", "Eventuelt")
    text = "Referat\n\nÆldrerådet\n\nTorsdag 10. nov 2016 kl. 10:30\n\n" + "".join(f"Emne: {title}\n\nBeslutning\n\nGodkendt\n\nKort over ruterne\n\n" for title in told)  # fmt: skip
    assert standing(minutes_of(text)) == [OPEN, OPEN, CLOSED, OPEN]


def test_a_mark_above_a_number_is_its_items_title_where_the_titles_stand_there():
    told = ("Velkomst til alle", "Regler for kørsel", "Lukket", "Eventuelt", "Orientering")
    text = "".join(f"{title}\n\nSag nr. {n}\n\nBeslutning\n\nGodkendt.\n\n" for n, title in enumerate(told, 1))
    minutes = minutes_of(f"Referat\n\nÆldrerådet\n\nTorsdag 10. nov 2016 kl. 10:30\n\n{text}")
    assert standing(minutes) == [OPEN, OPEN, CLOSED, OPEN, OPEN]
    assert [item.title for item in minutes.items] == list(told)


def of_lines(*lines: str) -> list[str]:
    """The standing of the items of a document set as Word sets it: all lines apart, those with # as headings."""
    blocks = [TextBlock("heading" if line[0] == "#" else "paragraph", line.lstrip("# "), 1, n, n, line[:2].count("#")) for n, line in enumerate(lines, 1)]  # fmt: skip
    return standing(parse(TextDocument("referat.docx", "docx", "0" * 64, 1, blocks)))


FRONT = ("Referat", "Ældrerådet", "Torsdag 10. nov 2016 kl. 10:30")
NUMBERS = ("01.02G00 - 2016/27088", "27.36.00G01 - 2016/31404", "27.36.04G01 - 2016/31990", "01.02G00 - 2016/27090")
TITLES = ("# Velkomst til alle", "# Regler for kørsel", "# Klage over en nabo", "# Eventuelt")
TOLD = ("## Resumé", "Rådet hører om sagen.", "## Beslutning", "Rådet tog det til efterretning.", "## Bilag", "Svar fra brugerrådet")


def test_a_heading_among_headings_is_told_from_the_attachment_above_it():
    first, second, third, last = NUMBERS
    above = (*FRONT, TITLES[0], first, *TOLD, TITLES[1], second, *TOLD)
    below = ("# LUKKET", third, TITLES[3], last, *TOLD[:4])
    assert of_lines(*above, *below) == [OPEN, OPEN, CLOSED, OPEN]
    assert of_lines(*above, TITLES[2], *below) == [OPEN, DOUBT, CLOSED, DOUBT]


@pytest.mark.parametrize("marked", [2, 0])
def test_where_the_numbers_stand_above_the_titles_a_mark_may_be_the_word_on_the_item_below(marked):
    lines = [[number, title, *TOLD[:4]] for number, title in zip(NUMBERS, TITLES, strict=True)]
    lines[marked].insert(0, "# LUKKET")
    found = of_lines(*FRONT, *(line for one in lines for line in one))
    assert found[found.index(CLOSED) + 1] == DOUBT
