"""A line is held against a pattern only where a word that the pattern needs stands: nothing that matches may be passed over for that."""

import re

import pytest

from reader.parsing.clues import CLUES, clue_in
from reader.parsing.folding import plain
from reader.parsing.marks import MARKS
from reader.parsing.prefilter import words_in, words_needed

NONE = {""}


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("lukket", {"lukket"}),
        ("LUKKET", {"lukket"}),
        ("(?-i:LP)", {"lp"}),
        (r"\blukke(?:t|de)\b", {"lukke"}),
        ("(?:lukket|fortrolig)", {"lukket", "fortrolig"}),
        ("(?:lukke|lukkede)", {"lukke"}),
        (r"(?:ikke|ej)[\s-]*offentlig", {"offentlig"}),
        (r"(?:lukket)?\s*sag", {"sag"}),
        (r"(?:lukket\s*){2,3}", {"lukket"}),
        (r"(?:lukket\s*){0,3}", NONE),
        (r"lukket|\d+", NONE),
        (r"lukket|", NONE),
        ("[xX]", {"x"}),
        ("[a-z]", NONE),
        ("[^x]", NONE),
        (r"[\dx]", NONE),
        ("(?!lukket)sag", {"sag"}),
        (r"(?<!ikke )åben", {"åben"}),
        ("", NONE),
    ],
)
def test_the_words_of_which_a_pattern_needs_one(pattern, words):
    assert words_needed(pattern) == words


@pytest.mark.parametrize("text", ["LUKKET", "lukket", "aflukkethed", "Lukket punkt"])
def test_a_word_is_found_in_any_case_and_within_longer_ones(text):
    assert words_in(text, {"lukket", "fortrolig"}) == {"lukket"}


@pytest.mark.parametrize("text", ["fortrolıg", "FORTROLİG", "ﬁnder fortrolig", "ſag fortrolig"])
def test_letters_that_count_as_another_regardless_of_case_do_so_here(text):
    assert re.search("fortrolig", plain(text), re.IGNORECASE)
    assert words_in(plain(text), {"fortrolig"}) == {"fortrolig"}


@pytest.mark.parametrize("row", [*MARKS, *CLUES], ids=lambda row: getattr(row, "name", None) or row.words[:40])
def test_each_row_of_marks_and_clues_has_words_it_needs(row):
    assert row.needs != NONE, "every line would be held against it"


@pytest.mark.parametrize(
    "text",
    [
        "Oplysningerne må ikke videregives",
        "Teksten må ikke deles med andre",
        "Personlige oplysninger",
    ],
)
def test_a_clue_is_found_by_its_own_words_alone(text):
    assert clue_in(text)
