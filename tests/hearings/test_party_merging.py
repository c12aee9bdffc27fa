"""Two spellings of a party are proposed for joining, and what is no party for dropping; nothing is lost, and each can be taken back."""

import datetime as dt

import pytest

from hearings import services
from hearings.exceptions import HearingRefused
from hearings.models import HearingParty, HearingResponse, PartyStep, RejectedProposal
from tests import factories as f
from tests.hearings.conftest import TODAY

EARLIER = dt.date(2018, 8, 20)


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


@pytest.fixture
def two(sent):
    """Ældrerådet, and the same without its ending, in the hearing that is sent out; the second with an answer and days of its own."""
    kept = f.HearingPartyFactory(hearing=sent, name="Ældrerådet", asked_on=TODAY, reminded_on=TODAY)
    gone = f.HearingPartyFactory(hearing=sent, name="Ældreråd", asked_on=EARLIER, answered_on=EARLIER)
    f.HearingResponseFactory(party=gone, given_on=EARLIER, text="Vi bakker op.")
    return kept, gone


def names(hearing) -> list[str]:
    return [party.name for party in hearing.parties.standing()]


def columns(party) -> tuple:
    party.refresh_from_db()
    return party.asked_on, party.reminded_on, party.answered_on, party.duplicate_of_id


def test_the_one_that_is_kept_has_what_both_had(sent, two, act):
    kept, gone = two
    step = services.join_parties(kept=kept, gone=gone, why="Samme råd.", **act)
    assert "Ældreråd" not in names(sent)
    assert columns(kept) == (EARLIER, TODAY, EARLIER, None)
    assert [answer.text for answer in kept.responses.all()] == ["Vi bakker op."]
    assert (step.what, step.why, step.by) == ("joined", "Samme råd.", act["by"])


def test_joined_once_more_is_no_step(two, act):
    kept, gone = two
    services.join_parties(kept=kept, gone=gone, **act)
    assert services.join_parties(kept=kept, gone=gone, **act) is None
    assert PartyStep.objects.count() == 1


def test_taken_back_both_are_as_they_were(sent, two, act):
    kept, gone = two
    before = columns(kept), columns(gone)
    step = services.join_parties(kept=kept, gone=gone, **act)
    services.undo_party_step(step=step, **act)
    assert (columns(kept), columns(gone)) == before
    assert [answer.party for answer in HearingResponse.objects.all()] == [gone]
    with pytest.raises(HearingRefused):
        services.undo_party_step(step=step, **act)


def test_what_was_noted_since_stays_when_it_is_taken_back(two, act):
    kept, gone = two
    step = services.join_parties(kept=kept, gone=gone, **act)
    services.record_answer(party=HearingParty.objects.get(pk=kept.pk), given_on=TODAY, text="Tilføjelse.", **act)
    services.correct_party(party=kept, values={"asked_on": dt.date(2018, 8, 1)}, **act)
    services.undo_party_step(step=step, **act)
    assert columns(kept) == (dt.date(2018, 8, 1), TODAY, TODAY, None)
    assert columns(gone) == (EARLIER, None, EARLIER, None)


def test_three_spellings_become_one_and_part_again_the_latest_first(sent, two, act):
    kept, gone = two
    before = columns(kept), columns(gone)
    third = f.HearingPartyFactory(hearing=sent, name="Ældre rådet")
    first = services.join_parties(kept=kept, gone=gone, **act)
    second = services.join_parties(kept=third, gone=kept, **act)
    assert [answer.party for answer in HearingResponse.objects.all()] == [third]
    with pytest.raises(HearingRefused) as refused:
        services.undo_party_step(step=first, **act)
    assert refused.value.code == "not_latest"
    for step in (second, first):
        services.undo_party_step(step=step, **act)
    assert {"Ældrerådet", "Ældreråd", "Ældre rådet"} <= {*names(sent)}
    assert (columns(kept), columns(gone), columns(third)) == (*before, (None, None, None, None))
    assert [answer.party for answer in HearingResponse.objects.all()] == [gone]


def test_the_body_that_one_of_them_means_is_known_of_both(sent, council, act):
    kept = f.HearingPartyFactory(hearing=sent, name="Rådet for havnen")
    gone = f.HearingPartyFactory(hearing=sent, name="Havnerådet", body=council)
    step = services.join_parties(kept=kept, gone=gone, **act)
    kept.refresh_from_db()
    assert kept.body == council
    services.undo_party_step(step=step, **act)
    kept.refresh_from_db()
    assert kept.body is None


def test_parties_of_two_hearings_are_not_one(two, own, act):
    with pytest.raises(HearingRefused):
        services.join_parties(kept=two[0], gone=own, **act)
    with pytest.raises(HearingRefused):
        services.join_parties(kept=two[0], gone=two[0], **act)


def test_a_page_that_somebody_has_changed_since_joins_nothing(two, act):
    kept, gone = two
    seen = {kept.pk: kept.version, gone.pk: gone.version}
    services.correct_party(party=kept, values={"asked_on": EARLIER}, **act)
    with pytest.raises(HearingRefused) as refused:
        services.join_parties(kept=kept, gone=gone, versions=seen, **act)
    assert refused.value.code == "changed"
    assert columns(gone)[-1] is None


