"""Who may read an item is written down when an administrator changes it, too, and no item in doubt is opened by the way."""

import pytest
from django.utils import timezone

from meetings.confidentiality import propose_shut_outs
from meetings.models import AgendaItem
from tests import factories as f
from tests.admin.test_editing import page, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    user = f.UserFactory(administrator=True)
    client.force_login(user)
    return user


def steps(item: AgendaItem) -> list[tuple]:
    return list(item.access_steps.order_by("pk").values_list("what", "name", "by"))


def test_an_item_is_closed_with_a_step_and_the_disqualified_are_shut_out(client, administrator):
    item = f.AgendaItemFactory()
    amina = f.MembershipFactory(body=item.body, person__name="Amina Haddad").person
    f.ParticipationFactory(item=item, kind="did_not_participate", name="Amina Haddad", person=amina, disqualified=True)
    send(client, page(item), closed=True)
    assert steps(item) == [("closed", "", administrator.pk), ("shut_out", "Amina Haddad", None)]


def test_whoever_is_shut_out_or_let_in_is_written_down(client, administrator):
    item = f.AgendaItemFactory(closed=True)
    amina, bo = (f.MembershipFactory(body=item.body, person__name=name).person for name in ("Amina Haddad", "Bo Dam"))
    item.shut_out.add(amina)
    send(client, page(item), shut_out=[bo.pk])
    assert {step[:2] for step in steps(item)} == {("shut_out", "Bo Dam"), ("let_in", "Amina Haddad")}


def test_whoever_the_minutes_call_by_another_name_is_let_in_for_good(client, administrator):
    item = f.AgendaItemFactory(closed=True)
    amina = f.MembershipFactory(body=item.body, person__name="Amina Haddad").person
    f.ParticipationFactory(item=item, kind="did_not_participate", name="A. Haddad", person=amina, disqualified=True)
    propose_shut_outs(items=[item], now=timezone.now())
    assert item.shut_out.get() == amina
    send(client, page(item), shut_out=[])
    assert not item.shut_out.exists()


def test_what_is_saved_without_a_change_is_no_step(client, administrator):
    item = f.AgendaItemFactory(closed=True, in_doubt=True)
    send(client, page(item), title="Klagesag")
    assert not steps(item)


def test_an_item_in_doubt_is_not_opened_while_the_doubt_stands(client, administrator):
    item = f.AgendaItemFactory(closed=True, in_doubt=True)
    assert "Et punkt i tvivl er lukket, indtil nogen har svaret." in send(client, page(item), closed="").content.decode()
    assert AgendaItem.objects.get().closed
