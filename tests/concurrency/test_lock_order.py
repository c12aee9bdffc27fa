"""Bodies come first, all of them at once, whatever is done: so two at once wait for each other and never block."""

import datetime as dt

import pytest
from django.urls import reverse

from agendas import services as agendas
from agendas.candidates import CandidateKind
from agendas.selectors.candidates import AgendaCandidate
from agendas.services.undo import last_step
from cases.access import Actor
from followups import services as followups
from followups.models import FollowUp, Occurrence, PlannedTreatment, Proposal
from followups.selectors.occurrences import presenters_of
from followups.services.agenda_items import add_item
from hearings import services as hearings
from hearings.models import Hearing
from meetings import body_settings, confidentiality, matters, merging, planning, services
from meetings.locking import LockedTooLate, holding
from meetings.models import Meeting
from meetings.yearplan import plans
from meetings.yearplan.proposals import PlanRequest, fingerprint, propose
from meetings.yearplan.rules import MeetingRule, Pattern
from minutes import services as minutes
from tests import factories as f
from tests.admin.forms import filled_in, send
from tests.concurrency.lock_order import bodies_first
from tests.importing.documents import simple

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

NOW = dt.datetime(2025, 9, 10, 10, tzinfo=f.COPENHAGEN)
DAY = dt.date(2025, 6, 4)


class World:
    """Two bodies, the second of which has the lower key where that matters: what one asked for the other is to treat and has answered."""

    def __init__(self) -> None:
        self.other, self.body = f.BodyFactory(name="Byrådet"), f.BodyFactory(name="Rådet")
        self.item = f.AgendaItemFactory(meeting__body=self.body, meeting__date=DAY, meeting__published=True, title="Natcafé")
        self.coming = f.MeetingFactory(body=self.other, date=dt.date(2030, 10, 2), state=Meeting.State.PLANNED)
        f.AgendaItemFactory(meeting=self.coming, position=9, number=None)  # something to publish
        self.answer = f.AgendaItemFactory(meeting__body=self.other, meeting__date=dt.date(2025, 8, 6), title="Natcafé", number=9)
        self.follow_up = f.FollowUpFactory(item=self.item, text="en status", every=1, unit="quarter")
        self.planned = f.PlannedTreatmentFactory(item=self.item, body=self.other)
        self.hearing = f.HearingFactory(item=self.item, body=self.body, deadline=dt.date(2025, 10, 1))
        self.party = f.HearingPartyFactory(hearing=self.hearing, name="Seniorrådet")
        self.own = f.HearingPartyFactory(hearing=self.hearing, name="Rådet", body=self.body)
        owed = {"kind": "hearing_response", "owed_to": self.other, "due_start": self.hearing.deadline, "due_end": self.hearing.deadline}
        self.response = f.FollowUpFactory(item=self.item, quote="Svaret forelægges Byrådet.", **owed)
        followups.sync_occurrences(items=[self.item])
        self.occurrence = Occurrence.objects.get(follow_up=self.follow_up)
        self.expected = Occurrence.objects.get(planned=self.planned)
        self.user = f.UserFactory(secretary=True)
        self.by = {"by": self.user, "now": NOW}


@pytest.fixture
def world():
    return World()


def plan(w):
    planning.plan_meeting(body=w.body, date=dt.date(2030, 9, 4), kind="ordinary", start=None, end=None, place="")


def plan_a_year_and_take_it_back(w):
    asked = PlanRequest(MeetingRule(Pattern.MONTHLY, weekday=2), dt.date(2030, 1, 1), dt.date(2030, 3, 31))
    found, today = propose(w.body, asked, today=DAY), {"today": DAY}
    days, shown = [one.day for one in found], fingerprint(w.body, found)
    plan = plans.make_plan(body=w.body, asked=asked, days=days, shown=shown, **w.by, **today)
    plans.take_plan_back(plan=plan, **w.by, **today)


def change(w):
    planning.change_meeting(meeting=w.coming, date=dt.date(2030, 10, 9), kind="extraordinary", start=None, end=None, place="Havnen")


