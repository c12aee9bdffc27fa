"""What an occurrence goes through: placed on an agenda, met, dropped, ended, postponed; each step with who, when and why."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from followups import services
from followups.models import FollowUp, Occurrence, Step
from followups.services import FollowUpRefused
from meetings.models import Meeting
from meetings.services import move_meeting
from tests import factories as f
from tests.factories import COPENHAGEN

NOW = dt.datetime(2018, 12, 3, 10, tzinfo=COPENHAGEN)
MEETINGS = [dt.date(2018, month, 6) for month in (6, 8, 9, 10, 11, 12)]


@pytest.fixture
def secretary(db):
    return f.UserFactory(secretary=True)


@pytest.fixture
def asked(db):
    """The item of 6 June that asked."""
    return f.AgendaItemFactory(meeting__date=MEETINGS[0])


@pytest.fixture
def later(asked):
    """An item of each of the body's meetings after that."""
    return [f.AgendaItemFactory(meeting=f.MeetingFactory(body=asked.body, date=day)) for day in MEETINGS[1:]]


@pytest.fixture
def occurrence(asked):
    return tracked(f.FollowUpFactory(item=asked, due_start=dt.date(2018, 9, 1), due_end=dt.date(2018, 9, 30)))


@pytest.fixture
def recurring(asked, later):
    """A status at every second meeting."""
    return tracked(f.FollowUpFactory(item=asked, every=2, unit=FollowUp.Unit.MEETING))


def tracked(follow_up) -> Occurrence:
    services.sync_occurrences(items=[follow_up.item])
    return follow_up.occurrences.get()


def told(step: Step) -> tuple:
    return step.what, step.by, step.at, step.why


def all_of(occurrence: Occurrence) -> list[tuple]:
    return list(occurrence.follow_up.occurrences.order_by("ordinal").values_list("ordinal", "state", "due_end"))


def test_one_is_placed_on_an_agenda_and_met_there(occurrence, later, secretary):
    placed = services.place(occurrence=occurrence, item=later[0], by=secretary, now=NOW, why="Formanden bad om det.")
    occurrence.refresh_from_db()
    assert (occurrence.state, occurrence.placed_on) == ("open", later[0])
    met = services.meet(occurrence=occurrence, item=later[0], on=MEETINGS[1], by=secretary, now=NOW)
    occurrence.refresh_from_db()
    assert (occurrence.state, occurrence.met_by, occurrence.met_on) == ("met", later[0], MEETINGS[1])
    assert [told(step) for step in (placed, met)] == [
        ("placed", secretary, NOW, "Formanden bad om det."),
        ("met", secretary, NOW, ""),
    ]


def test_one_is_met_without_an_item(occurrence, secretary):
    services.meet(occurrence=occurrence, item=None, on=dt.date(2018, 9, 14), by=secretary, now=NOW, why="Sendt pr. mail.")
    occurrence.refresh_from_db()
    assert (occurrence.state, occurrence.met_by, occurrence.met_on) == ("met", None, dt.date(2018, 9, 14))


def test_one_is_taken_off_the_agenda_again(occurrence, later, secretary):
    services.place(occurrence=occurrence, item=later[0], by=secretary, now=NOW)
    assert services.unplace(occurrence=occurrence, by=secretary, now=NOW).what == "unplaced"
    occurrence.refresh_from_db()
    assert (occurrence.state, occurrence.placed_on) == ("open", None)


def test_one_that_slips_keeps_what_it_was_before(occurrence, secretary):
    step = services.postpone(
        occurrence=occurrence, first=dt.date(2018, 11, 1), last=dt.date(2018, 11, 30), by=secretary, now=NOW, why="Tallene mangler."
    )
    occurrence.refresh_from_db()
    assert (occurrence.due_start, occurrence.due_end, occurrence.due_fixed) == (dt.date(2018, 11, 1), dt.date(2018, 11, 30), True)
    assert occurrence.due_order == dt.date(2018, 11, 30)
    assert (step.before["due_end"], step.after["due_end"]) == ("2018-09-30", "2018-11-30")


def test_an_item_that_goes_away_leaves_it_open(occurrence, later, secretary):
    services.place(occurrence=occurrence, item=later[0], by=secretary, now=NOW)
    later[0].delete()
    occurrence.refresh_from_db()
    assert (occurrence.state, occurrence.placed_on) == ("open", None)


# A second click.


