"""Matters are moved, merged and split by the secretary, and every step can be taken back."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.models import Matter
from meetings.matters import CannotUndo, move_items, split_off, undo_step
from meetings.models import AgendaItem, MatterStep
from tests.factories import COPENHAGEN, AgendaItemFactory, MatterFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2025, 4, 1, 9, 0, tzinfo=COPENHAGEN)


def matters() -> dict[int, int | None]:
    return dict(AgendaItem.objects.values_list("pk", "matter_id"))


def test_merging_moves_all_of_one_matter_into_the_other():
    kept, absorbed = MatterFactory(), MatterFactory()
    items = [AgendaItemFactory(matter=absorbed) for _ in range(2)]
    move_items(items=items, to=kept, by=UserFactory(secretary=True), now=NOW)
    assert kept.appearances.count() == 2


def test_splitting_gives_an_item_a_matter_of_its_own_and_leaves_the_others():
    matter = MatterFactory()
    first, second = AgendaItemFactory(matter=matter), AgendaItemFactory(matter=matter)
    split_off(items=[second], title="Rejsekort", by=UserFactory(secretary=True), now=NOW)
    assert list(matter.appearances.all()) == [first]
    assert Matter.objects.get(title="Rejsekort").appearances.get() == second


def test_moving_where_it_is_already_is_no_step():
    item = AgendaItemFactory()
    assert move_items(items=[item], to=item.matter, by=UserFactory(), now=NOW) is None
    assert not MatterStep.objects.exists()


def test_an_older_step_cannot_be_taken_back_past_a_newer_one():
    item, user = AgendaItemFactory(), UserFactory(secretary=True)
    older = move_items(items=[item], to=MatterFactory(), by=user, now=NOW)
    newer = move_items(items=[item], to=MatterFactory(), by=user, now=NOW)
    with pytest.raises(CannotUndo):
        undo_step(step=older, now=NOW)
    undo_step(step=newer, now=NOW)
    undo_step(step=older, now=NOW)
    with pytest.raises(CannotUndo):
        undo_step(step=older, now=NOW)


@given(st.lists(st.tuples(st.sets(st.integers(0, 3), min_size=1), st.integers(0, 2)), max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_taking_all_steps_back_gives_what_was(steps):
    AgendaItem.objects.all().delete()
    items = [AgendaItemFactory() for _ in range(4)]
    targets, user = [MatterFactory() for _ in range(3)], UserFactory(secretary=True)
    before = matters()
    taken = [move_items(items=[items[n] for n in chosen], to=targets[to], by=user, now=NOW) for chosen, to in steps]
    for step in reversed([step for step in taken if step]):
        undo_step(step=step, now=NOW)
    assert matters() == before
