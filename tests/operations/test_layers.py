"""The apps of docs/architecture.md import only downwards; the contracts stand in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

from .processes import ROOT


def test_no_room_imports_from_above():
    # As a command: called from here it would silence every logger there is, for all the tests to come.
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert shown.returncode == 0, shown.stdout + shown.stderr


def test_views_hold_no_transactions():
    views = [*ROOT.glob("*/views/**/*.py"), *ROOT.glob("*/views.py")]
    assert len(views) > 50
    assert [str(path.relative_to(ROOT)) for path in views if "atomic" in path.read_text(encoding="utf-8")] == []


def test_the_api_holds_no_transactions_either():
    # Nor does it lock: a call names the version it was made on, so the service compares that and no form is asked under the lock.
    modules = [*ROOT.glob("secretariat/api/**/*.py")]
    assert len(modules) > 15
    words = ("atomic", "holding", "changing", "lock_")
    assert [(path.name, word) for path in modules for word in words if word in path.read_text(encoding="utf-8")] == []
