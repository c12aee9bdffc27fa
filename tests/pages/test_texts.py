"""The texts of minutes as paragraphs, lists and tables."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danish.folding import name_key
from meetings.templatetags.danish import item_number
from meetings.texts import Block, blocks, is_only


def test_blank_lines_part_paragraphs_and_single_lines_stay_together():
    assert blocks("Første linje\nanden linje\n\nNæste afsnit") == [
        Block("paragraph", ("Første linje", "anden linje")),
        Block("paragraph", ("Næste afsnit",)),
    ]


def test_lines_that_begin_with_a_bullet_are_a_list_also_straight_after_a_sentence():
    assert blocks("Brugerne ønsker:\n- en seng\n• et bad") == [
        Block("paragraph", ("Brugerne ønsker:",)),
        Block("list", ("en seng", "et bad")),
    ]


def test_tabs_make_a_table_whose_first_row_of_words_names_the_columns():
    assert blocks("Sted\tPladser\nHerberget\t12\nNatcaféen") == [
        Block("table", rows=(("Herberget", "12"),), head=("Sted", "Pladser")),
        Block("paragraph", ("Natcaféen",)),
    ]


def test_a_table_that_begins_with_figures_has_no_names_of_columns():
    assert blocks("15.30\tGodkendelse\n15.45\tOrientering\tGæster") == [
        Block("table", rows=(("15.30", "Godkendelse", ""), ("15.45", "Orientering", "Gæster"))),
    ]


@pytest.mark.parametrize("text", ["1. december 2020 begynder forsøget", "-5 grader", "*", "1.043.224 kr."])
def test_a_sentence_that_merely_begins_oddly_is_a_paragraph(text):
    assert [block.kind for block in blocks(text)] == ["paragraph"]


@given(st.text(alphabet="ab 1-•\t\n", max_size=80))
def test_no_letter_is_lost(text):
    shown = "".join(part for block in blocks(text) for part in (*block.lines, *block.head, *(cell for row in block.rows for cell in row)))
    assert name_key(shown) == name_key(text)


@pytest.mark.parametrize(
    ("text", "parts", "repeats"),
    [
        ("1. at A godkendes\n2. at B drøftes", ["at A godkendes", "at B drøftes"], True),
        ("Forvaltningen indstiller, at A godkendes", ["at A godkendes"], False),
        ("Bilag: Oversigt", [], False),
        ("Godkendt.", ["Godkendt"], True),
    ],
)
def test_a_text_that_only_repeats_what_stands_beside_it(text, parts, repeats):
    assert is_only(text, parts) is repeats


@pytest.mark.parametrize(
    ("number", "label", "shown"),
    [
        (113, "Punkt 113", "113"),
        (None, "Punkt 3", "3"),
        (None, "Sag nr. 129", "129"),
        (None, "pkt. 7", "7"),
        (None, "A)", "A)"),
        (None, "", ""),
    ],
)
def test_an_items_number_is_shown_without_the_word_before_it(number, label, shown):
    assert item_number(SimpleNamespace(number=number, label=label)) == shown
