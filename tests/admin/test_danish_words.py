"""Administration says in Danish what Django leaves in English, or says in a Danish that bends wrongly."""

import pytest

from tests import factories as f

pytestmark = pytest.mark.django_db


def page_of(client, address: str) -> str:
    client.force_login(f.UserFactory(administrator=True))
    return client.get(address).content.decode()


def test_what_can_be_added_is_named_in_either_gender(client):
    page = page_of(client, f"/admin/meetings/agendaitem/{f.AgendaItemFactory().pk}/change/")
    assert r"Tilf\u00f8j: Afsnit" in page  # as the script gets it
    assert "endnu en" not in page


def test_the_columns_of_contacts_are_danish(client):
    f.ContactFactory()
    page = page_of(client, "/admin/reminders/contact/")
    assert "E-mailadresse" in page
    assert "Afvist" in page
    assert "Is refused" not in page


@pytest.mark.parametrize(("path", "made"), [("hearings/hearing", f.HearingFactory), ("followups/followup", f.FollowUpFactory)])
def test_a_name_in_the_code_is_not_shown(client, path, made):
    row = made(rule="is sent out")
    assert "is sent out" not in page_of(client, f"/admin/{path}/{row.pk}/change/")
