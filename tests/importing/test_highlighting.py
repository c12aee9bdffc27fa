"""A sentence is found where it stands, every sentence of a text at its own place, and with the reason it was taken for one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followups.models import FollowUp
from minutes.highlighting import Highlighted, highlight, lines_of
from minutes.reasons import BY_KIND, HEARING, PLANNED_TREATMENT, reason


def test_a_sentence_is_marked_in_its_line():
    text = "Først.\n\n1. Godkendt. Rådet ønsker en status. Tak.\n- slut"
    assert highlight(text, "Rådet ønsker en status.") == Highlighted(
        "Først.", "1. Godkendt. ", "Rådet ønsker en status.", " Tak.", "- slut"
    )


def test_a_sentence_at_either_end_has_nothing_round_it():
    assert highlight("Drøftet.", "Drøftet.") == Highlighted("", "", "Drøftet.", "", "")


@pytest.mark.parametrize("quote", ["", "Afvist."])
def test_what_the_text_does_not_say_is_not_marked(quote):
    assert highlight("Drøftet.", quote) is None


@given(st.text(alphabet="abÅ .\n\t12)-😀", max_size=80))
def test_every_sentence_stands_where_it_says(text):
    spans = [span for line in lines_of(text) for span in line]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(span.text for span in spans).split()) == "".join(text.split())


@pytest.mark.parametrize("kind", [*FollowUp.Kind.values, HEARING, PLANNED_TREATMENT])
def test_a_rule_without_words_of_its_own_is_told_by_what_it_was_taken_for(kind):
    assert reason("some rule", kind) == str(BY_KIND[kind])
    assert reason("wants a status", kind) == "organet ønsker en status"


def test_what_was_added_by_hand_was_taken_for_one_by_no_rule():
    assert reason("", "task") == ""
