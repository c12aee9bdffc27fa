"""The due rule of a sentence is stored with what was read, and stays as it was left however often the document is stored."""

import datetime as dt
from copy import deepcopy

import pytest

from followups.models import FollowUp
from meetings.body_creation import create_body
from minutes.storing import snapshot
from reader import facts, format
from reader.obligations import find_obligations
from tests.importing.documents import simple
from tests.importing.test_storing import put

pytestmark = pytest.mark.django_db

DECIDED = (
    "Udsat til næste møde. Rådet ønsker en status på hvert 3. møde. Rådet ønsker en opgørelse i slutningen af 2025 og derefter årligt."
)
TOLD = "Havneudvalget modtager en kvartalsvis status på kajen."
RULE = ("kind", "due_words", "due_start", "due_end", "at_next_meeting", "every", "unit", "owed_to__name")
STORED = [
    ("deferred", "til næste møde", None, None, True, None, "", None),
    ("status_report", "på hvert 3. møde", None, None, False, 3, "meeting", None),
    ("status_report", "i slutningen af 2025", dt.date(2025, 10, 1), dt.date(2025, 12, 31), False, 1, "year", None),
    ("status_report", "kvartalsvis", None, None, False, 1, "quarter", "Havneudvalget"),
]


@pytest.fixture
def read() -> facts.Minutes:
    create_body(name="Havneudvalget")
    sections = [facts.SectionFacts("Beslutning", DECIDED), facts.SectionFacts("Sagsfremstilling", TOLD)]
    minutes = simple("Kajen", decision=DECIDED, sections=sections)
    find_obligations(minutes)
    return minutes


def stored() -> list[tuple]:
    return list(FollowUp.objects.order_by("due_words").values_list(*RULE))


def test_it_is_stored_as_the_sentence_tells_it(read):
    put(read)
    assert stored() == sorted(STORED, key=lambda one: one[1])


def test_a_reading_from_before_rules_were_stored_is_read_when_it_is(read):
    kept = format.to_json(read, places=True)
    for one in kept["items"][0]["follow_ups"]:
        del one["due_words"], one["at_next_meeting"], one["recipient"]
    put(format.from_json(kept))
    assert [one[:-1] for one in stored()] == sorted([one[:-1] for one in STORED], key=lambda one: one[1])


def test_what_a_person_has_written_comes_back_with_the_meeting(read):
    meeting = put(deepcopy(read))
    own = {"due_words": "på næste møde og derefter hvert kvartal", "at_next_meeting": True, "every": 1, "unit": "quarter"}
    FollowUp.objects.filter(unit="meeting").update(review="corrected", **own)
    before = stored()
    kept = format.from_json(format.to_json(snapshot(meeting), places=True))
    FollowUp.objects.all().delete()
    put(kept, meeting)
    assert stored() == before
