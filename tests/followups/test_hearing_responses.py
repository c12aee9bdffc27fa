"""A response that is waited for follows its hearing: put off with it, delivered by its answer, and open again without."""

import datetime as dt

import pytest
from django.urls import reverse

from followups import services
from followups.models import Occurrence, Step
from hearings import services as hearings
from minutes import services as minutes_services
from tests import factories as f
from tests.admin.forms import errors_of, send

D = dt.date
NOW = dt.datetime(2018, 9, 10, 10, tzinfo=f.COPENHAGEN)
QUOTE = "Rådet afgiver høringssvar senest den 1. oktober."
DEADLINE = {"due_start": D(2018, 10, 1), "due_end": D(2018, 10, 1)}


@pytest.fixture
def by(db):
    return {"by": f.UserFactory(secretary=True), "now": NOW}


@pytest.fixture
def item(db):
    return f.AgendaItemFactory(meeting__date=D(2018, 6, 6), meeting__published=True)


@pytest.fixture
def hearing(item):
    return f.HearingFactory(item=item, body=item.body, role="consulted", quote=QUOTE, deadline=D(2018, 10, 1))


@pytest.fixture
def own(hearing):
    return f.HearingPartyFactory(hearing=hearing, body=hearing.body, name=hearing.body.name)


@pytest.fixture
def waits(hearing, own) -> Occurrence:
    response = f.FollowUpFactory(item=hearing.item, kind="hearing_response", quote=QUOTE, review="accepted", **DEADLINE)
    services.sync_occurrences(items=[hearing.item])
    return response.occurrences.get()


def fresh(row) -> Occurrence:
    return Occurrence.objects.get(pk=row.pk)


def steps(row) -> list[tuple]:
    return [(step.what, step.undone_at is not None) for step in row.steps.order_by("pk")]


def test_it_is_tied_to_the_hearing_of_the_same_sentence(waits, hearing):
    assert (fresh(waits).follow_up.hearing, fresh(waits).due_end) == (hearing, D(2018, 10, 1))


def test_another_sentence_is_tied_to_the_items_only_hearing_where_it_has_its_day(hearing):
    other = f.FollowUpFactory(item=hearing.item, kind="hearing_response", quote="Rådet sender et svar.", **DEADLINE)
    undated = f.FollowUpFactory(item=hearing.item, kind="hearing_response", quote="Rådet svarer ministeriet.")
    task = f.FollowUpFactory(item=hearing.item, kind="task", quote=QUOTE, **DEADLINE)
    services.sync_occurrences(items=[hearing.item])
    for one, tied in ((other, hearing), (undated, None), (task, None)):
        one.refresh_from_db()
        assert one.hearing == tied


def test_put_off_with_the_hearing_it_is_due_then_and_taken_back_as_before(waits, hearing, by):
    hearings.extend(hearing=hearing, new=D(2018, 11, 1), reason="Ferie.", **by)
    assert (fresh(waits).due_start, fresh(waits).due_order) == (D(2018, 11, 1), D(2018, 11, 1))
    services.sync_occurrences(items=[hearing.item])
    assert fresh(waits).due_end == D(2018, 11, 1)
    hearings.undo_extension(hearing=hearing, **by)
    assert fresh(waits).due_end == D(2018, 10, 1)


@pytest.mark.parametrize("review", ["corrected", "added"])
def test_written_by_hand_with_the_deadline_of_then_it_still_follows_the_hearing_after_an_extension(hearing, own, by, review):
    response = f.FollowUpFactory(item=hearing.item, kind="hearing_response", quote=QUOTE, review=review, **DEADLINE)
    services.sync_occurrences(items=[hearing.item])
    for day in (D(2018, 11, 1), D(2018, 12, 1)):
        hearings.extend(hearing=hearing, new=day, reason="Ferie.", **by)
        services.sync_occurrences(items=[hearing.item])
        response.refresh_from_db()
        assert (response.hearing, response.occurrences.get().due_end) == (hearing, day)


def test_written_by_hand_with_a_day_that_never_was_the_deadline_it_follows_no_hearing(hearing, own, by):
    hearings.extend(hearing=hearing, new=D(2018, 11, 1), reason="Ferie.", **by)
    day = {"due_start": D(2018, 9, 20), "due_end": D(2018, 9, 20)}
    response = f.FollowUpFactory(item=hearing.item, kind="hearing_response", quote=QUOTE, review="corrected", **day)
    services.sync_occurrences(items=[hearing.item])
    response.refresh_from_db()
    assert (response.hearing, response.occurrences.get().due_end) == (None, D(2018, 9, 20))


def test_days_set_by_hand_stay(waits, hearing, by):
    services.postpone(occurrence=waits, first=D(2018, 9, 20), last=D(2018, 9, 20), why="Før ferien.", **by)
    hearings.extend(hearing=hearing, new=D(2018, 11, 1), reason="Ferie.", **by)
    assert fresh(waits).due_end == D(2018, 9, 20)


