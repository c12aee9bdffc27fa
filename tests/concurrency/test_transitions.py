"""A transition is made of the row as it is, compared with the page it was asked for on, written down, and undone from the newest on."""

import datetime as dt

import pytest

from concurrency.transitions import apply_transition, undo_transition
from followups.exceptions import FollowUpRefused
from followups.models import Occurrence, Step
from followups.services.transitions import lock_occurrences
from tests import factories as f

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2018, 9, 10, 10, tzinfo=f.COPENHAGEN)
LATER = {"due_start": dt.date(2018, 11, 1), "due_end": dt.date(2018, 11, 30)}


@pytest.fixture
def row() -> Occurrence:
    return f.OccurrenceFactory()


def change(*rows, to=LATER, versions=None, then=lambda row: None) -> list[Step]:
    def columns(row):
        return None if all(getattr(row, name) == value for name, value in to.items()) else to

    return apply_transition(
        rows, "postponed", columns, lock=lock_occurrences, history=Step, by=None, now=NOW, why="Ferie", versions=versions, then=then
    )


def back(made: Step) -> Occurrence:
    return undo_transition(made, lock=lock_occurrences, by=None, now=NOW)[0]


def fresh(row) -> Occurrence:
    return Occurrence.objects.get(pk=row.pk)


def test_it_is_written_down_with_the_columns_before_and_after(row):
    [made] = change(row)
    assert (made.what, made.by, made.at, made.why) == ("postponed", None, NOW, "Ferie")
    assert (made.before["due_end"], made.after["due_end"]) == ("2018-09-30", "2018-11-30")
    assert fresh(row).due_order == LATER["due_end"]


def test_only_the_changed_columns_are_saved(row):
    def another_writes(found):
        Occurrence.objects.filter(pk=row.pk).update(due_fixed=True)
        return LATER

    apply_transition([row], "postponed", another_writes, lock=lock_occurrences, history=Step, by=None, now=NOW)
    assert fresh(row).due_fixed
    assert fresh(row).due_end == LATER["due_end"]


def test_a_row_changed_since_its_page_was_opened_is_refused(row):
    opened = row.version
    change(row)
    with pytest.raises(FollowUpRefused) as refused:
        change(row, to={"due_fixed": True}, versions={row.pk: opened})
    assert refused.value.code == "changed"
    assert change(row, to={"due_fixed": True}, versions={row.pk: fresh(row).version})


def test_what_is_so_already_is_no_fault_of_an_old_page(row):
    opened = row.version
    change(row)
    assert change(row, versions={row.pk: opened}) == []


def test_what_cannot_be_since_another_was_first_is_told_as_that(row):
    def refuse(found):
        raise FollowUpRefused("settled")

    for versions, code in ((None, "settled"), ({row.pk: row.version}, "settled"), ({row.pk: row.version + 1}, "changed")):
        with pytest.raises(FollowUpRefused) as refused:
            apply_transition([row], "met", refuse, lock=lock_occurrences, history=Step, by=None, now=NOW, versions=versions)
        assert refused.value.code == code


def test_all_or_none(row):
    other = f.OccurrenceFactory()
    with pytest.raises(FollowUpRefused):
        change(row, other, versions={other.pk: other.version + 1})
    assert not Step.objects.exists()
    assert fresh(row).due_end == dt.date(2018, 9, 30)


def test_undone_the_changed_columns_are_as_before_and_no_others(row):
    [made] = change(row)
    Occurrence.objects.filter(pk=row.pk).update(due_fixed=True)
    back(made)
    assert (fresh(row).due_start, fresh(row).due_order, fresh(row).due_fixed) == (dt.date(2018, 9, 1), dt.date(2018, 9, 30), True)
    assert Step.objects.get().undone_at == NOW


def test_only_the_latest_is_undone_and_once(row):
    [first], [second] = change(row), change(row, to={"due_fixed": True})
    for made, code in ((first, "not_latest"), (second, None), (second, "undone"), (first, None)):
        if code is None:
            back(made)
            continue
        with pytest.raises(FollowUpRefused) as refused:
            back(made)
        assert refused.value.code == code
    assert fresh(row).due_end == dt.date(2018, 9, 30)


def test_what_is_gone_is_not_pointed_at_again(row):
    item = f.AgendaItemFactory(meeting=row.item.meeting)
    change(row, to={"placed_on_id": item.pk})
    [made] = change(row, to={"placed_on_id": None})
    item.delete()
    assert back(made).placed_on_id is None


def test_what_was_changed_since_in_another_way_is_not_overwritten(row):
    [made] = change(row)
    Occurrence.objects.filter(pk=row.pk).update(due_end=dt.date(2018, 12, 31))
    with pytest.raises(FollowUpRefused) as refused:
        back(made)
    assert refused.value.code == "overwrites"
    assert fresh(row).due_end == dt.date(2018, 12, 31)


def test_another_column_that_was_changed_since_stays(row):
    [made] = change(row)
    Occurrence.objects.filter(pk=row.pk).update(due_fixed=True)
    assert (back(made).due_end, fresh(row).due_fixed) == (row.due_end, True)
