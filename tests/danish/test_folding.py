"""Texts made comparable for search and for telling names apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danish.folding import fold, name_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Ældre  rådet ", "ældre rådet"),
        ("BYRÅDET", "byrådet"),
        ("Økonomi\u00a0og\tErhverv\n", "økonomi og erhverv"),
        ("A\u030agade", "ågade"),
        ("", ""),
        ("a\0b", "a b"),
    ],
)
def test_case_and_spaces_do_not_count_and_danish_letters_stay(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Børne- og  Familieudvalget", "børne og familieudvalget"),
        ("Fuglsang-Krogh", "Fuglsang Krogh"),
        ("Rådet (for Udsatte)", "rådet for udsatte"),
    ],
)
def test_two_spellings_of_a_name_have_one_key(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Møller", "Moller"), ("Ålund", "Alund"), ("Aase", "Åse"), ("Rådet 1", "Rådet 2")])
def test_different_names_have_different_keys(one, other):
    assert name_key(one) != name_key(other)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert name_key(name_key(text)) == name_key(text)