def cancel(w):
    planning.cancel_meeting(meeting=w.coming)


def move_under_another_body(w):
    services.move_meeting(meeting=w.item.meeting, body=w.other, date=dt.date(2025, 6, 5))


def publish(w):
    services.publish_agenda(meeting=w.coming, **w.by)


def place_an_item_elsewhere(w):
    services.place_item(item=w.item, meeting=w.coming, position=1, number=None)


def place(w):
    followups.place(occurrence=w.expected, item=f.AgendaItemFactory(meeting=w.coming), **w.by)


def place_on_a_new_item(w):
    followups.place(occurrence=w.expected, item=add_item(occurrence=w.expected, meeting=w.coming), **w.by)


def meet_and_undo(w):
    step = followups.meet(occurrence=w.occurrence, item=w.answer, on=w.answer.meeting.date, **w.by)
    followups.undo(step=step, **w.by)


def confirm(w):
    proposal = Proposal.objects.create(occurrence=w.occurrence, item=w.answer, says="met", reasons=["matter"])
    followups.confirm(proposal=proposal, **w.by)


def reject_several_sentences_and_take_it_back(w):
    steps = followups.reject_sentences(occurrences=[w.occurrence, w.expected], **w.by)
    followups.undo_all(steps=steps, **w.by)


def postpone_and_drop_several_and_take_it_back(w):
    days = {"first": dt.date(2030, 11, 1), "last": dt.date(2030, 11, 30)}
    steps = followups.postpone_all(occurrences=[w.occurrence, w.expected], why="Ferie.", **days, **w.by)
    steps += followups.drop_all(occurrences=[w.occurrence, w.expected], why="Aftalt.", **w.by)
    followups.undo_all(steps=steps, **w.by)


def take_up_several(w):
    followups.take_up(occurrences=[w.occurrence, w.expected], **w.by)


def open_a_hearing(w):
    values = {"role": "consulted", "subject": "Nyt torv"}
    hearing = hearings.open_hearing(body=w.body, values=values, parties=["Seniorrådet"], **w.by)
    hearings.undo_hearing_step(step=hearing.steps.get(), **w.by)


def correct_a_hearing(w):
    hearings.correct_hearing(hearing=w.hearing, values={"sender": "Regionen", "role": "consulted"}, **w.by)


def extend_and_take_back(w):
    hearings.extend(hearing=w.hearing, new=dt.date(2025, 11, 1), reason="Efterårsferie.", **w.by)
    hearings.undo_extension(hearing=w.hearing, **w.by)


def answer_a_hearing(w):
    response = hearings.record_answer(party=w.party, given_on=dt.date(2025, 9, 1), text="Ja tak.", **w.by)
    hearings.remove_answer(response=response, **w.by)


def answer_a_hearing_that_another_body_waits_for(w):
    response = hearings.record_answer(party=w.own, given_on=dt.date(2025, 9, 1), text="Ja tak.", **w.by)
    assert w.response.occurrences.get().state == "met"
    hearings.decide_answer(response=response, item=w.item, **w.by)
    hearings.correct_answer(response=response, given_on=dt.date(2025, 9, 2), text="Ja tak.", is_public=True, **w.by)
    hearings.remove_answer(response=response, **w.by)
    for step in w.own.steps.order_by("-pk"):
        hearings.undo_party_step(step=step, **w.by)
    assert w.response.occurrences.get().state == "open"


def correct_a_party(w):
    hearings.correct_party(party=w.party, values={"name": "Handicaprådet", "asked_on": DAY}, **w.by)


def join_two_parties_and_take_it_back(w):
    gone = f.HearingPartyFactory(hearing=w.hearing, name="Seniorråd")
    step = hearings.join_parties(kept=w.party, gone=gone, **w.by)
    hearings.undo_party_step(step=step, **w.by)