def test_the_answer_delivers_it_and_withdrawn_it_is_waited_for_again(waits, own, by):
    response = hearings.record_answer(party=own, given_on=D(2018, 9, 7), text="Ja tak.", **by)
    assert (fresh(waits).state, fresh(waits).met_on, fresh(waits).met_by) == ("met", D(2018, 9, 7), None)
    step = hearings.remove_answer(response=response, **by)
    assert (fresh(waits).state, fresh(waits).due_end) == ("open", D(2018, 10, 1))
    assert steps(waits) == [("answered", True)]
    hearings.undo_party_step(step=step, **by)
    assert (fresh(waits).state, fresh(waits).met_on) == ("met", D(2018, 9, 7))


def test_it_is_delivered_by_the_item_at_which_the_answer_was_decided(waits, own, by):
    decided = f.AgendaItemFactory(meeting__body=waits.body, meeting__date=D(2018, 9, 5))
    response = hearings.record_answer(party=own, given_on=D(2018, 9, 7), text="Ja tak.", **by)
    hearings.decide_answer(response=response, item=decided, **by)
    assert fresh(waits).met_by == decided
    assert steps(waits) == [("answered", True), ("answered", False)]


def test_it_follows_each_step_of_the_answer_back(waits, own, by):
    decided = f.AgendaItemFactory(meeting__body=waits.body, meeting__date=D(2018, 9, 5))
    draft = hearings.save_draft(party=own, text="Ja tak.", **by)
    hearings.send_answer(response=draft, on=D(2018, 9, 7), **by)
    hearings.decide_answer(response=draft, item=decided, **by)
    hearings.correct_answer(response=draft, given_on=D(2018, 9, 8), text="Ja tak.", is_public=False, **by)
    seen = []
    for step in own.steps.order_by("-pk"):
        now = fresh(waits)
        seen.append((now.state, now.met_on, now.met_by))
        hearings.undo_party_step(step=step, **by)
    assert seen == [
        ("met", D(2018, 9, 8), decided),
        ("met", D(2018, 9, 7), decided),
        ("met", D(2018, 9, 7), None),
        ("open", None, None),
    ]
    assert fresh(waits).is_open


def test_a_hearing_whose_entering_is_taken_back_is_followed_no_more(item, by):
    values = {"role": "consulted", "subject": "Nyt torv", "deadline": D(2018, 10, 1)}
    hearing = hearings.open_hearing(body=item.body, item=item, values=values, **by)
    response = f.FollowUpFactory(item=item, kind="hearing_response", quote=QUOTE, review="accepted", **DEADLINE)
    services.sync_occurrences(items=[item])
    response.refresh_from_db()
    assert response.hearing == hearing
    hearings.undo_hearing_step(step=hearing.steps.get(), **by)
    response.refresh_from_db()
    assert (response.hearing, response.occurrences.get().due_end) == (None, D(2018, 10, 1))


def test_the_answer_of_the_same_hearing_entered_by_hand_delivers_it_as_long_as_the_two_are_joined(waits, hearing, by):
    by_hand = f.HearingFactory(item=None, body=hearing.body, role="consulted", review="added", deadline=D(2018, 10, 15))
    party = f.HearingPartyFactory(hearing=by_hand, body=hearing.body, name=hearing.body.name)
    hearings.record_answer(party=party, given_on=D(2018, 9, 7), text="Ja tak.", **by)
    assert fresh(waits).is_open
    step = hearings.join_hearings(kept=hearing, gone=by_hand, **by)
    assert (fresh(waits).state, fresh(waits).met_on) == ("met", D(2018, 9, 7))
    hearings.undo_hearing_step(step=step, **by)
    assert fresh(waits).is_open


class TestToldTwice:
    """A second item tells of the hearing once more, and the two are joined: the response that the second waits for follows the first."""

    SENTENCE = "Rådet svarer senest 1. oktober."

    @pytest.fixture
    def told_again(self, hearing):
        item = f.AgendaItemFactory(meeting__body=hearing.body, meeting__date=D(2018, 6, 20), meeting__published=True)
        again = f.HearingFactory(item=item, body=hearing.body, role="consulted", quote=self.SENTENCE, deadline=D(2018, 10, 1))
        f.HearingPartyFactory(hearing=again, body=hearing.body, name=hearing.body.name)
        return again

    @pytest.fixture
    def waits_again(self, told_again):
        response = f.FollowUpFactory(item=told_again.item, kind="hearing_response", quote=self.SENTENCE, review="corrected", **DEADLINE)
        services.sync_occurrences(items=[told_again.item])
        return response.occurrences.get()

    def test_it_is_delivered_by_the_answer_of_the_one_that_is_kept_until_they_are_parted(self, waits_again, told_again, hearing, own, by):
        step = hearings.join_hearings(kept=hearing, gone=told_again, **by)
        own.refresh_from_db()
        hearings.record_answer(party=own, given_on=D(2018, 9, 7), text="Ja tak.", **by)
        assert (fresh(waits_again).state, fresh(waits_again).met_on) == ("met", D(2018, 9, 7))
        hearings.undo_hearing_step(step=step, **by)
        assert fresh(waits_again).is_open

    def test_it_is_put_off_with_the_one_that_is_kept_until_they_are_parted(self, waits_again, told_again, hearing, own, by):
        step = hearings.join_hearings(kept=hearing, gone=told_again, **by)
        hearings.extend(hearing=hearing, new=D(2018, 11, 1), reason="Ferie.", **by)
        services.sync_occurrences(items=[told_again.item])
        assert (fresh(waits_again).follow_up.hearing, fresh(waits_again).due_end) == (told_again, D(2018, 11, 1))
        hearings.undo_hearing_step(step=step, **by)
        assert fresh(waits_again).due_end == D(2018, 10, 1)

    def test_it_is_due_by_the_deadline_that_is_corrected_in_the_minutes(self, waits_again, told_again, hearing, own, by):
        hearings.join_hearings(kept=hearing, gone=told_again, **by)
        minutes_services.correct(obligation=hearing, values={"deadline": D(2018, 10, 15)}, parties=None, **by)
        assert fresh(waits_again).due_end == D(2018, 10, 15)
        minutes_services.accept(obligation=hearing, **by)
        assert fresh(waits_again).due_end == D(2018, 10, 1)