@pytest.mark.parametrize("again", ["place", "unplace", "meet", "meet_by_mail", "drop", "end", "postpone"])
def test_a_second_click_does_nothing(occurrence, later, secretary, again):
    by = {"occurrence": occurrence, "by": secretary, "now": NOW}
    acts = {
        "place": lambda: services.place(item=later[0], **by),
        "unplace": lambda: services.unplace(**by),
        "meet": lambda: services.meet(item=later[0], on=MEETINGS[1], **by),
        "meet_by_mail": lambda: services.meet(item=None, on=MEETINGS[1], **by),
        "drop": lambda: services.drop(why="Ikke aktuelt.", **by),
        "end": lambda: services.end(why="Ikke aktuelt.", **by),
        "postpone": lambda: services.postpone(first=MEETINGS[3], last=MEETINGS[3], why="Travlt.", **by),
    }
    if again == "unplace":
        acts["place"]()
    assert acts[again]() is not None
    steps = Step.objects.count()
    assert acts[again]() is None
    assert Step.objects.count() == steps


# What cannot be.


@pytest.mark.parametrize("settled", [services.drop, services.end])
def test_nothing_more_is_done_about_what_is_settled(occurrence, later, secretary, settled):
    settled(occurrence=occurrence, by=secretary, now=NOW, why="Ikke aktuelt.")
    by = {"occurrence": occurrence, "by": secretary, "now": NOW}
    for act in (
        lambda: services.place(item=later[0], **by),
        lambda: services.unplace(**by),
        lambda: services.meet(item=later[0], on=MEETINGS[1], **by),
        lambda: services.postpone(first=MEETINGS[3], last=MEETINGS[3], why="Travlt.", **by),
        lambda: (services.end if settled is services.drop else services.drop)(why="Alligevel.", **by),
    ):
        refuses(act, "settled")


def refuses(act, code: str) -> None:
    steps = Step.objects.count()
    with pytest.raises(FollowUpRefused) as refused:
        act()
    assert refused.value.code == code
    assert str(refused.value)
    assert Step.objects.count() == steps


def test_it_cannot_be_met_by_two_items(occurrence, later, secretary):
    services.meet(occurrence=occurrence, item=later[0], on=MEETINGS[1], by=secretary, now=NOW)
    refuses(lambda: services.meet(occurrence=occurrence, item=later[1], on=MEETINGS[2], by=secretary, now=NOW), "settled")


@pytest.mark.parametrize("let_go", [services.drop, services.end])
def test_dropping_and_postponing_need_a_reason(occurrence, secretary, let_go):
    by = {"occurrence": occurrence, "by": secretary, "now": NOW, "why": "  "}
    refuses(lambda: let_go(**by), "reason_missing")
    refuses(lambda: services.postpone(first=MEETINGS[1], last=MEETINGS[2], **by), "reason_missing")


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (dt.date(2018, 11, 2), dt.date(2018, 11, 1), "days_in_disorder"),
        (None, dt.date(2018, 11, 1), "days_missing"),
        (dt.date(2018, 11, 1), None, "days_missing"),
        (None, None, "days_missing"),
    ],
)
def test_other_days_are_a_first_and_a_last(occurrence, secretary, first, last, code):
    refuses(lambda: services.postpone(occurrence=occurrence, first=first, last=last, by=secretary, now=NOW, why="Travlt."), code)


def test_an_item_from_before_the_promise_answers_nothing(occurrence, asked, secretary):
    older = f.AgendaItemFactory(meeting=f.MeetingFactory(body=asked.body, date=dt.date(2018, 5, 2)))
    by = {"occurrence": occurrence, "by": secretary, "now": NOW}
    refuses(lambda: services.place(item=older, **by), "older")
    refuses(lambda: services.meet(item=older, on=MEETINGS[1], **by), "older")
    refuses(lambda: services.meet(item=None, on=dt.date(2018, 6, 5), **by), "older")


def test_the_item_that_asked_does_not_answer(occurrence, asked, secretary):
    refuses(lambda: services.place(occurrence=occurrence, item=asked, by=secretary, now=NOW), "same_item")
    refuses(lambda: services.meet(occurrence=occurrence, item=asked, on=MEETINGS[0], by=secretary, now=NOW), "same_item")


def test_nothing_is_met_on_a_day_to_come(occurrence, secretary):
    refuses(lambda: services.meet(occurrence=occurrence, item=None, on=dt.date(2018, 12, 4), by=secretary, now=NOW), "not_yet")


def test_nothing_is_placed_on_a_cancelled_meeting(occurrence, later, secretary):
    Meeting.objects.filter(pk=later[0].meeting_id).update(state=Meeting.State.CANCELLED)
    later[0].meeting.refresh_from_db()
    refuses(lambda: services.place(occurrence=occurrence, item=later[0], by=secretary, now=NOW), "meeting_cancelled")


