"""The minutes format, there and back."""

import datetime as dt
import json
import math
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import facts
from reader.format import from_json, part_from_json, part_to_json, to_json
from tests.parsing.of_text import FRONT, minutes_of

st.register_type_strategy(dt.time, st.times().map(lambda time: time.replace(second=0, microsecond=0)))
EXAMPLE = (
    FRONT
    + "Punkt 7: Velkomst\n\n27.15.00-A08-4-20\n\nBeslutning\n\nGodkendt med 3 stemmer for og 1 imod. Imod stemte Bo Dam. Eva Sø deltog som stedfortræder for Ib Bæk.\n"
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.from_type(facts.Minutes).filter(lambda minutes: all(math.isfinite(one.score) for one in minutes.proposals)))
def test_what_goes_in_comes_back(minutes):
    assert from_json(json.loads(json.dumps(to_json(minutes, places=True)))) == minutes


def test_the_shape_is_the_format_s():
    value = to_json(minutes_of(EXAMPLE), say=lambda code, params: f"{code}!")
    assert list(value) == ["source", "kind", "meeting", "time_plan", "items", "leftovers", "proposals", "warnings"]
    assert list(value["meeting"]) == ["body", "date", "start", "end", "place", "attendees"]
    (item,) = value["items"]
    assert list(item) == [
        "number", "title", "label", "case_number", "closed", "in_doubt", "sections", "recommendations", "recommended_to", "decision", "outcomes", "attachments",
        "guests", "earlier_treatments", "votes", "absences", "substitutes", "brought_to_council", "appointments", "references",
        "hearings", "follow_ups", "planned_treatments",
    ]  # fmt: skip
    assert item["votes"] == [{"votes_for": 3, "votes_against": 1, "abstained": None, "for": [], "against": ["Bo Dam"], "on": "decision"}]
    assert item["substitutes"] == [{"name": "Eva Sø", "for": "Ib Bæk"}]
    assert (value["meeting"]["date"], value["meeting"]["start"], value["meeting"]["end"]) == ("2021-03-09", "16:00", None)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Punkt 3a", "3a"),
        ("16/24", "16/24"),
        ("2.1", "2.1"),
        ("Sag nr. 12b", "12b"),
        ("A)", "A)"),
        ("Punkt 3", None),
        ("03.", None),
        ("", None),
    ],
)
def test_a_number_as_printed_is_told_where_it_is_no_whole_number(printed, label):
    minutes = minutes_of(EXAMPLE)
    minutes.items[0].label = printed
    assert to_json(minutes)["items"][0]["label"] == label
    assert to_json(minutes, places=True)["items"][0]["label"] == minutes.items[0].label == printed


def test_a_reading_kept_before_items_could_be_in_doubt_is_read_back():
    minutes = minutes_of(EXAMPLE)
    kept = to_json(minutes, places=True)
    del kept["items"][0]["in_doubt"]
    assert from_json(kept) == minutes


@pytest.mark.parametrize("place", [lambda kept: kept, lambda kept: kept["items"][0], lambda kept: kept["items"][0]["votes"][0]])
def test_a_key_that_the_format_does_not_have_is_refused(place):
    kept = to_json(minutes_of(EXAMPLE), places=True)
    place(kept)["decison"] = "Godkendt."
    with pytest.raises(ValueError, match="decison"):
        from_json(kept)


def test_warnings_are_worded_by_whoever_is_asked():
    minutes = minutes_of(EXAMPLE)
    minutes.warnings.append(facts.Warning("number_gap", 7, {"before": 5, "after": 7}, "Velkomst"))
    (warning,) = to_json(minutes, say=lambda code, params: f"{code} {params['before']}")["warnings"]
    assert warning == {"code": "number_gap", "item": 7, "message": "number_gap 5", "quote": "Velkomst"}


def test_with_places_every_fact_leads_to_its_line():
    value = to_json(minutes_of(EXAMPLE), places=True)
    vote = value["items"][0]["votes"][0]
    assert EXAMPLE.split("\n")[vote["at"][1] - 1].startswith("Godkendt med 3")
    assert from_json(value).items[0].decision.startswith("Godkendt med 3")


@dataclass(slots=True)
class Objection:
    name: str
    day: dt.date | None
    at: facts.TextPlace | None = None


@dataclass(slots=True)
class ItemWithObjections(facts.ItemFacts):
    objections: list[Objection] = field(default_factory=list)


def test_a_new_kind_of_fact_needs_nothing_of_the_format():
    made = [Objection("Bo Dam", dt.date(2021, 3, 9), facts.TextPlace(1, 2, 2)), Objection("Eva Sø", None)]
    plain = json.loads(json.dumps(part_to_json(made)))
    assert plain[0] == {"name": "Bo Dam", "day": "2021-03-09", "at": [1, 2, 2]}
    assert part_from_json(ItemWithObjections, "objections", plain) == made
