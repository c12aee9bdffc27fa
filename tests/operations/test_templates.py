"""What the templates ask for is there, and nothing in them needs a laxer policy than default-src 'self'."""

import re

import pytest
from django.contrib.staticfiles import finders

from .processes import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MAILS = sorted((ROOT / "templates").rglob("*.txt"))
INLINE = {
    "a script in the page": r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")",
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


def test_no_line_is_too_long_to_read():
    lines = [(name(path), line) for path in [*TEMPLATES, *MAILS] for line in path.read_text(encoding="utf-8").splitlines()]
    assert not [(where, line) for where, line in lines if len(line) > LONGEST_LINE]


BY_HAND = {"{% badge %}": r'class="badge[ "]', "{% alert %}": r'class="alert alert-', "{% timeline_step %}": r'class="step[ "]'}


def test_no_part_of_the_design_system_is_written_out_where_a_tag_makes_it():
    assert not [(name(path), tag) for path in TEMPLATES for tag, markup in BY_HAND.items() if re.search(markup, text(path))]
