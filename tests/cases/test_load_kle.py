"""Case numbers get their titles from KL's and OS2KLE's files, whichever form they come in."""

import datetime as dt
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases import kle
from cases.models import Facet, Subject

FILES = Path(__file__).parent / "kle"
TODAY = dt.date(2018, 9, 3)


def read(name: str) -> kle.Plan:
    return kle.read((FILES / name).read_bytes(), today=TODAY)


def test_kls_plan_gives_main_groups_groups_and_subjects():
    assert read("emneplan.xml").subjects == {
        "91": kle.PlanLine("Havne og fyr", True),
        "91.01": kle.PlanLine("Lystbådehavne", True),
        "91.01.00": kle.PlanLine("Lystbådehavne i almindelighed", True),
        "91.01.02": kle.PlanLine("Solcellelamper", True),  # the number was used again
        "91.01.04": kle.PlanLine("Tågehorn", False),  # moved
        "91.01.06": kle.PlanLine("Bådpladser", True),  # leaves the plan later this year
        "91.02": kle.PlanLine("Nedlagte fyr", False),
    }


def test_a_subject_leaves_the_plan_on_its_day():
    content = (FILES / "emneplan.xml").read_bytes()
    day = dt.date(2018, 12, 31)
    assert kle.read(content, today=day - dt.timedelta(days=1)).subjects["91.01.06"].is_current
    assert not kle.read(content, today=day).subjects["91.01.06"].is_current


def test_kls_facets():
    assert read("handlingsfacetter.xml").facets == {"A08": kle.PlanLine("Bådelaug", True), "Ø99": kle.PlanLine("Fyrpenge", False)}


def test_os2kles_text_file():
    assert read("os2kle.txt").subjects == {
        "91.01.00": kle.PlanLine("Lystbådehavne i almindelighed"),
        "91.01.06": kle.PlanLine("Pladser til både ('Bådpladser')"),
        "91.01.08": kle.PlanLine("Badebroer"),
    }


def test_a_table():
    plan = read("tabel.csv")
    assert plan.subjects == {"91.01.08": kle.PlanLine("Badebroer", True)}
    assert plan.facets == {"A08": kle.PlanLine("Bådelaug", True), "P35": kle.PlanLine("Referater fra bådelaug", False)}


BOMB = b'<!DOCTYPE k [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><KLE-Emneplan><Emne><EmneNr>&b;</EmneNr></Emne></KLE-Emneplan>'


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b"", "empty", None),
        (b" \n ", "empty", None),
        (b"REFERAT\nPunkt 1: Godkendelse af dagsorden", "unknown", None),
        (b"%PDF-1.7\n\x00\xff", "unknown", None),
        (b"<html><body>Siden findes ikke</body></html>", "unknown", None),
        (b"<KLE-Emneplan><Emne>", "xml", None),
        (b"<a>" * 5000, "xml", None),
        (BOMB, "xml", None),
        (b'<!DOCTYPE k SYSTEM "file:///etc/passwd"><KLE-Emneplan/>', "xml", None),
        (b"<?xml version='1.0' encoding='findes-ikke'?><KLE-Emneplan/>", "xml", None),
        (b"<KLE-Emneplan><Emne><EmneNr>91</EmneNr></Emne></KLE-Emneplan>", "title", None),
        (b"KLENummer='91.01.00':KLETitel='Havne':Keywords[Weight]=\nnoget andet", "line", 2),
        (b"KLENummer='91.1':KLETitel='Havne':Keywords[Weight]=", "code", 1),
        (b"code;title\n91.01.00;Havne\n27-A;Noget", "code", 3),
        (b"code;title\n91.01.00\n", "title", 2),
        (b"code;title\n91.01.00;" + b"x" * 301, "title", 2),
        (b'code;title\n"' + b"x" * 200_000, "unknown", None),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(content, reason, line):
    with pytest.raises(kle.WrongFile) as caught:
        kle.read(content, today=TODAY)
    assert caught.value.args[0] == reason
    assert line is None or caught.value.args[1] == line


def test_a_file_in_the_old_windows_encoding_is_read():
    content = "code;title\n91.01.00;Både på land".encode("cp1252")
    assert kle.read(content, today=TODAY).subjects["91.01.00"].title == "Både på land"


def load(capsys, *names: str) -> str:
    call_command("load_kle", *(str(FILES / name) for name in names))
    return capsys.readouterr().out


@pytest.mark.django_db
def test_loading_tells_what_was_new_changed_and_expired(capsys):
    Subject.objects.create(code="91.01.00", title="Lystbådehavne i almindelighed")
    Subject.objects.create(code="91.01.02", title="Petroleumslamper")
    Subject.objects.create(code="91.01.04", title="Tågehorn")
    Subject.objects.create(code="92.00.00", title="Ikke i denne fil")
    out = load(capsys, "emneplan.xml", "handlingsfacetter.xml")
    assert out.splitlines() == [
        "emneplan.xml: 7 emner, 0 handlingsfacetter. Nye: 4, ændrede: 1, udgåede: 1.",
        "handlingsfacetter.xml: 0 emner, 2 handlingsfacetter. Nye: 2, ændrede: 0, udgåede: 0.",
    ]
    assert Subject.objects.get(code="91.01.02").title == "Solcellelamper"
    assert not Subject.objects.get(code="91.01.04").is_current
    assert Subject.objects.get(code="92.00.00").is_current
    assert not Facet.objects.get(code="Ø99").is_current


@pytest.mark.django_db
def test_loading_again_writes_nothing(capsys):
    every = ["emneplan.xml", "handlingsfacetter.xml", "tabel.csv"]
    load(capsys, *every)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        out = load(capsys, *every)
    assert "Nye: 0, ændrede: 0, udgåede: 0" in out
    assert not [query for query in queries.captured_queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


@pytest.mark.django_db
def test_a_file_that_does_not_say_leaves_in_use_as_it_was(capsys):
    Subject.objects.create(code="91.01.08", title="Badebroer", is_current=False)
    load(capsys, "os2kle.txt")
    assert not Subject.objects.get(code="91.01.08").is_current
    load(capsys, "tabel.csv")
    assert Subject.objects.get(code="91.01.08").is_current


@pytest.mark.django_db
def test_a_wrong_file_among_right_ones_changes_nothing(tmp_path):
    wrong = tmp_path / "forkert.txt"
    wrong.write_text("KLENummer='91.01.00':KLETitel='Havne'\nnoget andet", encoding="utf-8")
    with pytest.raises(CommandError, match=r"forkert\.txt kan ikke bruges: en linje har ikke formen .* \(linje 2\)\. Intet er ændret\."):
        call_command("load_kle", str(FILES / "os2kle.txt"), str(wrong))
    assert not Subject.objects.exists()


@pytest.mark.django_db
def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path, monkeypatch):
    with pytest.raises(CommandError, match="kan ikke åbnes"):
        call_command("load_kle", str(tmp_path / "findes-ikke.txt"))
    monkeypatch.setattr(kle, "MAX_BYTES", 10)
    with pytest.raises(CommandError, match="er for stor"):
        call_command("load_kle", str(FILES / "os2kle.txt"))
