"""The history of administration tells each value before and after, in Danish, and never a secret."""

import json

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from accounts.models import User
from meetings.models import ClosedReading
from tests import factories as f
from tests.admin.forms import errors_of, send
from tests.admin.test_editing import add_page, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True, username="bestyrer", name="Asta Bestyrer"))
    return client


def history(client, row) -> str:
    return client.get(reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_history", args=[row.pk])).content.decode()


CHANGES = [
    (f.AgendaItemFactory, {"title": "Varmestue"}, {"title": "Rampe ved biblioteket"}, ("Varmestue", "Rampe ved biblioteket")),
    (f.AgendaItemFactory, {}, {"closed": "on"}, ("nej", "ja")),
    (f.AgendaItemFactory, {"decision": "Godkendt."}, {"decision": "Afvist.\n\nEnstemmigt."}, ("Godkendt.", "Afvist.<br>")),
    (f.MeetingFactory, {"state": "planned"}, {"state": "held"}, ("planlagt", "afholdt")),
    (f.MembershipFactory, {}, {"last_day": "31-12-2018"}, ("intet", "31")),
    (f.CaseFactory, {"number": "27.15.00-A08-1-18"}, {"number": "27.15.00-A08-2-18"}, ("A08-1-18", "A08-2-18")),
]


@pytest.mark.parametrize(("factory", "before", "after", "told"), CHANGES)
def test_a_change_tells_the_value_before_and_the_value_after(administrator, factory, before, after, told):
    row = factory(**before)
    assert errors_of(send(administrator, page(row), **after)) == ""
    (entry,) = LogEntry.objects.all()
    assert [len(value) for value in json.loads(entry.change_message)[0]["changed"]["values"]] == [3]
    html = history(administrator, row)
    assert "Asta Bestyrer (bestyrer)" in html
    for one in told:
        assert one in html or one == "intet"


def test_what_is_changed_among_the_parts_is_told_too(administrator):
    section = f.SectionFactory(text="Forvaltningen har besøgt varmestuen.")
    assert errors_of(send(administrator, page(section.item), **{"sections-0-text": "Forvaltningen har lukket varmestuen."})) == ""
    html = history(administrator, section.item)
    assert "har besøgt varmestuen" in html
    assert "har lukket varmestuen" in html


def test_another_person_or_body_is_told_by_name(administrator):
    item, other = f.AgendaItemFactory(), f.MatterFactory(title="Et andet forløb")
    before = item.matter.title
    assert errors_of(send(administrator, page(item), matter=other.pk)) == ""
    html = history(administrator, item)
    assert before in html
    assert "Et andet forløb" in html


def test_what_is_deleted_keeps_what_it_held(administrator):
    seat = f.MembershipFactory(role="chair")
    administrator.post(reverse("admin:meetings_membership_delete", args=[seat.pk]), {"post": "yes"})
    values = json.loads(LogEntry.objects.get().change_message)[0]["deleted"]["values"]
    assert [str(seat.person), str(seat.body), "formand"] == [value[1] for value in values][:3]


def test_a_password_is_in_no_entry(administrator):
    secret = "havnefest-om-natten-17"
    send(administrator, add_page(User), username="ingrid", name="Ingrid", role="secretary", password1=secret, password2=secret)
    user = User.objects.get(username="ingrid")
    send(administrator, reverse("admin:auth_user_password_change", args=[user.pk]), password1=secret + "!", password2=secret + "!")
    assert errors_of(send(administrator, page(user), role="member")) == ""
    kept = str([json.loads(message) for message in LogEntry.objects.values_list("change_message", flat=True)])
    assert secret not in kept
    assert "pbkdf2" not in kept
    assert "hasher" not in kept
    assert "Sekretær" in kept
    assert "Medlem" in kept


def test_the_history_of_a_closed_item_is_read_where_reading_is_logged(administrator):
    item = f.AgendaItemFactory(closed=True)
    history(administrator, item)
    assert ClosedReading.objects.get().item == item


@pytest.mark.parametrize("message", ["", "[]", "Ændret af et gammelt program.", '"løs tekst"', '[{"changed": {"fields": ["Titel"]}}]'])
def test_entries_from_before_are_shown_as_they_are(administrator, message):
    case = f.CaseFactory()
    LogEntry.objects.log_actions(User.objects.get().pk, [case], 2, change_message=message, single_object=True)
    assert history(administrator, case)
