"""The verbs of letters: one is written and goes its way, and is taken back as long as it can be."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from reminders.address_book import add_missing
from reminders.letters.about import About
from reminders.models import Contact, Letter, Mail
from reminders.outbox import new_message_id
from reminders.tasks import send_reminders

WRITTEN = ("way", "address", "postal_address", "how", "subject", "text", "sent_on")


def same_letter(*, about: About, values: dict[str, Any], by: User) -> Letter | None:
    """The latest letter about it when it is the very same, as it is when a form is sent twice."""
    latest = Letter.objects.filter(key=about.key).order_by("-pk").first()
    is_same = latest and latest.by_id == by.pk and all(getattr(latest, name) == values[name] for name in WRITTEN)
    return latest if is_same else None


@transaction.atomic
def write(*, about: About, values: dict[str, Any], record: Callable[[Letter], object], by: User, now: datetime) -> Letter:
    """Writes the letter, and lets it `record` itself as a step of what is waited for, which may refuse it.

    One by mail waits in the outbox then, as everything that leaves: so it is sent at least once, under one Message-ID.
    """
    columns = {name: values[name] for name in WRITTEN}
    letter = Letter(key=about.key, body=about.body, item=about.item, recipient=about.name, by=by, at=now, **columns)
    letter.save(force_insert=True)
    record(letter)
    if letter.is_mailed:
        contact = _contact(about, values["contact"], letter.address)
        Mail.objects.create(letter=letter, contact=contact, message_id=new_message_id(), address=letter.address, made_at=now, try_at=now)
        send_reminders.delay_on_commit()
    return letter


def take_back(letter: Letter) -> bool:
    """A mail that has not left does not. Returns False when it has left meanwhile, or is leaving."""
    if not letter.is_mailed:
        return True
    return bool(Mail.objects.withdrawable().filter(letter=letter).update(state=Mail.State.WITHDRAWN))


def _contact(about: About, key: str, address: str) -> Contact:
    """The contact of the key, made when there is none; for a new address the one that it is kept for, unless that one has another that is good."""
    own = about.own_addressee
    wanted = {one.key: one for one in (*about.addressees, own)}.get(key, own)
    contacts = {one: contact for one, contact in about.contacts().items() if contact.pk}
    add_missing([wanted], contacts)
    contact = Contact.objects.select_for_update(of=("self",)).select_related("user").get(pk=contacts[wanted.key].pk)
    if not contact.user_id and (not contact.email or contact.is_refused) and contact.email != address:
        contact.email = address
        contact.save(update_fields=["email"])
    return contact
