"""A form sent twice makes one row, whether one click comes after the other or both at once."""

import datetime as dt

import pytest
from django.urls import reverse

from followups.models import FollowUp
from hearings import services as hearing_services
from hearings.models import Hearing, HearingParty, HearingResponse
from meetings import planning
from meetings.models import Meeting
from minutes import services
from tests import factories as f
from tests.admin.forms import filled_in
from tests.concurrency.threads import at_once

NOW = dt.datetime(2018, 9, 10, 10, tzinfo=f.COPENHAGEN)
VALUES = {"quote": "En status kommer.", "kind": "status_report", "text": "en status", "due_start": None, "due_end": None, "every": None}


def promise():
    item, by = f.AgendaItemFactory(), f.UserFactory(secretary=True)
    return lambda: services.add(item=item, model=FollowUp, values=VALUES, by=by, now=NOW), FollowUp


def hearing():
    body, by = f.BodyFactory(), f.UserFactory(secretary=True)
    values = {"role": "issuer", "subject": "Nyt torv", "deadline": dt.date(2018, 10, 1)}
    return lambda: hearing_services.open_hearing(body=body, values=values, parties=["Handicaprådet"], by=by, now=NOW), Hearing


def party():
    of, by = f.HearingFactory(), f.UserFactory(secretary=True)
    return lambda: hearing_services.add_parties(hearing=Hearing.objects.get(pk=of.pk), names=["Seniorrådet"], by=by, now=NOW), HearingParty


def answer():
    of, by = f.HearingPartyFactory(), f.UserFactory(secretary=True)

    def write_down():
        asked = HearingParty.objects.get(pk=of.pk)
        return hearing_services.record_answer(party=asked, given_on=dt.date(2018, 9, 1), text="Ja tak.", by=by, now=NOW)

    return write_down, HearingResponse


def meeting():
    body = f.BodyFactory()
    values = {"date": dt.date(2018, 10, 3), "kind": "ordinary", "start": None, "end": None, "place": ""}
    return lambda: planning.plan_meeting(body=body, **values), Meeting


SERVICES = [promise, hearing, party, answer, meeting]


@pytest.mark.django_db
@pytest.mark.parametrize("verb", SERVICES, ids=lambda verb: verb.__name__)
def test_a_second_click_makes_no_second_one(verb):
    act, model = verb()
    before = model.objects.count()
    act(), act()
    assert model.objects.count() == before + 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", SERVICES, ids=lambda verb: verb.__name__)
def test_two_clicks_at_once_make_one(verb):
    act, model = verb()
    before = model.objects.count()
    at_once(act, act, act)
    assert model.objects.count() == before + 1


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True))
    return client


def new_promise(client) -> tuple[str, dict]:
    address = reverse("admin:followups_followup_add")
    form = filled_in(client.get(address).content.decode())
    return address, form | {"item": f.AgendaItemFactory().pk, "kind": "task", "text": "en status", "review": "added"}


@pytest.mark.django_db
def test_a_form_of_administration_adds_once(administrator):
    address, form = new_promise(administrator)
    assert administrator.post(address, form).status_code == 302
    again = administrator.post(address, form, follow=True)
    assert "Det er allerede gemt: formularen blev sendt to gange." in again.content.decode()
    assert FollowUp.objects.count() == 1


@pytest.mark.django_db
def test_a_form_of_administration_that_was_refused_is_sent_anew(administrator):
    address, form = new_promise(administrator)
    refused = administrator.post(address, form | {"text": ""})
    assert refused.status_code == 200
    mended = filled_in(refused.content.decode()) | {"text": "en status"}
    assert administrator.post(address, mended).status_code == 302
    assert FollowUp.objects.count() == 1


@pytest.mark.django_db
def test_two_forms_of_administration_add_two(administrator):
    for _ in range(2):
        address, form = new_promise(administrator)
        administrator.post(address, form)
    assert FollowUp.objects.count() == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_form_of_administration_sent_twice_at_once_adds_once(administrator):
    address, form = new_promise(administrator)
    at_once(*[lambda: administrator.post(address, form)] * 2)
    assert FollowUp.objects.count() == 1
