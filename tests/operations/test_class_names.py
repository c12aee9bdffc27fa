"""Each class has a name of its own, so that a search for it leads to one place."""

import ast
from collections import defaultdict
from collections.abc import Iterator

from .processes import ROOT

PRODUCT = [
    "accounts",
    "agendas",
    "bench",
    "cases",
    "concurrency",
    "danish",
    "demo",
    "followups",
    "hearings",
    "meetings",
    "minutes",
    "reader",
    "reminders",
    "secretariat",
]
OF_THE_FRAMEWORK = {"Command"}  # Django finds a command by its file; `Meta`, `Media` and choices are named with the class they stand in


def names(tree: ast.AST, owner: str = "") -> Iterator[str]:
    """The classes of a module; one within another as code calls it: `Step.What`."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield owner + node.name
            yield from names(node, f"{owner}{node.name}.")
        elif not isinstance(node, ast.expr):
            yield from names(node, owner)


def test_no_two_classes_have_one_name():
    found = defaultdict(list)
    for app in PRODUCT:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                for name in names(ast.parse(path.read_text(encoding="utf-8"))):
                    found[name].append(str(path.relative_to(ROOT)))
    assert len(found) > 500
    assert {name: paths for name, paths in found.items() if len(paths) > 1 and name not in OF_THE_FRAMEWORK} == {}
