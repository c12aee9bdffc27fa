"""Two spellings made one: a person's have one contact, with all that was and is to be sent to either, and a body's policies one history."""

from django.db.models import Model, Q

from meetings.merged_rows import Mergeable, change, drop
from meetings.models import Body, Merge, Person
from reminders.models import Contact, FormerToken, Reminder, ReminderPolicy

_GONE_OUT = (Reminder.State.SENDING, Reminder.State.SENT)


def join_policies(kept: Mergeable, gone: Mergeable, said: Merge) -> None:
    """Give the policies of the kept body what was done in the other's, where both have one of a kind. The kept one's steps hold."""
    if not isinstance(kept, Body):
        return
    own = {policy.kind: policy for policy in ReminderPolicy.objects.filter(body=kept)}
    for policy in ReminderPolicy.objects.filter(body=gone, kind__in=own).order_by("pk"):
        moves = {"policy_id": own[policy.kind].pk}
        change(said, list(policy.history.filter(carried_from="")), **moves, carried_from=gone.name)
        change(said, list(policy.history.exclude(carried_from="")), **moves)


def join_contacts(kept: Mergeable, gone: Mergeable, said: Merge) -> None:
    """Give one contact the reminders and mails of the others, which are dropped: the log-in's, else the kept person's.

    The kept person's own gives way as long as it has no address and the other has one: its settings are those that somebody has made. What is
    turned off at either stays off.
    """
    if not isinstance(kept, Person):
        return
    users = [key for key in (kept.user_id, gone.user_id) if key]
    rows = Contact.objects.select_for_update(of=("self",), no_key=True).filter(Q(user__in=users) | Q(person__in=[kept, gone]))
    found = sorted(rows.order_by("pk"), key=lambda one: (not one.user_id, not one.email, one.person_id != kept.pk))
    for other in found[1:]:
        _give(found[0], other, said)


def _give(stays: Contact, goes: Contact, said: Merge) -> None:
    for body in goes.muted_bodies.exclude(pk__in=stays.muted_bodies.values("pk")):
        _make(said, Contact.muted_bodies.through(contact=stays, body=body))
    if goes.duties_only and not stays.duties_only:
        change(said, [stays], duties_only=True)
    there = {(row.key, row.step): row for row in stays.reminders.all()}
    moving = []
    for row in goes.reminders.order_by("pk"):
        twin = there.get((row.key, row.step))
        if twin and (twin.state in _GONE_OUT or row.state not in _GONE_OUT):
            _become(twin, row, said)
            continue
        if twin:
            _become(row, twin, said)
        moving.append(row)
    change(said, moving, contact_id=stays.pk)
    change(said, list(goes.mails.all()), contact_id=stays.pk)
    change(said, list(goes.former_tokens.all()), contact_id=stays.pk)
    _make(said, FormerToken(contact=stays, unsubscribe_token=goes.unsubscribe_token))
    drop(said, goes)


def _become(one: Reminder, twin: Reminder, said: Merge) -> None:
    """Drop the twin, since nobody is reminded twice of the same, and keep with the one what was done with it and in which mails it was."""
    change(said, list(twin.steps.all()), reminder_id=one.pk)
    mails = {twin.mail_id, *twin.earlier_mails.values_list("pk", flat=True)}
    for mail in sorted(mails - {None, one.mail_id, *one.earlier_mails.values_list("pk", flat=True)}):
        _make(said, Reminder.earlier_mails.through(reminder=one, mail_id=mail))
    drop(said, twin)


def _make(said: Merge, row: Model) -> None:
    row.save(force_insert=True)
    said.made.append([row._meta.label, row.pk])
