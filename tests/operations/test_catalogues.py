"""Every string a person sees is in a Danish catalogue, translated, and compiled."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.apps import apps

from .processes import ROOT, embedded_environment

APPS = [config.name for config in apps.get_app_configs() if Path(config.path).parent == ROOT]
CATALOGUED = [*APPS, "reader"]
CATALOGUES = [ROOT / app / "locale" / "da" / "LC_MESSAGES" / "django.po" for app in CATALOGUED]


def strings(catalogue: polib.POFile) -> set[tuple[str | None, str]]:
    return {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}


def texts(catalogue: polib.POFile | polib.MOFile) -> dict:
    return {(entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr for entry in catalogue}


@pytest.mark.parametrize("path", CATALOGUES, ids=CATALOGUED)
def test_every_string_has_its_danish(path):
    catalogue = polib.pofile(str(path))
    assert not [entry.msgid for entry in catalogue.untranslated_entries()]
    assert not [entry.msgid for entry in catalogue.fuzzy_entries()]


@pytest.mark.parametrize("path", CATALOGUES, ids=CATALOGUED)
def test_the_compiled_catalogue_says_the_same(path):
    compiled = path.with_suffix(".mo")
    assert compiled.exists()
    assert texts(polib.mofile(str(compiled))) == texts(polib.pofile(str(path)))


def test_the_catalogues_hold_the_strings_of_the_code_and_no_others(tmp_path):
    if not shutil.which("xgettext"):
        pytest.skip("gettext is not installed")
    copy_of_the_source(tmp_path)
    command = [sys.executable, "manage.py", "makemessages", "--locale", "da", "--no-location", "--no-obsolete"]
    ignored = [word for folder in ("tests/*", "demo/*") for word in ("--ignore", folder)]
    subprocess.run(command + ignored, cwd=tmp_path, env=embedded_environment(), check=True, capture_output=True)
    for path in CATALOGUES:
        made_anew = polib.pofile(str(tmp_path / path.relative_to(ROOT)))
        assert strings(polib.pofile(str(path))) == strings(made_anew), f"run make messages: {path.relative_to(ROOT)}"


def copy_of_the_source(folder: Path) -> None:
    for name in [*CATALOGUED, "danish", "templates", "static"]:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", folder)


# Words that say in a second way what has one word: `registret`, `fortryde`.
SECOND_WORDS = re.compile(r"\bregisteret|\b(?:tag|tage|taget) (?:\w+ ){0,4}tilbage|\bannuller\b", re.IGNORECASE)


@pytest.mark.parametrize("path", CATALOGUES, ids=CATALOGUED)
def test_one_thing_has_one_danish_word(path):
    said = [text for entry in polib.pofile(str(path)) for text in (entry.msgstr, *entry.msgstr_plural.values())]
    assert not [text for text in said if SECOND_WORDS.search(text)]
