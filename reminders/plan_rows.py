"""The rows of the outbox as planning reads and writes them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from reminders.address_book import add_missing
from reminders.models import Contact, PlannedDeadline, Reminder
from reminders.planning import Planned
from reminders.reconciling import Changes, ReminderMove, StoredReminder

BATCH = 2000

State = Reminder.State


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers of reminders that a planning has added, moved, withdrawn and marked as missed."""

    added: int = 0
    moved: int = 0
    withdrawn: int = 0
    missed: int = 0


def plan_again_with_address(contacts: Iterable[Contact], now: datetime) -> None:
    """Plans again the reminders that lacked an address, for those who have one now, as long as they are of use."""
    failed = Reminder.objects.filter(state=State.FAILED, error__in=Reminder.Error.values)
    failed = failed.filter(Q(last__gte=timezone.localdate(now)) | Q(send_at__date__gt=F("last")))
    waiting = set(failed.order_by().values_list("contact_id", flat=True).distinct())
    if can := [contact.pk for contact in contacts if contact.pk in waiting and not contact.why_no_mail]:
        again = failed.filter(contact__in=can)
        again.note_mails()
        again.update(state=State.PLANNED, error="", seen_at=None, mail=None)


def rows_of(deadlines: Collection[str], addressees: dict[int, str]) -> Iterator[StoredReminder]:
    """Returns the rows that the deadlines of the keys have."""
    columns = ("pk", "key", "step", "contact_id", "duty", "last", "send_at", "state", "by_hand", Coalesce("mail__sent_at", "mail__made_at"))
    read = Reminder.objects.order_by().values_list(*columns)
    for keys in _in_batches(sorted(deadlines)):
        for pk, key, step, contact, *others in read.filter(key__in=keys):
            if contact in addressees:  # else it came after the contacts were read, by another planner
                yield StoredReminder(pk, key, step, addressees[contact], *others)


def remember(digests: dict[str, str], gone: Collection[str]) -> None:
    """Remembers what has been planned."""
    rows = [PlannedDeadline(key=key, digest=digest) for key, digest in digests.items()]
    PlannedDeadline.objects.bulk_create(rows, batch_size=BATCH, update_conflicts=True, unique_fields=["key"], update_fields=["digest"])
    for keys in _in_batches(sorted(gone)):
        PlannedDeadline.objects.filter(key__in=keys).delete()


def write(changes: Changes, contacts: dict[str, Contact]) -> Written:
    """Writes the changes into the outbox; what has left meanwhile is left alone."""
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


def _move(moves: list[ReminderMove]) -> None:
    """Of the rows that are to be moved, those that have not left meanwhile, locked."""
    wanted = {move.pk: move for move in moves}
    rows = Reminder.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    rows = list(rows.filter(pk__in=wanted, state__in=[State.PLANNED, State.WITHDRAWN]))
    Reminder.objects.filter(pk__in=[row.pk for row in rows if row.mail_id]).note_mails()
    for row in rows:
        move = wanted[row.pk]
        row.step, row.duty, row.last, row.send_at, row.state, row.mail = move.step, move.duty, move.last, move.send_at, State.PLANNED, None
    Reminder.objects.bulk_update(rows, ["step", "duty", "last", "send_at", "state", "mail"], batch_size=500)


def _in_batches(some: list) -> Iterator[list]:
    return (some[start : start + BATCH] for start in range(0, len(some), BATCH))
