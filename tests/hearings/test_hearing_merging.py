"""A hearing noted by hand and told by minutes is proposed for joining; what both had is kept, and it can be taken back."""

import datetime as dt

import pytest

from hearings import services
from hearings.exceptions import HearingRefused
from hearings.history import history_of
from hearings.models import Hearing, HearingResponse, HearingStep, RejectedProposal
from hearings.selectors import rejected_proposals
from meetings.models import AgendaItem, Meeting
from minutes.services import obligation_answers
from tests import factories as f
from tests.hearings.conftest import TODAY, member_of

OLD, DEADLINE, LATER = dt.date(2018, 9, 14), dt.date(2018, 9, 28), dt.date(2018, 10, 5)


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


@pytest.fixture
def by_hand(consulted, own):
    """The ministry's hearing as it came in a letter: put off, with a draft of the council's own answer."""
    f.ExtensionFactory(hearing=consulted, old=DEADLINE, new=LATER)
    Hearing.objects.filter(pk=consulted.pk).update(deadline=LATER)
    f.HearingResponseFactory(party=own, given_on=None, text="Rådet mener")
    f.HearingPartyFactory(hearing=consulted, name="Havnens Venner", asked_on=TODAY)
    consulted.refresh_from_db()
    return consulted


@pytest.fixture
def told(council):
    """The same as the council's minutes tell of it."""
    item = f.AgendaItemFactory(meeting__body=council, meeting__published=True, title="Høring om havne")
    hearing = f.HearingFactory(item=item, subject="Ny bekendtgørelse om havne", quote="Høring.", role="consulted", deadline=DEADLINE)
    f.HearingPartyFactory(hearing=hearing, name=council.name, body=council)
    return hearing


def state() -> list:
    """All that a hearing and what belongs to it say."""
    hearings = Hearing.objects.order_by("pk").values_list("pk", "sender", "received_on", "deadline", "duplicate_of")
    parties = [
        (one.pk, one.hearing_id, one.position, one.asked_on, one.duplicate_of_id)
        for hearing in Hearing.objects.order_by("pk")
        for one in hearing.parties.order_by("pk")
    ]
    extensions = [(one.pk, one.hearing_id) for hearing in Hearing.objects.order_by("pk") for one in hearing.extensions.order_by("pk")]
    return [*hearings, *sorted(parties), *sorted(extensions), *HearingResponse.objects.order_by("pk").values_list("pk", "party")]


def test_the_one_that_the_minutes_tell_has_what_both_had(by_hand, told, council, act):
    services.join_hearings(kept=told, gone=by_hand, **act)
    told.refresh_from_db()
    assert (told.sender, told.received_on, told.deadline, told.review) == ("Ministeriet", TODAY, LATER, "accepted")
    assert [party.name for party in told.parties.standing()] == ["Havnerådet", "Havnens Venner"]
    assert [answer.text for answer in told.parties.get(body=council, duplicate_of=None).responses.all()] == ["Rådet mener"]
    assert [(one.old, one.new) for one in told.extensions.all()] == [(DEADLINE, LATER)]


def test_a_joined_hearing_follows_its_meeting_to_another_body(told, council, act):
    again = f.HearingFactory(item=f.AgendaItemFactory(meeting__body=council), body=council, subject=told.subject, role="consulted")
    services.join_hearings(kept=again, gone=told, **act)
    seniors = f.BodyFactory(name="Seniorrådet")
    Meeting.objects.filter(pk=told.item.meeting_id).update(body=seniors)
    AgendaItem.objects.filter(pk=told.item_id).update(body=seniors)
    services.follow_bodies(bodies=[seniors])
    told.refresh_from_db()
    again.refresh_from_db()
    assert (told.body, again.body) == (seniors, council)


def test_taken_back_both_are_as_they_were(by_hand, told, act):
    before = state()
    step = services.join_hearings(kept=told, gone=by_hand, **act)
    assert services.join_hearings(kept=told, gone=by_hand, **act) is None
    services.undo_hearing_step(step=step, **act)
    assert state() == before
    with pytest.raises(HearingRefused):
        services.undo_hearing_step(step=step, **act)


def test_what_was_noted_since_stays_when_it_is_taken_back(by_hand, told, act):
    step = services.join_hearings(kept=told, gone=by_hand, **act)
    services.correct_hearing(hearing=Hearing.objects.get(pk=told.pk), values={"sender": "Styrelsen"}, **act)
    services.add_parties(hearing=told, names=["Sejlklubben"], **act)
    services.undo_hearing_step(step=step, **act)
    told.refresh_from_db()
    assert (told.sender, told.received_on, told.deadline) == ("Styrelsen", None, DEADLINE)
    assert [party.name for party in told.parties.standing()] == ["Havnerådet", "Sejlklubben"]


