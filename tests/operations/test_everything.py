"""`make test` runs what can be run, says what it did not run, and where everything is required takes no less."""

from types import SimpleNamespace

import pytest

from tests import everything

SERVERS = {"DATABASE_URL": "postgres://x", "REDIS_URL": "redis://x"}


@pytest.fixture
def runs(monkeypatch):
    """What was run, with codes to give back; all servers answer and all is installed unless a test says otherwise."""
    ran, codes = [], {}

    def start_pytest(environment, arguments, *, output):
        url = environment.get("DATABASE_URL")
        ran.append((url, arguments))
        return SimpleNamespace(wait=lambda: codes.get(url, everything.OK))

    monkeypatch.setattr(everything, "start_pytest", start_pytest)
    monkeypatch.setattr(everything, "find_servers", lambda: (SERVERS, []))
    monkeypatch.setattr(everything.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.delenv("REQUIRE_ALL", raising=False)
    return SimpleNamespace(ran=ran, codes=codes)


@pytest.fixture
def no_servers(runs, monkeypatch):
    monkeypatch.setattr(everything, "find_servers", lambda: ({}, ["PostgreSQL does not answer"]))


def test_both_databases_are_run(runs):
    assert everything.main([]) == 0
    assert [url for url, _ in runs.ran] == [None, "postgres://x"]


def test_one_may_be_asked_for_and_pytest_gets_the_rest(runs):
    assert everything.main(["postgres", "-k", "cases"]) == 0
    assert runs.ran == [("postgres://x", ["-k", "cases"])]


@pytest.mark.parametrize("url", [None, "postgres://x"])
def test_one_failed_run_fails_all_and_is_named(runs, url, capsys):
    runs.codes[url] = 1
    assert everything.main([]) == 1
    assert capsys.readouterr().out.count("FAILED on ") == 1


def test_a_choice_without_tests_on_one_database_is_no_failure_but_none_at_all_is(runs):
    runs.codes["postgres://x"] = everything.NOTHING_COLLECTED
    assert everything.main([]) == 0
    runs.codes[None] = everything.NOTHING_COLLECTED
    assert everything.main([]) == 1


def test_what_is_missing_is_named(runs, no_servers, capsys):
    assert everything.main([]) == 0
    assert "NOT RUN: PostgreSQL does not answer." in capsys.readouterr().out


def test_what_is_missing_fails_where_everything_is_required(runs, no_servers, monkeypatch):
    monkeypatch.setenv("REQUIRE_ALL", "1")
    assert everything.main([]) == 1
