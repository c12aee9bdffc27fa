"""What every test may lean on, and which tests run where.

A run without DATABASE_URL is the SQLite run, one with it the PostgreSQL run; `python -m tests.everything` does both.
"""

import gc
import os
from pathlib import Path
from unittest import mock

import pytest
from django.conf import settings as project
from django.core.cache import cache
from django.test import TransactionTestCase, override_settings
from hypothesis import HealthCheck
from hypothesis import settings as examples

ROOT = Path(__file__).resolve().parent.parent
# The reference minutes and KLE's subject plan are no part of the project; a checkout may have them in a folder beside it. SHARED=none says that there
# are none, so that the tests of them are left out, and are not missing where everything is required.
BESIDE = Path(os.environ.get("SHARED") or ROOT.parent / "shared")
# Where both runs are made, tests that touch no database run in the one on PostgreSQL, which has less to do.
WITHOUT_DATABASE_ON_POSTGRES = bool(os.environ.get("BOTH_RUNS"))
DATABASE_FIXTURES = {"register_before", "db", "transactional_db", "live_server", "client", "admin_client", "admin_user"}

pytest_plugins = ["tests.chromium"]

# No example fails because the machine is busy.
examples.register_profile("by outcome alone", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("by outcome alone")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout."""
    if not BESIDE.is_dir():
        pytest.skip("no folder of reference minutes beside the checkout")
    return BESIDE


@pytest.fixture(scope="session")
def reference(shared: Path) -> Path:
    """The folder of reference minutes with their hand-made keys."""
    return shared / "referater"


@pytest.fixture(autouse=True, scope="session")
def project_under_test(tmp_path_factory):
    """A fast password hasher, uploads in the run's own folder, static files as they are called, tasks run where they are called, and a
    database that is emptied in milliseconds."""
    from secretariat.celery import app
    from tests.emptying import delete_all_rows

    app.conf.task_always_eager = True
    app.conf.task_eager_propagates = True
    if project.EMBEDDED:
        app.conf.broker_transport_options = {"folder": tmp_path_factory.mktemp("queue")}
    emptied = mock.patch.object(TransactionTestCase, "_fixture_teardown", delete_all_rows)
    with (
        emptied,
        override_settings(
            PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
            MEDIA_ROOT=tmp_path_factory.mktemp("originals"),
            STORAGES=project.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
            STATIC_ROOT=None,
            WHITENOISE_USE_FINDERS=False,
        ),
    ):
        yield


@pytest.fixture(autouse=True)
def no_failed_log_ins(request):
    """Empties the cache before a test that writes for good: its table is no model's, so emptying the database leaves it as it is."""
    if {"transactional_db", "live_server"} & {*request.fixturenames}:
        request.getfixturevalue("transactional_db")
        cache.clear()


def pytest_collection_modifyitems(config, items):
    """Leaves out what belongs to the other run (on PostgreSQL, what no database can change the outcome of), and the reference minutes where there are none."""
    belongs = belongs_on_sqlite if project.EMBEDDED else belongs_on_postgres
    without = os.environ.get("SHARED") == "none"
    left_out = [item for item in items if not belongs(item) or (without and "shared" in item.fixturenames)]
    if left_out:
        leaving = set(left_out)
        items[:] = [item for item in items if item not in leaving]
        config.hook.pytest_deselected(items=left_out)
    if os.environ.get("REQUIRE_ALL"):
        try_once_more([item for item in items if item.get_closest_marker("browser") or item.get_closest_marker("services")])


def pytest_collection_finish():
    """Lets the garbage collector pass over what is loaded by now, and look seldom: a run makes more than it keeps."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)


def try_once_more(items) -> None:
    """Lets tests that drive a browser or whole processes fail once, which a busy machine may make them; the run's last lines name those that did."""
    for item in items:
        item.add_marker(pytest.mark.flaky(reruns=1))


def belongs_on_sqlite(item) -> bool:
    if item.get_closest_marker("postgres") or item.get_closest_marker("services"):
        return False
    return needs_database(item) or not WITHOUT_DATABASE_ON_POSTGRES


def belongs_on_postgres(item) -> bool:
    if item.get_closest_marker("postgres") or item.get_closest_marker("services"):
        return True
    if item.get_closest_marker("browser") or item.get_closest_marker("one_database"):
        return False
    return needs_database(item) or WITHOUT_DATABASE_ON_POSTGRES


def needs_database(item) -> bool:
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("browser") or item.get_closest_marker("one_database")
    return bool(marked or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where everything is required, a test that skips itself has failed."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("REQUIRE_ALL"):
        report.outcome = "failed"
        report.longrepr = f"skipped although everything is required: {report.longrepr}"
    return report
