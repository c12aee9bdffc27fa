"""What every test may lean on, and which tests run where.

A run without DATABASE_URL is the SQLite run, one with it the PostgreSQL run; `python -m tests.everything` does both.
"""

import os
from pathlib import Path

import pytest
from django.conf import settings as project
from django.test import override_settings

ROOT = Path(__file__).resolve().parent.parent
# The reference minutes and KLE's subject plan are no part of the project; a checkout may have them in a folder beside it.
BESIDE = Path(os.environ.get("SHARED") or ROOT.parent / "shared")
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "client", "admin_client", "admin_user"}

pytest_plugins = ["tests.chromium"]


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
    """A fast password hasher, uploads in the run's own folder, static files as they are called, and tasks run where they are called."""
    from secretariat.celery import app

    app.conf.task_always_eager = True
    app.conf.task_eager_propagates = True
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        MEDIA_ROOT=tmp_path_factory.mktemp("originals"),
        STORAGES=project.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
        STATIC_ROOT=None,
        WHITENOISE_USE_FINDERS=False,
    ):
        yield


def pytest_collection_modifyitems(config, items):
    """Leaves out what belongs to the other run: on PostgreSQL, what no database can change the outcome of."""
    wanted = belongs_on_sqlite if project.EMBEDDED else belongs_on_postgres
    left_out = [item for item in items if not wanted(item)]
    if left_out:
        items[:] = [item for item in items if wanted(item)]
        config.hook.pytest_deselected(items=left_out)


def belongs_on_sqlite(item) -> bool:
    return not (item.get_closest_marker("postgres") or item.get_closest_marker("services"))


def belongs_on_postgres(item) -> bool:
    if item.get_closest_marker("browser"):
        return False
    needs_database = item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
    return bool(needs_database) or not belongs_on_sqlite(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where everything is required, a test that skips itself has failed."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("REQUIRE_ALL"):
        report.outcome = "failed"
        report.longrepr = f"skipped although everything is required: {report.longrepr}"
    return report
