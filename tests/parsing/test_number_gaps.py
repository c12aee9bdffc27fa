"""A number left out, a heading over several items and white space show to which item a closing word belongs. Each row is a document and the state of its items."""

import pytest

from tests.parsing.of_text import FRONT, minutes_of
from tests.parsing.test_marks import standing

STANDING = {"o": "open", "d": "in doubt", "c": "closed"}
TOLD = "Sagsfremstilling\n\nDer er kommet flere brugere i vinter.\n\nBeslutning\n\nGodkendt.\n\n"
TITLES = {
    "A": "Nyt værested på havnen",
    "B": "Budget for natcafeen",
    "C": "Salg af grunden",
    "D": "Klage over en nabo",
    "E": "Status for gadeplan",
}
COUNTS = {"Punkt": "Punkt {n}: {title}\n\n", "stop": "{n}. {title}\n\n", "number below": "{title}\nSag nr. {n}\n\n"}


def document(count: str, *lines: str) -> str:
    """`16 A` is an item with its text, `16 A -` one without, and any other line stands as it is."""
    text = FRONT
    for line in lines:
        number, _, letter = line.partition(" ")
        if number.isdigit() and letter[:1] in TITLES:
            text += COUNTS[count].format(n=number, title=TITLES[letter[:1]]) + ("" if letter.endswith("-") else TOLD)
        else:
            text += line
    return text


GAPS = [
    # a number is left out, and its mark stands in its place
    (["16 A", "17 B", "Lukket punkt\n\n", "19 C", "20 E"], "oocoo"),
    (["16 A", "17 B", "Lukket sag\n\n", "19 C", "20 E"], "oocoo"),
    (["16 A", "17 B", "LUKKET\n\n", "19 C", "20 E"], "oocoo"),
    (["16 A", "17 B", "Lukket: Klage over en nabo\n\n", "19 C", "20 E"], "oocoo"),
    (["16 A", "17 B", "Lukket punkt\n\n27.15.00-A08-3-20\n\n", "19 C", "20 E"], "oocoo"),
    (["16 A", "Lukket punkt\n\n", "18 B", "Lukket sag\n\n", "20 C"], "ococo"),
    (["16 A", "Lukket punkt\n\n", "Lukket sag\n\n", "19 B", "20 C"], "occoo"),
    # two numbers are left out and one mark stands there, or one too many: either may be an item's
    (["16 A", "17 B", "Lukket punkt\n\n", "20 C", "21 E"], "oddd"),
    (["16 A", "17 B", "Lukket punkt\n\n", "18 C", "19 E"], "oddd"),
    (["16 A", "17 B", "Lukket punkt\n\n", "19 C", "21 E"], "oddd"),
    (["16 A", "17 B", "Lukket punkt\n\n", "Lukket sag\n\n", "19 C", "20 E"], "ocdo"),
    # close to the item below, it is that item's and the number left out another's
    (["16 A", "17 B", "Lukket punkt\n", "19 C", "20 E"], "ooc"),
]  # fmt: skip


@pytest.mark.parametrize("count", ["Punkt", "stop"])
@pytest.mark.parametrize(("lines", "wanted"), GAPS)
def test_a_mark_in_the_place_of_a_number_left_out_is_an_item_where_the_whole_document_agrees(lines, wanted, count):
    found = standing(minutes_of(document(count, *lines)))
    assert found[: len(wanted)] == [STANDING[sign] for sign in wanted]


HEADED = [
    ("Punkt", ["16 A", "17 B", "Lukkede punkter\n\n", "18 D -", "19 C"], "oocc"),
    ("number below", ["16 A", "17 B", "Lukkede punkter\n\n", "18 D -", "19 C"], "oocc"),
    ("number below", ["16 A", "17 B", "Lukket dagsorden\n\n", "18 D -", "19 C"], "oocc"),
    ("Punkt", ["16 A", "17 B", "Lukket punkt\n", "18 D -", "19 C"], "ooc"),
    ("stop", ["16 A", "17 B", "18. Lukket punkt\n\nPunktet er lukket.\n\n", "19 C"], "ooco"),
    ("stop", ["16 A", "17 B", "18. Lukket punkt\n\nLukket\n\n", "19 C"], "oocd"),
    ("stop", ["16 A", "17 B", "18 D -", "Lukket punkt\n\n", "19 C"], "oodd"),
    ("stop", ["16 A", "17 B", "Lukket punkt\n\n", "18 C", "19 E"], "oddd"),
    ("Punkt", ["Sag nr. 16\nNyt værested på havnen\n\n" + TOLD, "Sag nr. 17\nLukket: Klage over en nabo\n\n", "Sag nr. 18\nSalg af grunden\n\n" + TOLD], "oco"),
]  # fmt: skip


@pytest.mark.parametrize(("count", "lines", "wanted"), HEADED)
def test_a_heading_over_several_and_a_mark_close_to_one_item_leave_the_other_open(count, lines, wanted):
    found = standing(minutes_of(document(count, *lines)))
    assert found[: len(wanted)] == [STANDING[sign] for sign in wanted]


@pytest.mark.parametrize("title", ["Klage over en nabo", "Lukket: Klage over en nabo"])
def test_the_item_above_the_closed_half_of_a_document_without_numbers_is_open(title):
    titles = ("Nyt værested på havnen", "Budget for natcafeen", "Salg af grunden")
    text = FRONT + "".join(f"{one}\n\n{TOLD}" for one in titles[:2]) + f"Lukkede punkter\n\n{title}\n\n{titles[2]}\n\n{TOLD}"
    found = standing(minutes_of(text))
    assert (found[:2], set(found[2:])) == (["open", "open"], {"closed"})
