"""On the meeting's page those who manage the body publish its agenda and minutes, and take them back after one more look."""

import datetime as dt

import pytest

from meetings.models import Meeting, PublicationStep
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db
PUBLISH, WITHDRAW = "offentliggoer", "traek-tilbage"


@pytest.fixture
def meeting():
    meeting = f.MeetingFactory(body__name="Rådet for Udsatte")
    f.AgendaItemFactory(meeting=meeting, title="Natvarmestue", decision="Godkendt.")
    f.AgendaItemFactory(meeting=meeting, title="Klagesag", closed=True)
    return meeting


@pytest.fixture
def secretary(meeting):
    return secretary_of(meeting.body)


def post(client, meeting: Meeting, step: str, what: str, user) -> str:
    client.force_login(user)
    response = client.post(f"{meeting.get_absolute_url()}{step}/{what}/", follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_the_public_reads_the_agenda_from_when_it_is_published_until_it_is_withdrawn(client, look, meeting, secretary):
    page = meeting.get_absolute_url()
    assert "Natvarmestue" not in look(page)
    assert "Dagsordenen er offentliggjort." in post(client, meeting, PUBLISH, "dagsorden", secretary)
    assert "Natvarmestue" in look(page)
    assert "Klagesag" not in look(page)
    assert "Dagsordenen er trukket tilbage." in post(client, meeting, WITHDRAW, "dagsorden", secretary)
    assert "Natvarmestue" not in look(page)


def test_the_public_reads_decisions_from_when_the_minutes_are_published(client, look, meeting, secretary):
    item = meeting.items.get(title="Natvarmestue").get_absolute_url()
    post(client, meeting, PUBLISH, "dagsorden", secretary)
    assert "Godkendt." not in look(item)
    assert "Referatet er offentliggjort." in post(client, meeting, PUBLISH, "referat", secretary)
    assert "Godkendt." in look(item)
    post(client, meeting, WITHDRAW, "referat", secretary)
    assert "Godkendt." not in look(item)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("dagsorden", "Alle kan læse det 1 åbne punkt og tidsplanen."),
        ("referat", "Alle kan læse det 1 åbne punkt med beslutning, stemmer og hvem der deltog."),
    ],
)
def test_before_it_is_published_the_page_says_what_everybody_will_read(look, meeting, secretary, what, said):
    page = look(f"{meeting.get_absolute_url()}{PUBLISH}/{what}/", secretary)
    assert said in page
    assert "1 lukket punkt forbliver lukket" in page
    assert not PublicationStep.objects.exists()


def test_what_is_published_is_not_offered_once_more(client, meeting, secretary):
    post(client, meeting, PUBLISH, "referat", secretary)
    response = client.get(f"{meeting.get_absolute_url()}{PUBLISH}/referat/")
    assert (response.status_code, response["Location"]) == (302, meeting.get_absolute_url())


def test_a_second_click_is_harmless(client, meeting, secretary):
    for step in (PUBLISH, PUBLISH, WITHDRAW, WITHDRAW):
        post(client, meeting, step, "referat", secretary)
    assert PublicationStep.objects.count() == 2


@pytest.mark.parametrize("what", ["dagsorden", "referat", "bilag"])
@pytest.mark.parametrize("step", [PUBLISH, WITHDRAW])
def test_others_are_not_told_that_it_can_be_done(client, look, meeting, step, what):
    assert "Offentliggør" not in look(meeting.get_absolute_url())
    for user in (member_of(meeting.body), secretary_of(f.BodyFactory())):
        assert "Offentliggør" not in look(meeting.get_absolute_url(), user)
        assert client.post(f"{meeting.get_absolute_url()}{step}/{what}/").status_code == 404
        assert client.get(f"{meeting.get_absolute_url()}{step}/{what}/").status_code in (404, 405)
    assert not PublicationStep.objects.exists()


def test_what_is_neither_agenda_nor_minutes_is_not_found(client, meeting, secretary):
    client.force_login(secretary)
    assert client.post(f"{meeting.get_absolute_url()}{PUBLISH}/bilag/").status_code == 404


def test_minutes_wait_for_the_meeting(client, look, meeting, secretary):
    meeting.date = dt.date(2018, 9, 4)
    meeting.save()
    page = look(meeting.get_absolute_url(), secretary)
    assert "Offentliggør dagsordenen" in page
    assert "Offentliggør referatet" not in page
    assert "Mødet er ikke holdt endnu" in post(client, meeting, PUBLISH, "referat", secretary)
    assert not PublicationStep.objects.exists()


@pytest.mark.parametrize(
    ("published", "what", "said"),
    [
        (["dagsorden"], "dagsorden", "Offentligheden ser ikke længere det 1 åbne punkt eller tidsplanen."),
        (["dagsorden", "referat"], "dagsorden", "Referatet er stadig offentligt"),
        (["dagsorden", "referat"], "referat", "Dagsordenen er stadig offentlig"),
        (["referat"], "referat", "Offentligheden ser heller ikke længere det 1 åbne punkt"),
    ],
)
def test_before_it_is_taken_back_the_page_says_what_the_public_will_miss(client, look, meeting, secretary, published, what, said):
    for one in published:
        post(client, meeting, PUBLISH, one, secretary)
    page = look(f"{meeting.get_absolute_url()}{WITHDRAW}/{what}/", secretary)
    assert said in page
    assert PublicationStep.objects.count() == len(published)


def test_what_is_not_published_cannot_be_taken_back(client, meeting, secretary):
    client.force_login(secretary)
    response = client.get(f"{meeting.get_absolute_url()}{WITHDRAW}/referat/")
    assert (response.status_code, response["Location"]) == (302, meeting.get_absolute_url())


@pytest.mark.parametrize("what", ["dagsorden", "referat"])
def test_a_meeting_without_items_is_not_published(client, look, meeting, secretary, what):
    meeting.items.all().delete()
    address = f"{meeting.get_absolute_url()}{PUBLISH}/{what}/"
    assert "Mødet har ingen punkter, så der er ikke noget at offentliggøre." in look(address, secretary)
    assert "Mødet har ingen punkter" in post(client, meeting, PUBLISH, what, secretary)
    assert not PublicationStep.objects.exists()
