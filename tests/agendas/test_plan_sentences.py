"""Every code of the time plan has its Danish sentence, which asks for no more than the code brings along."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from agendas.plan_wording import FINDINGS, REASONS, UNUSABLE, say
from agendas.timeplan import make_plan, suggest_order
from tests.agendas.plans import meetings

SOURCES = "".join(file.read_text(encoding="utf-8") for file in (Path(__file__).resolve().parents[2] / "agendas" / "timeplan").glob("*.py"))


@pytest.mark.parametrize("code", FINDINGS | REASONS | UNUSABLE)
def test_no_sentence_is_for_a_code_that_never_comes(code):
    assert re.search(rf'"{code}"', SOURCES) or code in ("kept_first", "kept_last", "cannot_open", "too_large")


def test_every_code_that_is_raised_has_its_sentence():
    assert set(re.findall(r'UnusablePlanFile\("(\w+)"', SOURCES)) <= set(UNUSABLE)
    assert set(re.findall(r'PlanFinding\("(\w+)"', SOURCES)) == set(FINDINGS)


@settings(deadline=None, max_examples=60)
@given(meetings(most=7))
def test_every_finding_and_reason_can_be_told(meeting):
    suggestion = suggest_order(meeting)
    told = [say(one.code, one.params) for plan in (make_plan(meeting), suggestion.plan) for one in plan.findings]
    told += [say(one.reason, one.params) for one in suggestion.moved]
    assert all(re.fullmatch(r"[^%{}]+\.", one) for one in told)


def test_one_minute_is_no_minutes():
    assert say("guest_waits", {"guest": "Ida", "minutes": 1, "title": "A", "next": "B"}) == "Ida venter 1 minut mellem »A« og »B«."
    assert say("own_window", {"guest": "Ida", "windows": ((960, 990), (1020, 1050), (1440, 1470))}) == (
        "Ida kan komme kl. 16.00–16.30, 17.00–17.30 eller 0.00–0.30."
    )
