"""What is stored is what was read, and storing it once more writes nothing."""

import datetime as dt
from copy import deepcopy

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings

from meetings.body_creation import create_body
from meetings.models import Body, Meeting
from minutes import known_rows
from minutes.differences import says_the_same
from minutes.matching import MeetingChoice, match
from minutes.storing import snapshot, store
from minutes.storing.new_rows import make_newcomers
from reader import facts
from tests.importing.documents import minutes as documents
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db


def put(minutes: facts.Minutes, into: Meeting | None = None) -> Meeting:
    body = Body.objects.filter(name=minutes.meeting.body).first() or create_body(name=minutes.meeting.body)
    known = known_rows.load(minutes, MeetingChoice(into.pk) if into else None)
    matches = match(minutes, known)
    make_newcomers(minutes, matches)
    meeting = Meeting.objects.filter(pk=known.meeting.id).first()
    stored = store(minutes, body=body, meeting=meeting, matches=matches, document=None, taken=known.taken)
    return Meeting.objects.select_related("body", "source").get(pk=stored.meeting.pk)


def writes(queries) -> list[str]:
    return [query["sql"] for query in queries if query["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]


@given(documents())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_stored_comes_back_as_it_was_read(read):
    with transaction.atomic():
        assert says_the_same(snapshot(put(deepcopy(read))), read)
        transaction.set_rollback(True)


@given(documents())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_storing_the_same_again_writes_nothing(read):
    with transaction.atomic():
        held = put(deepcopy(read))
        with CaptureQueriesContext(connection) as again:
            put(deepcopy(read), held)
        assert writes(again) == []
        transaction.set_rollback(True)


@given(documents(), documents())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_meeting_can_be_made_to_say_anything_else(first, second):
    second.meeting.date, second.meeting.start, second.kind = first.meeting.date, first.meeting.start, first.kind
    with transaction.atomic():
        held = put(deepcopy(first))
        assert says_the_same(snapshot(put(deepcopy(second), held)), second)
        transaction.set_rollback(True)


def test_two_items_can_trade_numbers():
    put(simple("Stormøde", "Rejsekort"))
    swapped = simple("Rejsekort", "Stormøde")
    assert [item.title for item in snapshot(put(swapped)).items] == ["Rejsekort", "Stormøde"]


def test_a_number_another_meeting_has_is_kept_as_printed_only():

    put(simple("Stormøde", number=7))
    later = put(simple("Rejsekort", number=7, day=dt.date(2025, 5, 7)))
    item = later.items.get()
    assert (item.number, item.label) == (None, "7")


def test_texts_of_any_length_are_stored_as_far_as_they_fit():
    long = "Æ" * 5000
    minutes = simple(long, sections=[facts.SectionFacts(long, long)], attachments=[facts.AttachmentFacts(long)], decision=long)
    minutes.meeting.place, minutes.meeting.attendees = long, [f"Agnete {long}"]
    minutes.items[0].label, minutes.items[0].case_number = long, long
    minutes.items[0].guests = [facts.GuestFacts(f"Birger {long}", long)]
    minutes.items[0].votes = [facts.VoteFacts(1, 1, None, [long], [f"Dorthea {long}"], long)]
    minutes.items[0].earlier_treatments = [facts.EarlierTreatment(long, None, 3, long)]
    minutes.items[0].references = [facts.ReferenceFacts(long, None, [3], long)]
    minutes.items[0].recommended_to = [long]
    minutes.items[0].follow_ups = [facts.FollowUpFacts("task", long, None, None, None, long, long)]
    minutes.items[0].hearings = [facts.HearingFacts(long, None, None, [long], long)]
    minutes.time_plan = [facts.TimePlanRowFacts(None, None, long)]
    item = put(minutes).items.get()
    assert item.decision == long
    assert (len(item.title), item.title[-1]) == (1000, "…")
    with CaptureQueriesContext(connection) as again:
        put(minutes)
    assert writes(again) == []


def test_numbers_no_column_can_hold_are_left_out_and_kept_as_printed():
    huge = 3_000_000_000
    minutes = simple("Stormøde", recommendations=[facts.RecommendationFacts(huge, "at vi mødes")], votes=[facts.VoteFacts(huge, 1)])
    minutes.items[0].number, minutes.items[0].label = huge, str(huge)
    minutes.items[0].earlier_treatments = [facts.EarlierTreatment("Byrådet", None, huge, "Godkendt")]
    item = put(minutes).items.get()
    assert (item.number, item.label) == (None, "3000000000")
    assert item.votes.get().votes_for is None
