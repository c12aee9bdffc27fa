"""`manage.py timeplan`: what it reads and prints, and how it refuses. No test here may touch a database."""

import io
import json
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from tests.operations.processes import ROOT, embedded_environment

WHOLE = {
    "start": "16:00",
    "end": "18:00",
    "items": [
        {"key": "a", "title": "Godkendelse af dagsorden", "minutes": 5, "keep": "first"},
        {"key": "b", "title": "Boliger", "minutes": 30, "guests": ["Ida Holm"]},
        {"key": "c", "title": "Budget", "minutes": 30, "fixed_start": "16:40"},
        {"key": "d", "title": "Herberg", "minutes": 10, "guests": ["Ida Holm"]},
    ],
    "breaks": [{"minutes": 10, "after_minutes": 60}],
    "guests": {"Ida Holm": [["17:00", "18:00"]]},
}


@pytest.fixture
def timeplan(tmp_path):
    def run(told, *options) -> dict:
        file = tmp_path / "møde.json"
        file.write_bytes(told if isinstance(told, bytes) else json.dumps(told).encode())
        out = io.StringIO()
        call_command("timeplan", str(file), *options, stdout=out)
        return json.loads(out.getvalue())

    return run


def with_items(*items: dict, **more) -> dict:
    return {"start": "16:00", "end": "18:00", "items": list(items)} | more


def test_the_order_given_is_timed(timeplan):
    assert timeplan(WHOLE) == {
        "rows": [
            {"key": "a", "start": "16:00", "end": "16:05"},
            {"key": "b", "start": "16:05", "end": "16:35"},
            {"key": "c", "start": "16:40", "end": "17:10"},
            {"break": 1, "start": "17:10", "end": "17:20"},
            {"key": "d", "start": "17:20", "end": "17:30"},
        ],
        "findings": [
            {"code": "gap", "keys": ["c"], "message": "Kl. 16.35–16.40 er der intet på planen (5 minutter), fordi »Budget« har et fast tidspunkt."},
            {"code": "guest_outside_window", "keys": ["b"], "message": "Ida Holm kan komme kl. 17.00–18.00, men »Boliger« behandles kl. 16.05–16.35."},
            {"code": "guest_waits", "keys": ["b", "d"], "message": "Ida Holm venter 45 minutter mellem »Boliger« og »Herberg«."},
        ],
        "moved": [],
        "waiting_minutes": 45,
    }  # fmt: skip