def test_what_minutes_tell_is_not_put_under_what_no_item_tells(by_hand, told, sent, act):
    for kept, gone in ((by_hand, told), (told, told), (sent, by_hand)):
        with pytest.raises(HearingRefused):
            services.join_hearings(kept=kept, gone=gone, **act)


def test_a_page_that_somebody_has_changed_since_joins_nothing(by_hand, told, act):
    seen = {told.pk: told.version, by_hand.pk: by_hand.version}
    services.correct_hearing(hearing=Hearing.objects.get(pk=told.pk), values={"sender": "Styrelsen"}, **act)
    with pytest.raises(HearingRefused) as refused:
        services.join_hearings(kept=told, gone=by_hand, versions=seen, **act)
    assert refused.value.code == "changed"
    assert not Hearing.objects.exclude(duplicate_of=None).exists()


def test_nothing_new_is_made_of_the_one_that_is_gone(by_hand, told, council, act):
    services.join_hearings(kept=told, gone=by_hand, **act)
    services.sync_hearings(items=[told.item])
    assert not by_hand.parties.exists()
    assert services.is_in_use(hearing=told)


def test_parties_of_the_two_that_were_joined_since_are_parted_first(by_hand, told, act):
    theirs = by_hand.parties.get(name="Havnens Venner")
    ours = f.HearingPartyFactory(hearing=told, name="Havnens Vennekreds")
    for kept, gone in ((ours, theirs), (theirs, ours)):
        step = services.join_hearings(kept=told, gone=by_hand, **act)
        both = services.join_parties(kept=kept, gone=gone, **act)
        with pytest.raises(HearingRefused) as refused:
            services.undo_hearing_step(step=step, **act)
        assert refused.value.code == "not_latest"
        services.undo_party_step(step=both, **act)
        services.undo_hearing_step(step=step, **act)
        assert [one.name for one in by_hand.parties.standing()] == ["Havnerådet", "Havnens Venner"]


def test_an_extension_taken_back_leaves_that_of_the_other_to_the_same_day(consulted, told, act, now):
    services.extend(hearing=consulted, new=LATER, reason="Ministeriets ferie", **act)
    services.extend(hearing=told, new=LATER, reason="Rådets ferie", **act | {"now": now + dt.timedelta(hours=1)})
    put_off = HearingStep.objects.get(hearing=told)
    step = services.join_hearings(kept=Hearing.objects.get(pk=told.pk), gone=consulted, **act)
    services.undo_hearing_step(step=put_off, **act)
    assert [one.reason for one in told.extensions.all()] == ["Ministeriets ferie"]
    services.undo_hearing_step(step=step, **act)
    assert [one.reason for one in consulted.extensions.all()] == ["Ministeriets ferie"]


def test_accepting_as_read_takes_away_no_party_that_came_by_joining(by_hand, told, council, act):
    f.HearingPartyFactory(hearing=by_hand, name="Sejlklubben")
    Hearing.objects.filter(pk=told.pk).update(review="unreviewed")
    obligation_answers.correct(obligation=Hearing.objects.get(pk=told.pk), values={"subject": "Havne"}, parties=None, **act)
    step = services.join_hearings(kept=Hearing.objects.get(pk=told.pk), gone=by_hand, **act)
    obligation_answers.accept(obligation=Hearing.objects.get(pk=told.pk), **act)
    assert [one.name for one in told.parties.standing()] == ["Havnerådet", "Havnens Venner", "Sejlklubben"]
    services.undo_hearing_step(step=step, **act)
    assert [one.name for one in by_hand.parties.standing()] == ["Havnerådet", "Havnens Venner", "Sejlklubben"]


def test_the_history_calls_the_one_that_was_joined_by_its_own_name(by_hand, told, act):
    services.correct_hearing(hearing=told, values={"answers_to": "post@havn.example"}, **act)
    services.correct_hearing(hearing=by_hand, values={"subject": "Ministeriets brev"}, **act)
    services.join_hearings(kept=Hearing.objects.get(pk=told.pk), gone=Hearing.objects.get(pk=by_hand.pk), **act)
    steps = [entry for entry in history_of(told) if entry.kind == "hoering"]
    assert [(entry.step.what, entry.of, entry.with_) for entry in steps] == [
        ("joined", "Ministeriets brev", ""),
        ("corrected", "Ministeriets brev", ""),
        ("corrected", "", ""),
    ]


def test_what_was_rejected_of_a_party_stays_so_in_the_hearing_that_is_kept(by_hand, told, act):
    press = f.HearingPartyFactory(hearing=by_hand, name="Pressen")
    said = services.reject_proposal(hearing=by_hand, says="no_party", party=press.pk, **act)
    services.join_hearings(kept=told, gone=by_hand, **act)
    assert rejected_proposals(told) == [said]


