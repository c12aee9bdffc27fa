"""Every string a person sees is Danish: the catalogues are whole, compiled, and agree with each other."""

from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted(ROOT.glob("*/locale/da/LC_MESSAGES/django.po"))


def entries(path: Path) -> dict:
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path)) if not entry.obsolete}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.relative_to(ROOT).parts[0])
def test_every_string_has_its_danish(path):
    missing = [key for key, entry in entries(path).items() if not entry.translated()]
    assert not missing


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.relative_to(ROOT).parts[0])
def test_the_compiled_catalogue_says_what_the_written_one_says(path):
    def said(catalogue) -> dict:
        return {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in catalogue if not e.obsolete}

    assert said(polib.mofile(str(path.with_suffix(".mo")))) == said(polib.pofile(str(path)))


def test_no_string_is_said_in_two_ways():
    """Django merges the catalogues into one, so the apps must agree on the words they share."""
    said: dict = {}
    for path in CATALOGUES:
        for key, entry in entries(path).items():
            said.setdefault(key, set()).add(entry.msgstr)
    assert {key: words for key, words in said.items() if len(words) > 1} == {}
