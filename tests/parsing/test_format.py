"""The minutes format, there and back."""

import datetime as dt
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes import facts
from minutes.format import from_json, to_json
from tests.parsing.of_text import FRONT, minutes_of

st.register_type_strategy(dt.time, st.times().map(lambda time: time.replace(second=0, microsecond=0)))
EXAMPLE = (
    FRONT
    + "Punkt 7: Velkomst\n\n27.15.00-A08-4-20\n\nBeslutning\n\nGodkendt med 3 stemmer for og 1 imod. Imod stemte Bo Dam. Eva Sø deltog som stedfortræder for Ib Bæk.\n"
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.from_type(facts.Minutes))
def test_what_goes_in_comes_back(minutes):
    assert from_json(json.loads(json.dumps(to_json(minutes, places=True)))) == minutes


def test_the_shape_is_the_format_s():
    value = to_json(minutes_of(EXAMPLE), say=lambda code, params: f"{code}!")
    assert list(value) == ["source", "kind", "meeting", "time_plan", "items", "warnings"]
    assert list(value["meeting"]) == ["body", "date", "start", "end", "place", "attendees"]
    (item,) = value["items"]
    assert list(item) == [
        "number", "title", "case_number", "closed", "sections", "recommendations", "recommended_to", "decision", "outcomes", "attachments",
        "guests", "earlier_treatments", "votes", "absences", "substitutes", "brought_to_council", "appointments", "references",
        "hearings", "follow_ups", "planned_treatments",
    ]  # fmt: skip
    assert item["votes"] == [{"votes_for": 3, "votes_against": 1, "abstained": None, "for": [], "against": ["Bo Dam"], "on": "decision"}]
    assert item["substitutes"] == [{"name": "Eva Sø", "for": "Ib Bæk"}]
    assert (value["meeting"]["date"], value["meeting"]["start"], value["meeting"]["end"]) == ("2021-03-09", "16:00", None)


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
