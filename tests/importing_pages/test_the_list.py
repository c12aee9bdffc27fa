"""The list of imports shows every document, whatever was or was not read in it, and each can be discarded."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.urls import reverse

from minutes.models import Import
from tests.factories import BodyFactory, ImportFactory, SecretaryAssignmentFactory
from tests.importing.documents import simple
from tests.importing.test_reading_again import MINUTES
from tests.importing_pages.desk import apply, reviewed, seen

pytestmark = pytest.mark.django_db
DAY = dt.date(2025, 3, 5)
HEADINGS = [(None, None, "kB"), (None, DAY, "kB"), ("Udsatterådet", None, "Udsatterådet"), ("null", DAY, "null · 5. marts 2025")]


@pytest.mark.parametrize("place", ["/import/", "/import/?vis=til-gennemsyn"])
@pytest.mark.parametrize(("body", "day", "told"), HEADINGS)
def test_a_document_whose_body_or_day_is_not_found_is_listed_and_can_be_discarded(desk, secretary, body, day, told, place):
    minutes = simple("Varmestue", day=day)
    minutes.meeting.body = body
    import_ = reviewed(minutes, by=secretary)
    words = seen(desk.get(place))
    assert "referat.txt" in words
    assert told in words
    assert "er kasseret" in seen(desk.post(f"{import_.get_absolute_url()}kasser/", follow=True))
    assert "Kasseret" in seen(desk.get("/import/"))


@pytest.mark.parametrize("reading", [{}, [], "null", {"meeting": None}, {"meeting": {"date": "i går", "body": 7}}])
def test_the_list_does_not_look_into_what_was_read(desk, secretary, reading):
    ImportFactory(reading=reading, state="review", document__uploaded_by=secretary)
    assert "Til gennemsyn" in seen(desk.get("/import/"))


def test_a_document_without_a_day_is_the_last_to_be_reviewed(desk, secretary):
    first, undated, later = (simple(title, day=day) for title, day in [("Varmestue", DAY), ("Bad", None), ("Natcafé", dt.date(2025, 9, 3))])
    imports = [reviewed(minutes, by=secretary) for minutes in (first, undated, later)]
    assert apply(desk, imports[0], next="1").redirect_chain[-1][0] == imports[2].get_absolute_url()
    assert apply(desk, imports[2], next="1").redirect_chain[-1][0] == imports[1].get_absolute_url()


@pytest.fixture
def read_by_command():
    """Reads a file from the command line, and leaves it for review."""

    def read() -> Import:
        call_command("import_minutes", MINUTES, "--review")
        return Import.objects.get()

    return read


def test_what_was_read_by_the_command_waits_for_the_bodys_secretary_alone(client, council, secretary, read_by_command):
    import_ = read_by_command()
    client.force_login(SecretaryAssignmentFactory(body=BodyFactory(name="Ældrerådet")).user)
    assert client.get(import_.get_absolute_url()).status_code == 404
    client.force_login(secretary)
    assert "Udsatterådet · 5. marts 2025" in seen(client.get("/import/"))
    assert client.get(reverse("document", kwargs={"pk": import_.document_id})).status_code == 200


def test_while_its_body_is_unknown_it_waits_for_every_secretary_until_the_body_is_made(client, read_by_command):
    read_by_command()
    stranger, secretary = (SecretaryAssignmentFactory(body=BodyFactory(name=name)).user for name in ("Ældrerådet", "Havnerådet"))
    client.force_login(stranger)
    assert "referat.txt" in seen(client.get("/import/"))
    apply(client, reviewed(simple("Varmestue", day=dt.date(2025, 5, 7)), by=stranger))
    client.force_login(secretary)
    assert "referat.txt" not in seen(client.get("/import/"))
    client.force_login(stranger)
    assert "referat.txt" in seen(client.get("/import/"))
