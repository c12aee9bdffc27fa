"""Every follow-up and planned treatment has what is to come of it, which follows it as it is corrected."""

import datetime as dt

import pytest
from django.urls import reverse

from followups import services
from followups.models import FollowUp, Occurrence
from meetings.models import Meeting
from minutes import services as minutes_services
from tests import factories as f
from tests.factories import COPENHAGEN

NOW = dt.datetime(2018, 12, 3, 10, tzinfo=COPENHAGEN)
MEETINGS = [dt.date(2018, month, 6) for month in (6, 8, 9, 10, 11, 12)]
SEPTEMBER = {"due_start": dt.date(2018, 9, 1), "due_end": dt.date(2018, 9, 30)}
AT_NEXT = {"kind": "deferred", "quote": "Sagen blev udsat til næste møde.", "due_words": "til næste møde", "at_next_meeting": True}


@pytest.fixture
def meetings(db) -> list[Meeting]:
    body = f.BodyFactory()
    return [f.MeetingFactory(body=body, date=day) for day in MEETINGS]


@pytest.fixture
def item(meetings):
    return f.AgendaItemFactory(meeting=meetings[0])


@pytest.fixture
def by(db):
    return {"by": f.UserFactory(secretary=True), "now": NOW}


def occurrences(*columns: str) -> list[tuple]:
    return list(Occurrence.objects.order_by("pk").values_list(*columns))


def test_what_was_asked_for_is_waited_for_by_the_body_that_asked(item):
    follow_up = f.FollowUpFactory(item=item, **SEPTEMBER)
    services.sync_occurrences(items=[item])
    assert occurrences("follow_up", "item", "body", "ordinal", "state", "due_start", "due_end", "due_order") == [
        (follow_up.pk, item.pk, item.body_id, 1, "open", *SEPTEMBER.values(), SEPTEMBER["due_end"])
    ]


def test_a_case_is_waited_for_by_the_body_that_is_to_treat_it(item):
    council = f.BodyFactory()
    f.PlannedTreatmentFactory(item=item, body=council, **SEPTEMBER)
    f.PlannedTreatmentFactory(item=item, body=None, title="Ukendt organ")
    services.sync_occurrences(items=[item])
    assert occurrences("body", "due_end") == [(council.pk, SEPTEMBER["due_end"]), (item.body_id, None)]


def test_a_rejected_one_waits_for_nothing(item):
    f.FollowUpFactory(item=item, review="rejected")
    f.PlannedTreatmentFactory(item=item, review="rejected")
    services.sync_occurrences(items=[item])
    assert occurrences("pk") == []


def test_tracking_again_changes_nothing(item, meetings, by):
    f.FollowUpFactory(item=item, every=3, unit="meeting")
    f.FollowUpFactory(item=item, **AT_NEXT)
    f.PlannedTreatmentFactory(item=item, **SEPTEMBER)
    services.sync_occurrences(items=[item])
    services.meet(occurrence=Occurrence.objects.order_by("pk")[0], item=None, on=MEETINGS[1], **by)
    before = [list(model.objects.order_by("pk").values()) for model in (Occurrence, FollowUp)]
    services.sync_occurrences(items=[item])
    assert [list(model.objects.order_by("pk").values()) for model in (Occurrence, FollowUp)] == before


# When it is due.


@pytest.mark.parametrize(
    ("told", "due_start", "due_end"),
    [
        (SEPTEMBER, *SEPTEMBER.values()),
        ({}, None, None),
        ({"every": 3, "unit": "meeting"}, MEETINGS[3], MEETINGS[3]),
        ({"every": 6, "unit": "meeting"}, None, None),
        ({"every": 1, "unit": "quarter"}, dt.date(2018, 7, 1), dt.date(2018, 9, 30)),
        (
            {"every": 1, "unit": "year", "due_start": dt.date(2019, 4, 1), "due_end": dt.date(2019, 4, 30)},
            dt.date(2019, 4, 1),
            dt.date(2019, 4, 30),
        ),
        (AT_NEXT, MEETINGS[1], MEETINGS[1]),
    ],
)
def test_it_is_due_as_was_told(item, told, due_start, due_end):
    f.FollowUpFactory(item=item, **told)
    services.sync_occurrences(items=[item])
    assert occurrences("due_start", "due_end") == [(due_start, due_end)]


