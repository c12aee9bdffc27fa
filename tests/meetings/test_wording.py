"""Sentences about items and votes."""

import pytest

from meetings import wording


@pytest.mark.parametrize(
    ("number", "title", "said"),
    [
        ("3", "Natvarmestue", "punkt 3, Natvarmestue"),
        ("A)", "Natvarmestue", "punkt A), Natvarmestue"),
        ("", "Natvarmestue", "Natvarmestue"),
        ("3", "", "punkt 3"),
    ],
)
def test_an_item_is_called_by_its_number_and_title(number, title, said):
    assert wording.titled(number, title) == said


@pytest.mark.parametrize(
    ("votes_for", "votes_against", "abstained", "said"),
    [
        (6, 1, None, "6 for, 1 imod"),
        (6, 0, 0, "6 for, 0 imod"),
        (6, 1, 2, "6 for, 1 imod, 2 hverken for eller imod"),
        (None, 2, None, "2 imod"),
        (5, None, 1, "5 for, 1 hverken for eller imod"),
        (None, None, 3, "3 hverken for eller imod"),
        (None, None, None, ""),
    ],
)
def test_only_the_votes_that_were_counted_are_told(votes_for, votes_against, abstained, said):
    assert wording.votes_counted(votes_for, votes_against, abstained) == said
