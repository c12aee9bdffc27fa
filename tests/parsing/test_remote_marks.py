"""What a line says of other items than the one it stands in: by numbers, by a sign, of all, or from here on."""

import pytest

from reader.parsing.contrasts import numbers_closed
from reader.parsing.end_of_open_part import tells_of_end
from tests.parsing.of_text import FRONT, minutes_of
from tests.parsing.test_marks import CASE, DECIDED, standing

OPEN, DOUBT = "open", "in doubt"


def document(front: str = "", first: str = "", close: str = "", second: str = "Klage") -> list[str]:
    """The standing of three items; `first` stands at the end of item 1, `close` at the end of item 3."""
    return standing(
        minutes_of(
            f"{FRONT}{front}\n\nPunkt 1: Velkomst\n\n{CASE.format(1)}{DECIDED}{first}\n\nPunkt 2: {second}\n\n{CASE.format(2)}{DECIDED}"
            f"Punkt 3: Eventuelt\n\n{CASE.format(3)}{DECIDED}{close}\n\n"
        )
    )


@pytest.mark.parametrize(
    "line",
    ["Punkterne 2 og 3 er lukkede.", "Lukkede punkter: 2-3", "Punkt 2 til 3 er fortrolige.", "Pkt. 2, 3 behandles uden tilhørere."],
)
def test_items_named_on_the_front_page_are_in_doubt(line):
    assert document(front=line) == [OPEN, DOUBT, DOUBT]


@pytest.mark.parametrize("line", ["Punkt 2 blev behandlet for lukkede døre.", "Bemærk: pkt. 2 er fortroligt."])
def test_an_item_named_at_the_end_is_in_doubt(line):
    assert document(close=line)[:2] == [OPEN, DOUBT]


def test_the_item_whose_footnote_says_so_is_in_doubt():
    assert document(second="Klage*", close="* Behandlet som lukket sag.")[:2] == [OPEN, DOUBT]


@pytest.mark.parametrize(
    "line",
    [
        "Dette referat er fortroligt.", "Dagsordenen rummer sager, der behandles for lukkede døre.", "Referatet må ikke stå på nettet.",
        "Hele materialet er fortroligt. " + "Det er lavet til brug for rådet. " * 12,
    ],
)  # fmt: skip
@pytest.mark.parametrize("second", ["Klage", "Klage (lukket)"])
def test_a_front_page_that_names_no_item_puts_all_in_doubt(line, second):
    assert document(front=line, second=second) == [DOUBT, DOUBT if second == "Klage" else "closed", DOUBT]


def test_a_last_line_about_the_whole_document_puts_all_in_doubt():
    assert document(close="Dette referat er fortroligt.") == [DOUBT, DOUBT, DOUBT]


@pytest.mark.parametrize(
    "line",
    [
        "Mødet fortsatte for lukkede døre.\n\nDer var pause i fem minutter.", "• Resten af mødet holdes for lukkede døre",
        "Herefter blev dørene lukket, og tilhørerne gik.\n\nKl. 17.10",
    ],
)  # fmt: skip
def test_all_that_comes_after_the_doors_are_closed_is_in_doubt(line):
    assert OPEN not in document(first=line)[1:]


@pytest.mark.parametrize(
    "line",
    [
        "Den åbne del af mødet blev afsluttet kl. 17.15.", "OFFENTLIGT MØDE SLUT", "Her slutter den åbne dagsorden", "Mødet blev afsluttet for tilhørerne kl. 17.15", "Formanden bad publikum om at forlade mødelokalet.",
        "Pressen ud", "Mødet fortsattes i enrum.", "Transmissionen afbrydes nu.", "Lukket kl. 17-18", "Dørene sættes i lås.", "Slut på offentlig del.",
        "Dørene lukkes kl. 17.20.", "Døren lukkes kl. 17.20", "Kl. 17.20 lukkes dørene.", "Kl. 17.20 blev døren lukket", "Herefter lukkes døren.", "Salen lukkes kl. 17.20", "Lukning af døre kl. 17.20",
    ],
)  # fmt: skip
def test_what_follows_the_end_of_the_open_part_is_in_doubt(line):
    assert tells_of_end(line)
    assert document(first=line)[1:] == [DOUBT, DOUBT]
    assert set(document(front=f"16.00-16.30 Velkomst\n\n{line}")) == {DOUBT}


