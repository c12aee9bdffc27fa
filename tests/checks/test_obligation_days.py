"""Hearings and promises whose days cannot be right."""

import datetime as dt

import pytest

from reader import facts
from reader.checks import proofread
from tests.importing.documents import simple

D = dt.date
DAY = D(2025, 3, 5)
CODES = {"hearing_ends_before_it_opens", "hearing_ends_before_meeting", "hearing_has_two_deadlines", "promise_before_meeting"}


def codes(**obligations) -> list[tuple]:
    """What is said of an item with the obligations, at a meeting on 5 March 2025."""
    found = proofread(simple("Plan", day=DAY, **obligations))
    return [(warning.code, *warning.params.values()) for warning in found if warning.code in CODES]


def hearing(deadline: dt.date | None, opens: tuple | None = None, quote: str = "Planen er i høring.", subject: str = "Plan"):
    return facts.HearingFacts(subject, facts.Days(*opens) if opens else None, deadline, [], quote)


def promise(quote: str, kind: str = "status_report", due: tuple = (None, None), again: facts.Recurrence | None = None):
    return facts.FollowUpFacts(kind, quote, *due, again, None, quote)


HEARINGS = [
    (hearing(D(2025, 5, 1), (D(2025, 3, 10), D(2025, 3, 10))), None),
    (hearing(D(2025, 3, 9), (D(2025, 3, 10), D(2025, 3, 10))), ("hearing_ends_before_it_opens", "2025-03-09", "2025-03-10")),
    (hearing(D(2025, 3, 10), (D(2025, 3, 10), D(2025, 3, 31))), None),
    (hearing(D(2024, 5, 1), quote="Planen sendes i høring til 1. maj 2024."), ("hearing_ends_before_meeting", "2024-05-01", "2025-03-05")),
    (hearing(D(2024, 5, 1), quote="Planen har været i høring til 1. maj 2024."), None),
    (hearing(D(2025, 3, 5), quote="Planen sendes i høring til i dag."), None),
    (hearing(None, quote="Planen sendes i høring."), None),
    (hearing(D(2025, 3, 1), (D(2025, 2, 1), D(2025, 2, 1))), None),
]


@pytest.mark.parametrize(("one", "warning"), HEARINGS)
def test_a_deadline_lies_after_what_it_waits_for(one, warning):
    assert codes(hearings=[one]) == ([warning] if warning else [])


def test_one_hearing_has_one_deadline():
    told = [hearing(D(2025, 5, 1)), hearing(D(2025, 5, 8))]
    assert codes(hearings=told) == [("hearing_has_two_deadlines", "2025-05-01", "2025-05-08")]
    assert codes(hearings=[hearing(D(2025, 5, 1)), hearing(D(2025, 5, 8), subject="Budget")]) == []


PROMISES = [
    (promise("Rådet ønsker en status i slutningen af 2024."), True),
    (promise("Rådet ønsker en status senest den 1. februar 2025."), True),
    (promise("Sagen tages op igen i januar 2025.", kind="return"), True),
    (promise("Rådet ønsker en status i slutningen af 2025."), False),
    (promise("Rådet ønsker en status på beslutningen den 3. maj 2024."), False),
    (promise("Rådet ønsker en status på budgettet for 2024."), False),
    (promise("Rådet ønsker en status på forsøget fra 1. maj 2024."), False),
    (promise("Forvaltningen sender notatet fra januar 2025.", kind="task"), False),
    (promise("Rådet får en status hvert kvartal siden januar 2025.", again=facts.Recurrence(1, "quarter")), False),
    (promise("Rådet ønsker en status.", due=(D(2024, 10, 1), D(2024, 12, 31))), True),
    (promise("Rådet ønsker en status.", due=(D(2025, 3, 1), D(2025, 3, 31))), False),
    (promise("Rådet ønsker en status."), False),
]


@pytest.mark.parametrize(("one", "is_over"), PROMISES, ids=[one.quote for one, _ in PROMISES])
def test_a_promise_is_for_a_time_to_come(one, is_over):
    assert [code for code, *_ in codes(follow_ups=[one])] == (["promise_before_meeting"] if is_over else [])


def test_the_warning_points_at_the_sentence():
    one = promise("Rådet ønsker en status i slutningen af 2024.")
    one.at = facts.TextPlace(2, 3, 4)
    (warning,) = [found for found in proofread(simple("Plan", day=DAY, follow_ups=[one])) if found.code in CODES]
    assert (warning.item, warning.quote, warning.at) == (1, one.quote, one.at)
    assert warning.params == {"due": "2024-12-31", "date": "2025-03-05"}
