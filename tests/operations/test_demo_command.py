"""The demo's log-ins have passwords that everybody can read: they are never made in production."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from secretariat.management.commands import demo
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("command", ["demo", "run"])
def test_in_production_it_refuses_and_makes_nobody(settings, command):
    settings.EMBEDDED = False
    with pytest.raises(CommandError, match="indbyggede opsætning"):
        call_command(command)
    assert not User.objects.exists()


def test_the_database_is_made_ready_before_it_is_looked_into(monkeypatch, settings):
    """A new folder has no tables yet."""
    settings.EMBEDDED = True
    f.BodyFactory()
    called = []
    monkeypatch.setattr(demo, "call_command", lambda name, **_: called.append(name))
    with pytest.raises(CommandError, match="Registret er ikke tomt"):
        call_command("demo")
    assert called == ["migrate"]
