"""Two texts word by word."""

from hypothesis import given
from hypothesis import strategies as st

from minutes.views.worddiff import Piece, compare

TEXTS = st.lists(st.sampled_from(["Rådet", "godkendte", "ikke", "\n", "forslaget.", "9. maj"]), max_size=40).map(" ".join)


def changed(pieces: list[Piece]) -> list[str]:
    return [piece.text.strip() for piece in pieces if piece.kind == "changed"]


@given(TEXTS, TEXTS)
def test_the_pieces_put_together_are_the_texts(before, after):
    left, right = compare(before, after)
    assert ("".join(piece.text for piece in left), "".join(piece.text for piece in right)) == (before, after)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    left, right = compare(text, text)
    assert not changed(left) + changed(right)


def test_the_words_that_went_and_came_are_marked():
    left, right = compare("Rådet godkendte forslaget enstemmigt.", "Rådet forkastede forslaget.")
    assert changed(left) == ["godkendte", "enstemmigt"]
    assert changed(right) == ["forkastede"]


def test_a_long_stretch_without_change_is_cut_to_its_ends():
    words = " ".join(f"ord{n}" for n in range(300))
    left, _ = compare(words + " nej", words + " ja")
    assert [piece.kind for piece in left] == ["same", "skipped", "same", "changed"]
    assert sum(len(piece.text.split()) for piece in left) == 41


def test_very_long_texts_are_not_compared_word_by_word():
    before, after = (" ".join(f"{letter}{n}" for n in range(5_000)) for letter in "ab")
    left, right = compare(before, after)
    assert (len(left), len(right)) == (1, 1)
