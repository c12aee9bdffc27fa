"""A reminder whose title is its very sentence says it once."""

import pytest

from reminders.deadlines import Description

SENTENCE = "Rådet ønsker en status i september."


@pytest.mark.parametrize(
    ("title", "quote", "told"),
    [
        (SENTENCE, SENTENCE, ""),
        ("Rådet ønsker en status i september", f"{SENTENCE} ", ""),
        ("Svar fra Ældresagen: rådet ønsker  en status i september", SENTENCE, ""),
        ("En status i september", SENTENCE, SENTENCE),
        ("En status", "", ""),
        ("Et lukket punkt", "", ""),
    ],
)
def test_the_sentence_stands_beside_the_title_where_it_says_more(title, quote, told):
    assert Description(title, quote, "/").sentence == told