def join_two_hearings_and_take_it_back(w):
    gone = f.HearingFactory(item=None, body=w.body, role="consulted", deadline=dt.date(2025, 10, 1))
    f.HearingPartyFactory(hearing=gone, name="Seniorrådet")
    step = hearings.join_hearings(kept=w.hearing, gone=gone, **w.by)
    hearings.undo_hearing_step(step=step, **w.by)


def drop_a_party_and_add_it_again(w):
    hearings.drop_party(party=w.party, **w.by)
    hearings.add_parties(hearing=w.hearing, names=["Seniorrådet"], **w.by)


def reject_a_proposal(w):
    hearings.reject_proposal(hearing=w.hearing, says="no_party", party=w.party.pk, **w.by)


def ask_a_party_by_letter(w):
    letter = f.LetterFactory(body=w.body, sent_on=DAY)
    hearings.remind_by_letter(party=w.party, letter=letter, versions=None, **w.by)


def ask_for_a_promise_by_letter_and_take_it_back(w):
    letter = f.LetterFactory(body=w.body, way="mail", sent_on=DAY)
    step = followups.remind_by_letter(occurrence=w.occurrence, letter=letter, versions=None, **w.by)
    followups.undo(step=step, **w.by)


def add_a_promise(w):
    minutes.add(item=w.item, model=FollowUp, values={"quote": "Mere.", "kind": "task", "text": "mere"}, **w.by)


def correct_a_promise(w):
    minutes.correct(obligation=w.follow_up, values={"text": "en grundig status"}, parties=None, **w.by)


def owe_a_promise_to_another_body(w):
    minutes.correct(obligation=w.follow_up, values={"owed_to_id": w.other.pk}, parties=None, **w.by)


def add_a_promise_to_another_body(w):
    columns = {"quote": "Mere.", "kind": "task", "text": "mere", "owed_to_id": w.other.pk}
    minutes.add(item=w.item, model=FollowUp, values=columns, **w.by)


def choose_on_the_page_whom_a_promise_is_owed_to(w):
    with holding(minutes.bodies_asked(w.item.meeting, [], [w.other.pk])):
        owe_a_promise_to_another_body(w)


def reject_a_planned_treatment(w):
    minutes.reject(obligation=PlannedTreatment.objects.get(), **w.by)


def correct_a_hearing_beside_its_sentence(w):
    minutes.correct(obligation=Hearing.objects.get(), values={"subject": "Torvet"}, parties=["Seniorrådet", "Byrådet"], **w.by)


def accept_all(w):
    minutes.accept_all(meeting=w.item.meeting, **w.by)


def write_the_settings_of_a_body_and_take_them_back(w):
    step = body_settings.save_rules(body=w.body, values={"dispatch_days": 9}, **w.by)
    body_settings.undo_step(body=w.body, key=step.pk, **w.by)
    seat = body_settings.SeatChange("member", DAY, None, name="Bo Lund")
    body_settings.save_seats(body=w.body, seats=[seat], **w.by)


def move_to_another_matter(w):
    step = matters.move_items(items=[w.item, w.answer], to=f.MatterFactory(), **w.by)
    matters.undo_step(step=step, now=NOW)


def close_an_item_and_shut_somebody_out(w):
    confidentiality.set_closed(item=w.item, closed=True, **w.by)
    confidentiality.shut_out(item=w.item, person=f.PersonFactory(), **w.by)


def take_off_with_the_item_that_was_made_for_it(w):
    made = add_item(occurrence=w.expected, meeting=w.coming)
    followups.place(occurrence=w.expected, item=made, **w.by)
    followups.unplace(occurrence=w.expected, **w.by)
    followups.remove_item_left(occurrence=Occurrence.objects.get(pk=w.expected.pk), item=made)


def merge_and_part(w):
    merge = merging.merge(kept=w.body, gone=w.other, **w.by)
    merging.part(merge=merge, **w.by)


