"""The last look before a reminder leaves: does its deadline still stand, and may this reader still be told of it?"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.conf import settings

from cases.access import Viewer
from reminders import sources
from reminders.address_book import key_of, viewer_of
from reminders.deadlines import Deadline, Description
from reminders.mails import Entry, entry_of
from reminders.models import Contact, Reminder
from reminders.rhythm import is_before


@dataclass(slots=True)
class Checked:
    """The entries to tell, and the rows that are not sent: `moved` ones wait for the planner, whose plan of them is out of date."""

    entries: list[Entry] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)
    missed: list[int] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)


def check(reminders: Collection[Reminder], contact: Contact, *, now: datetime, today: date) -> Checked:
    """Sorts out the reminders, which are the contact's and have their bodies at hand. Of several about one deadline the latest is told."""
    standing = standing_deadlines({one.key for one in reminders}, today=today)
    described = descriptions([key for key in standing if _is_addressed(standing[key], contact)], contact, today=today)
    latest = {one.key: one.pk for one in sorted(reminders, key=lambda one: (one.send_at, one.pk))}
    checked = Checked()
    for one in reminders:
        if one.key not in described:
            checked.withdrawn.append(one.pk)
        elif standing[one.key].last != one.last:
            checked.moved.append(one.pk)
        elif latest[one.key] != one.pk or (one.last < today and is_before(one.send_at, one.last) and not one.by_hand):
            checked.missed.append(one.pk)
        else:
            checked.told.append(one.pk)
            checked.entries.append(entry_of(one, described[one.key], today=today, site=settings.SITE_URL))
    return checked


def standing_deadlines(keys: Collection[str], *, today: date) -> dict[str, Deadline]:
    """The deadlines of the keys that stand on the day, a fixed number of queries for each source."""
    found = (deadline for source, own in _by_source(keys) for deadline in source.deadlines(today=today, keys=own))
    return {deadline.key: deadline for deadline in found}


def descriptions(keys: Collection[str], contact: Contact, *, today: date) -> dict[str, Description]:
    """Those of the deadlines that the contact may be told of, in words."""
    return described_for(keys, viewer=viewer_of(contact, today=today)) if keys else {}


def described_for(keys: Collection[str], *, viewer: Viewer) -> dict[str, Description]:
    """Those of the deadlines that the viewer may read of, in words."""
    return {key: words for source, own in _by_source(keys) for key, words in source.describe(own, viewer=viewer).items()}


def _by_source(keys: Iterable[str]) -> Iterable[tuple[sources.Source, list[str]]]:
    """The keys by their source; those of no source are left out."""
    by_name = defaultdict(list)
    for key in sorted(keys):
        by_name[key.partition(":")[0]].append(key)
    return [(source, by_name[source.name]) for source in sources.registered() if source.name in by_name]


def _is_addressed(deadline: Deadline, contact: Contact) -> bool:
    return any(one.key == key_of(contact) for one in deadline.addressees)
