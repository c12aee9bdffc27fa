"""Invariants of every plan and of every order suggested."""

import dataclasses
from itertools import pairwise

from hypothesis import given, settings

from agendas.timeplan import MeetingToPlan, TimePlan, make_plan, suggest_order
from tests.agendas.every_order import Judge
from tests.agendas.plans import meetings

any_meeting = meetings(most=11)


def holds(meeting: MeetingToPlan, plan: TimePlan) -> None:
    items = {item.key: item for item in meeting.items}
    rows = plan.rows
    assert all(before.end <= after.start for before, after in pairwise(rows)), "rows overlap"
    assert not rows or rows[0].start >= meeting.start
    assert sorted(row.key for row in rows if row.key is not None) == sorted(items), "an item is lost or doubled"
    assert sorted(row.break_number for row in rows if row.key is None) == list(range(1, len(meeting.breaks) + 1))
    for row in rows:
        minutes = items[row.key].minutes or 0 if row.key is not None else meeting.breaks[row.break_number - 1].minutes
        assert row.end - row.start == minutes, "the total is not kept"
    missed = {key for finding in plan.findings if finding.code == "fixed_start_missed" for key in finding.keys}
    for row in rows:
        fixed = items[row.key].fixed_start if row.key is not None else None
        assert fixed is None or (row.start > fixed if row.key in missed else row.start == fixed), "a fixed time is not kept"
    for before, after in pairwise(rows):
        assert before.end == after.start or items[after.key].fixed_start == after.start, "time is lost for no fixed time"
    if len(items) > 1:
        assert rows[0].key is not None, "a break first"
        assert rows[-1].key is not None, "a break last"


@settings(deadline=None, max_examples=150)
@given(any_meeting)
def test_every_plan_holds(meeting):
    plan = make_plan(meeting)
    holds(meeting, plan)
    assert [row.key for row in plan.rows if row.key is not None] == [item.key for item in meeting.items]
    assert make_plan(meeting) == plan


@settings(deadline=None, max_examples=50)
@given(any_meeting)
def test_every_order_suggested_holds_and_is_no_worse(meeting):
    suggestion = suggest_order(meeting)
    holds(meeting, suggestion.plan)
    kept = [item.keep for item in suggestion.items]
    assert kept == sorted(kept, key={"first": 0, None: 1, "last": 2}.get)
    judge = Judge(meeting)
    given = make_plan(meeting)
    if meeting.items and not {finding.code for finding in given.findings} & {"not_first", "not_last"}:
        assert judge.cost(suggestion.plan.rows) <= judge.cost(given.rows)


@settings(deadline=None, max_examples=50)
@given(any_meeting)
def test_suggesting_once_more_changes_nothing(meeting):
    suggestion = suggest_order(meeting)
    again = suggest_order(dataclasses.replace(meeting, items=suggestion.items))
    assert again.items == suggestion.items
    assert again.plan == suggestion.plan == make_plan(dataclasses.replace(meeting, items=suggestion.items))
    assert again.moved == ()


@settings(deadline=None, max_examples=50)
@given(any_meeting)
def test_what_is_told_to_be_moved_explains_the_order(meeting):
    suggestion = suggest_order(meeting)
    moved = {one.key for one in suggestion.moved}
    given, order = ([item.key for item in items] for items in (meeting.items, suggestion.items))
    assert [key for key in given if key not in moved] == [key for key in order if key not in moved]
    assert all(given[one.before - 1] == order[one.after - 1] == one.key for one in suggestion.moved)
