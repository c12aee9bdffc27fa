"""The API adds files to an item, splits it, moves it to another meeting and sends it on, as the pages of the agenda do, each with its way back."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agendas.models import AttachmentFile
from followups.models import Occurrence
from meetings.models import AgendaItem, ClosedReading
from tests import factories as f
from tests.api.test_agenda_changes import Office

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n"


@pytest.fixture
def office() -> Office:
    return Office()


def upload(office, item: dict, *names: str, content: bytes = PDF, **told):
    files = [SimpleUploadedFile(name, content) for name in names]
    return office.client.post(f"{office.base}agenda/items/{item['id']}/attachments/", {"files": files} | told)


def files_of(office, item: dict) -> list[dict]:
    return office.client.get(f"{office.base}agenda/items/{item['id']}/attachments/").json()


def undo(office):
    change = office.client.get(office.base + "agenda/").json()["last_change"]
    return office.send("post", "agenda/undo/", {"change": change})


def test_files_are_added_called_otherwise_removed_and_given_back(office):
    item = office.add(title="Torvet")
    made = upload(office, item, "Plan.pdf", "Kort.pdf", closed="true")
    assert (made.status_code, [(one["title"], one["closed"]) for one in made.json()]) == (201, [("Plan", True), ("Kort", True)])
    assert len(upload(office, item, "Plan.pdf").json()) == 2  # sent twice it is one
    first, second = files_of(office, item)
    address = f"agenda/items/{item['id']}/attachments/{first['id']}/"
    changed = office.send("patch", address, {"version": first["version"], "title": "Helhedsplan", "closed": False}).json()
    assert (changed["title"], changed["closed"]) == ("Helhedsplan", False)
    assert office.client.get(changed["link"]).getvalue() == PDF
    stale = office.send("patch", address, {"version": first["version"], "title": "Byplan"})
    assert (stale.status_code, stale.json()["version"]) == (409, changed["version"])
    assert stale.json()["fields_changed"] == {"title": {"yours": "Byplan", "theirs": "Helhedsplan"}}
    assert office.send("patch", address, {"version": first["version"], "title": "Helhedsplan"}).status_code == 200
    assert office.send("delete", f"{address}?version={first['version']}").status_code == 409
    assert office.send("delete", f"{address}?version={changed['version']}").status_code == 204
    assert office.send("delete", f"{address}?version={changed['version']}").status_code == 404
    assert [one["id"] for one in files_of(office, item)] == [second["id"]]
    assert undo(office).status_code == 200
    assert [one["title"] for one in files_of(office, item)] == ["Helhedsplan", "Kort"]


@pytest.mark.parametrize(("name", "content"), [("plan.exe", PDF), ("plan.pdf", b"MZ"), ("plan.pdf", b"")])
def test_a_file_that_is_not_kept_is_refused(office, name, content):
    item = office.add(title="Torvet")
    answer = upload(office, item, name, content=content)
    assert (answer.status_code, list(answer.json())) == (400, ["files"])
    assert upload(office, item).status_code == 400
    assert not AttachmentFile.objects.exists()


def test_the_files_of_a_closed_item_are_logged_when_they_are_told(office):
    item = office.add(title="Torvet")
    office.patch(item, closed=True, legal_ground="ksl_10")
    ClosedReading.objects.all().delete()
    files_of(office, item)
    assert [one.item_id for one in ClosedReading.objects.all()] == [item["id"]]


def test_an_item_is_split_with_its_recommendations_and_what_it_answers(office):
    item = office.add(title="Torvet", minutes=30)
    item = office.patch(item, recommendations=["at planen godkendes", "at bænkene males"]).json()
    asked = f.AgendaItemFactory(meeting__body=office.meeting.body, meeting__date=dt.date(2024, 10, 1), meeting__published=True)
    row = f.OccurrenceFactory(follow_up__item=asked, body=office.meeting.body, placed_on_id=item["id"])
    address = f"agenda/items/{item['id']}/split/"
    sent = {"version": item["version"], "title": "Bænke", "minutes": 10, "minutes_left": 20, "recommendations": [1], "answers": [row.pk]}
    for wrong in ({"recommendations": [2]}, {"answers": [0]}, {"answers": [row.pk + 1]}, {"title": ""}):
        assert list(office.send("post", address, sent | wrong).json()) == [*wrong]
    made = office.send("post", address, sent)
    assert (made.status_code, made.json()["recommendations"], made.json()["minutes"]) == (201, ["at bænkene males"], 10)
    assert office.send("post", address, sent | {"recommendations": [], "answers": []}).json()["id"] == made.json()["id"]
    assert Occurrence.objects.get(pk=row.pk).placed_on_id == made.json()["id"]
    stale = office.send("post", address, sent | {"title": "Lamper", "answers": [], "recommendations": []})
    assert (stale.status_code, stale.json()["fields_changed"]["title"]) == (409, {"yours": "Lamper", "theirs": "Torvet"})
    assert undo(office).status_code == 200
    assert office.titles() == ["Torvet"]
    assert Occurrence.objects.get(pk=row.pk).placed_on_id == item["id"]


def test_an_item_is_moved_to_another_meeting_and_back(office):
    item, later = office.add(title="Torvet"), timezone.localdate() + dt.timedelta(days=60)
    other = f.MeetingFactory(body=office.meeting.body, date=later)
    address = f"agenda/items/{item['id']}/move-away/"
    elsewhere = office.send("post", address, {"version": item["version"], "meeting": f.MeetingFactory(date=later).pk})
    assert elsewhere.json() == {"meeting": ["Punktet kan ikke komme på det møde."]}
    stale = office.send("post", address, {"version": item["version"] + 1, "meeting": other.pk})
    assert (stale.status_code, stale.json()["version"]) == (409, item["version"])
    assert stale.json()["fields_changed"] == {"meeting": {"yours": other.pk, "theirs": office.meeting.pk}}
    moved = office.send("post", address, {"version": item["version"], "meeting": other.pk}).json()
    assert (moved["id"], moved["meeting"], office.titles()) == (item["id"], other.pk, [])
    assert office.send("post", address, {"version": item["version"], "meeting": other.pk}).status_code == 404
    assert undo(office).status_code == 200
    assert office.titles() == ["Torvet"]


def test_an_item_is_sent_on_to_a_body_one_serves_and_the_first_stays(office):
    item = office.add(title="Torvet")
    later = timezone.localdate() + dt.timedelta(days=60)
    own, foreign = f.MeetingFactory(date=later), f.MeetingFactory(date=later)
    f.SecretaryAssignmentFactory(body=own.body, user_id=int(office.client.session["_auth_user_id"]))
    address = f"agenda/items/{item['id']}/send-on/"
    for meeting in (foreign, office.meeting):
        assert list(office.send("post", address, {"version": item["version"], "meeting": meeting.pk}).json()) == ["meeting"]
    assert office.send("post", address, {"version": item["version"] + 1, "meeting": own.pk}).status_code == 409
    made = office.send("post", address, {"version": item["version"], "meeting": own.pk}).json()
    assert office.send("post", address, {"version": item["version"], "meeting": own.pk}).json()["id"] == made["id"]
    assert (made["meeting"], made["title"], office.titles()) == (own.pk, "Torvet", ["Torvet"])
    assert AgendaItem.objects.filter(meeting=own).count() == 1


@pytest.mark.parametrize("count", [1, 4])
def test_the_files_of_an_item_are_told_in_a_fixed_number_of_queries(office, django_assert_num_queries, count):
    item = office.add(title="Torvet")
    upload(office, item, *(f"Bilag {number}.pdf" for number in range(count)))
    with django_assert_num_queries(11):
        assert len(files_of(office, item)) == count
