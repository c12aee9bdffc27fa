"""The API tells what the pages tell: the register, as whoever asks may see it."""

import datetime as dt

import pytest

from meetings.models import ClosedReading
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    """An item of published minutes with one of everything."""
    item = f.AgendaItemFactory(meeting__published=True, title="Varmestue ved havnen", decision="Godkendt.")
    f.SectionFactory(item=item)
    f.SectionFactory(item=item, heading="Beslutning", text="Godkendt.", is_decision=True)
    f.RecommendationFactory(item=item, number=1)
    f.RecommendedToFactory(item=item)
    f.OutcomeFactory(item=item, recommendation=1)
    f.AttachmentFactory(item=item)
    f.VoteNameFactory(vote__item=item, name="Gerda Havbro", person=f.PersonFactory(name="Gerda Havbro"))
    f.ParticipationFactory(item=item, name="Knud Elmelund")
    f.TimePlanRowFactory(meeting=item.meeting, item=item, guests=["Knud Elmelund"])
    f.AttendanceFactory(meeting=item.meeting, name="Gerda Havbro")
    f.HearingPartyFactory(hearing__item=item)
    f.FollowUpFactory(item=item)
    f.FollowUpFactory(item=item, review="rejected")
    f.PlannedTreatmentFactory(item=item)
    return item


def test_an_item_is_told_whole(client, item):
    answer = client.get(f"/api/items/{item.pk}/").json()
    assert answer["title"] == "Varmestue ved havnen"
    assert answer["date"] == "2018-06-06"
    assert answer["body"]["name"] == item.body.name
    assert answer["case"] == {"id": item.case_id, "number": item.case.number}
    assert answer["decision"] == "Godkendt."
    assert [section["heading"] for section in answer["sections"]] == ["Sagsfremstilling", "Beslutning"]
    assert answer["outcomes"] == [{"recommendation": 1, "outcome": "approved"}]
    assert answer["votes"][0]["votes_for"] == 6
    assert answer["votes"][0]["names"][0]["person"]["name"] == "Gerda Havbro"
    assert answer["participations"][0]["detail"] == "Centerleder"
    assert [len(answer[part]) for part in ("recommendations", "recommended_to", "attachments")] == [1, 1, 1]
    assert answer["hearings"][0]["parties"] == ["Handicaprådet"]
    assert [follow_up["review"] for follow_up in answer["follow_ups"]] == ["unreviewed"]
    assert answer["planned_treatments"][0]["body_name"] == "Byrådet"


def test_what_was_decided_waits_for_the_minutes(client, item):
    item.meeting.minutes_published_at = None
    item.meeting.save()
    answer = client.get(f"/api/items/{item.pk}/").json()
    assert answer["decision"] is None
    assert [section["heading"] for section in answer["sections"]] == ["Sagsfremstilling"]
    assert answer["outcomes"] == answer["votes"] == answer["participations"] == []
    assert answer["hearings"] == answer["follow_ups"] == answer["planned_treatments"] == []
    assert len(answer["recommendations"]) == 1
    meeting = client.get(f"/api/meetings/{item.meeting_id}/").json()
    assert meeting["attendances"] == []
    assert meeting["time_plan"][0]["guests"] == ["Knud Elmelund"]


def test_a_case_a_matter_and_a_meeting_hold_the_items_one_may_read(client, item):
    later = f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2018, 9, 3), case=item.case, matter=item.matter)
    f.AgendaItemFactory(meeting=item.meeting, case=item.case, matter=item.matter, closed=True)
    f.SubjectFactory(code="27.15.00", title="Rådgivende organer")
    case = client.get(f"/api/cases/{item.case_id}/").json()
    assert case["subject_title"] == "Rådgivende organer"
    assert [appearance["id"] for appearance in case["appearances"]] == [item.pk, later.pk]
    matter = client.get(f"/api/matters/{item.matter_id}/").json()
    assert [appearance["id"] for appearance in matter["appearances"]] == [item.pk, later.pk]
    meeting = client.get(f"/api/meetings/{item.meeting_id}/").json()
    assert [appearance["id"] for appearance in meeting["items"]] == [item.pk]