def test_the_next_meeting_is_looked_up_when_the_calendar_had_none(db):
    item = f.AgendaItemFactory(meeting__date=MEETINGS[0])
    f.FollowUpFactory(item=item, **AT_NEXT)
    services.sync_occurrences(items=[item])
    assert occurrences("due_end") == [(None,)]
    f.MeetingFactory(body=item.body, date=MEETINGS[2])
    services.sync_bodies(bodies=[item.body])
    assert occurrences("due_end") == [(MEETINGS[2],)]


def test_of_a_hole_in_the_calendar_the_next_meeting_is_not_known(item, meetings):
    f.FollowUpFactory(item=item, **AT_NEXT)
    Meeting.objects.exclude(pk=meetings[0].pk).delete()
    f.MeetingFactory(body=item.body, date=dt.date(2022, 4, 6))
    services.sync_occurrences(items=[item])
    assert occurrences("due_end") == [(None,)]


def test_what_comes_at_the_next_meeting_and_then_each_quarter_begins_there(item, by):
    f.FollowUpFactory(item=item, **AT_NEXT, every=1, unit="quarter")
    services.sync_occurrences(items=[item])
    services.meet(occurrence=Occurrence.objects.get(), item=None, on=MEETINGS[1], **by)
    assert occurrences("ordinal", "due_end") == [(1, MEETINGS[1]), (2, dt.date(2018, 11, 6))]


# Corrected.


def test_other_days_are_followed(item, by):
    follow_up = f.FollowUpFactory(item=item, **SEPTEMBER)
    services.sync_occurrences(items=[item])
    other = {"due_start": MEETINGS[3], "due_end": MEETINGS[3]}
    minutes_services.correct(obligation=follow_up, values=other, parties=None, **by)
    assert occurrences("due_start", "due_end", "due_order") == [(MEETINGS[3],) * 3]
    minutes_services.accept(obligation=follow_up, **by)
    assert occurrences("due_start", "due_end") == [tuple(SEPTEMBER.values())]


def test_a_day_given_by_a_person_does_not_follow_the_next_meeting(item, meetings, by):
    follow_up = f.FollowUpFactory(item=item, **AT_NEXT)
    services.sync_occurrences(items=[item])
    follow_up.refresh_from_db()
    day = {"due_start": MEETINGS[2], "due_end": MEETINGS[2]}
    minutes_services.correct(obligation=follow_up, values=day, parties=None, **by)
    services.sync_bodies(bodies=[item.body])
    assert occurrences("due_end") == [(MEETINGS[2],)]
    assert FollowUp.objects.get().due_words == "til næste møde"
    minutes_services.accept(obligation=follow_up, **by)
    assert occurrences("due_end") == [(MEETINGS[1],)]


def test_other_words_do_not_make_it_another_day(item, by):
    follow_up = f.FollowUpFactory(item=item, **AT_NEXT)
    services.sync_occurrences(items=[item])
    follow_up.refresh_from_db()
    minutes_services.correct(obligation=follow_up, values={"text": "Varmestuen"}, parties=None, **by)
    assert FollowUp.objects.get().at_next_meeting


def test_days_set_by_hand_stay_when_what_was_told_is_corrected(item, by):
    follow_up = f.FollowUpFactory(item=item, **SEPTEMBER)
    services.sync_occurrences(items=[item])
    services.postpone(occurrence=Occurrence.objects.get(), first=MEETINGS[4], last=MEETINGS[4], why="Travlt.", **by)
    minutes_services.correct(obligation=follow_up, values={"due_start": MEETINGS[2], "due_end": MEETINGS[2]}, parties=None, **by)
    assert occurrences("due_end") == [(MEETINGS[4],)]


def test_what_was_met_once_and_is_found_to_recur_is_due_anew(item, by):
    follow_up = f.FollowUpFactory(item=item)
    services.sync_occurrences(items=[item])
    services.meet(occurrence=Occurrence.objects.get(), item=None, on=MEETINGS[1], **by)
    minutes_services.correct(obligation=follow_up, values={"every": 2, "unit": "meeting"}, parties=None, **by)
    assert occurrences("ordinal", "state", "due_end") == [(1, "met", None), (2, "open", MEETINGS[3])]