def make_an_agenda_and_undo_it(w):
    item = agendas.add_item(meeting=w.coming, title="Havnen", minutes=10, case=None, **w.by)
    agendas.change_item(item=item, columns={"keep": "first"}, guests=[], closed=True, **w.by)
    agendas.move_item(item=item, by_places=1, **w.by)
    agendas.undo_last(meeting=w.coming, key=last_step(w.coming).pk, **w.by)


def split_move_and_send_an_item_on_and_undo_it(w):
    [told] = presenters_of([w.expected.pk], Actor(is_administrator=True))
    item = agendas.place_candidate(
        meeting=w.coming, candidate=AgendaCandidate(CandidateKind.EXPECTED, str(w.expected.pk), "Natcafé", told), **w.by
    )
    later = f.MeetingFactory(body=w.other, date=dt.date(2030, 11, 6), state=Meeting.State.PLANNED)
    elsewhere = f.MeetingFactory(body=w.body, date=dt.date(2030, 11, 6), state=Meeting.State.PLANNED)
    parts = {"minutes": 10, "minutes_left": 10, "recommendations": [], "answers": [w.expected.pk]}
    second = agendas.split_item(item=item, title="Natcafeens regnskab", **parts, **w.by)
    agendas.move_to_meeting(item=second, to=later, **w.by)
    second.refresh_from_db()
    agendas.send_on(item=second, to=elsewhere, **w.by)
    for meeting in (elsewhere, later, w.coming):
        agendas.undo_last(meeting=meeting, key=last_step(meeting).pk, **w.by)


def place_what_wants_a_place_and_take_it_off(w):
    [told] = presenters_of([w.expected.pk], Actor(is_administrator=True))
    one = AgendaCandidate(CandidateKind.EXPECTED, str(w.expected.pk), "Natcafé", told)
    item = agendas.place_candidate(meeting=w.coming, candidate=one, **w.by)
    agendas.remove_item(item=item, **w.by)
    agendas.undo_last(meeting=w.coming, key=last_step(w.coming).pk, **w.by)


DEEDS = [
    plan,
    plan_a_year_and_take_it_back,
    change,
    cancel,
    move_under_another_body,
    publish,
    place_an_item_elsewhere,
    place,
    place_on_a_new_item,
    meet_and_undo,
    confirm,
]
DEEDS += [
    open_a_hearing,
    correct_a_hearing,
    extend_and_take_back,
    answer_a_hearing,
    answer_a_hearing_that_another_body_waits_for,
    correct_a_party,
    add_a_promise,
    correct_a_promise,
]
DEEDS += [join_two_hearings_and_take_it_back, join_two_parties_and_take_it_back, drop_a_party_and_add_it_again, reject_a_proposal]
DEEDS += [ask_a_party_by_letter, ask_for_a_promise_by_letter_and_take_it_back]
DEEDS += [close_an_item_and_shut_somebody_out, take_off_with_the_item_that_was_made_for_it]
DEEDS += [reject_several_sentences_and_take_it_back, postpone_and_drop_several_and_take_it_back, take_up_several]
DEEDS += [reject_a_planned_treatment, correct_a_hearing_beside_its_sentence, accept_all, move_to_another_matter]
DEEDS += [write_the_settings_of_a_body_and_take_them_back]
DEEDS += [make_an_agenda_and_undo_it, split_move_and_send_an_item_on_and_undo_it, place_what_wants_a_place_and_take_it_off]
DEEDS += [merge_and_part, owe_a_promise_to_another_body, add_a_promise_to_another_body, choose_on_the_page_whom_a_promise_is_owed_to]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_bodies_come_first(world, deed):
    with bodies_first():
        deed(world)


def test_what_was_answered_for_another_body_is_left_to_a_transaction_of_its_own(world, django_capture_on_commit_callbacks):
    followups.meet(occurrence=world.occurrence, item=world.answer, on=world.answer.meeting.date, **world.by)
    Occurrence.objects.filter(ordinal=2).delete()
    Occurrence.objects.filter(pk=world.occurrence.pk).update(met_by=None)
    with django_capture_on_commit_callbacks() as later, bodies_first():
        followups.sync_bodies(bodies=[world.other])
    for follow in later:
        with bodies_first():
            follow()
    assert Occurrence.objects.filter(follow_up=world.follow_up, state="open").exists()


