"""The sentences of the import's pages that have conditions in them."""

from datetime import UTC, datetime, time

import pytest

from meetings.models import Meeting
from minutes.differences import Difference
from minutes.differences.difference import Effect
from minutes.views import sentences


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ({}, ""),
        ({"case": 1}, "1 sag"),
        ({"case": 2, "matter": 1}, "2 sager, 1 forløb"),
        ({"body": 1, "person": 3}, "3 personer, 1 organ"),
        ({"case": 0, "matter": 0, "person": 1, "body": 2}, "1 person, 2 organer"),
    ],
)
def test_what_an_import_made_is_counted(made, said):
    assert sentences.made_counted(made) == said


@pytest.mark.parametrize(
    ("has_decision", "obligations", "said"),
    [
        (False, 0, "Hele punktet med dets side."),
        (True, 0, "Hele punktet med dets side. Også beslutningen."),
        (False, 1, "Hele punktet med dets side. Også 1 løfte eller høring."),
        (True, 3, "Hele punktet med dets side. Også beslutningen. Også 3 løfter og høringer."),
    ],
)
def test_what_goes_along_with_an_item_is_told(has_decision, obligations, said):
    assert sentences.goes_too(has_decision=has_decision, obligations=obligations) == said


@pytest.mark.parametrize(
    ("kind", "start", "end", "count", "said"),
    [
        ("ordinary", time(15, 30), time(18), 12, "det ordinære møde, kl. 15.30–18.00, 12 punkter"),
        ("ordinary", None, None, 0, "det ordinære møde, 0 punkter"),
        ("extraordinary", time(9), None, 1, "det ekstraordinære møde, kl. 9.00, 1 punkt"),
    ],
)
def test_a_meeting_is_told_from_another_of_the_day(kind, start, end, count, said):
    assert sentences.meeting_in_words(Meeting(kind=kind, start=start, end=end), count) == said


@pytest.mark.parametrize(
    ("of", "begins"),
    [
        ({}, ""),
        ({"is_default": False}, "Registret kan have det fra et senere dokument"),
        ({"is_default": False, "by_hand": True}, ""),
        ({"part": "closed", "before": True, "after": False, "is_default": False}, "Punktet er lukket i registret"),
        ({"effect": Effect.REMOVES, "is_default": False}, "Registret har det, og dokumentet har det ikke"),
        ({"effect": Effect.REMOVES, "held_back": True, "is_default": False}, "Registret har det, og dokumentet har det ikke"),
        ({"held_back": True, "written": True, "is_default": False}, "Det kan være tekst, der er lukket i registret"),
        ({"written": True, "is_default": False}, "Det er skrevet til dagsordenen"),
    ],
)
def test_a_tick_that_does_more_than_take_the_words_says_so(of, begins):
    one = Difference(**{"path": "1/decision", "item": "1", "part": "decision", "before": "a", "after": "b"} | of)
    said = str(sentences.hint(one))
    assert said.startswith(begins)
    assert bool(said) == bool(begins)


@pytest.mark.parametrize(
    ("minutes_are_out", "newly_open", "begins", "ends"),
    [
        (True, 0, "Referatet er ", "med det samme."),
        (False, 0, "Dagsordenen er ", "med det samme."),
        (True, 1, "Referatet er ", "1 åbent punkt er nyt eller siger noget nyt."),
        (False, 3, "Dagsordenen er ", "3 åbne punkter er nye eller siger noget nyt."),
    ],
)
def test_what_everybody_reads_at_once_is_told(minutes_are_out, newly_open, begins, ends):
    told = sentences.public_told(minutes_are_out=minutes_are_out, newly_open=newly_open)
    assert told.startswith(begins)
    assert told.endswith(ends)


@pytest.mark.parametrize(("name", "ends"), [("Bodil Vang", "kl. 15.30 af Bodil Vang."), ("", "kl. 15.30.")])
def test_who_put_it_in_the_register_is_told(name, ends):
    assert sentences.applied_told(datetime(2018, 9, 3, 13, 30, tzinfo=UTC), name).endswith(ends)
