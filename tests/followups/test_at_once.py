"""Two who act at once: one of them comes first, and the other is told so."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from followups import services
from followups.models import Occurrence, Proposal, Step
from followups.services import FollowUpRefused
from followups.services.agenda_items import add_item
from meetings import planning
from meetings.models import Meeting
from tests import factories as f
from tests.factories import COPENHAGEN

NOW = dt.datetime(2018, 9, 10, 10, tzinfo=COPENHAGEN)
ASKED, NEXT = dt.date(2018, 6, 6), dt.date(2018, 10, 3)


@pytest.fixture
def by(db):
    return {"by": f.UserFactory(secretary=True), "now": NOW}


@pytest.fixture
def occurrence(db) -> Occurrence:
    item = f.AgendaItemFactory(meeting__date=ASKED, meeting__published=True, title="Natcafé i vintermånederne")
    f.FollowUpFactory(item=item, text="en status")
    services.sync_occurrences(items=[item])
    return Occurrence.objects.get()


@pytest.fixture
def coming(occurrence) -> Meeting:
    return f.MeetingFactory(body=occurrence.body, date=NEXT, state=Meeting.State.PLANNED)


def at_once(*acts) -> list:
    """What came of each: what it gave, or the code of its refusal."""

    def told(act):
        try:
            return act()
        except FollowUpRefused as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result() for future in [pool.submit(told, act) for act in acts]]


def test_an_item_of_a_meeting_cancelled_since_is_no_place(occurrence, coming, by):
    item = f.AgendaItemFactory(meeting=coming)
    planning.cancel_meeting(meeting=Meeting.objects.get(pk=coming.pk))
    with pytest.raises(FollowUpRefused):
        services.place(occurrence=occurrence, item=item, **by)


def test_confirming_a_proposal_that_has_gone_is_refused(occurrence, coming, by):
    proposal = Proposal.objects.create(occurrence=occurrence, item=f.AgendaItemFactory(meeting=coming), says="placed")
    Proposal.objects.all().delete()
    with pytest.raises(FollowUpRefused):
        services.confirm(proposal=proposal, **by)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_new_items_on_one_agenda_at_once_get_each_its_place(occurrence, coming):
    asked = [f.AgendaItemFactory(meeting=occurrence.item.meeting) for _ in range(4)]
    for item in asked:
        f.FollowUpFactory(item=item)
    services.sync_occurrences(items=asked)
    rows = Occurrence.objects.filter(item__in=asked).select_related("item__meeting")
    made = at_once(*[lambda row=row: add_item(occurrence=row, meeting=coming) for row in rows])
    assert sorted(item.position for item in made) == [1, 2, 3, 4]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(5))
def test_a_proposal_confirmed_and_rejected_at_once_is_one_of_them(occurrence, coming, by, time):
    proposal = Proposal.objects.create(occurrence=occurrence, item=f.AgendaItemFactory(meeting=coming), says="placed")
    said = at_once(lambda: services.confirm(proposal=proposal, **by), lambda: services.reject(proposal=proposal, **by))
    assert said.count("answered") == 1
    proposal.refresh_from_db()
    assert (proposal.state == "confirmed") == Step.objects.filter(what="placed").exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_steps_and_planning_at_once_never_wait_for_each_other(occurrence, coming, by):
    item = f.AgendaItemFactory(meeting=coming)

    def step():
        taken = services.place(occurrence=occurrence, item=item, **by)
        return taken and services.undo(step=taken, **by)

    def turn():
        planning.cancel_meeting(meeting=Meeting.objects.get(pk=coming.pk))
        return planning.reinstate_meeting(meeting=Meeting.objects.get(pk=coming.pk))

    said = at_once(*[step, turn, lambda: add_item(occurrence=occurrence, meeting=coming)] * 4)
    assert not {one for one in said if isinstance(one, str)} - {"meeting_cancelled", "undone", "not_latest"}
    assert Occurrence.objects.get().is_open
