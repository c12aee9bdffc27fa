"""Lengths of time and numbers of times in words."""

import pytest

from danish.lengths import length_in_words, times_in_words

LENGTHS = [
    (0, "0 dage"),
    (1, "1 dag"),
    (2, "2 dage"),
    (99, "99 dage"),
    (100, "3 måneder"),
    (365, "11 måneder"),
    (366, "12 måneder"),
    (729, "23 måneder"),
    (730, "2 år"),
    (731, "2 år"),
    (1095, "2 år"),
    (1096, "3 år"),
]
TIMES = [(1, "én gang"), (2, "to gange"), (12, "tolv gange"), (13, "13 gange"), (0, "0 gange")]


@pytest.mark.parametrize(("days", "words"), LENGTHS)
def test_how_long(days, words):
    assert length_in_words(days) == words


@pytest.mark.parametrize(("count", "words"), TIMES)
def test_how_many_times(count, words):
    assert times_in_words(count) == words
