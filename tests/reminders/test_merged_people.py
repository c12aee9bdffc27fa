"""Two spellings of a person made one have one contact, which has what was and is to be sent to either, and can be parted again."""

import pytest
from django.core import serializers
from django.urls import reverse

from meetings.merging import merge, part
from reminders.models import Contact, FormerToken, Mail, Reminder, ReminderStep
from tests import factories as f
from tests.factories.reminders import MORNING

pytestmark = pytest.mark.django_db
State = Reminder.State


def outbox() -> dict:
    """Every row of the address book and the outbox by table and key, less what only counts writes."""
    rows = [
        row
        for model in (Contact, FormerToken, Mail, Reminder, ReminderStep)
        for row in serializers.serialize("python", model._base_manager.all())
    ]
    return {(row["model"], row["pk"]): {name: value for name, value in row["fields"].items() if name != "version"} for row in rows}


def do(kept, gone):
    return merge(kept=kept, gone=gone, by=f.UserFactory(), now=MORNING)


def contact(person, email: str = "", **columns) -> Contact:
    return f.ContactFactory(user=None, person=person, email=email, **columns)


@pytest.fixture
def kept():
    return f.PersonFactory(name="Knud Elmelund")


@pytest.fixture
def gone():
    return f.PersonFactory(name="K. Elmelund")


@pytest.mark.parametrize(
    ("of_kept", "of_gone", "left"),
    [
        ("", "k@by.example", "k@by.example"),
        ("knud@by.example", "", "knud@by.example"),
        ("knud@by.example", "k@by.example", "knud@by.example"),
        ("", "", ""),
        (None, "k@by.example", "k@by.example"),
        ("knud@by.example", None, "knud@by.example"),
    ],
)
def test_the_address_is_the_kept_persons_else_the_others_with_its_settings(kept, gone, of_kept, of_gone, left):
    muted = f.BodyFactory()
    for person, email in ((kept, of_kept), (gone, of_gone)):
        if email is not None:
            made = contact(person, email, consents=bool(email), rhythm="weekly" if email else "daily")
            made.muted_bodies.set([muted] if email else [])
    before = outbox()
    done = do(kept, gone)
    found = Contact.objects.get()
    assert (found.person, found.email, found.consents, found.rhythm) == (kept, left, bool(left), "weekly" if left else "daily")
    assert list(found.muted_bodies.all()) == ([muted] if left else [])
    part(merge=done, by=f.UserFactory(), now=MORNING)
    assert outbox() == before


@pytest.mark.parametrize("who_logs_in", ["kept", "gone"])
def test_whoever_logs_in_is_reminded_at_the_log_ins_address_alone(kept, gone, who_logs_in):
    person, other = (kept, gone) if who_logs_in == "kept" else (gone, kept)
    person.user = f.UserFactory(email="knud@lindhoej.example")
    person.save(update_fields=["user"])
    own = f.ContactFactory(user=person.user)
    reminder = f.ReminderFactory(contact=contact(other, "k@by.example", consents=True))
    before = outbox()
    done = do(kept, gone)
    assert Contact.objects.get() == own
    reminder.refresh_from_db()
    assert reminder.contact == own
    part(merge=done, by=f.UserFactory(), now=MORNING)
    assert outbox() == before


def test_mails_and_reminders_of_both_are_the_contacts(kept, gone):
    stays, goes = contact(kept, "knud@by.example"), contact(gone, "k@by.example")
    sent = f.MailFactory(contact=goes, state=Mail.State.SENT, sent_at=MORNING)
    for one, columns in ((goes, {"state": State.SENT, "mail": sent}), (goes, {}), (stays, {})):
        f.ReminderFactory(contact=one, **columns)
    before = outbox()
    done = do(kept, gone)
    assert (stays.reminders.count(), list(stays.mails.all())) == (3, [sent])
    part(merge=done, by=f.UserFactory(), now=MORNING)
    assert outbox() == before