def test_what_was_ended_stays_so_when_it_is_found_to_recur(item, by):
    follow_up = f.FollowUpFactory(item=item)
    services.sync_occurrences(items=[item])
    services.end(occurrence=Occurrence.objects.get(), why="Ikke aktuelt.", **by)
    minutes_services.correct(obligation=follow_up, values={"every": 2, "unit": "meeting"}, parties=None, **by)
    assert occurrences("ordinal", "state") == [(1, "dropped")]


def test_another_body_is_followed(item):
    planned = f.PlannedTreatmentFactory(item=item, body=None)
    services.sync_occurrences(items=[item])
    planned.body = f.BodyFactory()
    planned.save()
    services.sync_occurrences(items=[item])
    assert occurrences("body") == [(planned.body_id,)]


def test_an_answer_taken_back_leaves_what_somebody_acted_on(item, by):
    follow_up = f.FollowUpFactory(item=item, review="added")
    services.sync_occurrences(items=[item])
    services.drop(occurrence=Occurrence.objects.get(), why="Ikke aktuelt.", **by)
    minutes_services.reject(obligation=follow_up, **by)
    assert occurrences("state") == [("dropped",)]
    FollowUp.objects.update(review="accepted")
    follow_up.refresh_from_db()
    minutes_services.leave_open(obligation=follow_up, **by)
    assert FollowUp.objects.get().review == "accepted"


def test_one_that_is_added_is_waited_for(item, by):
    values = {"kind": "status_report", "text": "en status", "quote": "Rådet ønsker en status i september.", **SEPTEMBER}
    minutes_services.add(item=item, model=FollowUp, values=values, **by)
    assert occurrences("due_end") == [(SEPTEMBER["due_end"],)]


def test_what_administrators_correct_is_followed(admin_client, item):
    follow_up = f.FollowUpFactory(item=item, **SEPTEMBER)
    services.sync_occurrences(items=[item])
    columns = ("item", "kind", "text", "responsible", "due_words", "every", "unit", "quote", "rule", "review")
    form = {name: getattr(follow_up, name) or "" for name in columns} | {
        "item": item.pk,
        "due_start": "2018-10-01",
        "due_end": "2018-10-31",
    }
    response = admin_client.post(reverse("admin:followups_followup_change", args=[follow_up.pk]), form)
    assert response.status_code == 302
    assert occurrences("due_end") == [(dt.date(2018, 10, 31),)]


def test_an_administrator_deletes_no_occurrence_but_what_asked_for_it(admin_client, item, meetings):
    """Alone, it would cut the chain of what recurs, or take its history away."""
    follow_up = f.FollowUpFactory(item=item, every=1, unit="quarter")
    services.sync_occurrences(items=[item])
    occurrence = Occurrence.objects.get()
    later = f.AgendaItemFactory(meeting=meetings[1], matter=item.matter)
    assert services.propose(items=[later]) == 1
    services.place(occurrence=occurrence, item=later, by=None, now=NOW)
    assert admin_client.post(reverse("admin:followups_occurrence_delete", args=[occurrence.pk]), {"post": "yes"}).status_code == 403
    selected = {"action": "delete_selected", "_selected_action": occurrence.pk, "post": "yes"}
    admin_client.post(reverse("admin:followups_occurrence_changelist"), selected)
    assert Occurrence.objects.count() == 1
    assert admin_client.post(reverse("admin:followups_followup_delete", args=[follow_up.pk]), {"post": "yes"}).status_code == 302
    assert occurrences("pk") == []


@pytest.mark.parametrize("count", [1, 18])  # SQLite inserts fewer than 60 of these rows at once
def test_the_queries_are_as_many_whatever_is_asked_for(meetings, count, django_assert_num_queries):
    items = [f.AgendaItemFactory(meeting=meetings[0]) for _ in range(count)]
    for item in items:
        f.FollowUpFactory(item=item, **AT_NEXT)
        f.FollowUpFactory(item=item, every=3, unit="meeting")
        f.PlannedTreatmentFactory(item=item, **SEPTEMBER)
    with django_assert_num_queries(9):
        services.sync_occurrences(items=items)
    assert Occurrence.objects.count() == 3 * count
    with django_assert_num_queries(8):
        services.sync_occurrences(items=items)