def test_an_order_is_suggested(timeplan):
    planned = timeplan(WHOLE, "--suggest")
    assert [row.get("key") for row in planned["rows"]] == ["a", "c", None, "b", "d"]
    assert planned["moved"] == [{"key": "b", "from": 2, "to": 3, "why": "Ida Holm kan komme kl. 17.00–18.00."}]
    assert [finding["code"] for finding in planned["findings"]] == ["gap"]
    assert planned["waiting_minutes"] == 0


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        pytest.param(with_items(), [], id="no items"),
        pytest.param({"start": "16:00", "end": "18:00"}, [], id="items left out"),
        pytest.param(with_items({"key": 7}, {"key": "b", "minutes": None, "title": None}), ["7 16:00", "b 16:00"], id="minutes left out"),
        pytest.param(with_items({"key": "a", "guests": ["Bo"]}, guests={"Bo": []}), ["a 16:00"], id="a guest who may come at any time"),
        pytest.param(with_items({"key": "a", "minutes": 90}, {"key": "b"}, start="22.30", end="1.00"), ["a 22:30", "b 00:00"], id="over midnight"),
        pytest.param(with_items({"key": "a", "fixed_start": "00:15"}, start="22:00", end="01:00", guests={"Bo": [["23:30", "00:30"]]}), ["a 00:15"], id="fixed after midnight"),
        pytest.param(with_items({"key": "a", "fixed_start": "15:00"}), ["a 16:00"], id="fixed before the meeting"),
        pytest.param(with_items({"key": "a", "fixed_start": "23:00"}), ["a 23:00"], id="fixed after the meeting"),
        pytest.param(with_items({"key": "a"}, end="24:00"), ["a 16:00"], id="until midnight"),
        pytest.param("\ufeff{\"start\": \"16:00\", \"end\": \"18:00\"}".encode(), [], id="with a mark before it"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("options", [(), ("--suggest",)])
def test_what_is_read(timeplan, told, rows, options):
    assert [f"{row['key']} {row['start']}" for row in timeplan(told, *options)["rows"]] == rows


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (b"", "Filen er ikke JSON: linje 1, tegn 1"),
        (b"{\n", "Filen er ikke JSON: linje 2, tegn 1"),
        (b"\xff\xfe", "Filen er ikke tekst i UTF-8."),
        (b"[" * 100_000, "Filen er ikke JSON, der kan bruges"),
        (b'{"start": NaN}', "Filen er ikke JSON, der kan bruges"),
        (b'{"start": 1' + b"0" * 5000 + b"}", "Filen er ikke JSON, der kan bruges"),
        (b" " * (2**20 + 1), "Filen er større end 1 MB."),
        (b'{"start": "16:00", "start": "17:00"}', "Feltet start står to gange"),
        ([], "Filen skal være et objekt"),
        ({}, "start mangler"),
        ({"start": "16:00"}, "end mangler"),
        ({"start": "25:00", "end": "18:00"}, "start skal være et klokkeslæt"),
        ({"start": 16, "end": "18:00"}, "start skal være et klokkeslæt"),
        ({"start": "16:00", "end": "15:00"}, "end skal ligge efter starten"),
        ({"start": "16:00", "end": "16:00"}, "end skal ligge efter starten"),
        (with_items(meeting="x"), "meeting er ikke et kendt felt"),
        (with_items({"key": "a", "fixd_start": "17:00"}), "items[0].fixd_start er ikke et kendt felt"),
        (with_items("a"), "items[0] skal være et objekt"),
        (with_items(items={}), "items skal være en liste"),
        (with_items({"title": "Budget"}), "items[0].key mangler"),
        (with_items({"key": True}), "items[0].key skal være en tekst"),
        (with_items({"key": "a"}, {"key": "a"}), "items[1].key: Et andet punkt har også nøglen »a«."),
        (with_items({"key": "\ud800"}), "items[0].key skal være en tekst"),
        (with_items({"key": "a", "minutes": -5}), "items[0].minutes skal være et helt tal fra 0 til 1440"),
        (with_items({"key": "a", "minutes": 7.5}), "items[0].minutes skal være et helt tal"),
        (with_items({"key": "a", "minutes": "10"}), "items[0].minutes skal være et helt tal"),
        (with_items({"key": "a", "keep": "middle"}), 'items[0].keep skal være "first" eller "last"'),
        (with_items({"key": "a", "guests": "Bo"}), "items[0].guests skal være en liste"),
        (with_items({"key": "a", "guests": [None]}), "items[0].guests[0] skal være en tekst"),
        (with_items(breaks=[{}]), "breaks[0].minutes mangler"),
        (with_items(breaks=[{"minutes": 0}]), "breaks[0].minutes skal være et helt tal fra 1 til 1440"),
        (with_items(breaks=[{"minutes": 5}] * 11), "breaks har for mange elementer: højst 10."),
        (with_items(*({"key": key} for key in range(201))), "items har for mange elementer: højst 200."),
        (with_items(guests=["Bo"]), "guests skal være et objekt"),
        (with_items(guests={"Bo": "16:00"}), "guests.Bo skal være en liste"),
        (with_items(guests={"Bo": [["16:00"]]}), "guests.Bo[0] skal være en liste med to klokkeslæt"),
        (with_items(guests={"Bo": [["16:00", "?"]]}), "guests.Bo[0][1] skal være et klokkeslæt"),
        (with_items(guests={"Bo": [["17:00", "16:00"]]}), "guests.Bo[0] skal ligge efter starten"),
        (with_items(other_meetings=[{"title": "Byrådet", "start": "16:00"}]), "other_meetings[0].end mangler"),
        (with_items(history=[{"title": "Budget"}]), "history[0].minutes mangler"),
    ],
)
def test_what_is_refused_says_where_it_is_wrong(timeplan, told, message):
    with pytest.raises(CommandError) as refused:
        timeplan(told)
    assert message in str(refused.value)


@pytest.mark.parametrize("name", ["ikke_her.json", ".", "\0"])
def test_a_file_that_cannot_be_opened(name):
    with pytest.raises(CommandError, match=r"Filen kan ikke åbnes\."):
        call_command("timeplan", name)


def test_rooms_people_and_history(timeplan):
    planned = timeplan(
        with_items(
            {"key": "a", "title": "Budget", "guests": ["Bo"]},
            room="Lokale 3",
            attendees=["Eva"],
            history=[{"title": "Budget", "minutes": 20}, {"title": "budget", "minutes": 25}],
            other_meetings=[
                {"title": "Byrådet", "start": "16:10", "end": "20:00", "room": "lokale 3", "people": ["Bo", "Eva"]},
                {"title": "Økonomiudvalget", "start": "12:00", "end": "16:00", "room": "Lokale 3", "people": ["Bo", "Eva"]},
            ],
        )
    )
    assert planned["rows"] == [{"key": "a", "start": "16:00", "end": "16:23"}]
    assert [finding["message"] for finding in planned["findings"]] == [
        "»Budget« har ingen minutter. Planen regner med 23 minutter, medianen af 2 lignende punkter.",
        "Lokale 3 er optaget kl. 16.10–20.00 af »Byrådet«.",
        "Eva skal også være til »Byrådet« kl. 16.10–20.00.",
        "Bo skal også være til »Byrådet« kl. 16.10–20.00.",
    ]


def test_the_process_reads_standard_input_and_ends_with_a_status_and_no_traceback():
    def run(told: bytes) -> subprocess.CompletedProcess:
        command = [sys.executable, "manage.py", "timeplan", "-"]
        return subprocess.run(command, cwd=ROOT, env=embedded_environment(), input=told, capture_output=True, check=False)

    planned = run(json.dumps(WHOLE).encode())
    assert (planned.returncode, planned.stderr) == (0, b"")
    assert json.loads(planned.stdout)["waiting_minutes"] == 45
    refused = run(b"[]")
    assert refused.returncode != 0
    assert refused.stdout == b""
    assert refused.stderr.decode() == "CommandError: -: Filen skal være et objekt: {…}.\n"
