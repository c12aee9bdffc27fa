"""The pure modules that `pyproject.toml` lists for the layers are those whose types are checked."""

import fnmatch
import tomllib

from .processes import ROOT

TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]


def test_the_types_of_every_pure_module_are_checked():
    pure = next(one for one in TOOLS["importlinter"]["contracts"] if one["name"] == "Rules over plain values know no framework")
    left_out, taken_back = (
        {name for table in TOOLS["mypy"]["overrides"] if table.get("ignore_errors") is is_ignored for name in table["module"]}
        for is_ignored in (True, False)
    )
    assert TOOLS["mypy"]["strict"]

    def among(module: str, names: set[str]) -> bool:
        return any(module == name.removesuffix(".*") or fnmatch.fnmatch(module, name) for name in names)

    assert not {one for one in pure["source_modules"] if among(one, left_out) and not among(one, taken_back)}
