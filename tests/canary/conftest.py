"""The guard of the walks: no page walks from an item to its parts but through the rule of who may read them."""

import traceback

import pytest
from django.db import models

from meetings import part_querysets


@pytest.fixture
def fetched_unasked(monkeypatch) -> set[str]:
    """The models of which rows were fetched without `visible_to`, each with the line of the project that did it."""
    kinds = [kind for kind in vars(part_querysets).values() if isinstance(kind, type) and kind.__module__ == part_querysets.__name__]
    for kind in kinds:
        if "visible_to" in vars(kind):
            monkeypatch.setattr(kind, "visible_to", _marking(kind.visible_to))
    found = set()
    fetch = models.QuerySet._fetch_all

    def guarded(rows) -> None:
        if rows._result_cache is None and isinstance(rows, tuple(kinds)) and not getattr(rows.query, "asked_for", False):
            found.add(f"{rows.model.__name__} in {_line_of_the_project()}")
        fetch(rows)

    monkeypatch.setattr(models.QuerySet, "_fetch_all", guarded)
    return found


def _marking(visible_to):
    def marked(rows, actor):
        shown = visible_to(rows, actor)
        shown.query.asked_for = True
        return shown

    return marked


def _line_of_the_project() -> str:
    frames = [frame for frame in traceback.extract_stack() if "site-packages" not in frame.filename and "/tests/" not in frame.filename]
    return f"{frames[-1].filename}:{frames[-1].lineno}"
