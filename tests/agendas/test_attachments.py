"""Files are added to an item where its agenda is made, closed one by one, fetched by whoever may read them, removed and given back."""

import datetime as dt
import hashlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agendas import services
from agendas.models import AttachmentFile
from agendas.services import attachments
from agendas.services.undo import last_step
from agendas.snapshot import snapshot
from meetings.models import AgendaItem, Meeting
from tests import factories as f
from tests.admin.forms import filled_in

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2030, 1, 2, 10, tzinfo=f.COPENHAGEN)
BY = {"by": None, "now": NOW}
PDF, TEXT = b"%PDF-1.4 et kort", b"En oversigt"


def upload(name: str = "Kort over torvet.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.fixture
def meeting():
    return f.MeetingFactory(body__name="Rådet", body__slug="raadet", date=dt.date(2030, 1, 15))


@pytest.fixture
def item(meeting):
    return services.add_item(meeting=meeting, title="Torvet", minutes=10, case=None, **BY)


@pytest.fixture
def office(meeting) -> Client:
    client = Client()
    client.force_login(f.SecretaryAssignmentFactory(body=meeting.body).user)
    return client


def page_of(item) -> str:
    return f"/moeder/{item.meeting_id}/dagsorden/punkter/{item.pk}/bilag/"


def kept(item) -> list[tuple[str, bool]]:
    return list(AttachmentFile.objects.filter(item=item, is_removed=False).order_by("pk").values_list("title", "closed"))


def publish(meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(agenda_published_at=NOW)


def test_several_are_added_at_once_kept_as_they_came_and_twice_makes_no_second_one(office, item):
    sent = {"nye-files": [upload(), upload("Oversigt.txt", TEXT)], "tilfoej": ""}
    assert "2 filer er tilføjet." in office.post(page_of(item), sent, follow=True).content.decode()
    assert kept(item) == [("Kort over torvet", False), ("Oversigt", False)]
    [first, _second] = AttachmentFile.objects.order_by("pk")
    with first.file.open() as file:
        assert (first.size, first.sha256, file.read()) == (len(PDF), hashlib.sha256(PDF).hexdigest(), PDF)
    again = {"nye-files": [upload()], "tilfoej": ""}
    assert "Filerne var der allerede." in office.post(page_of(item), again, follow=True).content.decode()
    assert len(kept(item)) == 2


REFUSED = {
    "a program": (upload("kort.exe", b"MZ"), "»kort.exe« er ikke af de slags, der kan gemmes"),
    "a page that calls itself a picture": (upload("kort.png", b"<html>"), "»kort.png« er ikke af de slags"),
    "an empty one": (upload("tom.txt", b""), "tom"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_kept_is_named_and_then_none_is_kept(office, item, what):
    file, said = REFUSED[what]
    answer = office.post(page_of(item), {"nye-files": [upload(), file], "tilfoej": ""})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert kept(item) == []


def test_one_that_is_too_large_is_refused(office, item, settings):
    settings.MINUTES_MAX_UPLOAD_BYTES = 10
    assert "er for stor" in office.post(page_of(item), {"nye-files": [upload()], "tilfoej": ""}).content.decode()


def test_none_chosen_says_so(office, item):
    assert office.post(page_of(item), {"tilfoej": ""}).status_code == 422


def test_each_is_called_otherwise_and_closed_by_itself_and_two_see_each_others_change(office, item):
    first, second = attachments.attach(item=item, files=[upload(), upload("Oversigt.txt", TEXT)], closed=False, **BY)
    data = filled_in(office.get(page_of(item)).content.decode(), "board-open") | {"gem": [""]}
    stale = dict(data)
    data |= {f"bilag{first.pk}-title": ["Kortet"], f"bilag{second.pk}-closed": ["on"]}
    assert "Bilagene er gemt." in office.post(page_of(item), data, follow=True).content.decode()
    assert kept(item) == [("Kortet", False), ("Oversigt", True)]
    answer = office.post(page_of(item), stale | {f"bilag{first.pk}-title": ["Et andet kort"]})
    assert "Imens har en anden skrevet »Kortet« her." in answer.content.decode()
    assert kept(item)[0] == ("Kortet", False)


@pytest.mark.parametrize("undone", ["added", "changed", "removed"])
def test_each_change_is_undone_on_the_agenda(item, undone):
    if undone != "added":
        [row] = attachments.attach(item=item, files=[upload()], closed=False, **BY)
    before = snapshot(item.meeting)
    if undone == "added":
        attachments.attach(item=item, files=[upload()], closed=True, **BY)
    elif undone == "changed":
        attachments.change_attachments(item=item, titles={row.pk: "Kortet"}, closed={row.pk}, **BY)
    else:
        attachments.remove_attachment(file=row, **BY)
    assert snapshot(item.meeting) != before
    services.undo_last(meeting=item.meeting, key=last_step(item.meeting).pk, **BY)
    assert snapshot(item.meeting) == before


def test_an_item_that_is_removed_and_comes_back_has_its_files_again(item):
    [row] = attachments.attach(item=item, files=[upload()], closed=True, **BY)
    before = snapshot(item.meeting)
    services.remove_item(item=item, **BY)
    assert AttachmentFile.objects.get(pk=row.pk).item is None
    services.undo_last(meeting=item.meeting, key=last_step(item.meeting).pk, **BY)
    assert snapshot(item.meeting) == before


def test_the_files_move_with_the_item_and_are_copied_when_it_is_sent_on(item):
    attachments.attach(item=item, files=[upload()], closed=True, **BY)
    later = f.MeetingFactory(body=item.body, date=dt.date(2030, 2, 12))
    services.move_to_meeting(item=item, to=later, **BY)
    moved = AgendaItem.objects.get(pk=item.pk)
    assert kept(moved) == [("Kort over torvet", True)]
    new = services.send_on(item=moved, to=f.MeetingFactory(date=dt.date(2030, 2, 12)), **BY)
    assert (kept(new), kept(moved)) == ([("Kort over torvet", True)], [("Kort over torvet", True)])


def test_it_is_asked_before_one_is_removed(office, item):
    [row] = attachments.attach(item=item, files=[upload()], closed=False, **BY)
    address = f"{page_of(item)}{row.pk}/fjern/"
    assert "Skal filen fjernes fra punktet?" in office.get(address).content.decode()
    assert kept(item)
    assert "»Kort over torvet« er fjernet." in office.post(address, follow=True).content.decode()
    assert kept(item) == []
    assert "Filen er allerede fjernet." in office.post(address, follow=True).content.decode()
    assert office.post(f"{page_of(item)}{row.pk + 1}/fjern/").status_code == 404
    assert office.get(row.get_absolute_url()).status_code == 404


# Who may fetch them

PUBLIC, OTHER, MEMBER, SHUT_OUT, SECRETARY, ADMINISTRATOR = "public", "member elsewhere", "member", "shut out", "secretary", "administrator"
INSIDE = {MEMBER, SECRETARY, ADMINISTRATOR}
MAY = {  # published, item closed, file closed
    (False, False, False): INSIDE | {SHUT_OUT},
    (True, False, False): INSIDE | {SHUT_OUT, PUBLIC, OTHER},
    (True, False, True): INSIDE,
    (True, True, False): INSIDE,
    (True, True, True): INSIDE,
}


@pytest.fixture
def readers(item) -> dict[str, Client]:
    seats = {MEMBER: item.body, SHUT_OUT: item.body, OTHER: f.BodyFactory()}
    found = {name: f.MembershipFactory(body=body, person__user=f.UserFactory(member=True)) for name, body in seats.items()}
    item.shut_out.add(found[SHUT_OUT].person)
    users = {name: seat.person.user for name, seat in found.items()}
    users |= {SECRETARY: f.SecretaryAssignmentFactory(body=item.body).user, ADMINISTRATOR: f.UserFactory(administrator=True)}
    clients = {name: Client() for name in (*users, PUBLIC)}
    for name, user in users.items():
        clients[name].force_login(user)
    return clients


@pytest.mark.parametrize("case", MAY, ids=str)
def test_a_file_is_fetched_and_listed_by_those_alone_who_may_read_it(item, readers, case):
    published, item_closed, file_closed = case
    [row] = attachments.attach(item=item, files=[upload()], closed=file_closed, **BY)
    AgendaItem.objects.filter(pk=item.pk).update(closed=item_closed)
    if published:
        publish(item.meeting)
    answers = {name: client.get(row.get_absolute_url()) for name, client in readers.items()}
    told = {name: b"".join(answer.streaming_content) for name, answer in answers.items() if answer.status_code == 200}
    assert told == dict.fromkeys(MAY[case], PDF)
    listed = {name for name, client in readers.items() if "Kort over torvet" in client.get(item.get_absolute_url()).content.decode()}
    assert listed == MAY[case]
    fetched = answers[SECRETARY]
    assert (fetched["Content-Type"], fetched["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert fetched["Content-Disposition"].startswith("attachment")
    assert (item.closed_readings.count() > 0) == item_closed


def test_an_agenda_that_is_out_takes_no_more_files(office, item):
    publish(item.meeting)
    answer = office.post(page_of(item), {"nye-files": [upload()], "tilfoej": ""})
    assert (answer.status_code, kept(item)) == (422, [])


def test_what_was_sent_tells_the_open_files_and_what_is_different(office, item):
    attachments.attach(item=item, files=[upload()], closed=False, **BY)
    attachments.attach(item=item, files=[upload("Personsag.txt", TEXT)], closed=True, **BY)
    services.approve(meeting=item.meeting, **BY)
    page = office.get(f"/moeder/{item.meeting_id}/dagsorden/udgaver/1/").content.decode()
    assert ("Bilag: Kort over torvet" in page, "Personsag" in page) == (True, False)


# What administration deletes


def test_files_of_items_that_are_deleted_for_good_go_from_the_disk_and_others_stay(item, django_capture_on_commit_callbacks):
    [row] = attachments.attach(item=item, files=[upload()], closed=False, **BY)
    new = services.send_on(item=item, to=f.MeetingFactory(date=dt.date(2030, 2, 12)), **BY)
    name = row.file.name
    for gone, is_there in ((item, True), (new, False)):
        with django_capture_on_commit_callbacks(execute=True):
            attachments.forget_with({AgendaItem: [gone]})
        assert default_storage.exists(name) == is_there
    assert not AttachmentFile.objects.exists()
