"""The rooms of docs/architecture.md import only downwards; the contracts stand in pyproject.toml."""

from importlinter.cli import lint_imports

from .processes import ROOT


def test_no_room_imports_from_above(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    broken = lint_imports(cache_dir=None)
    assert broken == 0, capsys.readouterr().out
