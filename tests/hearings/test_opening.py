"""Hearings entered by hand, and what the register finds out by itself of those that items tell of."""

import datetime as dt

import pytest

from hearings import services
from hearings.models import Hearing, HearingParty
from meetings.services import move_meeting
from tests import factories as f
from tests.hearings.conftest import TODAY

FROM_THE_MINISTRY = {
    "role": "consulted",
    "subject": "Ny bekendtgørelse om havne",
    "sender": "Ministeriet",
    "received_on": TODAY,
    "deadline": dt.date(2018, 9, 28),
}


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


def test_a_body_that_is_consulted_is_one_of_the_parties(council, act):
    hearing = services.open_hearing(body=council, values=FROM_THE_MINISTRY, **act)
    assert (hearing.review, hearing.item) == ("added", None)
    assert [(party.name, party.body) for party in hearing.parties.all()] == [("Havnerådet", council)]


def test_a_body_that_sends_out_is_not(committee, council, act):
    values = {"role": "issuer", "subject": "Plan for havnen", "deadline": dt.date(2018, 9, 28)}
    hearing = services.open_hearing(body=committee, values=values, parties=["Havnerådet", "Havnens Venner"], **act)
    assert [(party.name, party.body) for party in hearing.parties.all()] == [("Havnerådet", council), ("Havnens Venner", None)]


def test_the_second_click_opens_nothing_more(council, act):
    first, second = (services.open_hearing(body=council, values=FROM_THE_MINISTRY, **act) for _ in range(2))
    assert first == second
    assert HearingParty.objects.count() == 1


def test_one_that_turns_out_to_be_consulted_gets_its_body_as_party(council, act):
    hearing = services.open_hearing(body=council, values=FROM_THE_MINISTRY | {"role": "issuer"}, **act)
    services.correct_hearing(hearing=hearing, values={"role": "consulted"}, **act)
    assert hearing.parties.get().body == council


class TestTracking:
    def hearing(self, body, quote: str, *names: str, **columns) -> Hearing:
        hearing = f.HearingFactory(item__meeting__body=body, quote=quote, **columns)
        for name in names:
            f.HearingPartyFactory(hearing=hearing, name=name)
        services.sync_hearings(items=[hearing.item])
        hearing.refresh_from_db()
        return hearing

    def test_a_committee_that_sends_out(self, committee):
        hearing = self.hearing(committee, "Planen sendes i høring hos Havnens Venner.", "Havnens Venner")
        assert hearing.role == "issuer"
        assert [party.name for party in hearing.parties.all()] == ["Havnens Venner"]

    def test_a_council_that_is_asked_becomes_the_last_party(self, council):
        hearing = self.hearing(council, "Udkastet er i høring til den 28. september 2018.", "Ældresagen")
        assert hearing.role == "consulted"
        assert [(party.name, party.body) for party in hearing.parties.all()] == [("Ældresagen", None), ("Havnerådet", council)]

    def test_a_council_named_among_the_parties_is_not_added(self, council):
        hearing = self.hearing(council, "Planen sendes i høring hos Havnerådet og Ældresagen.", "havnerådet", "Ældresagen")
        assert hearing.role == "consulted"
        assert hearing.parties.count() == 2

    def test_a_side_that_somebody_has_chosen_stays(self, council):
        hearing = self.hearing(council, "Udkastet er i høring.", role="issuer")
        assert (hearing.role, hearing.parties.count()) == ("issuer", 0)

    def test_once_more_changes_nothing(self, council):
        hearing = self.hearing(council, "Udkastet er i høring.")
        before = list(HearingParty.objects.values_list())
        services.sync_hearings(items=[hearing.item])
        assert list(HearingParty.objects.values_list()) == before

    def test_a_meeting_that_was_another_bodys_takes_its_hearings_along(self, committee, council):
        hearing = self.hearing(committee, "Planen sendes i høring.")
        move_meeting(meeting=hearing.item.meeting, body=council, date=TODAY)
        services.sync_hearings(items=[hearing.item])
        hearing.refresh_from_db()
        assert hearing.body == council

    @pytest.mark.parametrize("rows", [1, 3])
    def test_it_asks_a_fixed_number_of_times(self, council, django_assert_num_queries, rows):
        hearings = [f.HearingFactory(item__meeting__body=council, quote="Udkastet er i høring.") for _ in range(rows)]
        with django_assert_num_queries(4):  # hearings and parties are read, both are written
            services.sync_hearings(items=[hearing.item for hearing in hearings])
