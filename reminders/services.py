"""The verbs of reminders: bringing the outbox in line with the plan, and a round of sending."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from hashlib import blake2b

from django.db import transaction
from django.utils import timezone

from danish.working_days import Calendar
from meetings.models import Body
from reminders import sources
from reminders.address_book import all_contacts
from reminders.deadlines import Deadline, DeadlineKind
from reminders.final_check import lapsed_deadlines
from reminders.models import Contact, PlannedDeadline, ReminderPolicy
from reminders.outbox import send_next
from reminders.plan_rows import Written, plan_again_with_address, remember, rows_of, write
from reminders.planning import Planned, Policies, plan, schedules, without_muted
from reminders.reconciling import reconcile
from reminders.rhythm import weekly
from reminders.steps import parse_step


@dataclass(frozen=True, slots=True)
class Settings:
    """The municipality's rules: the policies, the working days, and the day from which each body is in use."""

    policies: Policies
    calendar: Calendar
    started: dict[int, date]


@dataclass(frozen=True, slots=True)
class Wishes:
    """The contacts' choices: what is muted, and the keys of those who get one mail a week."""

    muted: frozenset[tuple[str, int | None]]
    weekly: frozenset[str]


def update_plan(*, now: datetime) -> Written:
    """Plans anew for the deadlines that have changed since the last time, and writes what follows, which may be nothing.

    Several at once do no harm: a row that has left meanwhile is left alone, and what one of them overtakes is planned again on the next day at
    the latest, since a plan follows from the day, too.
    """
    contacts, settings = all_contacts(), _settings()
    wishes = _wishes(contacts)
    deadlines = [without_muted(deadline, wishes.muted) for deadline in standing_now(now)]
    with transaction.atomic():
        plan_again_with_address(contacts.values(), now)
        known = dict(PlannedDeadline.objects.values_list("key", "digest"))
        digests = _digests(deadlines, settings, wishes, now, known.keys())
        changed = {key for key, digest in digests.items() if known.get(key) != digest}
        gone = known.keys() - digests.keys()
        if not changed and not gone:
            return Written()
        to_plan = [deadline for deadline in deadlines if deadline.key in changed]
        rows = rows_of(changed | gone, {contact.pk: key for key, contact in contacts.items()})
        planned = _planned(to_plan, settings, wishes, now)
        changes = reconcile(
            planned, rows, to_plan, now=now, calendar=settings.calendar, by_week=wishes.weekly, lapsed=lapsed_deadlines(gone)
        )
        written = write(changes, contacts)
        remember({key: digests[key] for key in changed}, gone)
    return written


def send_due(*, clock: Callable[[], datetime]) -> int:
    """Sends all that is due, and returns the number of mails that were tried. Each asks the clock anew, since many take their time."""
    count = 0
    while send_next(now=clock()):
        count += 1
    return count


def leave(*, contact: Contact) -> None:
    """Sends the contact no more mails; to somebody with a log-in, none but those about own duties, which others rely on."""
    if contact.user_id:
        contact.duties_only = True
        contact.save(update_fields=["duties_only"])
    else:
        contact.consents = False
        contact.save(update_fields=["consents"])


def standing_now(now: datetime) -> Iterator[Deadline]:
    today = timezone.localdate(now)
    return (deadline for source in sources.registered() for deadline in source.deadlines(today=today))


def policies() -> Policies:
    """The steps by body and kind, as people have written them; under the body None the municipality's."""
    rows = ReminderPolicy.objects.filter(steps__isnull=False).values_list("body_id", "kind", "steps")
    return {(body, DeadlineKind(kind)): tuple(map(parse_step, steps)) for body, kind, steps in rows}


def _settings() -> Settings:
    started = dict(Body.objects.exclude(in_use_since=None).values_list("pk", "in_use_since"))
    return Settings(policies(), Calendar(), started)


def _wishes(contacts: dict[str, Contact]) -> Wishes:
    """Returns the contacts' choices of bodies and rhythm."""
    muted = {(key, None) for key, contact in contacts.items() if contact.duties_only}
    keys = {contact.pk: key for key, contact in contacts.items()}
    pairs = Contact.muted_bodies.through.objects.values_list("contact_id", "body_id")
    muted |= {(keys[contact], body) for contact, body in pairs if contact in keys}
    weekly = {key for key, contact in contacts.items() if contact.rhythm == Contact.Rhythm.WEEKLY}
    return Wishes(frozenset(muted), frozenset(weekly))


def _digests(deadlines: list[Deadline], settings: Settings, wishes: Wishes, now: datetime, known: Collection[str]) -> dict[str, str]:
    """Of each deadline that somebody is to be reminded of, or was, the digest of all that its plan follows from."""
    today = timezone.localdate(now)
    found, told = {}, cache(lambda days: " ".join(f"{send_at.timestamp()} {step}" for send_at, step, _since in days))
    for deadline, days in schedules(deadlines, settings.policies, calendar=settings.calendar, now=now, started=settings.started):
        if not days and deadline.key not in known:
            continue
        whom = ",".join(f"{one.key} {one.duty} {one.key in wishes.weekly}" for one in deadline.addressees)
        text = f"{today}|{deadline.kind}|{deadline.body}|{deadline.last}|{told(tuple(days))}|{whom}"
        found[deadline.key] = blake2b(text.encode(), digest_size=16).hexdigest()
    return found


def _planned(deadlines: list[Deadline], settings: Settings, wishes: Wishes, now: datetime) -> list[Planned]:
    calendar = settings.calendar
    planned = plan(deadlines, settings.policies, calendar=calendar, now=now, started=settings.started)
    return [replace(one, send_at=weekly(one.send_at, one.last, calendar)) if one.addressee.key in wishes.weekly else one for one in planned]