class TestWhoseAnswer:
    """The body stands there under a second spelling, which has the answer."""

    @pytest.fixture
    def spelled(self, hearing, own, by):
        party = f.HearingPartyFactory(hearing=hearing, name=f"{own.name}s sekretariat")
        hearings.record_answer(party=party, given_on=D(2018, 9, 7), text="Ja tak.", **by)
        return party

    def test_it_is_delivered_as_long_as_the_two_spellings_are_joined(self, waits, own, spelled, by):
        assert fresh(waits).is_open
        step = hearings.join_parties(kept=own, gone=spelled, **by)
        assert (fresh(waits).state, fresh(waits).met_on) == ("met", D(2018, 9, 7))
        hearings.undo_party_step(step=step, **by)
        assert fresh(waits).is_open

    def test_it_is_delivered_as_long_as_the_party_has_the_name_of_the_body(self, waits, own, spelled, by):
        step = hearings.correct_party(party=spelled, values={"name": own.name}, **by)
        assert fresh(waits).state == "met"
        hearings.undo_party_step(step=step, **by)
        assert fresh(waits).is_open


def test_a_draft_and_the_answer_of_another_party_deliver_nothing(waits, own, hearing, by):
    hearings.save_draft(party=own, text="Udkast.", **by)
    other = f.HearingPartyFactory(hearing=hearing, name="Seniorrådet")
    hearings.record_answer(party=other, given_on=D(2018, 9, 7), text="Nej tak.", **by)
    assert fresh(waits).is_open


def test_what_somebody_has_dropped_stays_dropped(waits, own, by):
    services.drop(occurrence=waits, why="Ikke relevant.", **by)
    response = hearings.record_answer(party=own, given_on=D(2018, 9, 7), text="Ja tak.", **by)
    hearings.remove_answer(response=response, **by)
    assert fresh(waits).state == "dropped"
    assert [step.what for step in Step.objects.all()] == ["dropped"]


def test_a_rejected_hearing_is_followed_no_more(waits, hearing, by):
    minutes_services.reject(obligation=hearing, **by)
    waits.follow_up.refresh_from_db()
    assert waits.follow_up.hearing is None
    assert fresh(waits).due_end == D(2018, 10, 1)


class TestCorrectedInAdministration:
    def test_another_deadline_is_followed(self, waits, hearing, admin_client):
        page = reverse("admin:hearings_hearing_change", args=[hearing.pk])
        assert errors_of(send(admin_client, page, deadline="01-11-2018")) == ""
        assert fresh(waits).due_end == D(2018, 11, 1)

    def test_owed_to_another_body_it_follows_too(self, waits, hearing, admin_client):
        waits.follow_up.owed_to = f.BodyFactory()
        waits.follow_up.save()
        services.sync_occurrences(items=[hearing.item])
        page = reverse("admin:hearings_hearing_change", args=[hearing.pk])
        assert errors_of(send(admin_client, page, deadline="01-11-2018")) == ""
        assert fresh(waits).due_end == D(2018, 11, 1)

    def test_an_answer_given_to_the_body_delivers_it_until_it_is_given_to_another(self, waits, hearing, own, admin_client, by):
        other = f.HearingPartyFactory(hearing=hearing, name="Seniorrådet")
        response = hearings.record_answer(party=other, given_on=D(2018, 9, 7), text="Ja tak.", **by)
        page = reverse("admin:hearings_hearingresponse_change", args=[response.pk])
        for party, state in ((own, "met"), (other, "open")):
            assert errors_of(send(admin_client, page, party=party.pk)) == ""
            assert fresh(waits).state == state

    def test_a_party_that_means_the_body_delivers_it(self, waits, hearing, admin_client, by):
        other = f.HearingPartyFactory(hearing=hearing, name="Rådet selv")
        hearings.record_answer(party=other, given_on=D(2018, 9, 7), text="Ja tak.", **by)
        page = reverse("admin:hearings_hearingparty_change", args=[other.pk])
        assert errors_of(send(admin_client, page, body=hearing.body_id)) == ""
        assert fresh(waits).state == "met"
