"""The address book, the policies and the outbox."""

import datetime as dt
from uuid import uuid4

import factory
from factory.django import DjangoModelFactory

from reminders.deadlines import Duty, Kind
from reminders.models import Contact, Mail, Reminder, ReminderPolicy
from tests.factories.register import COPENHAGEN, BodyFactory, UserFactory

MORNING = dt.datetime(2018, 9, 3, 8, tzinfo=COPENHAGEN)  # of a Monday


class ContactFactory(DjangoModelFactory):
    """A user's; with `user=None` and `person=` or `name=` somebody without a log-in."""

    class Meta:
        model = Contact

    user = factory.SubFactory(UserFactory, secretary=True)


class ReminderPolicyFactory(DjangoModelFactory):
    class Meta:
        model = ReminderPolicy

    kind = Kind.REPORT


class MailFactory(DjangoModelFactory):
    class Meta:
        model = Mail

    contact = factory.SubFactory(ContactFactory)
    message_id = factory.LazyFunction(lambda: f"<{uuid4().hex}@lindhoej.example>")
    made_at = try_at = MORNING


class ReminderFactory(DjangoModelFactory):
    """A reminder that is planned for the morning of 3 September 2018, of a deadline two weeks later."""

    class Meta:
        model = Reminder

    key = factory.Sequence(lambda n: f"report:{n + 1}")
    kind = Kind.REPORT
    step = "before-10"
    contact = factory.SubFactory(ContactFactory)
    duty = Duty.SECRETARY
    body = factory.SubFactory(BodyFactory)
    last = dt.date(2018, 9, 17)
    send_at = MORNING
