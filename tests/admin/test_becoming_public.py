"""Administration asks once before a change makes something public, whichever column does it."""

import datetime as dt

import pytest
from django.urls import reverse

from cases.access import PUBLIC
from meetings.models import AccessStep, AgendaItem
from tests import factories as f
from tests.admin.forms import filled_in, send

pytestmark = pytest.mark.django_db
PUBLISHED = dt.datetime(2018, 9, 1, 12, tzinfo=f.COPENHAGEN)
ASKED = "Ja, offentliggør det straks"


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True))
    return client


def page(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def published(**columns):
    return f.AgendaItemFactory(meeting__agenda_published_at=PUBLISHED, meeting__minutes_published_at=PUBLISHED, **columns)


def agenda_only():
    return f.AgendaItemFactory(meeting__agenda_published_at=PUBLISHED, decision="Godkendt.")


def unpublished(**columns):
    return f.AgendaItemFactory(meeting__agenda_published_at=None, meeting__minutes_published_at=None, **columns)


def answer():
    return f.HearingResponseFactory(party__hearing__item=published(), given_on=dt.date(2018, 8, 1), is_public=False)


# what there is, and what is changed in its form
CHANGES = {
    "a closed item is opened": (lambda: published(closed=True), lambda: {"closed": None}),
    "an item in doubt is opened": (lambda: published(closed=True, in_doubt=True), lambda: {"closed": None, "in_doubt": None}),
    "an item is moved to a published meeting": (unpublished, lambda: {"meeting": published().meeting_id, "position": 9, "number": ""}),
    "a decision is moved to published minutes": (agenda_only, lambda: {"meeting": published().meeting_id, "position": 9, "number": ""}),
    "a promise is moved to an open item": (lambda: f.FollowUpFactory(item=published(closed=True)), lambda: {"item": published().pk}),
    "a vote is moved to an open item": (lambda: f.VoteFactory(item=published(closed=True)), lambda: {"item": published().pk}),
    "a hearing is moved to an open item": (lambda: f.HearingFactory(item=published(closed=True)), lambda: {"item": published().pk}),
    "a hearing is opened to the public": (
        lambda: f.HearingFactory(item=None, body=f.BodyFactory(), open_to_public=False),
        lambda: {"open_to_public": "on"},
    ),
    "an answer is made public": (answer, lambda: {"is_public": "on"}),
}


@pytest.mark.parametrize(("made", "changed"), CHANGES.values(), ids=CHANGES)
def test_what_becomes_public_is_asked_for_once(administrator, made, changed):
    row = made()
    rows = type(row).objects.filter(pk=row.pk)
    before, steps = rows.values().get(), AccessStep.objects.count()
    asked = send(administrator, page(row), **changed())
    assert ASKED in asked.content.decode()
    assert (rows.values().get(), AccessStep.objects.count()) == (before, steps)
    administrator.post(page(row), filled_in(asked.content.decode()) | {"_becomes_public": ASKED})
    assert rows.values().get() != before
    assert rows.visible_to(PUBLIC).exists()


def test_what_is_public_already_or_stays_hidden_is_saved_without_a_question(administrator):
    for row in (published(title="Varmestue"), unpublished(closed=True), published(closed=True)):
        assert send(administrator, page(row), title="Bad").status_code == 302
    assert AgendaItem.objects.filter(title="Bad").count() == 3
    assert send(administrator, page(unpublished(closed=True)), closed=None).status_code == 302


def test_an_item_added_to_a_published_meeting_is_asked_for_and_added_once(administrator):
    meeting = published().meeting
    address = reverse("admin:meetings_agendaitem_add")
    asked = send(administrator, address, meeting=meeting.pk, position="9", title="Bad")
    assert ASKED in asked.content.decode()
    assert not AgendaItem.objects.filter(title="Bad").exists()
    for _ in range(2):
        administrator.post(address, filled_in(asked.content.decode()) | {"_becomes_public": ASKED})
    assert AgendaItem.objects.filter(title="Bad").count() == 1
