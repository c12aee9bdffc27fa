"""The verbs of reminders: bringing the outbox in line with the plan, and a round of sending."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from hashlib import blake2b

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from danish.working_days import Calendar
from meetings.models import Body
from reminders import sources
from reminders.address_book import add_missing, all_contacts
from reminders.deadlines import Deadline, Kind
from reminders.models import Contact, PlannedDeadline, Reminder, ReminderPolicy
from reminders.outbox import send_next
from reminders.planning import Planned, Policies, plan, schedules
from reminders.reconciling import Changes, Move, Row, reconcile
from reminders.rhythm import weekly
from reminders.steps import parse_step

BATCH = 2000

State = Reminder.State


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers of reminders that a planning has added, moved, withdrawn and marked as missed."""

    added: int = 0
    moved: int = 0
    withdrawn: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """The municipality's rules: the policies, the working days, and the day from which each body is in use."""

    policies: Policies
    calendar: Calendar
    started: dict[int, date]


@dataclass(frozen=True, slots=True)
class Wishes:
    """The contacts' choices: pairs of an addressee's key and a muted body, and the keys of those who get one mail a week."""

    muted: frozenset[tuple[str, int]]
    weekly: frozenset[str]


def update_plan(*, now: datetime) -> Written:
    """Plans anew for the deadlines that have changed since the last time, and writes what follows, which may be nothing.

    Several at once do no harm: a row that has left meanwhile is left alone, and what one of them overtakes is planned again on the next day at
    the latest, since a plan follows from the day, too.
    """
    deadlines, contacts, settings = list(standing_now(now)), all_contacts(), _settings()
    wishes = _wishes(contacts, deadlines)
    with transaction.atomic():
        _plan_again_with_address(contacts.values(), now)
        known = dict(PlannedDeadline.objects.values_list("key", "digest"))
        digests = _digests(deadlines, settings, wishes, now, known.keys())
        changed = {key for key, digest in digests.items() if known.get(key) != digest}
        gone = known.keys() - digests.keys()
        if not changed and not gone:
            return Written()
        to_plan = [deadline for deadline in deadlines if deadline.key in changed]
        rows = _rows(changed | gone, {contact.pk: key for key, contact in contacts.items()})
        written = _write(reconcile(_planned(to_plan, settings, wishes, now), rows, to_plan, now=now), contacts)
        _keep({key: digests[key] for key in changed}, gone)
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
    rows = ReminderPolicy.objects.values_list("body_id", "kind", "steps")
    return {(body, Kind(kind)): tuple(map(parse_step, steps)) for body, kind, steps in rows}


def _settings() -> Settings:
    started = dict(Body.objects.exclude(in_use_since=None).values_list("pk", "in_use_since"))
    return Settings(policies(), Calendar(), started)


def _wishes(contacts: dict[str, Contact], deadlines: list[Deadline]) -> Wishes:
    """Returns the contacts' choices of bodies and rhythm."""
    bodies = {deadline.body for deadline in deadlines}
    muted = {(key, body) for key, contact in contacts.items() if contact.duties_only for body in bodies}
    keys = {contact.pk: key for key, contact in contacts.items()}
    pairs = Contact.muted_bodies.through.objects.values_list("contact_id", "body_id")
    muted |= {(keys[contact], body) for contact, body in pairs if contact in keys}
    weekly = {key for key, contact in contacts.items() if contact.rhythm == Contact.Rhythm.WEEKLY}
    return Wishes(frozenset(muted), frozenset(weekly))


def _digests(deadlines: list[Deadline], settings: Settings, wishes: Wishes, now: datetime, known: Collection[str]) -> dict[str, str]:
    """Of each deadline that somebody is to be reminded of, or was, the digest of all that its plan follows from."""
    common = repr((timezone.localdate(now), sorted(wishes.muted), sorted(wishes.weekly)))
    found, told = {}, cache(lambda days: " ".join(f"{send_at.timestamp()} {step}" for send_at, step in days))
    for deadline, days in schedules(deadlines, settings.policies, calendar=settings.calendar, now=now, started=settings.started):
        if not days and deadline.key not in known:
            continue
        whom = ",".join(f"{one.key} {one.duty}" for one in deadline.addressees)
        text = f"{common}|{deadline.kind}|{deadline.body}|{deadline.last}|{told(tuple(days))}|{whom}"
        found[deadline.key] = blake2b(text.encode(), digest_size=16).hexdigest()
    return found