def test_importing_correcting_and_undoing(world, reviewed):
    first = simple("Natcafé", number=1, day=DAY)
    first.meeting.body = "Rådet"
    again = simple("Natcafeen", number=1, day=DAY)
    again.meeting.body = "Rådet"
    for reading in (first, again):
        import_ = reviewed(reading)
        with bodies_first():
            minutes.apply(import_=import_, by=None, now=NOW, publish=True, clean=True)
    with bodies_first():
        minutes.undo(import_=import_, by=None, now=NOW)


def test_correcting_a_meeting_on_its_page(world, client):
    client.force_login(f.UserFactory(administrator=True))
    address = reverse("meeting-correct", args=[world.item.meeting_id])
    form = filled_in(client.get(address).content.decode(), "amend-form")
    with bodies_first():
        answer = client.post(address, form | {"place": "Havnen"})
    assert answer.status_code == 302, answer.content.decode()
    assert Meeting.objects.get(pk=world.item.meeting_id).place == "Havnen"


def test_answering_on_its_page_for_what_another_body_is_to_treat(world, client):
    client.force_login(f.UserFactory(administrator=True))
    address = f"/moeder/{world.item.meeting_id}/loefter/behandling/{world.planned.pk}/"
    form = filled_in(client.get(f"{address}ret/").content.decode(), "obligation-form")
    third = f.BodyFactory(name="Seniorrådet")
    with bodies_first():
        assert client.post(f"{address}svar/", {"answer": "accept"}).status_code == 302
    name = f"behandling-{world.planned.pk}-"
    with bodies_first():
        answer = client.post(f"{address}ret/", form | {f"{name}body_name": "Seniorrådet"})
    assert answer.status_code == 302, answer.content.decode()
    assert PlannedTreatment.objects.get().body == third


ROWS = {
    "meeting": (lambda w: w.coming, {"date": "16-10-2030", "place": "Havnen"}),
    "meeting under another body": (lambda w: w.coming, {"body": "body"}),
    "item": (lambda w: w.item, {"title": "Natcafeen"}),
    "item in another meeting": (lambda w: w.item, {"meeting": "coming", "position": "7"}),
    "hearing": (lambda w: w.hearing, {"subject": "Torvet", "role": "consulted"}),
    "party": (lambda w: w.party, {"name": "Handicaprådet"}),
    "follow-up": (lambda w: w.follow_up, {"text": "en grundig status"}),
    "planned treatment": (lambda w: w.planned, {"title": "Natcafeen"}),
    "occurrence": (lambda w: w.occurrence, {"due_start": "01-11-2030", "due_end": "02-11-2030"}),
    "body": (lambda w: w.body, {"usual_place": "Havnen"}),
}


@pytest.mark.parametrize("what", ROWS)
def test_administration_holds_the_bodies_first(world, what, client):
    client.force_login(f.UserFactory(administrator=True))
    find, changes = ROWS[what]
    row = find(world)
    changes = {name: getattr(world, value).pk if value in ("body", "coming") else value for name, value in changes.items()}
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    with bodies_first():
        answer = send(client, address, **changes)
    assert answer.status_code == 302, answer.content.decode()


@pytest.mark.parametrize("what", ["meeting", "item", "hearing", "follow-up", "planned treatment"])
def test_administration_deletes_with_the_bodies_held(world, what, client):
    client.force_login(f.UserFactory(administrator=True))
    row = ROWS[what][0](world)
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])
    with bodies_first():
        client.post(address, {"post": "yes"})
    assert not type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("deed", [owe_a_promise_to_another_body, add_a_promise_to_another_body])
def test_the_body_that_a_promise_is_owed_to_is_held_with_the_others(world, deed):
    with pytest.raises(LockedTooLate, match=str(world.other.pk)), holding([world.body]):
        deed(world)
