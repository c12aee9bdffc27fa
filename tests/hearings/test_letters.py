"""A party that has not answered is asked for its answer by a letter, which stands in the hearing's history."""

import datetime as dt

import pytest

from hearings import services
from hearings.exceptions import HearingRefused
from hearings.models import PartyStep
from reminders.models import Letter, Mail
from reminders.outbox import send_next
from tests import factories as f
from tests.hearings.conftest import NOON, SENTENCE, TODAY, member_of
from tests.pages.test_query_counts import A_SECRETARY_COSTS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sends_mail(settings):
    settings.SENDS_MAIL = True


@pytest.fixture
def friends(sent):
    return sent.parties.get(name="Havnens Venner")


def address(party) -> str:
    return f"{party.hearing.get_absolute_url()}parter/{party.pk}/ryk/"


def filled(party, **columns) -> dict:
    party.refresh_from_db()
    return {"subject": "Ryk", "text": "Svar os.", "version": party.version, "sent_on": "03-09-2018", "way": "mail"} | columns


def test_the_draft_says_what_was_sent_out_and_until_when(office, sent, friends):
    sent.answers_to = "plan@havneby.example"
    sent.save(update_fields=["answers_to"])
    text = office.get(address(friends)).content.decode()
    for told in (
        "Til Havnens Venner",
        "Planudvalget har sendt »Plan for havnen« i høring, og vi har endnu ikke fået svar fra jer.",
        f"»{SENTENCE}«",
        "Fristen er fredag d. 28. september 2018, om 19 arbejdsdage.",
        "Send os jeres svar, eller skriv, hvis I ikke ønsker at svare. Svaret sendes til plan@havneby.example.",
        "sekretær for Planudvalget",
    ):
        assert told in text


def test_a_party_is_reminded_by_mail_and_the_page_says_so(office, sent, friends):
    office.post(address(friends), filled(friends, email="venner@havneby.example"))
    page = office.get(sent.get_absolute_url()).content.decode()
    assert "rykket d. 3. september 2018" in page
    assert "med mail til venner@havneby.example" in page
    assert send_next(now=NOON)
    friends.refresh_from_db()
    assert (friends.reminded_on, Mail.objects.get().state) == (TODAY, Mail.State.SENT)
    sent.refresh_from_db()
    assert sent.review == "accepted"


def test_a_body_of_ours_is_asked_through_its_secretary(office, sent, council, secretary):
    party = sent.parties.get(name="Havnerådet")
    party.body = council
    party.save(update_fields=["body"])
    assert f"user:{secretary.pk}" in office.get(address(party)).content.decode()
    office.post(address(party), filled(party, to=f"user:{secretary.pk}"))
    assert Letter.objects.get().address == secretary.email


def test_a_letter_that_waits_is_taken_back_with_its_step_and_one_that_left_is_not(office, sent, friends, secretary):
    for _n in range(2):
        office.post(address(friends), filled(friends, email="venner@havneby.example"))
        step = PartyStep.objects.latest("pk")
        if _n:
            assert send_next(now=NOON)
        office.post(f"{sent.get_absolute_url()}trin/", {"trin": f"part-{step.pk}"})
        friends.refresh_from_db()
        assert friends.reminded_on == (TODAY if _n else None)
    with pytest.raises(HearingRefused):
        services.undo_party_step(step=step, by=secretary, now=NOON)
    assert "Fortryd trinnet" not in office.get(sent.get_absolute_url()).content.decode()


def test_a_letter_of_an_earlier_day_leaves_the_later_one_standing(sent, friends, secretary):
    friends.reminded_on = TODAY
    friends.save(update_fields=["reminded_on"])
    letter = f.LetterFactory(sent_on=TODAY - dt.timedelta(days=5))
    services.remind_by_letter(party=friends, letter=letter, by=secretary, now=NOON, versions=None)
    friends.refresh_from_db()
    assert friends.reminded_on == TODAY


@pytest.mark.parametrize("columns", [{"answered_on": TODAY}, {"declined_on": TODAY}], ids=lambda columns: next(iter(columns)))
def test_nobody_who_has_answered_is_asked(office, sent, friends, columns):
    form = filled(friends, email="venner@havneby.example")
    type(friends).objects.filter(pk=friends.pk).update(**columns)
    assert office.get(address(friends)).status_code == 302
    assert office.post(address(friends), form).status_code == 302
    assert not Letter.objects.exists()


def test_a_body_that_is_consulted_itself_asks_nobody(office, consulted, own):
    assert "Ryk for svar" not in office.get(consulted.get_absolute_url()).content.decode()
    assert office.get(address(own)).status_code == 302


def test_what_opens_later_is_not_asked_for_yet(office, sent, friends):
    sent.opens_first = sent.opens_last = TODAY + dt.timedelta(days=1)
    sent.save(update_fields=["opens_first", "opens_last"])
    assert office.get(address(friends)).status_code == 302


@pytest.mark.parametrize("who", ["public", "member", "other secretary"])
def test_to_others_there_is_no_letter(client, office, sent, friends, committee, who):
    office.post(address(friends), filled(friends, way="hand", how="telefon"))
    letter = Letter.objects.get()
    client.logout()
    if who != "public":
        client.force_login(member_of(committee) if who == "member" else f.SecretaryAssignmentFactory().user)
    for page in (address(friends), f"{sent.get_absolute_url()}breve/{letter.pk}/", f"{sent.get_absolute_url()}breve/{letter.pk}/pdf/"):
        assert client.get(page).status_code == (302 if who == "public" else 404)
    assert "telefon" not in client.get(sent.get_absolute_url()).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_of_its_pages_do_not_grow(office, sent, friends, django_assert_num_queries, rows):
    for _n in range(rows):
        f.HearingPartyFactory(hearing=sent)
        office.post(address(friends), filled(friends, email="venner@havneby.example"))
    writing, letter = address(friends), Letter.objects.first()
    office.get(writing)  # shows what was said of the letters
    with django_assert_num_queries(5 + A_SECRETARY_COSTS):  # the hearing whole, and the address book
        assert office.get(writing).status_code == 200
    with django_assert_num_queries(6 + A_SECRETARY_COSTS):  # the hearing whole, the step with its letter, and the attempts to send it
        assert office.get(f"{sent.get_absolute_url()}breve/{letter.pk}/").status_code == 200
