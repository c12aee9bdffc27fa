"""`manage.py import_minutes`: what it prints, and how it refuses."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from meetings.models import Meeting
from reader import reading
from tests.importing.test_reading_again import MINUTES

pytestmark = pytest.mark.django_db


def run(*arguments) -> tuple[str, str, CommandError | None]:
    out, errors = io.StringIO(), io.StringIO()
    try:
        call_command("import_minutes", *arguments, stdout=out, stderr=errors)
    except CommandError as error:
        return out.getvalue(), errors.getvalue(), error
    return out.getvalue(), errors.getvalue(), None


def test_a_dry_run_prints_one_object_a_file_in_the_order_given(tmp_path):
    other = tmp_path / "andet.txt"
    other.write_text(MINUTES.read_text(encoding="utf-8").replace("05. marts", "12. marts").replace("05-03", "12-03"), encoding="utf-8")
    shown, _errors, _failure = run(other, MINUTES, "--dry-run", "--json")
    assert [(entry["source"]["name"], entry["meeting"]["date"]) for entry in json.loads(shown)] == [
        ("andet.txt", "2025-03-12"),
        ("referat.txt", "2025-03-05"),
    ]


def test_a_dry_run_has_every_key_of_the_format():
    item = json.loads(run(MINUTES, "--dry-run", "--json")[0])[0]["items"][1]
    assert list(item) == [
        "number", "title", "label", "case_number", "closed", "in_doubt", "sections", "recommendations", "recommended_to", "decision", "outcomes",
        "attachments", "guests", "earlier_treatments", "votes", "absences", "substitutes", "brought_to_council", "appointments", "references", "hearings",
        "follow_ups", "planned_treatments",
    ]  # fmt: skip
    assert item["attachments"] == ["Plan over lokalerne"]
    assert item["votes"][0]["against"] == ["Dorthea Havbro", "Frode Mosegaard"]


def test_one_bad_file_stops_no_other_and_is_named_with_its_reason(tmp_path):
    picture = tmp_path / "referat.pdf"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    _shown, errors, failure = run(picture, MINUTES)
    assert "referat.pdf: Filen er hverken" in errors
    assert failure is not None
    assert Meeting.objects.count() == 1


def test_a_file_beyond_the_bound_is_refused_before_it_is_read(tmp_path):
    large = tmp_path / "stor.txt"
    with large.open("wb") as file:
        file.truncate(reading.DEFAULT.bytes + 1)
    _shown, errors, failure = run(large)
    assert "stor.txt: Filen er for stor" in errors
    assert failure is not None


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    assert "kan ikke åbnes" in str(run(tmp_path / "findes-ikke.txt")[2])


def test_publishing_tells_of_every_file_that_was_not_published_and_why(tmp_path):
    run(MINUTES)
    assert "Det er ikke offentliggjort. Offentliggør det på mødets side." in run(MINUTES, "--publish")[1]
    later = tmp_path / "rettet.txt"
    later.write_text(MINUTES.read_text(encoding="utf-8") + "\nEt tillæg til beslutningen.\n", encoding="utf-8")
    assert "Det er ikke offentliggjort, da det først skal ses igennem." in run(later, "--publish")[1]


def test_json_is_for_dry_runs():
    assert run(MINUTES, "--json")[2] is not None


def test_what_may_be_closed_is_put_in_the_register_but_not_published(tmp_path):
    file = tmp_path / "lukket.txt"
    told = MINUTES.read_text(encoding="utf-8").replace(
        "Sagsfremstilling\n", "Sagsfremstilling\n\nAnsøgningen blev behandlet på et lukket møde, hvor kun rådet var til stede.\n", 1
    )
    file.write_text(told, encoding="utf-8")
    _shown, errors, failure = run(file, "--publish")
    assert "Det er ikke offentliggjort. Ingen har sagt endnu, om punkt" in errors
    assert failure is None
    assert Meeting.objects.get().minutes_published_at is None


def test_what_was_put_in_the_register_comes_out_as_it_was_read():
    read, _errors, _failure = run(MINUTES, "--dry-run", "--json")
    run(MINUTES)
    out = io.StringIO()
    call_command("export_minutes", str(Meeting.objects.get().pk), stdout=out)
    (told,), (exported,) = json.loads(read), json.loads(out.getvalue())
    assert exported["items"] == told["items"]
    assert {**exported["source"], "name": ""} == {**told["source"], "name": ""}
    assert (exported["kind"], exported["meeting"], exported["time_plan"]) == (told["kind"], told["meeting"], told["time_plan"])
    with pytest.raises(CommandError, match="Der er intet møde med nummeret 999"):
        call_command("export_minutes", "999")
