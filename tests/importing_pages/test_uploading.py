"""Files in: each is taken or refused on its own, and nothing is read while the secretary waits for the page."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase

from meetings.models import Document, Meeting
from minutes import services
from minutes.models import Import
from tests.factories import ImportFactory, SecretaryAssignmentFactory
from tests.importing_pages.desk import MINUTES, NOW, seen, text_file, upload

pytestmark = pytest.mark.django_db


def test_several_files_are_kept_and_wait_to_be_read(desk, secretary):
    page = upload(desk, text_file(name="marts.txt"), text_file(MINUTES + "!", "april.txt"))
    assert "2 filer er modtaget." in seen(page)
    assert {(one.document.name, one.state, one.document.uploaded_by) for one in Import.objects.select_related("document")} == {
        ("marts.txt", "waiting", secretary),
        ("april.txt", "waiting", secretary),
    }


def test_nothing_is_read_during_the_upload(desk, monkeypatch):
    monkeypatch.setattr("minutes.services.receiving.read", lambda **_: pytest.fail("the file was read"))
    upload(desk, text_file())
    assert Import.objects.get().reading is None


def test_it_is_read_as_soon_as_the_upload_is_committed(desk):
    with TestCase.captureOnCommitCallbacks(execute=True):
        upload(desk, text_file())
        assert Import.objects.get().state == Import.State.WAITING
    assert Import.objects.get().state == Import.State.REVIEW


BAD = {
    "an empty file": (b"", "Filen er tom."),
    "white space": (b" \n\t ", "Filen er tom."),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "Filen er hverken PDF, Word (.docx) eller tekst (PNG)."),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "Filen er hverken PDF, Word (.docx) eller tekst (DOC)."),
    "an unknown format": (b"abc" + bytes(50), "Filen er hverken PDF, Word (.docx) eller tekst."),
    "too much": (b"a" * 2_100_000, "Filen er for stor: 2,1 MB. Den må højst fylde 2 MB."),
}


@pytest.mark.parametrize(("content", "complaint"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_by_name_and_does_not_stop_the_others(desk, settings, content, complaint):
    settings.MINUTES_MAX_UPLOAD_BYTES = 2_000_000
    page = upload(desk, SimpleUploadedFile("skema.pdf", content), text_file())
    assert "1 fil er modtaget." in seen(page)
    assert f"skema.pdf: {complaint}" in seen(page)
    assert Document.objects.get().name == "referat.txt"


def test_a_file_name_cannot_put_markup_on_the_page(desk):
    page = upload(desk, SimpleUploadedFile("<b>x<b>.txt", b""))
    assert b"<b>x" not in page.content


def test_sending_the_form_without_a_file_says_what_is_missing(desk):
    assert "Vælg mindst én fil." in seen(desk.post("/import/", follow=True))


def test_a_file_that_has_come_before_leads_to_its_import(desk):
    upload(desk, text_file())
    page = upload(desk, text_file(name="kopi.txt"))
    import_ = Import.objects.get()
    assert f'<a href="{import_.get_absolute_url()}">kopi.txt</a>' in page.content.decode()
    assert "Filen er modtaget før. Der er ikke ændret noget:" in seen(page)


def test_files_that_have_come_before_are_told_of_together(desk):
    upload(desk, text_file(), text_file("andet", "andet.txt"))
    assert "Filerne er modtaget før. Der er ikke ændret noget:" in seen(upload(desk, text_file(), text_file("andet", "andet.txt")))


def test_a_file_that_a_colleague_has_brought_is_not_shown_but_told_of(client, desk, council):
    colleague = SecretaryAssignmentFactory(body=council).user
    client.force_login(colleague)
    upload(client, text_file())
    client.force_login(SecretaryAssignmentFactory().user)
    page = upload(client, text_file())
    assert "referat.txt (af en kollega)" in seen(page)
    assert Import.objects.get().get_absolute_url() not in page.content.decode()


def test_a_discarded_file_that_a_colleague_brings_anew_is_the_colleagues(client, desk):
    upload(desk, text_file())
    services.discard(import_=Import.objects.get())
    colleague = SecretaryAssignmentFactory().user
    client.force_login(colleague)
    upload(client, text_file(name="igen.txt"))
    new = Import.objects.latest("pk")
    assert client.get(new.get_absolute_url()).status_code == 200
    assert (new.document.name, new.document.uploaded_by) == ("igen.txt", colleague)


def test_the_list_looks_for_news_until_every_file_is_read(desk):
    upload(desk, text_file())
    assert 'hx-trigger="every 2s"' in desk.get("/import/").content.decode()
    with time_machine.travel(NOW):
        services.read_next(now=NOW)
    rows = desk.get("/import/", headers={"HX-Request": "true"})
    assert "hx-trigger" not in rows.content.decode()
    assert "Til gennemsyn" in seen(rows)
    assert "Udsatterådet · 5. marts 2025" in seen(rows)
    assert "<html" not in rows.content.decode()


def test_an_empty_list_says_how_to_begin(desk):
    assert "Begynd med de ældste referater" in seen(desk.get("/import/"))


def test_a_secretary_sees_no_imports_of_others(desk):
    ImportFactory(document__name="andres.txt", document__uploaded_by=SecretaryAssignmentFactory().user)
    assert "andres.txt" not in seen(desk.get("/import/"))


def test_the_list_is_in_pages(desk, secretary):
    ImportFactory.create_batch(26, document__uploaded_by=secretary)
    first, second = desk.get("/import/"), desk.get("/import/?side=2")
    assert first.content.decode().count("import-row") - 1 == 25
    assert second.content.decode().count("import-row") - 1 == 1
    assert desk.get("/import/?side=3").status_code == 404


def test_the_list_can_show_only_what_waits_for_the_secretary(desk, secretary):
    for state in ("review", "applied", "waiting"):
        ImportFactory(document__name=f"{state}.txt", document__uploaded_by=secretary, state=state)
    shown = seen(desk.get("/import/?vis=til-gennemsyn"))
    assert "review.txt" in shown
    assert "applied.txt" not in shown
    assert "waiting.txt" not in shown
    Import.objects.all().delete()
    assert "Der er ikke noget til gennemsyn." in seen(desk.get("/import/?vis=til-gennemsyn"))


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_takes_five_queries_however_long(desk, secretary, django_assert_num_queries, count):
    ImportFactory.create_batch(count, document__uploaded_by=secretary)
    with django_assert_num_queries(5):  # session, user, seats, service, imports
        desk.get("/import/")


def test_reading_puts_nothing_in_the_register(desk):
    upload(desk, text_file())
    services.read_next(now=NOW)
    assert not Meeting.objects.exists()