class TestPage:
    def answer(self, office, hearing, answer: str, *keys, seen=()):
        sent = {"svar": answer, "forslag": keys, "versions": [f"{one.pk}:{one.version}" for one in seen]}
        return office.post(f"{hearing.get_absolute_url()}forslag/", sent, follow=True)

    @pytest.fixture
    def third(self, by_hand, council):
        """The same hearing as `by_hand`, written down by hand once more."""
        hearing = f.HearingFactory(
            item=None, body=council, subject=by_hand.subject, sender=by_hand.sender, role="consulted", deadline=DEADLINE, review="added"
        )
        f.HearingPartyFactory(hearing=hearing, name=council.name, body=council)
        return hearing

    def test_two_ticked_at_once_are_both_joined(self, office, by_hand, third, told):
        keys = [f"same_hearing-{gone.pk}-{told.pk}" for gone in (by_hand, third)]
        page = self.answer(office, told, "ja", *keys, seen=(told, by_hand, third))
        assert {*Hearing.objects.exclude(duplicate_of=None).values_list("pk", "duplicate_of")} == {
            (by_hand.pk, told.pk),
            (third.pk, told.pk),
        }
        assert "2 forslag er bekræftet." in page.content.decode()

    def test_of_two_ticked_none_is_joined_when_one_was_changed_since(self, office, by_hand, third, told, act):
        services.correct_hearing(hearing=Hearing.objects.get(pk=third.pk), values={"answers_to": "post@havn.example"}, **act)
        keys = [f"same_hearing-{gone.pk}-{told.pk}" for gone in (by_hand, third)]
        page = self.answer(office, told, "ja", *keys, seen=(told, by_hand, third))
        assert not Hearing.objects.exclude(duplicate_of=None).exists()
        assert "er bekræftet" not in page.content.decode()

    def page(self, office, hearing) -> str:
        return " ".join(office.get(hearing.get_absolute_url(), follow=True).content.decode().split())

    def test_both_pages_propose_it_with_the_reasons(self, office, by_hand, told):
        for hearing, other in ((by_hand, told), (told, by_hand)):
            page = self.page(office, hearing)
            assert f"Saml den med »{other.subject}«" in page
            assert "emnerne ligner hinanden; samme frist" in page
            assert f'value="same_hearing-{by_hand.pk}-{told.pk}"' in page
            assert "Alle kan derefter læse" in page

    def test_confirmed_the_old_address_leads_to_the_one_that_is_kept(self, office, client, by_hand, told):
        self.answer(office, by_hand, "ja", f"same_hearing-{by_hand.pk}-{told.pk}")
        assert office.get(by_hand.get_absolute_url())["Location"] == told.get_absolute_url()
        listed = office.get("/hoeringer/").content.decode()
        assert told.get_absolute_url() in listed
        assert by_hand.get_absolute_url() not in listed
        assert f"{by_hand.subject}: <strong>samlet med en anden</strong>" in self.page(office, told)
        office.post(f"{told.get_absolute_url()}trin/", {"trin": f"hoering-{HearingStep.objects.get().pk}"})
        assert office.get(by_hand.get_absolute_url()).status_code == 200

    def test_rejected_it_is_proposed_no_more_until_that_is_undone(self, office, by_hand, told):
        self.answer(office, told, "nej", f"same_hearing-{by_hand.pk}-{told.pk}")
        for hearing in (by_hand, told):
            assert 'value="ja"' not in self.page(office, hearing)
        RejectedProposal.objects.update(by=None)
        assert "Afvist 3. september 2018" in self.page(office, told)
        self.answer(office, by_hand, "fortryd", RejectedProposal.objects.get().pk)
        assert 'value="ja"' in self.page(office, told)

    def test_nobody_else_is_shown_it_or_led_anywhere(self, client, by_hand, told, council, act):
        client.force_login(member_of(council))
        assert "Saml den med" not in client.get(told.get_absolute_url()).content.decode()
        services.join_hearings(kept=told, gone=by_hand, **act)
        told.item.closed = True
        told.item.save()
        client.logout()
        assert client.get(by_hand.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("column", ["closed", "unpublished"])
    def test_what_everybody_may_not_read_is_not_proposed_to_come_under_another_item(self, office, told, council, column):
        other = f.AgendaItemFactory(
            meeting__body=council, meeting__published=column == "closed", meeting__date=dt.date(2018, 8, 29), closed=column == "closed"
        )
        f.HearingFactory(item=other, subject=told.subject, role="consulted", deadline=DEADLINE)
        assert "Saml den med" not in self.page(office, told)
        other.closed = False
        other.save()
        if column == "closed":
            assert "Saml den med" in self.page(office, told)