def test_a_meeting_cancelled_meanwhile_takes_nothing_on(occurrence, later, secretary):
    Meeting.objects.filter(pk=later[0].meeting_id).update(state=Meeting.State.CANCELLED)
    refuses(lambda: services.place(occurrence=occurrence, item=later[0], by=secretary, now=NOW), "meeting_cancelled")


def test_nothing_is_placed_on_the_agenda_of_a_body_it_does_not_wait_at(occurrence, secretary):
    elsewhere = f.AgendaItemFactory(meeting=f.MeetingFactory(date=MEETINGS[1]))
    refuses(lambda: services.place(occurrence=occurrence, item=elsewhere, by=secretary, now=NOW), "other_body")


def test_postponed_beyond_its_meeting_it_stands_on_that_agenda_no_more(occurrence, later, secretary):
    by = {"by": secretary, "now": NOW}
    services.place(occurrence=occurrence, item=later[0], **by)
    step = services.postpone(occurrence=occurrence, first=MEETINGS[3], last=MEETINGS[3], why="Travlt.", **by)
    occurrence.refresh_from_db()
    assert occurrence.placed_on is None
    services.undo(step=step, **by)
    occurrence.refresh_from_db()
    assert occurrence.placed_on == later[0]


def test_postponed_to_days_that_hold_its_meeting_it_stays_on_the_agenda(occurrence, later, secretary):
    by = {"by": secretary, "now": NOW}
    services.place(occurrence=occurrence, item=later[0], **by)
    services.postpone(occurrence=occurrence, first=MEETINGS[1], last=MEETINGS[3], why="Travlt.", **by)
    occurrence.refresh_from_db()
    assert occurrence.placed_on == later[0]


def test_nothing_is_done_about_what_has_gone(occurrence, later, secretary):
    Occurrence.objects.all().delete()
    refuses(lambda: services.place(occurrence=occurrence, item=later[0], by=secretary, now=NOW), "gone")


# Reviewing.


def test_whoever_acts_on_a_promise_has_accepted_it(occurrence, later, secretary):
    services.place(occurrence=occurrence, item=later[0], by=secretary, now=NOW)
    follow_up = FollowUp.objects.get()
    assert (follow_up.review, follow_up.reviewed_by, follow_up.reviewed_at) == ("accepted", secretary, NOW)


def test_what_has_been_corrected_stays_corrected(occurrence, later, secretary):
    FollowUp.objects.update(review="corrected")
    services.place(occurrence=occurrence, item=later[0], by=secretary, now=NOW)
    assert (FollowUp.objects.get().review, FollowUp.objects.get().reviewed_by) == ("corrected", None)


def test_nothing_comes_of_what_was_rejected(occurrence, later, secretary):
    FollowUp.objects.update(review="rejected")
    refuses(lambda: services.place(occurrence=occurrence, item=later[0], by=secretary, now=NOW), "rejected")


# Several at once.


def test_several_are_placed_and_met_at_once(asked, later, secretary):
    many = [tracked(f.FollowUpFactory(item=f.AgendaItemFactory(meeting=asked.meeting))) for _ in range(3)]
    services.place(occurrence=many[0], item=later[0], by=secretary, now=NOW)
    assert len(services.place_all(occurrences=many, item=later[0], by=secretary, now=NOW)) == 2
    assert len(services.meet_all(occurrences=many, item=later[0], on=MEETINGS[1], by=secretary, now=NOW)) == 3
    assert set(Occurrence.objects.values_list("state", "met_by")) == {("met", later[0].pk)}


def test_several_are_met_all_or_none(asked, later, secretary):
    many = [tracked(f.FollowUpFactory(item=f.AgendaItemFactory(meeting=asked.meeting))) for _ in range(3)]
    services.drop(occurrence=many[2], by=secretary, now=NOW, why="Ikke aktuelt.")
    refuses(lambda: services.meet_all(occurrences=many, item=later[0], on=MEETINGS[1], by=secretary, now=NOW), "settled")
    assert Occurrence.objects.filter(state="open").count() == 2


# What recurs.


def test_the_next_is_due_once_one_is_met(recurring, later, secretary):
    services.meet(occurrence=recurring, item=later[1], on=MEETINGS[2], by=secretary, now=NOW)
    assert all_of(recurring) == [(1, "met", MEETINGS[2]), (2, "open", MEETINGS[4])]


def test_it_is_counted_from_the_meeting_that_met_it_not_from_when_it_was_written_down(recurring, later, secretary):
    services.meet(occurrence=recurring, item=later[0], on=MEETINGS[4], by=secretary, now=NOW)
    assert all_of(recurring)[1] == (2, "open", MEETINGS[3])


def test_one_that_is_met_between_meetings_counts_from_that_day(recurring, secretary):
    services.meet(occurrence=recurring, item=None, on=dt.date(2018, 9, 20), by=secretary, now=NOW)
    assert all_of(recurring)[1] == (2, "open", MEETINGS[4])


