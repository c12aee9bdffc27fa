"""Whatever has changed between the plan and the mail is heeded when the mail leaves."""

import datetime as dt

import pytest
from django.core import mail as sent

from reminders import by_hand, services
from reminders.deadlines import Addressee, DeadlineKind, Duty
from reminders.models import Mail, Reminder
from tests import factories as f

pytestmark = pytest.mark.django_db

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
def contact():
    return f.ContactFactory()


def send(now) -> None:
    services.send_due(clock=lambda: now)


def plan_and_send(now) -> None:
    services.update_plan(now=now)
    send(now)


def states(**of) -> list[str]:
    return list(Reminder.objects.filter(**of).order_by("send_at", "pk").values_list("state", flat=True))


@pytest.mark.parametrize("mute", ["the body", "all that is no duty"])
def test_a_body_muted_since_the_plan_is_silent_but_for_ones_duty(made, monday, contact, mute):
    body = f.BodyFactory()
    made.add(contact, body=body, kind=DeadlineKind.MEETING, last=dt.date(2018, 9, 5), duty=Duty.MEMBER)
    made.add(contact, body=body)
    services.update_plan(now=monday)
    if mute == "the body":
        contact.muted_bodies.add(body)
    else:
        services.leave(contact=contact)
    send(monday)
    [message] = sent.outbox
    assert ("made:1" in message.body, "made:2" in message.body) == (False, True)
    assert states(key="made:1") == ["withdrawn"]


def test_what_was_due_when_its_body_was_muted_is_withdrawn_and_not_missed(made, monday, contact):
    body = f.BodyFactory()
    made.add(contact, body=body, kind=DeadlineKind.MEETING, last=dt.date(2018, 9, 5), duty=Duty.MEMBER)
    services.update_plan(now=monday)
    contact.muted_bodies.add(body)
    services.update_plan(now=monday + HOUR)
    assert states() == ["withdrawn"]


def test_the_mail_tells_the_duty_as_it_is_now(made, monday, contact):
    deadline = made.add(contact)
    services.update_plan(now=monday)
    made.address_to(deadline, Addressee(f"user:{contact.user_id}", Duty.RESPONSIBLE))
    send(monday)
    assert "fordi I er ansvarlige" in sent.outbox[0].body


def test_what_was_asked_for_by_hand_leaves_once_although_its_deadline_was_moved(made, monday, contact):
    """It would else wait for a plan that leaves alone what was asked for by hand, and be looked at for ever."""
    deadline = made.add(contact)
    services.update_plan(now=monday - 10 * DAY)
    by_hand.send_now(reminder=Reminder.objects.get(step="before-10"), by=None, now=monday - 9 * DAY)
    made.move(deadline, dt.date(2018, 9, 24))
    services.update_plan(now=monday - 9 * DAY)
    for hours in range(3):
        send(monday - 9 * DAY + hours * HOUR)
    [message] = sent.outbox
    assert "24. september" in message.body
    assert Mail.objects.count() == 1


def test_somebody_who_may_not_log_in_any_more_gets_no_mail_and_is_shown(made, monday, contact):
    made.add(contact)
    services.update_plan(now=monday)
    contact.user.is_active = False
    contact.user.save(update_fields=["is_active"])
    send(monday)
    assert sent.outbox == []
    assert list(Reminder.objects.to_look_at().values_list("error", flat=True)) == ["no_address"]
    contact.user.is_active = True
    contact.user.save(update_fields=["is_active"])
    plan_and_send(monday + HOUR)
    assert [message.to for message in sent.outbox] == [[contact.user.email]]


def test_the_mail_goes_to_the_address_as_it_is_now(made, monday, contact):
    made.add(contact)
    services.update_plan(now=monday)
    contact.user.email = "ny@lindhoej.example"
    contact.user.save(update_fields=["email"])
    send(monday)
    assert [message.to for message in sent.outbox] == [["ny@lindhoej.example"]]
    assert Mail.objects.get().address == "ny@lindhoej.example"


@pytest.mark.parametrize("first", ["the planner", "the sender"])
def test_what_was_to_be_told_before_a_meeting_that_is_over_is_missed_until_seen(made, monday, contact, first):
    meeting = made.add(contact, kind=DeadlineKind.MEETING, last=dt.date(2018, 9, 5), duty=Duty.MEMBER)
    services.update_plan(now=monday - DAY)
    made.end(meeting, is_over=True)
    if first == "the planner":
        services.update_plan(now=monday + 10 * DAY)
    send(monday + 10 * DAY)
    services.update_plan(now=monday + 10 * DAY)
    assert (sent.outbox, states()) == ([], ["missed"])
    assert Reminder.objects.to_look_at().count() == 1


@pytest.mark.parametrize("first", ["the planner", "the sender"])
def test_what_was_to_be_told_before_something_that_has_been_met_is_withdrawn(made, monday, contact, first):
    deadline = made.add(contact)
    services.update_plan(now=monday)
    made.end(deadline)
    if first == "the planner":
        services.update_plan(now=monday + 10 * DAY)
    send(monday + 10 * DAY)
    services.update_plan(now=monday + 10 * DAY)
    assert (sent.outbox, set(states())) == ([], {"withdrawn"})


def test_a_report_first_seen_overdue_is_told_again_a_month_after_that(made, contact):
    made.add(contact, last=dt.date(2018, 7, 31))
    late = dt.datetime(2018, 8, 30, 10, tzinfo=f.COPENHAGEN)  # the monthly one would leave on the 31st
    for days in range(60):
        plan_and_send(late + days * DAY)
    assert [str(mail.sent_at.date()) for mail in Mail.objects.order_by("pk")] == ["2018-08-30", "2018-09-28", "2018-10-26"]