@pytest.mark.parametrize(
    ("of_kept", "of_gone", "left"),
    [
        (State.PLANNED, State.SENT, State.SENT),
        (State.SENT, State.PLANNED, State.SENT),
        (State.PLANNED, State.PLANNED, State.PLANNED),
        (State.MISSED, State.PLANNED, State.MISSED),
    ],
)
def test_nobody_is_reminded_twice_of_the_same(kept, gone, of_kept, of_gone, left):
    for person, state in ((kept, of_kept), (gone, of_gone)):
        one = contact(person, f"{state}@by.example")
        mail = f.MailFactory(contact=one, state=Mail.State.SENT, sent_at=MORNING) if state == State.SENT else None
        f.ReminderFactory(contact=one, key="report:1", state=state, mail=mail)
    before = outbox()
    done = do(kept, gone)
    assert Reminder.objects.get().state == left
    part(merge=done, by=f.UserFactory(), now=MORNING)
    assert outbox() == before


@pytest.mark.parametrize(("of_kept", "of_gone"), [(State.SENT, State.WITHDRAWN), (State.WITHDRAWN, State.SENT), (State.SENT, State.SENT)])
def test_what_was_done_with_either_and_their_mails_stay_with_the_one(kept, gone, of_kept, of_gone):
    mails = []
    for person, state in ((kept, of_kept), (gone, of_gone)):
        one = contact(person, f"{person.pk}@by.example")
        earlier, mail = (f.MailFactory(contact=one, state=Mail.State.SENT, sent_at=MORNING) for _ in range(2))
        reminder = f.ReminderFactory(contact=one, key="report:1", state=state, mail=mail)
        reminder.earlier_mails.add(earlier)
        ReminderStep.objects.create(reminder=reminder, what=ReminderStep.What.SKIPPED, at=MORNING)
        mails += [earlier, mail]
    before = outbox()
    done = do(kept, gone)
    reminder = Reminder.objects.get()
    assert reminder.steps.count() == 2
    assert {reminder.mail, *reminder.earlier_mails.all()} == {*mails}
    part(merge=done, by=f.UserFactory(), now=MORNING)
    assert outbox() == before


def test_what_is_turned_off_at_either_stays_off(kept, gone):
    bodies = f.BodyFactory(), f.BodyFactory(), f.BodyFactory()
    contact(kept, "knud@by.example").muted_bodies.set(bodies[:2])
    contact(gone, "k@by.example", duties_only=True).muted_bodies.set(bodies[1:])
    before = outbox()
    done = do(kept, gone)
    found = Contact.objects.get()
    assert (found.email, found.duties_only, set(found.muted_bodies.all())) == ("knud@by.example", True, {*bodies})
    part(merge=done, by=f.UserFactory(), now=MORNING)
    assert outbox() == before


def test_reminders_are_turned_off_by_a_mail_to_the_other_spelling_too(client, kept, gone):
    contact(kept, "knud@by.example", consents=True)
    address = reverse("reminders-leave", kwargs={"token": contact(gone, "k@by.example").unsubscribe_token})
    before = outbox()
    done = do(kept, gone)
    assert client.get(address).status_code == 200
    part(merge=done, by=f.UserFactory(), now=MORNING)
    assert outbox() == before
    third = f.PersonFactory(name="Knud Elm")
    contact(third, "elm@by.example", consents=True)
    do(kept, gone)
    do(third, kept)
    client.post(address)
    assert not Contact.objects.get().consents


def test_what_was_planned_since_stays_with_the_contact(kept, gone):
    stays, _goes = contact(kept, "knud@by.example"), contact(gone, "k@by.example")
    done = do(kept, gone)
    since = f.ReminderFactory(contact=stays)
    part(merge=done, by=f.UserFactory(), now=MORNING)
    since.refresh_from_db()
    assert since.contact == stays
    assert Contact.objects.count() == 2


def test_two_spellings_of_a_body_leave_the_contacts_alone():
    contact(f.PersonFactory(), "knud@by.example")
    do(f.BodyFactory(), f.BodyFactory())
    assert Contact.objects.get().email == "knud@by.example"