def test_a_later_list_of_the_same_names_brings_neither_back(sent, two, act):
    services.join_parties(kept=two[0], gone=two[1], **act)
    services.drop_party(party=sent.parties.get(name="Havnens Venner"), **act)
    services.set_parties(names={sent: ["Ældreråd", "Havnens Venner", "Ældrerådet"]}, body_ids={})
    assert names(sent) == ["Ældrerådet"]
    services.set_parties(names={sent: ["MED-udvalget"]}, body_ids={})
    assert names(sent) == ["MED-udvalget", "Ældrerådet"]
    assert sent.parties.filter(name__in=["Ældreråd", "Havnens Venner"]).count() == 2


def test_whoever_was_dropped_is_a_party_again_when_added_by_name(sent, act):
    friends = sent.parties.get(name="Havnens Venner")
    services.drop_party(party=friends, **act)
    assert services.send_out(hearing=sent, on=TODAY, **act) == 2
    assert services.add_parties(hearing=sent, names=["Havnens venner", "MED-udvalget"], **act) == 1
    friends.refresh_from_db()
    assert (friends.is_dropped, friends.asked_on) == (False, None)


class TestPage:
    """What the secretary is shown and presses."""

    def page(self, office, hearing) -> str:
        return office.get(hearing.get_absolute_url()).content.decode()

    def answer(self, office, hearing, answer: str, *keys) -> None:
        return office.post(f"{hearing.get_absolute_url()}forslag/", {"svar": answer, "forslag": keys})

    def undo(self, office, hearing, step) -> None:
        return office.post(f"{hearing.get_absolute_url()}trin/", {"trin": f"part-{step.pk}"})

    def test_it_is_proposed_with_the_reason_and_confirmed(self, office, sent, two):
        page = self.page(office, sent)
        assert "Saml »Ældrerådet« med »Ældreråd«" in " ".join(page.split())
        assert "navnene adskiller sig kun ved endelsen" in page
        self.answer(office, sent, "ja", f"same_party-{two[0].pk}-{two[1].pk}")
        assert columns(two[0])[-1] == two[1].pk
        page = self.page(office, sent)
        assert "Saml »" not in page
        assert "samlet med en anden skrivemåde" in page
        self.undo(office, sent, PartyStep.objects.get())
        assert columns(two[0])[-1] is None
        assert "Skridtet er fortrudt." in self.page(office, sent)

    def test_a_proposal_that_is_rejected_comes_back_only_when_that_is_undone(self, office, sent, two):
        self.answer(office, sent, "nej", f"same_party-{two[0].pk}-{two[1].pk}")
        page = " ".join(self.page(office, sent).split())
        assert "Afviste forslag" in page
        assert 'value="ja"' not in page
        self.answer(office, sent, "fortryd", RejectedProposal.objects.get().pk)
        assert 'value="ja"' in self.page(office, sent)

    def test_what_is_no_party_is_dropped_and_comes_back(self, office, sent):
        channel = f.HearingPartyFactory(hearing=sent, name="kommunens hjemmeside")
        assert "Lad »kommunens hjemmeside« udgå som part" in self.page(office, sent)
        self.answer(office, sent, "ja", f"no_party-{channel.pk}")
        assert "kommunens hjemmeside" not in names(sent)
        self.undo(office, sent, PartyStep.objects.get())
        assert "kommunens hjemmeside" in names(sent)

    def test_nothing_is_done_of_what_was_not_proposed(self, office, sent, two):
        council = sent.parties.get(name="Havnerådet")
        self.answer(office, sent, "ja", f"same_party-{council.pk}-{two[0].pk}", f"no_party-{council.pk}", "no_party-x")
        assert not PartyStep.objects.exists()

    def test_a_second_click_says_that_it_is_done(self, office, sent, two):
        key = f"same_party-{two[0].pk}-{two[1].pk}"
        self.answer(office, sent, "ja", key)
        self.answer(office, sent, "ja", key)
        assert "Forslaget er allerede besvaret." in self.page(office, sent)
        step = PartyStep.objects.get()
        self.undo(office, sent, step)
        self.undo(office, sent, step)
        assert "Skridtet er allerede fortrudt." in self.page(office, sent)

    def test_others_are_shown_nothing_of_it_and_answer_nothing(self, client, sent, two, act):
        services.join_parties(kept=two[0], gone=two[1], **act)
        f.HearingPartyFactory(hearing=sent, name="pressen")
        page = client.get(sent.get_absolute_url()).content.decode()
        assert "Ældreråd<" not in page
        assert "udgå som part" not in page
        assert "Hvad der er gjort" not in page
        client.force_login(f.SecretaryAssignmentFactory().user)
        assert client.post(f"{sent.get_absolute_url()}forslag/", {"svar": "ja"}).status_code == 404
        assert client.post(f"{sent.get_absolute_url()}trin/", {"trin": f"part-{PartyStep.objects.get().pk}"}).status_code == 404

    def test_a_step_of_another_hearing_is_not_found(self, office, sent, consulted, two, act):
        step = services.join_parties(kept=two[0], gone=two[1], **act)
        assert self.undo(office, consulted, step).status_code == 404
        assert self.undo(office, sent, PartyStep(pk=999)).status_code == 404
