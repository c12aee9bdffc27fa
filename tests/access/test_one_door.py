"""No page, file or answer of the API gets a row past `access.py`, or a part of one past `with_parts`: their sources are read for other ways."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from django.apps import apps
from rest_framework.serializers import ModelSerializer

from cases.access import Actor
from meetings.models import AgendaItem
from meetings.parts import prefetches

ROOT = Path(__file__).parents[2]
APPS = ("cases", "meetings", "reminders", "hearings", "followups", "agendas", "minutes")
MODELS = [model for model in apps.get_models() if model._meta.app_label in APPS]
# A model of which not everybody may read every row says who may: its rows are asked for under that rule.
HIDDEN = {model for model in MODELS if hasattr(model._default_manager.all(), "visible_to")}
RELATIONS = {
    name
    for model in MODELS
    for name, other in [
        *((one.get_accessor_name(), one.related_model) for one in model._meta.related_objects),
        *((one.name, one.related_model) for one in model._meta.many_to_many),
    ]
    if other in HIDDEN and not name.endswith("+")
}
MANAGERS = {"all", "filter", "exclude", "get", "first", "last", "count", "exists", "values", "values_list", "order_by", "select_related"}
MANAGERS |= {"prefetch_related", "aggregate", "annotate", "iterator", "in_bulk", "none", "add", "set", "create", "earliest", "latest"}
SHOWING = sorted(
    path
    for app in (*APPS, "accounts", "secretariat")
    for path in (ROOT / app).rglob("*.py")
    if {"views", "templatetags", "api"} & {*path.relative_to(ROOT).parts} or path.name == "views.py"
)
SELECTING = [ROOT / "meetings" / "timeline.py", *sorted((ROOT / "hearings").glob("treatments.py"))]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
NO_RELATIONS = {
    "field.items",  # the choices of a form's field, by key
    "form.fields['item'].items",
    "matches.people",  # what the names of a document mean, in plain values
}
OF_A_DOCUMENT = {"templates/minutes/item.html"}  # shows the facts of a reading that waits for review, and no row


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def found_in(path: Path, kinds: type | tuple[type, ...]) -> Iterator[ast.AST]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            child.parent = node
    return (node for node in ast.walk(tree) if isinstance(node, kinds))


def walks(path: Path) -> list[str]:
    """The attributes that go from a row to rows that hang on it: `item.votes.all`."""
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in found_in(path, ast.Attribute)
        if node.attr in MANAGERS and isinstance(node.value, ast.Attribute) and node.value.attr in RELATIONS
        if ast.unparse(node.value) not in NO_RELATIONS
    ]


def managers(path: Path) -> list[str]:
    """The managers of hidden rows that are not asked for what somebody may read."""
    names = {model.__name__ for model in HIDDEN}
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in found_in(path, ast.Attribute)
        if node.attr in ("objects", "_default_manager", "_base_manager")
        and isinstance(node.value, ast.Name)
        and node.value.id in names
        and getattr(node.parent, "attr", "") not in ("visible_to", "none")
    ]


def lookups(path: Path) -> list[str]:
    """The rows looked up by key in the view itself. Bodies are public."""
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in found_in(path, ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id == "get_object_or_404" and ast.unparse(node.args[0]).split(".")[0] != "Body"
    ]


def variables(path: Path) -> list[str]:
    text = re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", path.read_text(encoding="utf-8"), flags=re.S)
    tags = re.findall(r"\{\{(.*?)\}\}|\{%(.*?)%\}", text, flags=re.S)
    return [path for tag in tags for path in re.findall(r"[A-Za-z_][\w.]*", re.sub(r"\"[^\"]*\"|'[^']*'", "", " ".join(tag)))]


def test_what_is_looked_for_is_known():
    """The test would be green if it looked for nothing."""
    assert {
        "sections",
        "votes",
        "participations",
        "hearings",
        "parties",
        "responses",
        "occurrences",
        "shut_out",
        "appearances",
    } <= RELATIONS
    assert {AgendaItem, apps.get_model("minutes", "Import"), apps.get_model("hearings", "Hearing")} <= HIDDEN
    assert len(SHOWING) > 50
    assert len(TEMPLATES) > 100


@pytest.mark.parametrize("path", [*SHOWING, *SELECTING], ids=name)
def test_no_view_walks_from_a_row_to_its_parts(path):
    assert walks(path) == []


@pytest.mark.parametrize("path", SHOWING, ids=name)
def test_no_view_asks_for_hidden_rows_but_as_what_somebody_may_read(path):
    assert managers(path) == []


@pytest.mark.parametrize("path", SHOWING, ids=name)
def test_no_view_looks_a_row_up_itself(path):
    assert lookups(path) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_template_walks_from_a_row_to_its_parts(path):
    steps = [variable.split(".") for variable in variables(path)]
    assert [".".join(way) for way in steps if "all" in way[1:]] == []
    pairs = [(way, pair) for way in steps for pair in pairwise(way)]
    assert [".".join(way) for way, (relation, step) in pairs if relation in RELATIONS and step in MANAGERS] == []


@pytest.mark.parametrize("path", [path for path in TEMPLATES if name(path) not in OF_A_DOCUMENT], ids=name)
def test_no_template_shows_a_decision_but_the_readable_one(path):
    """What a document quotes was asked for under the rule as a whole."""
    pairs = [pair for way in variables(path) for pair in pairwise(way.split("."))]
    assert [pair for pair in pairs if pair[1] == "decision" and pair[0] != "quote"] == []


def serializers(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from serializers(one)


def columns(model: type) -> set[str]:
    """The names that are the row's own, though elsewhere a relation is called so: the `mail` of a guest."""
    return {field.name for field in model._meta.concrete_fields if not field.is_relation}


def test_no_serializer_walks_from_a_row_to_its_parts():
    from secretariat.api import urls  # noqa: F401, which loads them all

    own = [one for one in serializers(ModelSerializer) if one.__module__.startswith("secretariat.") and hasattr(one, "Meta")]
    assert len(own) > 20
    fields = [(one.__name__, field) for one in own for name, field in one().fields.items() if name not in columns(one.Meta.model)]
    assert [(owner, field.source) for owner, field in fields if {*field.source.split(".")} & RELATIONS] == []


def test_every_part_of_an_item_is_registered():
    """What hangs on an item and is shown with it. What the item is met by, placed on or asked for in is a page of its own."""
    own_pages = {
        "occurrences",
        "placed_occurrences",
        "met_occurrences",
        "proposals",
        "proposal_answers",
        "decided_responses",
        "considered_responses",
    }
    own_pages |= {"time_plan_rows", "shut_out"}  # of the meeting; and who is shut out, which `meetings.item_access` tells
    own_pages |= {"unaware_routes"}  # planned without knowing of the item, and so never shown of it
    relations = {one.get_accessor_name() for one in AgendaItem._meta.related_objects if one.related_model in HIDDEN}
    assert {part.prefetch_through for part in prefetches(Actor(), [], texts=True)} == relations - own_pages


def test_the_log_of_closed_readings_is_written_in_one_place():
    writers = [path for app in (*APPS, "secretariat") for path in (ROOT / app).rglob("*.py") if "log_closed_reading" in path.read_text()]
    assert sorted(map(name, writers)) == ["meetings/middleware.py", "meetings/services.py"]
