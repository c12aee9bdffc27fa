"""Parsing never fails and never hangs, whatever the text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.checks import proofread
from reader.format import to_json
from reader.parsing import NoMinutes, parse
from reader.reading import TextBlock, TextDocument

PHRASES = (
    "Punkt 3: ", "3. ", "Sag nr. 4", "Beslutning", "Indstilling:", "Bilag", "Fraværende: ", "27.15.00-A08-1-18", "Sagsnr.: 12/1", "Bo Dam", " og ", ", ", "(V)",
    "stemte imod", "For stemte ", "6 stemmer for", "1 imod", "deltog ikke", "havde forfald", "som stedfortræder for ", "begærede sagen i byrådet", "deltog under punktet",
    "udpeget til ", "Socialudvalget", "Børne- og ", " den 3. marts 2020", "pkt. 7", "16.05 - 16.20", "PAUSE", "onsdag d. 3. marts 2020", "at ", "1. at ", "-", "\t", "Lukket",
    "REFERAT ", "Mødedato ", "Til stede: ", "Et flertal på 5 (", ")", "undlod at stemme", "inhabil", "Økonomi", ".....3", "\n", ". ", " ",
)  # fmt: skip
LINES = st.lists(st.one_of(st.sampled_from(PHRASES), st.text(max_size=12)), min_size=1, max_size=12).map("".join)
BLOCKS = st.builds(
    lambda kind, text, apart, level: TextBlock(
        kind, text, 1, 1, 1, level if kind == "heading" else 0, tuple(text.split("\t")) if kind == "table_row" else (), apart
    ),
    st.sampled_from(("paragraph", "heading", "list_item", "table_row")), LINES.filter(str.strip), st.booleans(), st.integers(1, 9),
)  # fmt: skip


def document(blocks: list[TextBlock]) -> TextDocument:
    return TextDocument("referat.txt", "txt", "0" * 64, 1, blocks)


def read_through(blocks: list[TextBlock]) -> None:
    try:
        minutes = parse(document(blocks))
    except NoMinutes:
        return
    minutes.warnings += proofread(minutes)
    to_json(minutes, places=True)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, max_size=25))
def test_any_blocks_can_be_parsed_and_proof_read(blocks):
    read_through(blocks)


@settings(max_examples=50, deadline=None)
@given(st.lists(BLOCKS, max_size=12))
def test_parsing_the_same_document_twice_gives_the_same(blocks):
    def once():
        try:
            return parse(document(blocks))
        except NoMinutes:
            return None

    assert once() == once()


@pytest.mark.parametrize(
    "text",
    [
        "Bo Dam, " * 8_000 + "stemte imod", "A" * 60_000 + " deltog under punktet", "stemte imod " * 5_000, "( " * 30_000 + "stemte for", "Bo " * 20_000 + "havde forfald",
        "6 stemmer for " * 4_000, "udpegede Bo Dam til " * 3_000, "1. og " * 10_000, "den 3. marts 2020 " * 3_000, "sag 1, 2, 3 " * 4_000, "a-, " * 15_000 + "og Socialudvalget",
        "." * 60_000, " " * 60_000 + "x", "Børne- og " * 8_000, "(a" * 20_000, "kl. 16.05 - " * 5_000, "deltog i stedet for Bo Dam " * 2_500, "indstiller til " * 4_000, "\t" * 30_000 + "3",
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["paragraph", "table_row"])
def test_no_text_is_never_read_to_its_end(text, kind):
    """A paragraph of tens of thousands of letters made to trip a pattern: where one goes back over it again and again, this does not end."""
    opening = [
        TextBlock("paragraph", part, 1, n, n)
        for n, part in enumerate(("REFERAT Ældrerådet d. 03-03-2020", "Punkt 1: Velkomst", "Beslutning"), 1)
    ]
    cells = tuple(text.split("\t")) if kind == "table_row" else ()
    read_through([*opening, TextBlock(kind, text, 1, 4, 4, cells=cells)])
