"""What the templates ask for is there, and nothing in them needs a laxer policy than default-src 'self'."""

import re

import pytest
from django.contrib.staticfiles import finders

from .processes import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
INLINE = {
    "a script in the page": r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")",
    "a style sheet in the page": r"<style\b",
    "a style attribute": r"\sstyle=",
    "an event attribute": r"\s(?:on[a-z]+|hx-on[:\w-]*)=",
    "a javascript address": r"javascript:",
    "a file from elsewhere": r"<(?:script|link|img|iframe)[^>]*(?:src|href)=\"(?:https?:)?//",
}


def text(path) -> str:
    return re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", path.read_text(encoding="utf-8"), flags=re.S)


def name(path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_page_brings_no_script_or_style_of_its_own(path):
    html = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text(path), flags=re.S)
    assert not [what for what, pattern in INLINE.items() if re.search(pattern, html)]


def test_every_static_file_named_is_there():
    named = {found for path in TEMPLATES for found in re.findall(r"""\{% static ["']([^"']+)["']""", text(path))}
    assert named
    assert not sorted(file for file in named if not finders.find(file))


LONGEST_LINE = 120
LONGER_YET = {"followups", "hearings", "minutes"}  # folders with longer lines still; no other may have one


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_line_is_too_long_to_read(path):
    if path.parent.name not in LONGER_YET:
        assert not [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > LONGEST_LINE]
