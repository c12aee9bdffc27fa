"""Lines that name items by their order or by numbers in words: all that they may mean are closed, or in doubt until somebody answers."""

import re

import pytest

from reader.parsing.labels import numbers_in
from reader.parsing.ordinals import NAMINGS, in_numbers
from tests.parsing.test_beyond_doubt import OPEN, TITLES, item, read

FIVE = (*TITLES[:3], "Skolens tag", "Eventuelt")
# (the row of the table, how it looks, what it names of five items)
LOOKS = [
    ("by their order", "Tredje til femte punkt er lukkede.", {3, 4, 5}),
    ("by their order", "Tredje til femte punkt er lukkede", {3, 4, 5}),
    ("by their order", "Tredje punkt t.o.m. femte punkt er lukkede.", {3, 4, 5}),
    ("by their order", "Tredje-femte dagsordenspunkt er fortrolige.", {3, 4, 5}),
    ("by their order", "3. til 5. punkt er lukkede.", {3, 4, 5}),
    ("by their order", "3.-5. punkt er lukkede.", {3, 4, 5}),
    ("by their order", "Lukket: tredje til femte punkt", {3, 4, 5}),
    ("by their order", "Lukkede punkter: tredje til femte.", {3, 4, 5}),
    ("by their order", "Fra tredje til sidste punkt er dagsordenen lukket.", {3, 4, 5}),
    ("by their order", "Tredje til næstsidste punkt er lukkede.", {3, 4}),
    ("by their order", "Første og tredje sag er lukkede.", {1, 3}),
    ("by their order", "Andet, tredje og femte punkt behandles for lukkede døre.", {2, 3, 5}),
    ("by their order", "Det tredje og det fjerde punkt er lukkede.", {3, 4}),
    ("by their order", "Tredje og fjerde er lukkede.", {3, 4}),
    ("by their order", "Dagsordenens tredje punkt er lukket.", {3}),
    ("by their order", "Næstsidste punkt er lukket.", {4}),
    ("by their order", "Punkt 3 til sidste punkt er lukkede.", {3, 4, 5}),
    ("by their order", "Tredje punkt og resten af dagsordenen er lukket.", {3, 4, 5}),
    ("by their order", "Tredje og følgende punkter er lukkede.", {3, 4, 5}),
    ("by their order", "Fra og med tredje punkt er mødet lukket.", {3, 4, 5}),
    ("by their order", "Efter andet punkt lukkes dørene.", {3, 4, 5}),
    ("by their order", "Før tredje punkt blev dørene lukket.", {3, 4, 5}),
    ("by their order", "Indtil tredje punkt er mødet lukket.", {1, 2}),
    ("by their order", "Alle punkter undtagen første punkt er lukkede.", {2, 3, 4, 5}),
    ("by their order", "Alle undtagen det sidste punkt er lukkede.", {1, 2, 3, 4}),
    ("by their order", "Første punkt er åbent, resten er lukket.", {2, 3, 4, 5}),
    ("by their order", "Kun første punkt er åbent.", {2, 3, 4, 5}),
    ("as many at one end", "De to sidste punkter er lukkede.", {4, 5}),
    ("as many at one end", "De 2 sidste punkter er lukkede.", {4, 5}),
    ("as many at one end", "De første to punkter er lukkede.", {1, 2}),
    ("as many at one end", "De tre første sager er fortrolige.", {1, 2, 3}),
    ("nobody knows how many at one end", "De sidste punkter er lukkede.", {1, 2, 3, 4, 5}),
    ("nobody knows which", "De midterste to punkter er lukkede.", {1, 2, 3, 4, 5}),
    ("nobody knows which", "Hvert andet punkt er lukket.", {1, 2, 3, 4, 5}),
    ("nobody knows which", "Punkterne med lige numre er lukkede.", {1, 2, 3, 4, 5}),
    ("numbers in words", "Punkt tre til fem er lukkede.", {3, 4, 5}),
    ("numbers in words", "Punkt nr. tre og nr. fem er fortrolige.", {3, 5}),
    ("numbers in words", "Punkterne III til V er lukkede.", {3, 4, 5}),
]
REST = [("Resten af dagsordenen er lukket.", {2, 3, 4, 5}), ("De øvrige punkter er lukkede.", {2, 3, 4, 5})]
UNSURE = re.compile("Før|Indtil")


def places(line: str, place: str) -> set[int]:
    """The items that are not open where the line stands on the front page, at the end of item 1, or after the last."""
    items = "".join(item(n, title=title, end=line if (place, n) == ("within", 1) else "") for n, title in enumerate(FIVE, 1))
    front, close = line if place == "front" else "", f"Mødet sluttede kl. 17.\n\n{line}" if place == "close" else ""
    return {n for n, one in enumerate(read(f"{front}\n\n{items}{close}\n"), 1) if one != OPEN}


@pytest.mark.parametrize("place", ["front", "within", "close"])
@pytest.mark.parametrize(("line", "named"), [looks[1:] for looks in LOOKS] + REST)
def test_nothing_named_is_open(line, named, place):
    assert named <= places(line, place)


@pytest.mark.parametrize(("line", "named"), [looks[1:] for looks in LOOKS if not UNSURE.search(looks[1])])
def test_what_is_not_named_stays_open(line, named):
    assert places(line, "front") == places(line, "close") == named


def test_every_row_of_the_table_has_its_test():
    assert {row for row, _line, _named in LOOKS} == {naming.name for naming in NAMINGS}


@pytest.mark.parametrize(("row", "line", "named"), LOOKS)
def test_the_row_named_is_the_one_that_matches(row, line, named):
    (naming,) = [one for one in NAMINGS if one.name == row]
    assert any(naming.places(found, 5) for found in re.finditer(naming.pattern, line, re.IGNORECASE))


@pytest.mark.parametrize("line", ["Et andet punkt er skolens tag.", "For tredje gang i år.", "Den 3. maj blev første spadestik taget.", "Sidste år var punktet udsat.", "I første omgang lukkes døren."])  # fmt: skip
def test_what_names_no_item(line):
    assert in_numbers(line, [1, 2, 3, 4, 5]) == line


def test_the_order_counts_where_the_numbers_run_on_or_are_missing():
    assert numbers_in(in_numbers("Andet til fjerde punkt", [811, 812, 814, 815])) == {812, 814, 815}
    assert numbers_in(in_numbers("Tredje punkt", [2, 3, 4])) == {3, 4}  # the third one, or number 3
    assert numbers_in(in_numbers("Tredje til tredivte punkt", [1, 2])) == frozenset()
    many = list(range(101, 151))
    assert numbers_in(in_numbers("Første til sidste punkt", many)) == set(many)


@pytest.mark.parametrize(
    "line", ["Andet til tredje punkt er lukkede.", "De to sidste punkter er lukkede.", "Alle undtagen det første punkt er lukkede."]
)
def test_items_without_numbers_are_named_by_their_order(line):
    told = ("Velkomst til alle", "Klage over hegn", "Salg af grunden")
    text = "".join(
        f"{title}\n27.36.00G0{n} - 2016/3140{n}\n\nBeslutning\n\nGodkendt.{f' {line}' if n == 1 else ''}\n\n"
        for n, title in enumerate(told, 1)
    )
    assert read(text)[1:] == ["in doubt", "in doubt"]
