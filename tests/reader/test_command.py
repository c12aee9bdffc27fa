"""`python -m reader FILE…`: what it prints, and how it refuses."""

import json

import pytest

from reader.__main__ import main

from .test_without_django import SAMPLE, python


def test_it_prints_one_object_a_file_in_the_order_given(capsys, tmp_path):
    other = tmp_path / "andet.txt"
    other.write_bytes(SAMPLE.read_bytes())
    assert main([str(other), str(SAMPLE)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [entry["source"]["name"] for entry in shown] == ["andet.txt", SAMPLE.name]
    assert list(shown[0]) == ["source", "kind", "meeting", "time_plan", "items", "leftovers", "proposals", "warnings"]


def test_a_refused_file_is_named_with_its_reason_and_the_others_are_printed(capsys, tmp_path):
    (picture := tmp_path / "referat.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    missing = tmp_path / "mangler.txt"
    assert main([str(picture), str(missing), str(SAMPLE)]) == 1
    printed = capsys.readouterr()
    assert [entry["source"]["name"] for entry in json.loads(printed.out)] == [SAMPLE.name]
    assert "referat.pdf: Filen er hverken PDF" in printed.err
    assert "mangler.txt: Filen kan ikke åbnes." in printed.err


def test_warnings_are_danish_sentences(capsys, tmp_path):
    wrong_day = SAMPLE.read_text(encoding="utf-8").replace("Tid: 14. marts 2018", "Tid: Fredag d. 14. marts 2018")
    (file := tmp_path / "referat.txt").write_text(wrong_day, encoding="utf-8")
    main([str(file)])
    (entry,) = json.loads(capsys.readouterr().out)
    assert "14. marts 2018 er ikke en fredag" in " ".join(warning["message"] for warning in entry["warnings"])


def test_it_runs_where_no_framework_can_be_imported():
    shown = python(f"import runpy\nsys.argv = ['reader', {str(SAMPLE)!r}]\nrunpy.run_module('reader', run_name='__main__')")
    assert json.loads(shown)[0]["items"]


def test_the_help_says_what_it_does(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "Danish councils" in capsys.readouterr().out