def test_links_lead_to_cases_one_may_read(client, item):
    closed = f.AgendaItemFactory(meeting=item.meeting, closed=True)
    other = f.AgendaItemFactory(meeting=item.meeting)
    for case in (closed.case, other.case):
        f.CaseLinkFactory(origin=item.case, target=case)
    links = client.get(f"/api/cases/{item.case_id}/").json()["links"]
    assert [link["target"]["number"] for link in links] == [other.case.number]


def test_a_matter_is_not_called_by_a_closed_items_title(client, item):
    f.AgendaItemFactory(meeting=item.meeting, matter=item.matter, closed=True, title="Klage over varmestuen")
    item.matter.title = "Klage over varmestuen"
    item.matter.save()
    assert client.get("/api/matters/").json()["results"] == [{"id": item.matter_id, "title": "Varmestue ved havnen"}]
    client.force_login(f.UserFactory(administrator=True))
    assert client.get(f"/api/matters/{item.matter_id}/").json()["title"] == "Klage over varmestuen"


def test_quotations_and_references_lead_to_items_one_may_read(client, item):
    committee = f.BodyFactory(name="Socialudvalget i Lindhøj")
    sitting = f.MeetingFactory(body=committee, published=True, date=dt.date(2018, 5, 22))
    opened = f.AgendaItemFactory(meeting=sitting, number=67)
    f.AgendaItemFactory(meeting=sitting, number=68, closed=True)
    for number in (67, 68):
        f.QuotedAppearanceFactory(item=item, body=committee, item_number=number)
    f.ReferenceFactory(item=item, body=committee, item_numbers=[67, 68])
    answer = client.get(f"/api/items/{item.pk}/").json()
    assert [quoted["item"] for quoted in answer["earlier_treatments"]] == [opened.pk, None]
    assert answer["references"][0]["item_numbers"] == [67, 68]
    assert answer["references"][0]["items"] == [opened.pk]


@pytest.mark.parametrize("kind", ["items", "cases", "matters"])
def test_what_is_hidden_answers_as_what_is_missing(client, kind):
    item = f.AgendaItemFactory(closed=True, meeting__published=True)
    hidden = client.get(f"/api/{kind}/{ {'items': item.pk, 'cases': item.case_id, 'matters': item.matter_id}[kind] }/")
    missing = client.get(f"/api/{kind}/999999/")
    assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content) == (404, b'{"detail":"Ikke fundet."}')


def test_opening_a_closed_item_is_logged_and_kept_nowhere(client):
    item = f.AgendaItemFactory(closed=True)
    user = f.MembershipFactory(body=item.body, person__user=f.UserFactory(member=True)).person.user
    client.force_login(user)
    assert client.get("/api/items/").json()["results"][0]["id"] == item.pk
    assert not ClosedReading.objects.exists()
    response = client.get(f"/api/items/{item.pk}/")
    assert "no-store" in response["Cache-Control"]
    reading = ClosedReading.objects.get()
    assert (reading.item, reading.user) == (item, user)


def test_an_open_items_reading_is_nobodys_business(client, item):
    client.force_login(f.UserFactory(secretary=True))
    client.get(f"/api/items/{item.pk}/")
    assert not ClosedReading.objects.exists()


@pytest.mark.parametrize("pk", ["0", "٣", "abc", "-1", "99999999999999999999999"])
def test_an_id_that_is_none_is_missing_too(client, pk):
    response = client.get(f"/api/items/{pk}/")
    assert (response.status_code, response.json()) == (404, {"detail": "Ikke fundet."})


def test_times_are_hours_and_minutes(client, item):
    assert client.get(f"/api/meetings/{item.meeting_id}/").json()["start"] == "15:30"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_written_through_the_api(client, item, method):
    client.force_login(f.UserFactory(administrator=True))
    assert getattr(client, method)(f"/api/items/{item.pk}/").status_code == 405


def test_a_password_sent_along_opens_nothing(client):
    item = f.AgendaItemFactory(closed=True)
    user = f.UserFactory(administrator=True, username="bestyrer")
    assert user.check_password(f.PASSWORD)
    assert (
        client.get(f"/api/items/{item.pk}/", headers={"Authorization": "Basic YmVzdHlyZXI6bGluZGjDuGotc29tbWVyaHVzLTQy"}).status_code == 404
    )
