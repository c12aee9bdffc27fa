"""What is corrected about a hearing, and a deadline put off, are steps with what stood there before, each of which can be undone."""

import datetime as dt

import pytest

from hearings import services
from hearings.exceptions import HearingRefused
from hearings.history import history_of
from hearings.models import Hearing, HearingParty, HearingStep, PartyStep
from minutes.services import obligation_answers
from tests import factories as f
from tests.hearings.conftest import TODAY

LATER = dt.date(2018, 10, 5)


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


def test_a_correction_is_undone_alone(consulted, act):
    services.correct_hearing(hearing=consulted, values={"sender": "Styrelsen", "received_on": TODAY}, **act)
    step = HearingStep.objects.get()
    assert (step.what, step.before["sender"], step.after["sender"]) == ("corrected", "Ministeriet", "Styrelsen")
    services.undo_hearing_step(step=step, **act)
    consulted.refresh_from_db()
    assert consulted.sender == "Ministeriet"


def test_a_correction_of_nothing_is_no_step(consulted, act):
    services.correct_hearing(hearing=consulted, values={"sender": "Ministeriet"}, **act)
    assert not HearingStep.objects.exists()


@pytest.mark.parametrize("way", ["history", "extension"])
def test_a_deadline_put_off_is_put_back_both_ways(consulted, act, way):
    before = consulted.deadline
    services.extend(hearing=consulted, new=LATER, reason="Ferie.", **act)
    step = HearingStep.objects.get()
    assert (step.what, step.why, consulted.deadline) == ("extended", "Ferie.", LATER)
    if way == "history":
        services.undo_hearing_step(step=step, **act)
    else:
        services.undo_extension(hearing=consulted, **act)
    consulted.refresh_from_db()
    step.refresh_from_db()
    assert (consulted.deadline, consulted.extensions.count(), step.undone_by) == (before, 0, act["by"])


def test_a_deadline_corrected_beside_its_sentence_since_is_not_overwritten(sent, act):
    corrected = dt.date(2018, 10, 12)
    services.extend(hearing=sent, new=LATER, reason="Ferie.", **act)
    obligation_answers.correct(obligation=Hearing.objects.get(pk=sent.pk), values={"deadline": corrected}, parties=None, **act)
    with pytest.raises(HearingRefused):
        services.undo_hearing_step(step=HearingStep.objects.get(), **act)
    sent.refresh_from_db()
    assert (sent.deadline, sent.extensions.count()) == (corrected, 1)


def test_a_day_that_came_of_joining_two_spellings_is_not_overwritten(sent, act):
    earlier = dt.date(2018, 8, 20)
    kept = f.HearingPartyFactory(hearing=sent, name="Ældrerådet")
    gone = f.HearingPartyFactory(hearing=sent, name="Ældreråd", asked_on=earlier)
    services.ask(hearing=sent, parties=[kept], on=TODAY, **act)
    asked = PartyStep.objects.get()
    services.join_parties(kept=HearingParty.objects.get(pk=kept.pk), gone=gone, **act)
    with pytest.raises(HearingRefused):
        services.undo_party_step(step=asked, **act)
    kept.refresh_from_db()
    assert kept.asked_on == earlier


def test_a_hearing_that_was_corrected_is_in_use_until_that_is_taken_back(sent, act):
    assert not services.is_in_use(hearing=sent)
    services.correct_hearing(hearing=sent, values={"answers_to": "plan@havneby.example"}, **act)
    assert services.is_in_use(hearing=sent)
    services.undo_hearing_step(step=HearingStep.objects.get(), **act)
    assert not services.is_in_use(hearing=sent)


@pytest.mark.parametrize(("is_asked", "left"), [(False, []), (True, ["Havnerådet"])])
def test_the_party_that_came_of_the_role_goes_with_it_unless_it_was_acted_on(consulted, own, act, is_asked, left):
    own.delete()
    services.correct_hearing(hearing=consulted, values={"role": "issuer", "sender": ""}, **act)
    services.correct_hearing(hearing=consulted, values={"role": "consulted"}, **act)
    if is_asked:
        services.ask(hearing=consulted, parties=[consulted.parties.get()], on=TODAY, **act)
    services.undo_hearing_step(step=HearingStep.objects.latest("pk"), **act)
    consulted.refresh_from_db()
    assert consulted.role == "issuer"
    assert [one.name for one in consulted.parties.standing()] == left


def test_every_step_of_a_large_hearing_can_be_taken_back(sent, act):
    parties = [f.HearingPartyFactory(hearing=sent, name=f"Forening {number}") for number in range(102)]
    services.ask(hearing=sent, parties=parties, on=TODAY, **act)
    assert sum(entry.may_undo for entry in history_of(sent)) == 102


class TestEntered:
    @pytest.fixture
    def entered(self, council, act):
        values = {"role": "consulted", "subject": "Nye færger", "sender": "Ministeriet", "deadline": LATER}
        return services.open_hearing(body=council, values=values, parties=["Seniorrådet"], **act)

    def undo(self, office, hearing):
        step = hearing.steps.get(what="opened")
        return office.post(f"{hearing.get_absolute_url()}trin/", {"trin": f"hoering-{step.pk}"}, follow=True).content.decode()

    def test_a_hearing_entered_by_mistake_is_taken_back_and_can_be_entered_anew(self, office, entered, council, act):
        assert not services.is_in_use(hearing=entered)
        assert "Skridtet er fortrudt" in self.undo(office, entered)
        entered.refresh_from_db()
        assert (entered.review, entered.steps.get().undone_by) == ("rejected", act["by"])
        assert office.get(entered.get_absolute_url()).status_code == 404
        values = {"role": "consulted", "subject": "Nye færger", "sender": "Ministeriet", "deadline": LATER}
        assert services.open_hearing(body=council, values=values, **act) != entered

    def test_what_was_done_since_is_taken_back_first(self, office, entered, act):
        party = entered.parties.get(name="Seniorrådet")
        services.record_answer(party=party, given_on=TODAY, text="Ja tak.", **act)
        assert "Fortryd det først" in self.undo(office, entered)
        page = office.get(entered.get_absolute_url()).content.decode()
        assert "svar noteret" in page
        assert "Svar: – → 7 tegn" in page
        services.undo_party_step(step=PartyStep.objects.get(), **act)
        self.undo(office, entered)
        entered.refresh_from_db()
        assert entered.review == "rejected"
