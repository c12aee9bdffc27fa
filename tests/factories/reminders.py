"""The address book, the policies and the outbox."""

import datetime as dt
from uuid import uuid4

import factory
from factory.django import DjangoModelFactory

from reminders.deadlines import DeadlineKind, Duty
from reminders.models import Contact, Letter, Mail, Reminder, ReminderPolicy
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

    kind = DeadlineKind.REPORT


class MailFactory(DjangoModelFactory):
    class Meta:
        model = Mail

    contact = factory.SubFactory(ContactFactory)
    message_id = factory.LazyFunction(lambda: f"<{uuid4().hex}@lindhoej.example>")
    made_at = try_at = MORNING


class LetterFactory(DjangoModelFactory):
    """A letter that was noted as told by telephone; with `way="mail"` it has a mail that waits."""

    class Meta:
        model = Letter
        skip_postgeneration_save = True

    key = factory.Sequence(lambda n: f"report:{n + 1}")
    body = factory.SubFactory(BodyFactory)
    way = "hand"
    recipient = "Forvaltningen"
    address = factory.LazyAttribute(lambda letter: "forvaltningen@lindhoej.example" if letter.way == "mail" else "")
    how = "telefon"
    subject = "Påmindelse: En status på varmestuen"
    text = "Til Forvaltningen"
    sent_on = MORNING.date()
    at = MORNING

    @factory.post_generation
    def mail(self, create, extracted, **columns):
        if self.is_mailed:
            contact = Contact.objects.filter(name=self.recipient).first() or ContactFactory(user=None, name=self.recipient)
            MailFactory(letter=self, contact=contact, address=self.address, **columns)


class ReminderFactory(DjangoModelFactory):
    """A reminder that is planned for the morning of 3 September 2018, of a deadline two weeks later."""

    class Meta:
        model = Reminder

    key = factory.Sequence(lambda n: f"report:{n + 1}")
    kind = DeadlineKind.REPORT
    step = "before-10"
    contact = factory.SubFactory(ContactFactory)
    duty = Duty.SECRETARY
    body = factory.SubFactory(BodyFactory)
    last = dt.date(2018, 9, 17)
    send_at = MORNING
