"""What seems to answer what is proposed when items come, and the secretary confirms or rejects it."""

import datetime as dt

import pytest

from followups import services
from followups.models import FollowUp, Occurrence, Proposal
from followups.services import FollowUpRefused
from meetings.models import AgendaItem, Meeting
from meetings.planning import cancel_meeting
from tests import factories as f
from tests.factories import COPENHAGEN

NOW = dt.datetime(2018, 12, 3, 10, tzinfo=COPENHAGEN)
ASKED, SEPTEMBER, OCTOBER = dt.date(2018, 6, 6), dt.date(2018, 9, 5), dt.date(2018, 10, 3)
IN_SEPTEMBER = {"due_start": dt.date(2018, 9, 1), "due_end": dt.date(2018, 9, 30)}


@pytest.fixture
def by(db):
    return {"by": f.UserFactory(secretary=True), "now": NOW}


@pytest.fixture
def asked(db) -> AgendaItem:
    """The item on the night shelter, at which a status was asked for in September."""
    item = f.AgendaItemFactory(meeting__date=ASKED, meeting__published=True, title="Natcafé i vintermånederne")
    f.FollowUpFactory(item=item, text="en status", **IN_SEPTEMBER)
    services.sync_occurrences(items=[item])
    return item


@pytest.fixture
def occurrence(asked) -> Occurrence:
    return Occurrence.objects.get()


def later(asked: AgendaItem, day: dt.date = SEPTEMBER, *, held: bool = True, **columns) -> AgendaItem:
    """An item of the body's meeting that day: of the same matter unless told otherwise."""
    state = Meeting.State.HELD if held else Meeting.State.PLANNED
    meeting = Meeting.objects.filter(body=asked.body, date=day).first() or f.MeetingFactory(body=asked.body, date=day, state=state)
    return f.AgendaItemFactory(meeting=meeting, **{"title": "Natcaféen", "matter": asked.matter} | columns)


def proposed() -> list[tuple]:
    return list(Proposal.objects.order_by("pk").values_list("item", "says", "reasons", "state"))


def hold(meeting: Meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(state=Meeting.State.HELD)


def test_an_item_of_a_meeting_that_was_held_is_proposed_as_the_answer(asked):
    item = later(asked)
    assert services.propose(items=[item]) == 1
    assert proposed() == [(item.pk, "met", ["matter", "date"], "waiting")]


def test_an_item_of_a_meeting_to_come_is_proposed_as_the_place(asked):
    item = later(asked, held=False)
    services.propose(items=[item])
    assert proposed() == [(item.pk, "placed", ["matter", "date"], "waiting")]


def test_nothing_is_proposed_of_a_meeting_that_is_cancelled(asked):
    item = later(asked, held=False)
    cancel_meeting(meeting=item.meeting)
    assert services.propose(items=[item]) == 0


def test_an_item_is_proposed_once(asked):
    item = later(asked)
    services.propose(items=[item])
    assert services.propose(items=[item, asked]) == 0
    assert len(proposed()) == 1


def test_the_place_becomes_the_answer_when_the_meeting_is_held(asked):
    item = later(asked, held=False)
    services.propose(items=[item])
    hold(item.meeting)
    services.propose(items=[item])
    assert proposed() == [(item.pk, "met", ["matter", "date"], "waiting")]


def test_what_was_placed_there_is_proposed_as_answered_there(asked, occurrence, by):
    item = later(asked, held=False, matter=None, title="Noget helt andet")
    services.place(occurrence=occurrence, item=item, **by)
    assert services.propose(items=[item]) == 0
    hold(item.meeting)
    services.propose(items=[item])
    assert proposed() == [(item.pk, "met", ["placed"], "waiting")]


def test_what_stands_on_one_agenda_is_not_proposed_for_another(asked, occurrence, by):
    services.place(occurrence=occurrence, item=later(asked, OCTOBER, held=False), **by)
    assert services.propose(items=[later(asked, held=False)]) == 0


def test_what_holds_no_more_is_proposed_no_more(asked):
    item = later(asked)
    services.propose(items=[item])
    AgendaItem.objects.filter(pk=item.pk).update(matter=None)
    services.propose(items=[item])
    assert proposed() == []


@pytest.mark.parametrize("state", ["rejected", "confirmed"])
def test_what_somebody_has_answered_stays(asked, state):
    item = later(asked)
    services.propose(items=[item])
    Proposal.objects.update(state=state)
    AgendaItem.objects.filter(pk=item.pk).update(matter=None)
    services.propose(items=[item])
    assert [row[3] for row in proposed()] == [state]


def test_a_rejected_one_is_never_proposed_anew(asked, by):
    item = later(asked, held=False)
    services.propose(items=[item])
    assert services.reject(proposal=Proposal.objects.get(), **by)
    hold(item.meeting)
    assert services.propose(items=[item]) == 0


def test_an_older_document_that_comes_late_finds_its_answer(asked):
    later(asked)
    assert services.propose(items=[asked]) == 1


def test_the_yearly_case_of_the_body_is_no_reason(db):
    case = f.CaseFactory(number="27.15.00-A08-1-18")
    item = f.AgendaItemFactory(meeting__date=ASKED, case=case, title="Natcafé i vintermånederne")
    f.FollowUpFactory(item=item, **IN_SEPTEMBER)
    services.sync_occurrences(items=[item])
    assert services.propose(items=[later(item, case=case, matter=None, title="Valg af næstformand")]) == 0


def test_the_same_case_is_a_reason(db):
    case = f.CaseFactory(number="27.54.08-P20-1-18")
    item = f.AgendaItemFactory(meeting__date=ASKED, case=case, title="Natcafé i vintermånederne")
    f.FollowUpFactory(item=item, **IN_SEPTEMBER)
    services.sync_occurrences(items=[item])
    services.propose(items=[later(item, case=case, matter=None, title="Overnatning")])
    assert [row[2] for row in proposed()] == [["case", "date"]]


def test_a_case_expected_at_another_body_is_answered_there(asked):
    council = f.BodyFactory()
    FollowUp.objects.all().delete()
    f.PlannedTreatmentFactory(item=asked, body=council, title=asked.title, **IN_SEPTEMBER)
    services.sync_occurrences(items=[asked])
    there = f.AgendaItemFactory(
        meeting=f.MeetingFactory(body=council, date=SEPTEMBER, published=True), matter=asked.matter, title="Natcaféen"
    )
    here = later(asked)
    services.propose(items=[here, there])
    assert [row[0] for row in proposed()] == [there.pk]


@pytest.mark.parametrize("review", ["rejected"])
def test_nothing_answers_a_rejected_reading(asked, review):
    FollowUp.objects.update(review=review)
    assert services.propose(items=[later(asked)]) == 0


def test_what_met_the_last_is_not_proposed_for_the_next(asked, by):
    FollowUp.objects.update(every=1, unit="month")
    item, following = later(asked), later(asked, OCTOBER)
    services.meet(occurrence=Occurrence.objects.get(), item=item, on=SEPTEMBER, **by)
    services.propose(items=[item, following])
    assert [row[0] for row in proposed()] == [following.pk]


def test_what_may_have_answered_the_next_is_proposed_as_soon_as_there_is_a_next(asked, by):
    FollowUp.objects.update(every=1, unit="month")
    item, following = later(asked), later(asked, OCTOBER)
    services.meet(occurrence=Occurrence.objects.get(), item=item, on=SEPTEMBER, **by)
    assert [row[0] for row in proposed()] == [following.pk]


# Confirming.


def test_confirming_does_what_was_proposed_for_the_reasons_given(asked, occurrence, by):
    item = later(asked, case=f.CaseFactory(number="27.54.08-P20-1-18"))
    services.propose(items=[item])
    Proposal.objects.update(reasons=["matter", "case", "date"])
    step = services.confirm(proposal=Proposal.objects.get(), **by)
    occurrence.refresh_from_db()
    assert (occurrence.state, occurrence.met_by, occurrence.met_on) == ("met", item, SEPTEMBER)
    assert (step.what, step.why) == ("met", "Samme forløb, samme sag, 27.54.08-P20-1-18, mødet ligger i den lovede periode")
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.by, proposal.at) == ("confirmed", by["by"], NOW)


