"""What every test may lean on: the reference minutes, a fast password hasher, tasks run in place, and what this machine can do."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = Path(os.environ.get("REFERENCE_MINUTES", ROOT.parent / "shared" / "referater"))


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference minutes with their hand-made keys, where the checkout has one beside it."""
    if not REFERENCE.is_dir():
        pytest.skip(f"no reference minutes at {REFERENCE}")
    return REFERENCE


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def own_originals(settings, tmp_path_factory):
    """Uploaded files of a test land in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("originals")


@pytest.fixture(autouse=True, scope="session")
def tasks_in_place():
    """Tasks run where they are called, and their errors reach the test, with whichever broker."""
    from secretariat.celery import app

    app.conf.task_always_eager = True
    app.conf.task_eager_propagates = True
