"""Tells whether a party has answered follows its answers, also in administration."""

import datetime as dt

import pytest
from django.urls import reverse

from hearings import services
from hearings.models import HearingParty
from tests import factories as f
from tests.admin.forms import send

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 9, 10, 10, tzinfo=f.COPENHAGEN)
DAY = dt.date(2018, 9, 1)


@pytest.fixture
def response():
    return services.record_answer(party=f.HearingPartyFactory(), given_on=DAY, text="Ja tak.", by=f.UserFactory(), now=NOW)


def answered_on(party):
    return HearingParty.objects.get(pk=party.pk).answered_on


def test_a_party_whose_only_answer_is_deleted_has_not_answered(admin_client, response):
    assert answered_on(response.party) == DAY
    admin_client.post(reverse("admin:hearings_hearingresponse_delete", args=[response.pk]), {"post": "yes"})
    assert answered_on(response.party) is None


def test_an_answer_given_to_another_party_is_that_partys(admin_client, response):
    other = f.HearingPartyFactory()
    send(admin_client, reverse("admin:hearings_hearingresponse_change", args=[response.pk]), party=other.pk)
    assert (answered_on(response.party), answered_on(other)) == (None, DAY)


def test_another_day_is_the_partys_too(admin_client, response):
    send(admin_client, reverse("admin:hearings_hearingresponse_change", args=[response.pk]), given_on="05-09-2018")
    assert answered_on(response.party) == dt.date(2018, 9, 5)
