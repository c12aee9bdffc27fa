"""Every word of a document is read as something, or is listed among what was not read, with its page."""

import re
from itertools import product
from string import ascii_lowercase

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.facts import Leftover, TextPlace
from reader.format import from_json, to_json
from reader.parsing import NoMinutes, parse
from reader.pipeline import understand
from reader.reading import TextBlock, TextDocument, read
from tests.counting import growth
from tests.parsing.formats import FORMATS, minutes_as
from tests.parsing.of_text import FRONT, minutes_of

ITEM = "Punkt 1: Velkomst\n\n27.15.00-A08-1-20\n\nBeslutning\n\nGodkendt.\n\n"
# {w} is a word and {n} a name that the document has once
TEXTS = (
    "REFERAT Ældrerådet d. 03-03-2020", "Referat af møde i Ældrerådet tirsdag den 3. marts 2020 kl. 15.00 i {n}", "Mødested: {n}", "Sted {n}", "Afbud: {n} {n}", "Til stede: {n} {n}, {n} {n} og {w}",
    "Fraværende", "{n} {n}", "Referent: {n} {n}", "Dagsorden", "Indholdsfortegnelse", "{n} {w}.....3", "1. {n} {w}", "2. {n} {w}", "Punkt 1: {n} om {w}", "Punkt 2: {n} om {w}", "Punkt 2: Lukket",
    "Sag nr. 3 - {n} {w}", "{n} {w}", "27.15.00-A08-1-18", "Sagsnr.: 12/12345 Sagsbehandler: {n} {w}", "Sagsfremstilling", "Baggrund: {w} og {w}", "Beslutning", "Beslutning: {n} {w}.",
    "Beslutning i Ældrerådet den 3. marts 2020", "Beslutning i Socialudvalget den 3. februar 2020", "Indstilling", "at {w} {w}", "Bilag", "{w}.pdf", "Lukkede punkter", "Lukket punkt", "Åbent punkt", "Lukket: {n} {w}",
    "ØKONOMIUDVALGET", "Punkter til {w}:", "Kaffepause", "Mødet hævet kl. 17.00", "Mødet sluttede kl. 17.00, {w} {w}.", "16.05 - 16.20 {n} {w}", "Tidsplan", "{n} {w} {w} {w} og {w} med {w}.", "{n}, {w}; {w}",
    "Fraværende:", "{n} {n} deltog ikke under punkt 1", "-", "Underskriftsside", "Afbud\t{n} {n}", "Punkt\tReferat\tAnsvarlig", "1. {n}\t{w}\t{n}", "{n}\t{w}", "Åbne", "Side 3", "Kopier link", "Økonomi",
)  # fmt: skip
LINE = st.tuples(st.sampled_from(("paragraph", "heading", "list_item")), st.sampled_from(TEXTS), st.booleans(), st.integers(1, 3), st.integers(1, 9))  # fmt: skip
NEVER_KNOWN = re.compile("Q[a-z]+z|q[a-z]+z")


def document(lines: list[tuple[str, str, bool, int, int]]) -> TextDocument:
    words = map("".join, product(ascii_lowercase, repeat=3))
    blocks, page = [], 1
    for n, (kind, text, apart, turn, level) in enumerate(lines, 1):
        page += turn == 3
        filled = re.sub(r"\{(.)\}", lambda found: f"{'q' if found[1] == 'w' else 'Q'}{next(words)}z", text)
        cells = tuple(filled.split("\t")) if "\t" in filled else ()
        kind = "table_row" if cells else kind
        blocks.append(TextBlock(kind, filled, page, n, n, level if kind == "heading" else 0, cells, apart))
    return TextDocument("referat.txt", "txt", "0" * 64, page, blocks)


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for key, one in value.items() if key != "front_page" for text in strings(one)]
    return [text for one in value for text in strings(one)] if isinstance(value, list) else [str(value)]


def lost_of(read: TextDocument) -> list[str]:
    """The words of the document that stand in no part of what was read and in no leftover."""
    minutes = parse(read)
    kept = set(NEVER_KNOWN.findall("\n".join(strings(to_json(minutes, places=True)))))
    return [word for block in read.blocks for word in NEVER_KNOWN.findall(block.text) if word not in kept]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINE, min_size=3, max_size=40))
