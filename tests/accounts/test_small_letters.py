"""User names of earlier versions get small letters; where two would become one, nothing is changed and they are named."""

from importlib import import_module

import pytest
from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from accounts.models import User
from tests import factories as f

pytestmark = pytest.mark.django_db

migration = import_module("accounts.migrations.0003_user_names_without_case")


@pytest.fixture
def before():
    """The users as the version before knew them: their names in any letters. `names` are set as they are written."""
    state = ProjectState()
    columns = [("id", models.BigAutoField(primary_key=True)), ("username", models.CharField(max_length=150))]
    state.add_model(ModelState("accounts", "User", columns, options={"db_table": User._meta.db_table}))
    earlier = state.apps.get_model("accounts", "User")

    def named(*names: str):
        for name in names:
            earlier.objects.filter(pk=f.UserFactory().pk).update(username=name)
        return state.apps

    return named


def names() -> set[str]:
    return set(User.objects.values_list("username", flat=True))


def test_names_get_small_letters(before):
    migration.in_small_letters(before("Gerda", "frode", "ÆRØ"), None)
    assert names() == {"gerda", "frode", "ærø"}


def test_two_that_would_become_one_stop_it_before_anything_is_changed(before):
    apps = before("Gerda", "gerda", "FRODE")
    with pytest.raises(RuntimeError, match="Gerda og gerda"):
        migration.in_small_letters(apps, None)
    assert names() == {"Gerda", "gerda", "FRODE"}
