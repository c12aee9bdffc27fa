"""The last look before a reminder leaves: does its deadline still stand, and may this reader still be told of it?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from cases.access import Actor
from reminders import sources
from reminders.address_book import actor_of, key_of
from reminders.deadlines import Deadline, Description, Duty
from reminders.mails import MailEntry, entry_of
from reminders.models import Contact, Reminder
from reminders.planning import CAN_BE_MUTED, without_muted
from reminders.rhythm import is_before


@dataclass(slots=True)
class Checked:
    """The entries to tell, and the rows that are not sent: `moved` ones wait for the planner, whose plan of them is out of date."""

    entries: list[MailEntry] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)
    missed: list[int] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)


def check(reminders: Collection[Reminder], contact: Contact, *, now: datetime, today: date) -> Checked:
    """Sorts out the reminders, which are the contact's and have their bodies at hand. Of several about one deadline the latest is told.

    What somebody has asked for by hand is told of the deadline as it stands.
    """
    keys = {one.key for one in reminders}
    standing = standing_deadlines(keys, today=today)
    lapsed = lapsed_deadlines(keys - standing.keys())
    duties = duties_of(standing, contact)
    described = descriptions(duties, contact, today=today)
    latest = {one.key: one.pk for one in sorted(reminders, key=lambda one: (one.send_at, one.pk))}
    checked = Checked()
    for one in reminders:
        if one.key in lapsed:
            checked.missed.append(one.pk)
        elif one.key not in described:
            checked.withdrawn.append(one.pk)
        elif standing[one.key].last != one.last and not one.by_hand:
            checked.moved.append(one.pk)
        elif latest[one.key] != one.pk or (one.last < today and is_before(one.send_at, one.last) and not one.by_hand):
            checked.missed.append(one.pk)
        else:
            one.duty, one.last = duties[one.key], standing[one.key].last
            checked.told.append(one.pk)
            checked.entries.append(entry_of(one, described[one.key], today=today, mailed_to=contact))
    return checked


def standing_deadlines(keys: Collection[str], *, today: date) -> dict[str, Deadline]:
    """The deadlines of the keys that stand on the day, a fixed number of queries for each source."""
    found = (deadline for source, own in _by_source(keys) for deadline in source.deadlines(today=today, keys=own))
    return {deadline.key: deadline for deadline in found}


def lapsed_deadlines(keys: Collection[str]) -> set[str]:
    """Those of the keys, whose deadlines stand no more, that ended with their day."""
    return {key for source, own in _by_source(keys) for key in source.lapsed(own)}


def duties_of(standing: Mapping[str, Deadline], contact: Contact) -> dict[str, Duty]:
    """The contact's duty of each of the deadlines that he or she is to be told of, without what is muted. One query when anything could be."""
    whose = key_of(contact)
    muted = {(whose, None)} if contact.duties_only else set()
    if any(one.key == whose and one.duty in CAN_BE_MUTED for deadline in standing.values() for one in deadline.addressees):
        muted |= {(whose, body) for body in contact.muted_bodies.values_list("pk", flat=True)}
    told = (without_muted(deadline, muted) for deadline in standing.values())
    found = {deadline.key: next((one.duty for one in deadline.addressees if one.key == whose), None) for deadline in told}
    return {key: duty for key, duty in found.items() if duty}


def descriptions(keys: Collection[str], contact: Contact, *, today: date) -> dict[str, Description]:
    """Those of the deadlines that the contact may be told of, in words."""
    return described_for(keys, actor=actor_of(contact, today=today)) if keys else {}


def described_for(keys: Collection[str], *, actor: Actor) -> dict[str, Description]:
    """Those of the deadlines that the actor may read of, in words."""
    return {key: words for source, own in _by_source(keys) for key, words in source.describe(own, actor=actor).items()}


def _by_source(keys: Iterable[str]) -> Iterable[tuple[sources.DeadlineSource, list[str]]]:
    """The keys by their source; those of no source are left out."""
    by_name = defaultdict(list)
    for key in sorted(keys):
        by_name[key.partition(":")[0]].append(key)
    return [(source, by_name[source.name]) for source in sources.registered() if source.name in by_name]