@pytest.mark.parametrize(
    "line",
    ["Mødet blev hævet kl. 17.15.", "Det åbne møde om havnen endte med kaffe.", "Publikum går ind ad porten.", "Arbejdet er afsluttet."],
)
def test_the_end_of_something_else_closes_nothing(line):
    assert tells_of_end(line) is None
    assert set(document(first=line)) == {OPEN}


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("Dørene lukkes efter punkt 1.", {2, 3}), ("Lukket fra punkt 3.", {3}), ("Dørene åbnes efter punkt 2.", {1, 2}), ("Der er adgang for tilhørere til og med punkt 1.", {2, 3}),
        ("Alle punkter er lukkede undtagen punkt 3.", {1, 2}), ("Åbne sager: 2. Fortrolige sager: 1 (nr. 3).", {1, 3}), ("Der er adgang, hvorefter punkt 3 tages.", {1, 2, 3}),
        ("Pkt. 3 er slettet på nettet, da det rummer fortrolige oplysninger.", {3}), ("Punkt 2 er lukket.", None), ("Mødet er lukket.", None), ("Punkt 2 er undtaget fra offentlighed.", None), ("Punkt 1 er lukket og tages efter punkt 2.", {1, 3}),
    ],
)  # fmt: skip
def test_a_line_that_tells_open_items_from_closed_ones_closes_these_or_all(line, closed):
    assert numbers_closed(line, {1, 2, 3}) == closed


def test_an_item_told_again_without_its_mark_is_in_doubt():
    again = f"Punkt 2: Klage\n\n{CASE.format(4)}{DECIDED}"
    assert document(second=f"Klage (lukket)\n\n{CASE.format(2)}{DECIDED}{again}")[-2:] != [OPEN, OPEN]


@pytest.mark.parametrize("title", ["Mødet lukkes", "Overgang til lukket møde"])
def test_a_title_that_closes_the_doors_puts_the_next_item_in_doubt(title):
    assert document(second=title)[2] == DOUBT


@pytest.mark.parametrize("opening", ["Åben del", "Offentligt referat", "Tillægspunkter", "Tillægsdagsorden"])
def test_less_than_a_heading_over_open_items_ends_no_closed_half(opening):
    assert document(first="Lukkede punkter", close="", second=f"Klage\n\n{opening}")[2] != OPEN


def test_a_decision_that_names_items_closes_none_for_certain():
    assert document(first="Godkendt, idet punkt 3 behandles for lukkede døre.")[1:] == [OPEN, DOUBT]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("Velkomst.....2\n\nLukket.....3\n\nEventuelt.....4", [DOUBT, DOUBT, OPEN]),
        ("Åben dagsorden\n\nVelkomst.....2\n\nLukket dagsorden\n\nEn nabo.....3\n\nEventuelt.....4", [DOUBT, DOUBT, DOUBT]),
    ],
)
def test_a_closed_entry_of_the_contents_puts_the_item_in_its_place_in_doubt(entries, expected):
    assert document(front=f"Indholdsfortegnelse\n\n{entries}") == expected


@pytest.mark.parametrize("line", ["Kun punkt 8 og 9 er åbne.", "Åbne punkter: 8 og 9.", "Alle punkter efter punkt 0 er lukkede."])
def test_items_that_a_line_leaves_to_be_closed_are_in_doubt_though_none_it_names_is_there(line):
    assert document(close=line) == [DOUBT, DOUBT, DOUBT]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Lukkede: 2.-3.", [OPEN, DOUBT, DOUBT]),
        ("2 ff. lukket", [OPEN, DOUBT, DOUBT]),
        ("Punkterne 3 til 2 er lukkede.", [OPEN, DOUBT, DOUBT]),
    ],
)
def test_short_lines_name_items_by_bare_numbers(line, found):
    assert document(close=line) == found


@pytest.mark.parametrize(
    "line",
    ["Punkterne om personer er lukkede.", "De bageste punkter er lukkede.", "Alle punkter på nær 1 er lukkede.", "Den første del er åben."],
)
def test_a_last_line_of_which_nobody_can_tell_whose_it_is_puts_all_in_doubt(line):
    assert document(close=line)[1:] == [DOUBT, DOUBT]


def test_a_line_with_marks_between_its_numbers_names_them_all():
    assert document(front="Punkt 2 (lukket) og 3 (lukket) omdeles.") == [OPEN, DOUBT, DOUBT]


def test_a_heading_with_the_count_of_closed_items_heads_them():
    assert document(first="Fortrolige sager (2)")[1:] == [DOUBT, DOUBT]


def test_nobody_can_tell_which_is_the_first_item_where_one_above_was_not_read():
    first = "Fraværende: Ole Dahl\n1. Vejplan\nDer er kommet svar fra naboerne.\nBeslutning\nGodkendt.\n"
    items = first + "".join(
        f"{n}. {title}\nSagsfremstilling\nIntet nyt.\nBeslutning\nGodkendt.\n" for n, title in ((2, "Broer"), (3, "Havn"))
    )
    found = minutes_of(f"{FRONT}{items}De to første punkter er åbne.")
    assert [(one.number, one.in_doubt) for one in found.items] == [(2, True), (3, True)]


def test_a_line_that_heads_closed_items_in_words_of_its_own_puts_all_below_in_doubt():
    assert document(first="Lukkede punkter start")[1:] == [DOUBT, DOUBT]
