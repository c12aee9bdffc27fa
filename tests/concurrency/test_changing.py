"""`changing` locks the bodies first and recomputes what depends on their calendars last, once."""

import datetime as dt

import pytest

from cases.access import PUBLIC
from meetings import calendar
from meetings.body_creation import create_body
from meetings.calendar import calendar_impact, changing
from meetings.locking import LockedTooLate, bodies_of, holding, lock_bodies
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def recomputed(monkeypatch):
    """The names of the bodies that were recomputed for, each time."""
    monkeypatch.setattr(calendar, "dependents", [])
    seen: list[list[str]] = []
    calendar.register(recompute=lambda *, bodies: seen.append([body.name for body in bodies]), watch=lambda **asked: list)
    return seen


@pytest.fixture
def bodies():
    return f.BodyFactory(name="Byrådet"), f.BodyFactory(name="Rådet")


def test_changes_within_one_another_recompute_once_after_the_last(bodies, recomputed):
    with changing(bodies):
        with changing(bodies[:1]):
            pass
        assert recomputed == []
    assert recomputed == [["Byrådet", "Rådet"]]


def test_only_what_has_changed_is_recomputed(bodies, recomputed):
    with changing(bodies) as outer, changing(bodies[1:]):
        outer.clear()
    assert recomputed == [["Rådet"]]


def test_nothing_is_recomputed_when_nothing_has_changed(bodies, recomputed):
    with changing(bodies) as changed:
        changed.clear()
    assert recomputed == []


def test_what_fails_is_taken_back_and_recomputes_nothing(bodies, recomputed):
    def plan_and_fail() -> float:
        with changing(bodies):
            return 1 / f.MeetingFactory(body=bodies[0]).items.count()

    with pytest.raises(ZeroDivisionError):
        plan_and_fail()
    assert (recomputed, bodies[0].meetings.count()) == ([], 0)


def test_what_fails_within_another_change_leaves_the_other(bodies, recomputed):
    with changing(bodies) as changed:
        changed.clear()
        with pytest.raises(ZeroDivisionError), changing(bodies):
            raise ZeroDivisionError
        with changing(bodies[:1]):
            pass
    assert recomputed == [["Byrådet"]]


def test_the_impact_is_told_after_recomputing(bodies, monkeypatch):
    order = []
    monkeypatch.setattr(calendar, "dependents", [])

    def watch(**asked):
        order.append("before")
        return lambda: order.append("after") or [calendar.Impact("En opfølgning har fået en anden dato.")]

    calendar.register(recompute=lambda *, bodies: order.append("recomputed"), watch=watch)
    with calendar_impact(body=bodies[0], actor=PUBLIC, today=dt.date(2025, 6, 4)) as found, changing(bodies[:1]):
        assert found == []
    assert order == ["before", "recomputed", "after"]
    assert [impact.text for impact in found] == ["En opfølgning har fået en anden dato."]


@pytest.mark.parametrize("late", [lambda body: holding([body]), lambda body: changing([body])])
def test_no_further_body_is_locked_later(bodies, late):
    with holding(bodies[:1]):
        with pytest.raises(LockedTooLate), late(bodies[1]):
            pass
        with pytest.raises(LockedTooLate):
            lock_bodies(lambda: [bodies[1].pk])


def test_nor_one_that_a_row_turns_out_to_have(bodies):
    item = f.AgendaItemFactory(meeting__body=bodies[1])
    with holding(bodies[:1]), pytest.raises(LockedTooLate), holding(bodies_of(item)):
        pass


def test_a_body_made_meanwhile_is_ones_own(bodies, recomputed):
    with holding(bodies):
        made = create_body(name="Seniorrådet")
        with changing([made]):
            pass
    assert recomputed == [["Seniorrådet"]]


def test_a_body_that_is_gone_is_not_recomputed_for(bodies, recomputed):
    with changing(bodies):
        bodies[0].delete()
    assert recomputed == [["Rådet"]]


def test_afterwards_anybody_locks_what_is_needed(bodies):
    with holding(bodies[:1]):
        pass
    with holding(bodies[1:]) as keys:
        assert keys == {bodies[1].pk}
