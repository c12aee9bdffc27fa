"""What people have written down in a hearing is not lost, whoever does what at the same time, nor written against the order of days."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hearings import services
from hearings.exceptions import HearingRefused
from hearings.models import Hearing, HearingParty
from hearings.validators import day_too_early
from meetings.services import move_meeting
from minutes.services.exceptions import ImportRefused
from minutes.services.safeguards import nothing_done_is_lost
from tests import factories as f
from tests.hearings.conftest import TODAY

ONE, TWO, THREE = dt.date(2018, 9, 1), dt.date(2018, 9, 2), dt.date(2018, 9, 3)


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


@pytest.mark.parametrize("noted", ["asked_on", "reminded_on", "declined_on"])
def test_a_list_written_anew_keeps_of_whom_anything_is_noted(sent, noted):
    sent.parties.filter(name="Havnens Venner").update(**{noted: TODAY})
    services.set_parties(names={sent: ["MED-udvalget"]}, body_ids={})
    assert [party.name for party in sent.parties.all()] == ["MED-udvalget", "Havnens Venner"]


def test_an_answer_that_came_meanwhile_keeps_its_party(sent, act):
    seen = HearingParty.objects.get(hearing=sent, name="MED-udvalget")
    services.record_answer(party=HearingParty.objects.get(pk=seen.pk), given_on=TODAY, text="Godt.", **act)
    with pytest.raises(HearingRefused):
        services.drop_party(party=seen, **act)


def test_what_somebody_answered_meanwhile_is_not_answered_over(sent, act):
    seen = Hearing.objects.get(pk=sent.pk)
    Hearing.objects.filter(pk=sent.pk).update(review="corrected", subject="Rettet")
    services.send_out(hearing=seen, on=TODAY, **act)
    sent.refresh_from_db()
    assert (sent.review, sent.subject) == ("corrected", "Rettet")


@pytest.mark.parametrize(("second", "answers"), [(b"%PDF-1.7 et", 1), (b"%PDF-1.7 to", 2)])
def test_another_file_of_the_same_name_is_another_answer(sent, act, second, answers):
    party = sent.parties.first()
    for content in (b"%PDF-1.7 et", second):
        file = SimpleUploadedFile("svar.pdf", content)
        services.record_answer(party=party, given_on=TODAY, text="Se filen.", file=file, **act)
    assert [read(response) for response in party.responses.order_by("pk")] == [b"%PDF-1.7 et", second][:answers]


def read(response) -> bytes:
    with response.file.open() as file:
        return file.read()


@pytest.mark.parametrize("link", ["decided_at", "considered_at"])
def test_minutes_whose_item_treated_an_answer_are_not_taken_away(sent, link):
    treated = f.AgendaItemFactory(meeting__body=sent.body)
    f.HearingResponseFactory(party=sent.parties.first(), given_on=TODAY, **{link: treated})
    with pytest.raises(ImportRefused), nothing_done_is_lost(treated.meeting):
        treated.delete()


def test_minutes_whose_hearing_was_joined_with_one_noted_by_hand_are_not_taken_away(sent, act):
    by_hand = f.HearingFactory(item=None, body=sent.body, role="issuer", review="added", deadline=sent.deadline)
    services.join_hearings(kept=sent, gone=by_hand, **act)
    with pytest.raises(ImportRefused), nothing_done_is_lost(sent.item.meeting):
        sent.item.meeting.delete()


def test_a_meeting_entered_under_another_body_takes_its_hearings_along(sent, council):
    move_meeting(meeting=sent.item.meeting, body=council, date=sent.item.meeting.date)
    sent.refresh_from_db()
    assert sent.body == council


def test_the_same_name_in_other_letters_is_one_party(council, act):
    values = {"role": "issuer", "subject": "Plan", "deadline": TODAY}
    hearing = services.open_hearing(body=council, values=values, parties=["Ældre Sagen"], **act)
    assert services.add_parties(hearing=hearing, names=["ældre sagen", "Havnens venner", "havnens Venner"], **act) == 1
    assert [party.name for party in hearing.parties.all()] == ["Ældre Sagen", "Havnens venner"]


@pytest.mark.parametrize(
    ("opened", "days", "wrong"),
    [
        (None, {"asked_on": TWO, "reminded_on": ONE}, ("reminded_on", TWO)),
        (None, {"asked_on": TWO, "declined_on": ONE}, ("declined_on", TWO)),
        (TWO, {"answered_on": ONE}, ("answered_on", TWO)),
        (ONE, {"asked_on": THREE, "answered_on": TWO}, ("answered_on", THREE)),
        (THREE, {"asked_on": ONE, "reminded_on": TWO}, None),
        (ONE, {"asked_on": ONE, "reminded_on": ONE, "answered_on": ONE}, None),
        (None, {"reminded_on": ONE, "answered_on": ONE}, None),
    ],
)
def test_the_days_of_a_party_lie_in_order(opened, days, wrong):
    assert day_too_early(opened=opened, **days) == wrong


class TestForms:
    """The day before Monday 3 September, on which the letters were sent."""

    EARLIER = "02-09-2018"

    @pytest.fixture
    def party(self, sent):
        sent.parties.update(asked_on=TODAY)
        return sent.parties.first()

    def test_a_reminder_before_the_letter_is_refused_by_name(self, office, sent, party):
        page = office.post(f"/hoeringer/{sent.pk}/parter/", {"note": "rykket", "parties": party.pk, "on": self.EARLIER}).content.decode()
        assert "Havnerådet: Ingen kan rykkes, før de er spurgt, og det blev de d. 3. september 2018." in page
        assert not HearingParty.objects.exclude(reminded_on=None).exists()

    def test_those_that_are_passed_over_stop_nobody(self, office, sent, party):
        sent.parties.exclude(pk=party.pk).update(asked_on=None)
        sent.parties.filter(pk=party.pk).update(asked_on=dt.date(2018, 8, 29), answered_on=dt.date(2018, 8, 30))
        everybody = {"note": "spurgt", "parties": [one.pk for one in sent.parties.all()], "on": "03-09-2018"}
        office.post(f"/hoeringer/{sent.pk}/parter/", everybody)
        assert [one.asked_on for one in sent.parties.all()] == [dt.date(2018, 8, 29), TODAY, TODAY]

    def test_one_day_is_held_against_the_others(self, office, sent, party):
        days = {"name": party.name, "asked_on": "03-09-2018", "declined_on": self.EARLIER}
        page = office.post(f"/hoeringer/{sent.pk}/parter/{party.pk}/", days).content.decode()
        assert "Ingen kan sige nej, før de er spurgt" in page

    def test_an_answer_older_than_the_hearing_is_refused(self, office, sent, party):
        page = office.post(f"/hoeringer/{sent.pk}/parter/{party.pk}/svar/", {"given_on": self.EARLIER, "text": "Godt."}).content.decode()
        assert "Svaret ville være ældre end høringen" in page
        assert not party.responses.exists()

    def test_a_deadline_changed_meanwhile_is_looked_at_first(self, office, sent, act):
        said = {"new": "12-10-2018", "reason": "Mere ferie.", "version": sent.version}
        services.extend(hearing=sent, new=dt.date(2018, 10, 5), reason="Ferie.", **act)
        page = office.post(f"/hoeringer/{sent.pk}/frist/", said).content.decode()
        assert "Høringen er ændret imens" in page
        sent.refresh_from_db()
        assert f'name="version" value="{sent.version}"' in page
        assert sent.deadline == dt.date(2018, 10, 5)
