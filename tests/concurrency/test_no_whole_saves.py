"""Code saves the columns it changes, and says which."""

import ast
from pathlib import Path

from tests.conftest import ROOT

APPS = ["accounts", "agendas", "cases", "meetings", "hearings", "followups", "minutes", "reminders"]
# Its forms are filled from the row that they hold locked.
LOCKED_FORMS = "reminders/views/settings.py"


def whole_saves(path: Path) -> list[str]:
    """Every `x.save()` without arguments."""
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [f"{path.relative_to(ROOT)}:{call.lineno}" for call in calls if call.func.attr == "save" and not (call.args or call.keywords)]


def test_no_row_is_saved_whole():
    """A row that was read before its lock, and saved whole after it, undoes what came between."""
    sources = [
        path
        for app in APPS
        for path in sorted((ROOT / app).rglob("*.py"))
        if "migrations" not in path.parts and path != ROOT / LOCKED_FORMS
    ]
    assert [place for path in sources for place in whole_saves(path)] == []