def test_the_next_after_one_dropped_is_counted_from_the_day_that_one_was_due(recurring, secretary):
    services.drop(occurrence=recurring, by=secretary, now=NOW, why="Intet nyt.")
    assert all_of(recurring) == [(1, "dropped", MEETINGS[2]), (2, "open", MEETINGS[4])]


def test_the_next_after_one_dropped_without_a_day_is_counted_from_the_day_of_dropping(asked, secretary):
    occurrence = tracked(f.FollowUpFactory(item=asked, every=1, unit=FollowUp.Unit.MEETING))
    services.drop(occurrence=occurrence, by=secretary, now=NOW, why="Intet nyt.")
    for day in (dt.date(2018, 8, 6), dt.date(2019, 1, 9)):
        f.MeetingFactory(body=asked.body, date=day)
    services.sync_bodies(bodies=[asked.body])
    assert all_of(occurrence) == [(1, "dropped", None), (2, "open", dt.date(2019, 1, 9))]


def test_one_that_is_met_at_another_bodys_meeting_counts_the_asking_bodys_own_from_that_day(recurring, secretary):
    elsewhere = f.AgendaItemFactory(meeting__date=dt.date(2018, 9, 20))
    services.meet(occurrence=recurring, item=elsewhere, on=dt.date(2018, 9, 20), by=secretary, now=NOW)
    assert all_of(recurring)[1] == (2, "open", MEETINGS[4])


def test_after_one_let_go_that_nobody_knows_when_it_is_counted_from_the_meeting_that_asked(asked, later):
    follow_up = f.FollowUpFactory(item=asked, every=2, unit=FollowUp.Unit.MEETING)
    f.OccurrenceFactory(follow_up=follow_up, state="dropped", due_start=None, due_end=None)
    following = f.OccurrenceFactory(follow_up=follow_up, ordinal=2, due_start=None, due_end=None)
    services.sync_bodies(bodies=[asked.body])
    assert all_of(following) == [(1, "dropped", None), (2, "open", MEETINGS[2])]


def test_no_more_come_of_what_is_ended(recurring, secretary):
    services.end(occurrence=recurring, by=secretary, now=NOW, why="Rådet vil ikke have det mere.")
    services.sync_occurrences(items=[recurring.item])
    assert all_of(recurring) == [(1, "dropped", MEETINGS[2])]


def test_the_quarters_follow_each_other_however_late_one_is_met(asked, secretary):
    occurrence = tracked(f.FollowUpFactory(item=asked, every=1, unit=FollowUp.Unit.QUARTER))
    services.meet(occurrence=occurrence, item=None, on=dt.date(2018, 11, 30), by=secretary, now=NOW)
    assert all_of(occurrence) == [(1, "met", dt.date(2018, 9, 30)), (2, "open", dt.date(2018, 12, 31))]


def test_what_does_not_recur_is_over_when_it_is_met(occurrence, secretary):
    services.meet(occurrence=occurrence, item=None, on=MEETINGS[1], by=secretary, now=NOW)
    assert len(all_of(occurrence)) == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_who_meet_the_same_at_once_make_one_step_and_one_next(recurring, later, secretary):
    def met():
        try:
            return services.meet(occurrence=recurring, item=later[1], on=MEETINGS[2], by=secretary, now=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        steps = [future.result() for future in [pool.submit(met) for _ in range(4)]]
    assert sum(step is not None for step in steps) == 1
    assert Step.objects.count() == 1
    assert all_of(recurring) == [(1, "met", MEETINGS[2]), (2, "open", MEETINGS[4])]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_who_track_the_same_item_at_once_make_one(asked):
    follow_up = f.FollowUpFactory(item=asked)

    def tracking():
        try:
            services.sync_occurrences(items=[asked])
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        for future in [pool.submit(tracking) for _ in range(4)]:
            future.result()
    assert follow_up.occurrences.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_meeting_a_promise_and_moving_a_meeting_do_not_block_each_other(recurring, later, secretary):
    days = [dt.date(2018, 9, day) for day in (7, 10, 11, 12)]

    def met(number: int):
        try:
            if number % 2:
                step = services.meet(occurrence=recurring, item=later[1], on=MEETINGS[2], by=secretary, now=NOW)
                return step and services.undo(step=step, by=secretary, now=NOW)
            return move_meeting(meeting=Meeting.objects.get(pk=later[1].meeting_id), body=later[1].body, date=days[number // 2])
        except FollowUpRefused:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        for future in [pool.submit(met, number) for number in range(8)]:
            future.result()
    assert [state for _ordinal, state, _due in all_of(recurring)].count("open") == 1
