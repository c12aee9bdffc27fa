"""A service works on the row as it is now, whatever was read of it before, and saves what it changes and nothing else."""

import datetime as dt

import pytest

from followups.models import FollowUp
from hearings import services as hearings
from hearings.models import Hearing, HearingParty, HearingResponse
from meetings import planning
from meetings.models import Meeting
from minutes import services
from tests import factories as f

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 9, 10, 10, tzinfo=f.COPENHAGEN)
DEADLINE, LATER = dt.date(2018, 10, 1), dt.date(2018, 11, 1)


@pytest.fixture
def by():
    return {"by": f.UserFactory(secretary=True), "now": NOW}


@pytest.fixture
def hearing():
    return f.HearingFactory(deadline=DEADLINE)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


@pytest.mark.parametrize("answer", [services.accept, services.reject, services.leave_open])
def test_an_answer_about_a_hearing_does_not_undo_an_extension(hearing, by, answer):
    old = fresh(hearing)
    hearings.extend(hearing=fresh(hearing), new=LATER, reason="Efterårsferie.", **by)
    answer(obligation=old, **by)
    assert fresh(hearing).deadline == LATER


def test_a_correction_of_one_column_leaves_the_others(by):
    follow_up = f.FollowUpFactory(text="en status", responsible="Forvaltningen")
    first, second = fresh(follow_up), fresh(follow_up)
    services.correct(obligation=first, values={"responsible": "Formanden"}, parties=None, **by)
    services.correct(obligation=second, values={"text": "en grundig status"}, parties=None, **by)
    after = fresh(follow_up)
    assert (after.text, after.responsible) == ("en grundig status", "Formanden")
    assert after.read["text"] == "en status"


def test_what_was_read_is_kept_once_when_two_correct_it(by):
    follow_up = f.FollowUpFactory(text="en status")
    first, second = fresh(follow_up), fresh(follow_up)
    services.correct(obligation=first, values={"text": "en ny status"}, parties=None, **by)
    services.correct(obligation=second, values={"text": "en grundig status"}, parties=None, **by)
    services.accept(obligation=fresh(follow_up), **by)
    assert FollowUp.objects.get().text == "en status"


def test_a_corrected_answer_keeps_the_item_it_was_considered_at(hearing, by):
    party = f.HearingPartyFactory(hearing=hearing)
    response = hearings.record_answer(party=party, given_on=DEADLINE, text="Ja.", **by)
    old, item = fresh(response), f.AgendaItemFactory()
    hearings.consider(hearing=hearing, responses=[response], item=item, **by)
    hearings.correct_answer(response=old, given_on=DEADLINE, text="Ja tak.", is_public=False, **by)
    after = HearingResponse.objects.get()
    assert (after.text, after.considered_at) == ("Ja tak.", item)


def test_a_corrected_day_of_a_party_leaves_its_name(hearing, by):
    party = f.HearingPartyFactory(hearing=hearing, name="Raadet")
    first, second = fresh(party), fresh(party)
    hearings.correct_party(party=first, values={"name": "Rådet"}, **by)
    hearings.correct_party(party=second, values={"asked_on": DEADLINE}, **by)
    after = HearingParty.objects.get(pk=party.pk)
    assert (after.name, after.asked_on) == ("Rådet", DEADLINE)


def test_a_meeting_changed_with_an_old_row_says_what_is_asked_for(hearing):
    meeting = f.MeetingFactory(date=DEADLINE, state=Meeting.State.PLANNED, place="Rådhuset")
    old = fresh(meeting)
    planning.change_meeting(meeting=fresh(meeting), date=LATER, kind="ordinary", start=None, end=None, place="Havnen")
    planning.change_meeting(meeting=old, date=DEADLINE, kind="ordinary", start=None, end=None, place="Rådhuset")
    after = fresh(meeting)
    assert (after.date, after.place) == (DEADLINE, "Rådhuset")


def test_a_hearing_corrected_with_an_old_row_keeps_its_deadline(hearing, by):
    old = fresh(hearing)
    hearings.extend(hearing=fresh(hearing), new=LATER, reason="Efterårsferie.", **by)
    hearings.correct_hearing(hearing=old, values={"sender": "Regionen"}, **by)
    after = Hearing.objects.get()
    assert (after.deadline, after.sender) == (LATER, "Regionen")
