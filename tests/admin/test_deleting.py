"""What is deleted in administration is deleted one by one, with what it takes along and cuts told first."""

import pytest
from django.contrib import admin
from django.urls import reverse

from meetings.models import Person
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True))
    return client


def delete_page(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])


@pytest.mark.parametrize("model", list(admin.site._registry), ids=lambda model: model.__name__)
def test_nothing_is_deleted_in_heaps(administrator, rf, model):
    request = rf.get("/")
    request.user = f.UserFactory(administrator=True)
    assert "delete_selected" not in admin.site._registry[model].get_actions(request)


def named_everywhere() -> Person:
    person = f.PersonFactory(name="Knud Elmelund", user=f.UserFactory(name="Knud", username="knud"))
    seat = f.MembershipFactory(person=person, role="chair")
    item = f.AgendaItemFactory(meeting__body=seat.body, title="Varmestue ved havnen", closed=True)
    item.shut_out.add(person)
    f.VoteNameFactory(vote__item=item, person=person, name="K. Elmelund")
    f.ParticipationFactory(item=item, person=person, name="Knud Elmelund")
    f.ParticipationFactory(item=item, for_person=person, name="Gerda Havbro")
    f.AttendanceFactory(meeting=item.meeting, person=person, name="Knud Elmelund")
    return person


def test_somebody_who_is_named_is_not_deleted_and_the_page_says_where(administrator):
    person = named_everywhere()
    page = administrator.get(delete_page(person)).content.decode()
    for told in ("login: 1 – Knud", "poster: 1", "K. Elmelund", "Gerda Havbro", "Varmestue ved havnen", "formand"):
        assert told in page
    assert "slå dem sammen" in page
    administrator.post(delete_page(person), {"post": "yes"})
    assert Person.objects.filter(pk=person.pk).exists()


def test_somebody_who_is_named_nowhere_is_deleted_after_asking(administrator):
    person = f.PersonFactory()
    assert "post" in administrator.get(delete_page(person)).content.decode()
    administrator.post(delete_page(person), {"post": "yes"})
    assert not Person.objects.exists()


def test_what_only_loses_its_link_is_told_before_an_item_is_deleted(administrator):
    item = f.AgendaItemFactory()
    f.OccurrenceFactory(follow_up__text="Statusrapport om varmestuen", placed_on=item)
    page = administrator.get(delete_page(item)).content.decode()
    assert "mister forbindelsen" in page
    assert "Statusrapport om varmestuen" in page
