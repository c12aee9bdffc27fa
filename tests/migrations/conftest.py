"""A register from before a migration, so that a test can fill it with rows, migrate it and look at what became of them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from django.apps import apps as models_of_today
from django.apps.registry import Apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model


class OldRegister:
    """An empty database of its own in the state before one migration; `connection` leads to it.

    `apps` gives the models as they were then: `apps.get_model("meetings", "Body")`. They have columns and relations, but no methods,
    managers or properties of today.
    """

    def __init__(self, copies: "Copies", app: str, name: str) -> None:
        self._key = (app, name)
        graph = _executor().loader.graph
        before = [node.key for node in graph.node_map[self._key].parents]
        applied = frozenset(key for parent in before for key in graph.forwards_plan(parent))
        copies.take_out(applied)
        self.apps = self._migrate(*before)
        copies.put_aside(applied)

    def add(self, label: str, **columns) -> Model:
        """Makes a row of the model called `label`, such as `meetings.Body`.

        Derived columns (`cases.fields`) that are not given are computed by the property of today's model.
        """
        row = self.apps.get_model(label)(**columns)
        for field in row._meta.concrete_fields:
            if getattr(field, "is_derived", False):
                value = columns[field.name] if field.name in columns else getattr(models_of_today.get_model(label), field.of).fget(row)
                setattr(row, field.of, value)
        row.save(force_insert=True)
        return row

    def migrate(self) -> Apps:
        """Runs the migration. Returns the models as they are after it."""
        return self._migrate(self._key)

    def migrate_to_newest(self) -> None:
        """Runs the migration and all others, so that the models and services of the code can be used."""
        self._migrate(*_executor().loader.graph.leaf_nodes())

    def _migrate(self, *keys: tuple[str, str]) -> Apps:
        state = _executor().migrate([tuple(key) for key in keys])
        state.clear_delayed_apps_cache()  # its models were made one migration after another, and would not all know each other
        return state.apps


class Copies:
    """Registers put aside before the migrations that tests begin with, by what was applied to them: each is made once in a run.

    On SQLite a copy is a database in memory, on PostgreSQL one on the same server.
    """

    def __init__(self, usual: BaseDatabaseWrapper) -> None:
        self._usual = usual
        self._kept: dict[frozenset[tuple[str, str]], sqlite3.Connection | str] = {}

    def take_out(self, applied: frozenset[tuple[str, str]]) -> None:
        """Fills the test's empty database with the copy to which most of `applied` has been applied and nothing else, if there is one."""
        own, nearest = connections["default"], max((key for key in self._kept if key <= applied), key=len, default=None)
        if nearest is None:
            return
        if own.vendor == "sqlite":
            own.ensure_connection()
            self._kept[nearest].backup(own.connection)
        else:
            own.close()
            _on_server(self._usual, "DROP DATABASE {}", own.settings_dict["NAME"])
            _on_server(self._usual, "CREATE DATABASE {} TEMPLATE {}", own.settings_dict["NAME"], self._kept[nearest])

    def put_aside(self, applied: frozenset[tuple[str, str]]) -> None:
        """Copies the test's database, to which `applied` has been applied, unless there is such a copy."""
        own = connections["default"]
        if applied in self._kept:
            return
        if own.vendor == "sqlite":
            self._kept[applied] = sqlite3.connect(":memory:")
            own.connection.backup(self._kept[applied])
        else:
            own.close()
            name = f"{own.settings_dict['NAME']}_{len(self._kept)}"
            _on_server(self._usual, "DROP DATABASE IF EXISTS {}", name)
            _on_server(self._usual, "CREATE DATABASE {} TEMPLATE {}", name, own.settings_dict["NAME"])
            self._kept[applied] = name

    def drop(self) -> None:
        for copy in self._kept.values():
            if self._usual.vendor == "sqlite":
                copy.close()
            else:
                _on_server(self._usual, "DROP DATABASE {}", copy)


@pytest.fixture(scope="session")
def copies(django_db_setup, django_db_blocker) -> Iterator[Copies]:
    with django_db_blocker.unblock():
        copies = Copies(connections["default"])
        yield copies
        copies.drop()


@pytest.fixture
def register_before(copies, django_db_blocker, settings) -> Iterator[Callable[[str, str], OldRegister]]:
    """`register_before("meetings", "0013_merges")` gives the `OldRegister`. Takes no `db` and no mark: the database is its own."""
    settings.MIGRATION_MODULES = {}  # also where the run makes its own database without migrations
    with django_db_blocker.unblock(), _database_of_its_own():
        yield partial(OldRegister, copies)


def _executor() -> MigrationExecutor:
    return MigrationExecutor(connections["default"])


@contextmanager
def _database_of_its_own() -> Iterator[None]:
    """`connection` leads to an empty database within this, and to the run's own after it."""
    usual = connections["default"]
    own = usual.copy()
    name = own.settings_dict["NAME"] = ":memory:" if usual.vendor == "sqlite" else f"{usual.settings_dict['NAME']}_migrations"
    if usual.vendor != "sqlite":
        _on_server(usual, "DROP DATABASE IF EXISTS {}", name)
        _on_server(usual, "CREATE DATABASE {}", name)
    connections["default"] = own
    try:
        yield
    finally:
        BaseDatabaseWrapper.close(own)  # SQLite's own `close` leaves a database in memory open
        connections["default"] = usual
        if usual.vendor != "sqlite":
            _on_server(usual, "DROP DATABASE {}", name)


def _on_server(usual: BaseDatabaseWrapper, statement: str, *databases: str) -> None:
    with usual._nodb_cursor() as cursor:
        cursor.execute(statement.format(*(usual.ops.quote_name(name) for name in databases)))
