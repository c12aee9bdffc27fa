"""A promise that was due before its body's start is history until somebody takes it up: the rule, the step, and what follows it."""

import datetime as dt
from itertools import product

import pytest

from cases.access import Actor
from followups.exceptions import FollowUpRefused
from followups.models import Occurrence
from followups.services import drop, link_duplicates, meet, place, take_up, undo, unplace
from tests import factories as f

pytestmark = pytest.mark.django_db
D = dt.date
START = D(2018, 8, 1)
BEFORE, AFTER = (D(2018, 7, 1), D(2018, 7, 31)), (D(2018, 8, 1), D(2018, 8, 31))
NOW = dt.datetime(2018, 9, 3, 12, tzinfo=f.COPENHAGEN)
EVERYTHING = Actor(is_administrator=True)


@pytest.fixture
def body():
    return f.BodyFactory(in_use_since=START)


@pytest.fixture
def by():
    return {"by": f.UserFactory(), "now": NOW}


@pytest.fixture
def item(body):
    return f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, date=D(2018, 6, 6), published=True), matter=f.MatterFactory())


def waits(item, due=BEFORE, *, columns=None, **told) -> Occurrence:
    first, last = due or (None, None)
    follow_up = f.FollowUpFactory(item=item, due_start=first, due_end=last, **told)
    return f.OccurrenceFactory(follow_up=follow_up, due_start=first, due_end=last, **columns or {})


def now(occurrence) -> Occurrence:
    return Occurrence.objects.select_related("body").get(pk=occurrence.pk)


def test_rows_and_querysets_agree(body):
    for start, due, state in product((None, START), (None, BEFORE, AFTER), ("open", "dropped")):
        for touched in ({}, {"taken_up": True}, {"due_fixed": True}, {"reminded_on": D(2018, 6, 20)}, {"placed_on": f.AgendaItemFactory()}):
            of = f.AgendaItemFactory(meeting__body=f.BodyFactory(in_use_since=start))
            waits(of, due, columns={"state": state} | touched)
    rows = Occurrence.objects.select_related("body")
    assert {row.pk for row in rows if row.is_historic} == {row.pk for row in Occurrence.objects.historic()}
    assert rows.historic().count() == 1
    assert rows.counting().count() == rows.count() - 1
    assert {row.pk for row in rows if row.is_overdue(NOW.date())} == {row.pk for row in rows.overdue(NOW.date())}


def test_taken_up_it_counts_and_taken_back_it_is_history(item, by):
    row = waits(item, review="unreviewed")
    assert take_up(occurrences=[waits(item, AFTER)], **by) == []
    [step] = take_up(occurrences=[row], why="Det mangler stadig.", **by)
    assert (step.get_what_display(), now(row).taken_up, now(row).is_historic) == ("taget op", True, False)
    assert now(row).follow_up.review == "accepted"
    assert take_up(occurrences=[row], **by) == []
    undo(step=step, **by)
    assert now(row).is_historic


def test_what_is_settled_or_has_been_changed_since_is_not_taken_up(item, by):
    row = waits(item, columns={"state": "dropped"})
    with pytest.raises(FollowUpRefused) as refused:
        take_up(occurrences=[row], **by)
    assert refused.value.code == "settled"
    row = waits(item)
    with pytest.raises(FollowUpRefused) as refused:
        take_up(occurrences=[row], versions={row.pk: row.version - 1}, **by)
    assert refused.value.code == "changed"


def test_whatever_is_done_about_it_takes_it_up(item, body, by):
    row = waits(item)
    place(occurrence=row, item=f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, date=D(2018, 9, 26))), **by)
    unplace(occurrence=now(row), **by)
    assert not now(row).is_historic


def test_the_next_of_what_was_taken_up_is_taken_up_too(item, by):
    row = waits(item, every=1, unit="month")
    take_up(occurrences=[row], **by)
    meet(occurrence=now(row), item=None, on=D(2018, 7, 15), **by)
    assert Occurrence.objects.get(ordinal=2).taken_up


def test_the_next_of_history_that_was_let_go_is_no_more_taken_up_than_it_was(item, by):
    drop(occurrence=waits(item, (D(2018, 6, 1), D(2018, 6, 30)), every=1, unit="month"), why="Gammelt.", **by)
    following = Occurrence.objects.select_related("body").get(ordinal=2)
    assert (following.due_end, following.is_historic) == (D(2018, 7, 31), True)


def test_history_stands_for_nothing_that_counts(item, body):
    """A promise asked for anew is told where the first reading of it is history."""
    first = waits(item, every=1, unit="quarter", text="en status")
    later = f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, date=D(2018, 7, 4), published=True), matter=item.matter)
    second = waits(later, AFTER, every=1, unit="quarter", text="en status")
    link_duplicates(matters=[item.matter_id])
    told = Occurrence.objects.without_duplicates(EVERYTHING)
    assert (set(told.counting()), set(told.historic())) == ({second}, {first})
    Occurrence.objects.filter(pk=second.pk).update(due_start=BEFORE[0], due_end=BEFORE[1], due_order=BEFORE[1])
    assert (set(told.counting()), set(told.historic())) == (set(), {first})
    body.in_use_since = None
    body.save()
    assert (set(told.counting()), set(told.historic())) == ({first}, set())