def test_confirming_a_place_places_it(asked, occurrence, by):
    item = later(asked, dt.date(2019, 9, 4), held=False)
    Proposal.objects.create(occurrence=occurrence, item=item, says="placed", reasons=["matter"])
    assert services.confirm(proposal=Proposal.objects.get(), **by).what == "placed"
    occurrence.refresh_from_db()
    assert (occurrence.state, occurrence.placed_on) == ("open", item)


def test_a_second_click_confirms_nothing_more(asked, by):
    services.propose(items=[later(asked)])
    assert services.confirm(proposal=Proposal.objects.get(), **by) is not None
    assert services.confirm(proposal=Proposal.objects.get(), **by) is None
    assert Occurrence.objects.get().steps.count() == 1


def test_what_is_done_by_hand_confirms_what_proposed_it(asked, occurrence, by):
    item = later(asked)
    services.propose(items=[item])
    services.meet(occurrence=occurrence, item=item, on=SEPTEMBER, **by)
    assert Proposal.objects.get().state == "confirmed"


def test_undoing_asks_again(asked, by):
    services.propose(items=[later(asked)])
    step = services.confirm(proposal=Proposal.objects.get(), **by)
    services.undo(step=step, **by)
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.by, proposal.at) == ("waiting", None, None)


def test_what_is_answered_already_is_not_confirmed(asked, occurrence, by):
    services.propose(items=[later(asked)])
    services.drop(occurrence=occurrence, why="Ikke aktuelt.", **by)
    with pytest.raises(FollowUpRefused, match="ikke åben længere"):
        services.confirm(proposal=Proposal.objects.get(), **by)
    assert Proposal.objects.get().state == "waiting"


def test_rejected_and_confirmed_do_not_change_places(asked, by):
    services.propose(items=[later(asked), later(asked, title="Natcaféen igen")])
    first, second = Proposal.objects.order_by("pk")
    assert [services.reject(proposal=first, **by), services.reject(proposal=first, **by)] == [True, False]
    with pytest.raises(FollowUpRefused, match="allerede besvaret"):
        services.confirm(proposal=first, **by)
    services.confirm(proposal=second, **by)
    with pytest.raises(FollowUpRefused, match="allerede besvaret"):
        services.reject(proposal=second, **by)


@pytest.mark.parametrize("count", [1, 20])
def test_the_queries_are_as_many_whatever_waits_and_comes(asked, count, django_assert_num_queries):
    others = [f.AgendaItemFactory(meeting=asked.meeting) for _ in range(count - 1)]
    for item in others:
        f.FollowUpFactory(item=item, **IN_SEPTEMBER)
    services.sync_occurrences(items=others)
    items = [later(item) for item in [asked, *others]]
    with django_assert_num_queries(11):
        assert services.propose(items=items) == count