def _planned(deadlines: list[Deadline], settings: Settings, wishes: Wishes, now: datetime) -> list[Planned]:
    calendar = settings.calendar
    planned = plan(deadlines, settings.policies, calendar=calendar, now=now, started=settings.started, muted=wishes.muted)
    return [replace(one, send_at=weekly(one.send_at, one.last, calendar)) if one.addressee.key in wishes.weekly else one for one in planned]


def _plan_again_with_address(contacts: Iterable[Contact], now: datetime) -> None:
    """Plans again the reminders that lacked an address, for those who have one now, as long as they are of use."""
    failed = Reminder.objects.filter(state=State.FAILED, error__in=Reminder.Error.values)
    failed = failed.filter(Q(last__gte=timezone.localdate(now)) | Q(send_at__date__gt=F("last")))
    waiting = set(failed.order_by().values_list("contact_id", flat=True).distinct())
    if can := [contact.pk for contact in contacts if contact.pk in waiting and not contact.why_no_mail]:
        failed.filter(contact__in=can).update(state=State.PLANNED, error="", seen_at=None, mail=None)


def _rows(deadlines: Collection[str], addressees: dict[int, str]) -> Iterator[Row]:
    """Whatever there is of the deadlines of the keys."""
    read = Reminder.objects.order_by().values_list("pk", "key", "step", "contact_id", "last", "send_at", "state", "by_hand")
    for keys in _in_batches(sorted(deadlines)):
        for pk, key, step, contact, *others in read.filter(key__in=keys):
            if contact in addressees:  # else it came after the contacts were read, by another planner
                yield Row(pk, key, step, addressees[contact], *others)


def _keep(digests: dict[str, str], gone: Collection[str]) -> None:
    """Remembers what has been planned."""
    rows = [PlannedDeadline(key=key, digest=digest) for key, digest in digests.items()]
    PlannedDeadline.objects.bulk_create(rows, batch_size=BATCH, update_conflicts=True, unique_fields=["key"], update_fields=["digest"])
    for keys in _in_batches(sorted(gone)):
        PlannedDeadline.objects.filter(key__in=keys).delete()


def _write(changes: Changes, contacts: dict[str, Contact]) -> Written:
    add_missing((one.addressee for one in changes.add), contacts)
    Reminder.objects.bulk_create((_new(one, contacts) for one in changes.add), batch_size=BATCH, ignore_conflicts=True)
    for some in _in_batches(changes.move):
        _move(some)
    for keys, state in ((changes.withdraw, State.WITHDRAWN), (changes.miss, State.MISSED)):
        for some in _in_batches(keys):
            Reminder.objects.filter(pk__in=some, state=State.PLANNED).update(state=state)
    return Written(len(changes.add), len(changes.move), len(changes.withdraw), len(changes.miss))


def _new(one: Planned, contacts: dict[str, Contact]) -> Reminder:
    return Reminder(
        key=one.key,
        kind=one.kind,
        step=one.step,
        contact=contacts[one.addressee.key],
        duty=one.addressee.duty,
        body_id=one.body,
        last=one.last,
        send_at=one.send_at,
    )


def _move(moves: list[Move]) -> None:
    """Of the rows that are to be moved, those that have not left meanwhile, locked."""
    wanted = {move.pk: move for move in moves}
    rows = Reminder.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    rows = list(rows.filter(pk__in=wanted, state__in=[State.PLANNED, State.WITHDRAWN]))
    for row in rows:
        move = wanted[row.pk]
        row.step, row.last, row.send_at, row.state, row.mail = move.step, move.last, move.send_at, State.PLANNED, None
    Reminder.objects.bulk_update(rows, ["step", "last", "send_at", "state", "mail"], batch_size=500)


def _in_batches(some: list) -> Iterator[list]:
    return (some[start : start + BATCH] for start in range(0, len(some), BATCH))
