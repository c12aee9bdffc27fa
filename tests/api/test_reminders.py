"""Reminders in the API: one's own, and those of the bodies that one manages."""

import datetime as dt

import pytest

from followups.models import FollowUp
from reminders import services
from tests import factories as f
from tests.pages.conftest import NOON, member_of, noon, secretary_of

__all__ = ["noon"]

pytestmark = pytest.mark.django_db
# session and user; seats and assignments; the page's rows; the words of reports and meetings
A_LIST = 2 + 2 + 1 + 2


@pytest.fixture
def body():
    return f.BodyFactory()


@pytest.fixture
def planned(body):
    users = {"secretary": secretary_of(body), "member": member_of(body), "other": secretary_of(f.BodyFactory())}
    item = f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, published=True))
    asked = f.FollowUpFactory(item=item, text="En status", review=FollowUp.Review.ACCEPTED)
    f.OccurrenceFactory(follow_up=asked, due_end=dt.date(2018, 9, 17))
    f.MeetingFactory(body=body, date=dt.date(2018, 9, 26), agenda_published_at=NOON)
    services.update_plan(now=NOON)
    return users


@pytest.mark.parametrize(("who", "kinds"), [("secretary", {"report", "meeting"}), ("member", {"meeting"}), ("other", set())])
def test_everybody_gets_what_is_his_or_hers(client, planned, who, kinds):
    client.force_login(planned[who])
    rows = client.get("/api/reminders/").json()["results"]
    assert {row["kind"] for row in rows} == kinds
    for row in rows:
        assert client.get(f"/api/reminders/{row['id']}/").json() == row
    client.logout()
    assert client.get("/api/reminders/").json()["results"] == []
    assert all(client.get(f"/api/reminders/{row['id']}/").status_code == 404 for row in rows)


def test_reminders_are_narrowed_and_put_into_words(client, planned, django_assert_num_queries):
    client.force_login(planned["secretary"])
    with django_assert_num_queries(A_LIST):
        client.get("/api/reminders/")
    [row] = client.get("/api/reminders/?kind=report&state=planned&due_before=2018-09-18").json()["results"][-1:]
    assert (row["title"], row["due"], row["step"], row["duty"]) == ("En status", "2018-09-17", "before-10", "secretary")
    assert row["link"].startswith("/opfoelgning/")
    assert client.get("/api/reminders/?kind=none").status_code == 400
