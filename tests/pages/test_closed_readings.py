"""The log of closed readings: it outlives what was read, and administrators search it."""

import datetime as dt

import pytest
from django.urls import reverse

from meetings.access import actor_for
from meetings.models import ClosedReading
from meetings.services import log_closed_reading
from tests import factories as f
from tests.pages.conftest import NOON

pytestmark = pytest.mark.django_db
LOG = "/laesninger/"


@pytest.fixture
def administrator():
    return f.UserFactory(administrator=True, name="Asta Bestyrer")


def read(item, user, now=NOON) -> ClosedReading:
    log_closed_reading(items=[item], actor=actor_for(user, today=now.date()), now=now)
    return ClosedReading.objects.latest("pk")


def closed_item(**columns):
    return f.AgendaItemFactory(closed=True, number=17, meeting__body__name="Socialudvalget", **columns)


def test_a_row_keeps_what_is_needed_to_find_it_and_not_the_title():
    item, user = closed_item(title="Kanariefugl"), f.UserFactory(secretary=True, name="Ingrid Lyngsøe", username="ingrid")
    kept = ClosedReading.objects.filter(pk=read(item, user).pk).values().get()
    assert (kept["body_name"], kept["meeting_date"], kept["number"]) == ("Socialudvalget", dt.date(2018, 6, 6), "17")
    assert kept["user_name"] == "Ingrid Lyngsøe (ingrid)"
    assert "kanariefugl" not in str(kept).lower()
    assert item.case.number not in str(kept)


def test_a_row_outlives_item_meeting_body_and_user(look, administrator):
    item, user = closed_item(), f.UserFactory(secretary=True, name="Ingrid Lyngsøe")
    row, body = read(item, user), item.body
    item.meeting.delete()
    body.delete()
    user.delete()
    row.refresh_from_db()
    assert (row.item, row.user) == (None, None)
    page = look(LOG, administrator)
    for told in ("Socialudvalget", "6. juni 2018", "17", "Ingrid Lyngsøe", "3. september 2018"):
        assert told in page


ROWS = [
    ({"text": "social"}, {"Ingrid", "Knud"}),
    ({"text": "SOCIALUDVALGET ingrid"}, {"Ingrid"}),
    ({"text": "ældre"}, {"Asta"}),
    ({"text": "kanariefugl"}, set()),
    ({"meeting_date": "6. juni 2018"}, {"Ingrid", "Asta"}),
    ({"number": "17"}, {"Ingrid", "Knud"}),
    ({"number": "7"}, {"Asta"}),
    ({"since": "02-09-2018"}, {"Knud", "Asta"}),
    ({"until": "02-09-2018"}, {"Ingrid", "Knud"}),
    ({"since": "02-09-2018", "until": "02-09-2018"}, {"Knud"}),
    ({"until": "31-12-9999"}, set()),
    ({"since": "i går"}, set()),
]


@pytest.mark.parametrize(("query", "found"), ROWS)
def test_it_is_searched_by_body_user_meeting_number_and_days(client, administrator, query, found):
    for name, body, meeting, number, day in (
        ("Ingrid", "Socialudvalget", 6, "17", 1),
        ("Knud", "Socialudvalget", 20, "17", 2),
        ("Asta", "Ældrerådet", 6, "7", 3),
    ):
        at, date = dt.datetime(2018, 9, day, 23, 30, tzinfo=f.COPENHAGEN), dt.date(2018, 6, meeting)
        ClosedReading.objects.create(user_name=name, body_name=body, meeting_date=date, number=number, at=at)
    client.force_login(administrator)
    answer = client.get(LOG, query)
    assert {row.user_name for row in answer.context["page"].rows} == found


@pytest.mark.parametrize("rows", [0, 3, 60])
def test_a_page_of_it_asks_once_however_long_it_is(client, administrator, django_assert_num_queries, rows):
    item = closed_item()
    for _ in range(rows):
        read(item, administrator)
    client.force_login(administrator)
    with django_assert_num_queries(3):  # session, user, rows
        answer = client.get(LOG)
    assert len(answer.context["page"].rows) == min(rows, 50)


def test_nobody_else_is_told_that_there_is_a_log(client):
    for user in (f.UserFactory(), f.UserFactory(member=True), f.SecretaryAssignmentFactory().user):
        client.force_login(user)
        assert client.get(LOG).status_code == 404


def test_administration_leads_to_it(client, administrator):
    client.force_login(administrator)
    assert client.get(reverse("admin:meetings_closedreading_changelist")).url == LOG
