"""A template loads the tags, and includes the templates, of its own app and of the apps below it; so do the views that render it."""

import re
from functools import cache

import pytest

from .processes import ROOT

# From below to above, as the contract of pyproject.toml has them.
LAYERS = (
    "concurrency",
    "accounts",
    "cases",
    "meetings",
    "reminders",
    "hearings",
    "followups",
    "agendas",
    "minutes",
    "papers",
    "secretariat",
)
FOLDERS = {
    **dict.fromkeys(("bodies", "cases", "items", "meetings", "people", "readings"), "meetings"),
    "reminders": "reminders",
    "hearings": "hearings",
    "followups": "followups",
    "wheel": "followups",
    "agendas": "agendas",
    "minutes": "minutes",
    "obligations": "minutes",
    "papers": "papers",
    "accounts": "accounts",
    "admin": "meetings",
    "drf_spectacular": "secretariat",
}
SHARED = "partials"  # belong to no app: what they load counts as loaded by whoever includes them
LIBRARIES = {path.stem: path.parts[-3] for path in ROOT.glob("*/templatetags/*.py")}
TEMPLATES = {str(path.relative_to(ROOT / "templates")): path for path in sorted((ROOT / "templates").rglob("*.html"))}
FRAME = "base.html"  # of the project: every page extends it


def owner(template: str) -> str | None:
    folder, _slash, name = template.partition("/")
    return None if folder == SHARED else FOLDERS[folder] if name else "secretariat"


@cache
def needs(template: str) -> frozenset[tuple[str, str]]:
    """(app, tag library or template) that the template makes use of, through what is shared too."""
    text = TEMPLATES[template].read_text(encoding="utf-8")
    loaded = [name for names in re.findall(r"\{% load (.*?) %\}", text) for name in names.split()]
    found = {(LIBRARIES[name], name) for name in loaded if name in LIBRARIES}
    for other in {*re.findall(r'\{% (?:include|extends) "(.*?)"', text)} - {FRAME}:
        found |= {(app, other)} if (app := owner(other)) else needs(other)
    return frozenset(found)


def above(app: str, used: frozenset[tuple[str, str]]) -> list[str]:
    return sorted(name for other, name in used if LAYERS.index(other) > LAYERS.index(app))


@pytest.mark.parametrize("template", [name for name in TEMPLATES if owner(name)])
def test_a_template_uses_nothing_from_above(template):
    assert above(owner(template), needs(template)) == []


@pytest.mark.parametrize("app", LAYERS)
def test_no_app_renders_a_template_from_above(app):
    sources = [path for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]
    named = {name for path in sources for name in re.findall(r'"([\w/]+\.html)"', path.read_text(encoding="utf-8"))}
    used = [(owner(name), name) for name in named if name in TEMPLATES and owner(name)]
    assert above(app, frozenset(used)) == []


def test_the_test_knows_every_app_and_finds_what_it_looks_for():
    assert {*FOLDERS.values(), *LIBRARIES.values()} <= {*LAYERS}
    assert ("meetings", "danish") in needs("hearings/facts.html")
    assert above("meetings", needs("obligations/card.html")) == ["imports", "minutes/told.html", "obligations/sentence.html"]
