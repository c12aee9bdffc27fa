"""Who is asked, reminded and declines, and how a wrong click is mended."""

import datetime as dt

import pytest

from hearings import services
from hearings.exceptions import HearingRefused
from hearings.models import HearingParty
from tests import factories as f
from tests.hearings.conftest import TODAY

State = HearingParty.State


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


def parties(hearing) -> dict[str, HearingParty]:
    return {party.name: party for party in hearing.parties.all()}


def states(hearing, today=TODAY) -> list[str]:
    return [party.state_on(today) for party in hearing.parties.all()]


def test_sending_out_asks_everybody_who_is_not_asked_yet(sent, act):
    earlier = dt.date(2018, 9, 1)
    services.ask(hearing=sent, parties=[parties(sent)["MED-udvalget"]], on=earlier, **act)
    assert services.send_out(hearing=sent, on=TODAY, **act) == 2
    assert [party.asked_on for party in sent.parties.all()] == [TODAY, earlier, TODAY]
    assert services.send_out(hearing=sent, on=TODAY, **act) == 0
    assert states(sent) == [State.ASKED] * 3


def test_only_those_who_are_waited_for_are_reminded(sent, act):
    council, union, friends = sent.parties.all()
    services.record_answer(party=council, given_on=TODAY, text="Godt.", **act)
    services.decline(hearing=sent, parties=[friends], on=TODAY, **act)
    assert services.remind(hearing=sent, parties=[council, union, friends], on=TODAY, **act) == 1
    assert states(sent) == [State.ANSWERED, State.REMINDED, State.DECLINED]


def test_a_party_of_another_hearing_is_left_alone(sent, consulted, own, act):
    assert services.remind(hearing=sent, parties=[own], on=TODAY, **act) == 0


def test_after_the_deadline_whoever_has_not_answered_is_silent(sent, act):
    services.send_out(hearing=sent, on=TODAY, **act)
    assert states(sent, dt.date(2018, 9, 28)) == [State.ASKED] * 3
    assert states(sent, dt.date(2018, 9, 29)) == [State.SILENT] * 3


def test_what_was_noted_of_the_wrong_party_is_mended(sent, act):
    party = parties(sent)["MED-udvalget"]
    services.decline(hearing=sent, parties=[party], on=TODAY, **act)
    services.correct_party(party=party, values={"declined_on": None}, **act)
    party.refresh_from_db()
    assert party.declined_on is None


def test_a_party_with_another_name_is_the_body_of_that_name(sent, act):
    body = f.BodyFactory(name="Hovedudvalget")
    party = parties(sent)["MED-udvalget"]
    services.correct_party(party=party, values={"name": "Hovedudvalget"}, **act)
    party.refresh_from_db()
    assert (party.name, party.body) == ("Hovedudvalget", body)


def test_parties_are_added_after_the_others_and_once(sent, act):
    assert services.add_parties(hearing=sent, names=["Ældrerådet i Havneby", "havnerådet", "Ældrerådet i Havneby"], **act) == 1
    assert [(party.position, party.name) for party in sent.parties.all()][-1] == (4, "Ældrerådet i Havneby")


def test_a_party_that_has_answered_is_not_removed_with_its_answer(sent, act):
    council, union, _friends = sent.parties.all()
    response = services.record_answer(party=council, given_on=TODAY, text="Godt.", **act)
    with pytest.raises(HearingRefused):
        services.drop_party(party=council, **act)
    services.remove_answer(response=response, **act)
    services.drop_party(party=council, **act)
    services.drop_party(party=union, **act)
    assert [party.name for party in sent.parties.standing()] == ["Havnens Venner"]


def test_a_list_written_anew_keeps_who_has_answered(sent, act):
    council, *_others = sent.parties.all()
    services.record_answer(party=council, given_on=TODAY, text="Godt.", **act)
    services.set_parties(names={sent: ["MED-udvalget", "Ældresagen"]}, body_ids={})
    assert [party.name for party in sent.parties.all()] == ["MED-udvalget", "Ældresagen", "Havnerådet"]


def test_whatever_is_done_with_a_hearing_accepts_it(sent, secretary, now):
    assert sent.review == "unreviewed"
    services.send_out(hearing=sent, on=TODAY, by=secretary, now=now)
    sent.refresh_from_db()
    assert (sent.review, sent.reviewed_by, sent.reviewed_at) == ("accepted", secretary, now)


def test_what_was_answered_for_before_keeps_its_answer(sent, act):
    earlier = f.UserFactory()
    sent.review, sent.reviewed_by = "corrected", earlier
    sent.save()
    services.send_out(hearing=sent, on=TODAY, **act)
    sent.refresh_from_db()
    assert (sent.review, sent.reviewed_by) == ("corrected", earlier)
