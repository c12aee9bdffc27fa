"""The same file twice changes nothing, and two people importing it at once end with one meeting."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from meetings.models import AgendaItem, Body, Document, Meeting
from minutes import services
from minutes.models import Import
from tests.importing.conftest import NOW

MINUTES = Path(__file__).parent / "referat.txt"


def writes(queries) -> list[str]:
    return [query["sql"] for query in queries if query["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]


def at_once(*tasks: Callable[[], None]) -> None:
    """Runs the tasks in threads that set off together; what one of them raises is raised here."""
    start, failures = threading.Barrier(len(tasks)), []

    def run(task: Callable[[], None]) -> None:
        try:
            start.wait(timeout=20)
            task()
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[task]) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    if failures:
        raise ExceptionGroup("some task failed", failures)


@pytest.mark.django_db
def test_the_same_file_again_writes_no_row():
    call_command("import_minutes", MINUTES)
    with CaptureQueriesContext(connection) as again:
        call_command("import_minutes", MINUTES)
    assert writes(again) == []
    assert Meeting.objects.count() == 1


@pytest.mark.django_db
def test_a_dry_run_writes_no_row():
    with CaptureQueriesContext(connection) as dry:
        call_command("import_minutes", MINUTES, "--dry-run", "--json")
    assert writes(dry) == []


@pytest.mark.django_db
def test_another_file_that_says_the_same_leaves_the_register_alone():
    call_command("import_minutes", MINUTES)
    import_, is_new = services.receive(data=MINUTES.read_bytes() + b"\n\n", name="igen.txt", by=None, now=NOW)
    services.read(of=import_)
    before = list(AgendaItem.objects.order_by("pk").values())
    services.apply(import_=import_, by=None, now=NOW, publish=False)
    assert is_new
    assert list(AgendaItem.objects.order_by("pk").values()) == before


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_people_importing_the_same_file_at_once_end_with_one_meeting():
    def one_person() -> None:
        import_, _is_new = services.receive(data=MINUTES.read_bytes(), name="referat.txt", by=None, now=NOW)
        services.read_next(now=NOW)
        import_.refresh_from_db()
        if import_.state == Import.State.REVIEW:
            services.apply(import_=import_, by=None, now=NOW, publish=True)

    at_once(one_person, one_person)
    assert (Document.objects.count(), Import.objects.count(), Meeting.objects.count()) == (1, 1, 1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_who_accept_two_versions_of_one_new_meeting_end_with_one_meeting_and_one_body():
    imports = []
    for number in range(2):
        import_, _ = services.receive(data=MINUTES.read_bytes() + b"\n" * number, name=f"{number}.txt", by=None, now=NOW)
        services.read(of=import_)
        imports.append(import_)
    at_once(*(lambda import_=import_: services.apply(import_=import_, by=None, now=NOW, publish=True) for import_ in imports))
    assert (Meeting.objects.count(), Body.objects.count(), AgendaItem.objects.count()) == (1, 1, 2)
