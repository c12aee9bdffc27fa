"""`manage.py remind`, for those who have only cron, and to see what would go."""

import json

import pytest
import time_machine
from django.core import mail as sent
from django.core.management import CommandError, call_command

from reminders.models import Contact, Reminder
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_a_dry_run_shows_what_would_go_and_keeps_nothing(made, capsys, settings):
    contact = f.ContactFactory(user__email="sekretaer@lindhoej.example")
    deadline = made.add(contact, body=f.BodyFactory(name="Havneudvalget"))
    call_command("remind", dry_run=True, today="2018-09-03", json=True)
    rows = json.loads(capsys.readouterr().out)
    assert rows[0] == {
        "key": deadline.key,
        "kind": "report",
        "step": "before-10",
        "recipient": "sekretaer@lindhoej.example",
        "send_at": "2018-09-03T08:00:00+02:00",
        "due": "2018-09-17",
        "title": "Sagen made:1",
        "reason": "Det er lovet senest mandag d. 17. september 2018. Du får påmindelsen, fordi du er sekretær for Havneudvalget.",
        "link": f"{settings.SITE_URL}/punkter/1/",
    }
    assert [row["send_at"] for row in rows] == sorted(row["send_at"] for row in rows)
    assert (Reminder.objects.count(), len(sent.outbox)) == (0, 0)


def test_the_forecast_in_words_names_no_one_new_to_the_address_book(made, capsys):
    made.add(f.ContactFactory())
    before = Contact.objects.count()
    call_command("remind", dry_run=True, today="2018-09-03")
    assert "3. september 2018 kl. 08.00" in capsys.readouterr().out
    assert Contact.objects.count() == before


@time_machine.travel("2018-09-03 12:00+02:00", tick=False)
@pytest.mark.parametrize("command", ["remind", "run_due_tasks"])
def test_without_a_dry_run_it_plans_and_sends_once(made, command):
    made.add(f.ContactFactory())
    call_command(command)
    call_command(command)
    assert len(sent.outbox) == 1


@pytest.mark.parametrize("options", [{"today": "2018-09-03"}, {"json": True}, {"dry_run": True, "today": "3. september"}])
def test_what_makes_no_sense_is_refused(made, options):
    with pytest.raises(CommandError):
        call_command("remind", **options)
