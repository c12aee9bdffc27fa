"""Two spellings of a body made one have one policy of each kind, whose history tells what was done in both, and can be parted again."""

import pytest
from django.core import serializers

from meetings.merging import merge, part
from reminders.deadlines import DeadlineKind
from reminders.models import PolicyStep, ReminderPolicy
from reminders.policies import history_of, take_back, write_policy
from reminders.steps import parse_step
from tests import factories as f
from tests.factories.reminders import MORNING

pytestmark = pytest.mark.django_db


def kept_rows() -> list[dict]:
    rows = [row for model in (ReminderPolicy, PolicyStep) for row in serializers.serialize("python", model.objects.order_by("pk"))]
    return [{**row, "fields": {name: value for name, value in row["fields"].items() if name != "version"}} for row in rows]


def write(body, *steps: str, kind=DeadlineKind.REPORT) -> None:
    write_policy(body=body, kind=kind, steps=[parse_step(step) for step in steps], by=f.UserFactory(), now=MORNING)


@pytest.fixture
def kept():
    return f.BodyFactory(name="Udsatterådet")


@pytest.fixture
def gone():
    return f.BodyFactory(name="Rådet for Udsatte")


def test_the_history_of_both_is_told_and_the_kept_ones_alone_is_taken_back(kept, gone):
    write(kept, "before-10")
    write(gone, "before-5")
    write(gone, "before-5", "overdue")
    write(gone, "before-2", kind=DeadlineKind.HEARING)
    before = kept_rows()
    done = merge(kept=kept, gone=gone, by=f.UserFactory(), now=MORNING)
    assert ReminderPolicy.objects.get(kind=DeadlineKind.REPORT).steps == ["before-10"]
    told = history_of(kept.pk, DeadlineKind.REPORT)
    assert [(change.after, change.step.carried_from, change.may_undo) for change in told] == [
        ("5 arbejdsdage før, første arbejdsdag efter", "Rådet for Udsatte", False),
        ("5 arbejdsdage før", "Rådet for Udsatte", False),
        ("10 arbejdsdage før", "", True),
    ]
    assert [change.may_undo for change in history_of(kept.pk, DeadlineKind.HEARING)] == [True]
    part(merge=done, by=f.UserFactory(), now=MORNING)
    assert kept_rows() == before


def test_what_was_done_in_the_other_ones_policy_is_told_on_the_page_and_stands_in_nobodys_way(client, kept, gone):
    write(kept, "before-10")
    write(gone, "before-5")
    merge(kept=kept, gone=gone, by=f.UserFactory(), now=MORNING)
    client.force_login(f.UserFactory(administrator=True))
    address = f"/paamindelser/regler/{kept.slug}/report/"
    assert "Rådet for Udsatte" in client.get(address).content.decode()
    carried, own = (change.step for change in history_of(kept.pk, DeadlineKind.REPORT))
    client.post(address, {"trin": carried.pk})
    assert ReminderPolicy.objects.get().steps == ["before-10"]
    take_back(step=own, by=f.UserFactory(), now=MORNING)
    assert ReminderPolicy.objects.get().steps is None
