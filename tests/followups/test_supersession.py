"""A promise said anew by the item that answers it goes on as the new one: the same report is not waited for twice, and never lost."""

import datetime as dt

import pytest

from followups import services
from followups.models import FollowUp, Occurrence
from meetings.services import move_meeting
from minutes import services as minutes_services
from tests import factories as f

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 12, 3, 10, tzinfo=f.COPENHAGEN)
QUARTERLY = {"every": 1, "unit": "quarter", "quote": "Rådet ønsker en kvartalsvis status."}


@pytest.fixture
def first():
    """What was asked in June, and a report in August that the same quarterly report is asked for at."""
    asked = f.FollowUpFactory(item__meeting__date=dt.date(2018, 6, 6), **QUARTERLY)
    services.sync_occurrences(items=[asked.item])
    return asked


@pytest.fixture
def report(first):
    return f.AgendaItemFactory(meeting__body=first.item.body, meeting__date=dt.date(2018, 8, 29), matter=first.item.matter)


def meet(first, report):
    [occurrence] = Occurrence.objects.filter(follow_up=first).open()
    return services.meet(occurrence=occurrence, item=report, on=report.meeting.date, by=None, now=NOW)


def waited_for() -> list[int]:
    return list(Occurrence.objects.open().exclude(follow_up__review="rejected").order_by("pk").values_list("follow_up", flat=True))


def test_it_goes_on_as_the_promise_made_anew(first, report):
    anew = f.FollowUpFactory(item=report, **QUARTERLY)
    services.sync_occurrences(items=[report])
    meet(first, report)
    assert waited_for() == [anew.pk]


@pytest.mark.parametrize("other", [{"every": 2}, {"unit": "year"}, {"kind": "task"}, {"every": None, "unit": ""}, {"review": "rejected"}])
def test_another_promise_is_another(first, report, other):
    f.FollowUpFactory(item=report, **QUARTERLY | other)
    services.sync_occurrences(items=[report])
    meet(first, report)
    assert first.pk in waited_for()


@pytest.mark.parametrize(("title", "is_the_same"), [("Status på varmestuen, 3. kvartal 2018", True), ("Gensidig orientering", False)])
def test_a_new_years_case_with_the_old_title_is_the_same(first, report, title, is_the_same):
    first.item.title = "Status på varmestuen, 2. kvartal 2018"
    first.item.save()
    report.matter, report.title = f.MatterFactory(), title
    report.save()
    f.FollowUpFactory(item=report, **QUARTERLY)
    meet(first, report)
    assert (first.pk not in waited_for()) == is_the_same


def test_one_of_another_matter_is_another(first, report):
    report.matter, report.title = f.MatterFactory(), "Gensidig orientering"
    report.save()
    f.FollowUpFactory(item=report, **QUARTERLY)
    meet(first, report)
    assert first.pk in waited_for()


def test_nothing_is_lost_when_the_new_one_turns_out_to_be_none(first, report):
    anew = f.FollowUpFactory(item=report, **QUARTERLY)
    services.sync_occurrences(items=[report])
    meet(first, report)
    minutes_services.reject(obligation=anew, by=f.UserFactory(), now=NOW)
    assert waited_for() == [first.pk]
    assert Occurrence.objects.get(follow_up=first, ordinal=2).due_end == dt.date(2018, 12, 31)


def test_nothing_is_lost_when_the_new_one_goes_away(first, report):
    f.FollowUpFactory(item=report, **QUARTERLY)
    meet(first, report)
    FollowUp.objects.filter(item=report).delete()
    services.sync_occurrences(items=[report])
    assert waited_for() == [first.pk]


def test_following_it_again_doubles_nothing(first, report):
    anew = f.FollowUpFactory(item=report, **QUARTERLY)
    services.sync_occurrences(items=[report])
    meet(first, report)
    services.sync_occurrences(items=[first.item, report])
    assert waited_for() == [anew.pk]


def test_taking_the_answer_back_waits_for_both_again(first, report):
    anew = f.FollowUpFactory(item=report, **QUARTERLY)
    services.sync_occurrences(items=[report])
    step = meet(first, report)
    services.undo(step=step, by=None, now=NOW)
    assert set(waited_for()) == {first.pk, anew.pk}


def test_what_is_read_after_the_answer_takes_the_place_of_the_next(first, report):
    meet(first, report)
    anew = f.FollowUpFactory(item=report, **QUARTERLY)
    services.sync_occurrences(items=[report])
    assert waited_for() == [anew.pk]


def test_it_stays_one_however_often_the_new_one_is_rejected_and_accepted(first, report):
    anew = f.FollowUpFactory(item=report, **QUARTERLY)
    services.sync_occurrences(items=[report])
    meet(first, report)
    for answer, waits in [(minutes_services.reject, first), (minutes_services.accept, anew)] * 2:
        answer(obligation=FollowUp.objects.get(pk=anew.pk), by=f.UserFactory(), now=NOW)
        assert waited_for() == [waits.pk]


def test_what_somebody_has_acted_on_is_not_taken_away(first, report):
    meet(first, report)
    due_anew = Occurrence.objects.get(follow_up=first, ordinal=2)
    services.postpone(occurrence=due_anew, first=dt.date(2019, 2, 1), last=dt.date(2019, 2, 1), why="Travlt.", by=None, now=NOW)
    anew = f.FollowUpFactory(item=report, **QUARTERLY)
    services.sync_occurrences(items=[report])
    assert waited_for() == [first.pk, anew.pk]


def test_nothing_is_lost_when_one_that_a_person_added_is_taken_away_again(first, report):
    anew = f.FollowUpFactory(item=report, review="added", **QUARTERLY)
    services.sync_occurrences(items=[report])
    meet(first, report)
    minutes_services.reject(obligation=anew, by=f.UserFactory(), now=NOW)
    assert waited_for() == [first.pk]


@pytest.mark.parametrize("what", ["followups/followup", "meetings/agendaitem", "meetings/meeting"])
@pytest.mark.parametrize("is_of_another_body", [True, False])
def test_nothing_is_lost_when_an_administrator_deletes_the_new_one(
    first, report, what, is_of_another_body, admin_client, django_capture_on_commit_callbacks
):
    if is_of_another_body:
        move_meeting(meeting=report.meeting, body=f.BodyFactory(), date=report.meeting.date)
    anew = f.FollowUpFactory(item=report, **QUARTERLY)
    services.sync_occurrences(items=[report])
    meet(first, report)
    key = {"followups/followup": anew.pk, "meetings/agendaitem": report.pk, "meetings/meeting": report.meeting_id}[what]
    with django_capture_on_commit_callbacks(execute=True):  # another body follows in a transaction of its own
        answer = admin_client.post(f"/admin/{what}/{key}/delete/", {"post": "yes"})
    assert answer.status_code == 302, answer.content.decode()
    assert not FollowUp.objects.filter(pk=anew.pk).exists()
    assert waited_for() == [first.pk]


def test_what_does_not_recur_after_all_is_not_due_again(first, report):
    meet(first, report)
    minutes_services.correct(
        obligation=FollowUp.objects.get(pk=first.pk), values={"every": None, "unit": ""}, parties=None, by=f.UserFactory(), now=NOW
    )
    assert waited_for() == []
    minutes_services.accept(obligation=FollowUp.objects.get(pk=first.pk), by=f.UserFactory(), now=NOW)
    assert waited_for() == [first.pk]
    assert Occurrence.objects.get(follow_up=first, state="open").ordinal == 2
