"""The address book: who the addressees of deadlines are. One human being is one contact, whoever names them."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from cases.access import PUBLIC, Actor
from meetings.access import actor_for
from reminders.deadlines import Addressee
from reminders.models import Contact


def key_of(contact: Contact) -> str:
    """The key by which deadlines name the contact: `user:7`, `person:3` or `name:centerforsocialindsats`."""
    if contact.user_id:
        return f"user:{contact.user_id}"
    return f"person:{contact.person_id}" if contact.person_id else f"name:{contact.key}"


def all_contacts() -> dict[str, Contact]:
    """Every contact by its key. A person's contact has become the user's when the person can log in by now."""
    can_log_in = Contact.objects.filter(person__user__isnull=False)
    for contact in can_log_in.exclude(Exists(Contact.objects.filter(user=OuterRef("person__user")))).select_related("person"):
        Contact.objects.filter(pk=contact.pk).update(user=contact.person.user_id, person=None, email="")
    columns = [
        "user",
        "person",
        "name",
        "key",
        "email",
        "consents",
        "rhythm",
        "duties_only",
        "refused_email",
        "user__email",
        "user__is_active",
    ]
    return {key_of(contact): contact for contact in Contact.objects.select_related("user").only(*columns).order_by()}


@contextmanager
def holding_contact(pk: int) -> Iterator[Contact]:
    """Holds the contact, which is there, with its user while the block runs, as one transaction."""
    with transaction.atomic():
        yield Contact.objects.select_for_update(of=("self",)).select_related("user").get(pk=pk)


def add_missing(addressees: Iterable[Addressee], contacts: dict[str, Contact]) -> None:
    """Makes a contact of each addressee that has none, and puts it among `contacts`. Several at once make one."""
    missing = {one.key: one for one in addressees if one.key not in contacts}
    if not missing:
        return
    made = [_new_contact(one) for one in missing.values()]
    Contact.objects.bulk_create(made, ignore_conflicts=True)
    contacts.update(_of_the_same(made))


def known_contacts(addressees: Iterable[Addressee]) -> dict[str, Contact]:
    """The contacts of the addressees by key; those who have none yet are new ones that are not saved. Two queries."""
    wanted = {one.key: _new_contact(one) for one in addressees}
    users = User.objects.in_bulk([one.user_id for one in wanted.values() if one.user_id])
    for contact in wanted.values():
        contact.user = users.get(contact.user_id)
    return wanted | _of_the_same(wanted.values())


def _of_the_same(made: Collection[Contact]) -> dict[str, Contact]:
    """The contacts that are kept of those whom `made` names, by key: one query."""
    named = Q(user__in=[one.user_id for one in made if one.user_id]) | Q(person__in=[one.person_id for one in made if one.person_id])
    named |= Q(key__in=[one.key for one in made if one.name]) & ~Q(name="")
    return {key_of(contact): contact for contact in Contact.objects.filter(named).select_related("user", "person")}


def _new_contact(addressee: Addressee) -> Contact:
    sort, _, key = addressee.key.partition(":")
    if sort == "name":
        return Contact(name=addressee.name or key, key=key)
    return Contact(**{f"{sort}_id": int(key)})


def actor_of(contact: Contact, *, today: date) -> Actor:
    """Returns the reader whom the mail is written for: the user as on a page of the site, anybody else as the public."""
    return actor_for(contact.user, today=today) if contact.user else PUBLIC