def test_no_word_is_lost_whatever_the_layout(lines):
    try:
        assert lost_of(document(lines)) == []
    except NoMinutes:
        return


def left(text: str, format: str = "txt") -> list[str]:
    return [one.text for one in minutes_as(format, text).leftovers]


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_that_is_read_leaves_nothing(format):
    front = f"{FRONT}Afbud: Bo Dam\n\nDagsorden\n\n1. Velkomst\n\n2. Eventuelt\n\n"
    assert left(f"{front}{ITEM}{ITEM.replace('1: Velkomst', '2: Eventuelt')}Mødet hævet kl. 17.00\n", format) == []


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "line", ["Bo Dam kom ti minutter for sent.", "Referent: Ida Vang", "Mødet blev holdt på Selmersgården.", "Publikum fik kaffe"]
)
def test_what_the_front_page_and_the_close_say_besides_is_left_over(line, format):
    assert left(f"{FRONT}{line}\n\n{ITEM}", format) == [line]
    assert left(f"{FRONT}{ITEM}Mødet hævet kl. 17.00\n\n{line}\n", format) == [line]


def test_lines_over_several_items_are_left_over_unless_they_are_marks():
    second = ITEM.replace("1: Velkomst", "2: Eventuelt")
    assert left(f"{FRONT}{ITEM}Kaffepause:\n\n{second}") == ["Kaffepause:"]
    assert left(f"{FRONT}{ITEM}Lukkede punkter\n\n{second}") == []
    assert left(f"{FRONT}{ITEM}Til behandling i Festsalen – for lukkede døre\n\n{second}") == [
        "Til behandling i Festsalen – for lukkede døre"
    ]


def test_a_place_and_a_name_that_were_not_read_are_left_over_with_their_line():
    assert left(f"Møde i Udsatterådet den 9. marts 2021 ved Nørreport\n\nREFERAT Udsatterådet d. 09-03-2021\n\n{ITEM}") == ["Møde i Udsatterådet den 9. marts 2021 ved Nørreport"]  # fmt: skip
    assert left(f"{FRONT}Bo Dam (A), sag 4-6\n\n{ITEM}") == ["Bo Dam (A), sag 4-6"]


def test_a_document_without_items_is_left_over_but_for_its_head():
    minutes = minutes_of(f"{FRONT}Vi talte om vejret.\n\nSolen skinnede.\n")
    assert (minutes.items, minutes.leftovers) == ([], [Leftover(1, "Vi talte om vejret.\n\nSolen skinnede.", TextPlace(1, 7, 9))])


def test_what_stands_on_two_pages_is_told_with_the_page_of_each():
    minutes = minutes_of(f"{FRONT}Vi talte om vejret.\n\fSolen skinnede.\n\n{ITEM}")
    assert [(one.page, one.text) for one in minutes.leftovers] == [(1, "Vi talte om vejret."), (2, "Solen skinnede.")]


def test_a_word_too_long_for_any_pattern_is_left_over_letter_by_letter():
    address = "https://" + "x" * 200
    _document, minutes = understand(f"{FRONT}{address}\n\n{ITEM}".encode(), "x")
    assert [one.text for one in minutes.leftovers] == [address]


def test_the_format_lists_them_and_readings_stored_before_have_none():
    minutes = minutes_of(f"{FRONT}Vi talte om vejret.\n\n{ITEM}")
    assert to_json(minutes)["leftovers"] == [{"page": 1, "text": "Vi talte om vejret."}]
    stored = to_json(minutes, places=True)
    assert from_json(stored).leftovers == minutes.leftovers
    del stored["leftovers"]
    assert from_json(stored).leftovers == []


@pytest.mark.parametrize(
    "make", ["Vi talte om {n} ting.\n\n", "Punkt {n}: Ting {n}\n\nGodkendt.\n\nLukket punkt\n\n", "Beslutning\n\nDet er {n}.\n\n"]
)
def test_the_work_of_finding_what_is_left_over_grows_with_the_length(make):
    def read_through(times: int) -> None:
        parse(read((FRONT + "".join(make.format(n=n) for n in range(1, times + 1)) + ITEM).encode(), "x"))

    assert growth(read_through, size=50) < 5
