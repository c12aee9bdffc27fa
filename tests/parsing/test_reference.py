"""The reference minutes in all three formats: they say what their keys say, and all formats of one say the same."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from reader.checks import proofread
from reader.facts import Minutes
from reader.format import to_json
from reader.parsing import parse
from reader.reading import read

FORMATS = ("txt", "docx", "pdf")
STEMS = ("udsatteraadet-2018-06-06", "udsatteraadet-2019-06-11", "socialudvalget-2021-02-22")
FACTS = ("earlier_treatments", "votes", "absences", "substitutes", "brought_to_council", "guests", "appointments")


@cache
def minutes_in(path: Path) -> Minutes:
    return parse(read(path.read_bytes(), path.name))


def squeezed(text: str | None) -> str:
    return re.sub(r"[^0-9a-zæøå]+", "", (text or "").lower())


@pytest.fixture(params=STEMS)
def stem(request):
    return request.param


@pytest.mark.parametrize("format", FORMATS)
def test_every_item_is_read_as_its_key_says(reference, stem, format):
    key = json.loads((reference / f"{stem}.expected.json").read_text(encoding="utf-8"))
    minutes = minutes_in(reference / f"{stem}.{format}")
    assert (minutes.meeting.body, minutes.meeting.date.isoformat(), f"{minutes.meeting.start:%H:%M}", minutes.meeting.place) == tuple(
        key["meeting"][name] for name in ("body", "date", "start", "place")
    )
    for item, wanted in zip(minutes.items, key["items"], strict=True):
        assert (item.number, item.case_number, item.closed) == (wanted["number"], wanted["case_number"], wanted["closed"])
        assert squeezed(item.title) == squeezed(wanted["title"])
        assert squeezed(item.decision) == squeezed(wanted["decision"])
        assert (len(item.recommendations), len(item.attachments)) == (wanted["recommendations"], wanted["attachments"])


@pytest.mark.parametrize("format", FORMATS)
def test_no_fact_is_missed_and_none_invented(reference, stem, format):
    key = json.loads((reference / f"{stem}.expected.json").read_text(encoding="utf-8"))
    items = to_json(minutes_in(reference / f"{stem}.{format}"))["items"]
    for kind in FACTS:
        found = [(item["number"], *told(fact)) for item in items for fact in item[kind]]
        wanted = [(fact["item"], *told(fact)) for fact in key[kind]]
        assert sorted(map(str, found)) == sorted(map(str, wanted)), kind


def told(fact: dict) -> list:
    """What the keys compare of a fact."""
    if "votes_for" in fact:
        return [fact["votes_for"], fact["votes_against"], *fact["against"]]
    if "item_number" in fact:
        return [fact["body"], fact["date"], fact["item_number"]]
    return [fact["name"], fact.get("for", fact.get("for_", "")), fact.get("kind", "")]


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_all_formats_give_the_same_structure(reference, stem, format):
    plain, other = (same_in_all(minutes_in(reference / f"{stem}.{one}")) for one in ("txt", format))
    assert other == plain


def same_in_all(value):
    """The JSON without its source, texts without white space and list marks, which formats may set apart."""
    if isinstance(value, Minutes):
        value = {key: part for key, part in to_json(value).items() if key != "source"}
    if isinstance(value, dict):
        return {key: same_in_all(part) for key, part in value.items()}
    if isinstance(value, list):
        return [same_in_all(part) for part in value]
    return re.sub(r"\s+", "", re.sub(r"(?m)^- ", "", value)) if isinstance(value, str) else value


def test_the_council_s_vote_in_an_advisory_body_s_decision_is_not_booked_on_that_body(reference):
    item = minutes_in(reference / "udsatteraadet-2018-06-06.pdf").items[-1]
    assert [vote.on for vote in item.votes] == ["Socialudvalget", "Økonomiudvalget", "Byrådet"]


def test_a_recommendation_keeps_its_bodies_in_the_order_printed(reference):
    item = next(item for item in minutes_in(reference / "socialudvalget-2021-02-22.pdf").items if item.number == 23)
    assert item.recommended_to[:3] == ["Byrådet", "Beskæftigelsesudvalget", "Børne- og familieudvalget"]
    assert item.recommended_to[-1] == "Økonomiudvalget"


def test_each_recommendation_has_its_own_outcome_where_they_are_answered_apart(reference):
    item = next(item for item in minutes_in(reference / "socialudvalget-2021-02-22.txt").items if item.number == 14)
    assert [outcome.recommendation for outcome in item.outcomes] == [1, 2, 3, 4]


def test_every_fact_leads_to_its_page_and_line(reference):
    path = reference / "udsatteraadet-2018-06-06.pdf"
    blocks = {(block.page, block.line): block.text for block in read(path.read_bytes(), path.name).blocks}
    for item in minutes_in(path).items:
        assert squeezed(item.title).endswith(squeezed(blocks[item.at.page, item.at.line])[-20:])
        for vote in item.votes:
            assert "stemme" in blocks[vote.at.page, vote.at.line]


def test_the_proof_reader_sees_the_body_spelled_in_two_ways(reference):
    found = proofread(minutes_in(reference / "udsatteraadet-2018-06-06.txt"))
    assert [(warning.code, warning.params["usual"]) for warning in found] == [("name_variant", "Udsatterådet")]
