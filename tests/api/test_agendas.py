"""The API tells of an agenda what its page tells, to the same people, and asks the database as often for one item as for many."""

import datetime as dt

import pytest

from agendas import services
from agendas.guests import GuestLine
from tests import factories as f

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2030, 1, 2, 10, tzinfo=f.COPENHAGEN)
BY = {"by": None, "now": NOW}


def made(count: int):
    meeting = f.MeetingFactory(body=f.BodyFactory(name="Rådet"), date=dt.date(2030, 1, 15))
    for number in range(count):
        item = services.add_item(meeting=meeting, title=f"Punkt {number}", minutes=20, case=None, **BY)
        services.change_item(item=item, columns={}, guests=[GuestLine("Tine Horn", "t@horn.example", dt.time(16))], **BY)
        asked = f.AgendaItemFactory(meeting__body=meeting.body, meeting__date=dt.date(2029, 10, 1 + number), meeting__published=True)
        f.OccurrenceFactory(follow_up__item=asked, body=meeting.body, due_start=dt.date(2030, 1, 1), due_end=meeting.date)
    return meeting


def test_an_agenda_its_plan_and_what_wants_a_place(client):
    meeting = made(1)
    client.force_login(f.SecretaryAssignmentFactory(body=meeting.body).user)
    agenda, plan, wanting = (client.get(f"/api/meetings/{meeting.pk}/{name}/").json() for name in ("agenda", "timeplan", "candidates"))
    [item] = agenda["items"]
    assert (agenda["state"], item["title"], item["minutes"]) == ("draft", "Punkt 0", 20)
    assert item["guests"] == [{"name": "Tine Horn", "opens": "16:00", "closes": None}]
    assert plan["rows"] == [{"key": item["id"], "start": "15:30", "end": "15:50"}]
    assert [one["code"] for one in plan["findings"]] == ["guest_outside_window"]
    assert ("follow_up", False) in [(one["kind"], one["left_out"]) for one in wanting]


def test_members_are_told_the_agenda_and_not_what_wants_a_place_and_others_nothing(client):
    meeting = made(1)
    addresses = [f"/api/meetings/{meeting.pk}/{name}/" for name in ("agenda", "timeplan", "candidates")]
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
    client.force_login(f.MembershipFactory(body=meeting.body, person__user=f.UserFactory(member=True)).person.user)
    assert [client.get(address).status_code for address in addresses] == [200, 200, 404]
    assert client.get("/api/meetings/findesikke/agenda/").status_code == 404


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("agenda", 12),  # who looks, four; the meeting, its items, their guests, time plan, participants; versions, last change, breaks
        ("timeplan", 14),  # breaks, history twice, people and other meetings
        (
            "candidates",
            20,
        ),  # the next meeting, answers, what waits, hearings, what was not treated, recommendations, titles, standing items
    ],
)
def test_the_number_of_queries_is_fixed(client, django_assert_num_queries, name, queries, count):
    meeting = made(count)
    client.force_login(f.SecretaryAssignmentFactory(body=meeting.body).user)
    with django_assert_num_queries(queries):
        assert client.get(f"/api/meetings/{meeting.pk}/{name}/").status_code == 200
