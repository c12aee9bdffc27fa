"""Originals: who may open them, and how they come."""

import pytest

from meetings.models import ClosedReading
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return f.MeetingFactory(published=True)


def read(response) -> bytes:
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("format", "disposition", "content_type"),
    [
        ("pdf", "inline", "application/pdf"),
        ("docx", "attachment", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("txt", "inline", "text/plain; charset=utf-8"),
        ("", "attachment", "application/octet-stream"),
    ],
)
def test_what_a_browser_can_show_opens_in_it_and_the_rest_is_saved(client, meeting, format, disposition, content_type):
    document = f.DocumentFactory(meeting=meeting, format=format, name="Rådets referat.bin", content=b"%PDF-1.7 <script>")
    client.force_login(secretary_of(meeting.body))
    response = client.get(f"/originaler/{document.pk}/")
    assert read(response) == b"%PDF-1.7 <script>"
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"].startswith(disposition)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in response["Cache-Control"]


def test_an_old_text_file_comes_with_its_danish_letters(client, meeting):
    document = f.DocumentFactory(meeting=meeting, content="Ældre på Østergade".encode("cp1252"))
    client.force_login(secretary_of(meeting.body))
    assert read(client.get(f"/originaler/{document.pk}/")).decode() == "Ældre på Østergade"


def test_only_those_who_manage_the_body_open_its_originals(client, meeting):
    address = f"/originaler/{f.DocumentFactory(meeting=meeting).pk}/"
    for user in (member_of(meeting.body), secretary_of(f.BodyFactory())):
        client.force_login(user)
        assert client.get(address).status_code == 404
    client.force_login(f.UserFactory(administrator=True))
    assert client.get(address).status_code == 200


def test_opening_an_original_is_logged_as_reading_the_closed_items_in_it(client, meeting):
    closed = f.AgendaItemFactory(meeting=meeting, closed=True)
    f.AgendaItemFactory(meeting=meeting)
    client.force_login(secretary_of(meeting.body))
    client.get(f"/originaler/{f.DocumentFactory(meeting=meeting).pk}/")
    assert [row.item for row in ClosedReading.objects.all()] == [closed]


def test_a_file_that_is_gone_is_not_found(client, meeting, caplog):
    document = f.DocumentFactory(meeting=meeting)
    document.file.storage.delete(document.file.name)
    client.force_login(secretary_of(meeting.body))
    assert client.get(f"/originaler/{document.pk}/").status_code == 404
    assert "cannot be opened" in caplog.text
