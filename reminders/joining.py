"""Two spellings of a person made one have one contact, with all that was and is to be sent to either."""

from django.db.models import Q

from meetings.merging import Mergeable, change, drop
from meetings.models import Merge, Person
from reminders.models import Contact, Reminder

_GONE_OUT = (Reminder.State.SENDING, Reminder.State.SENT)


def join_contacts(kept: Mergeable, gone: Mergeable, said: Merge) -> None:
    """Give one contact the reminders and mails of the others, which are dropped: the log-in's, else the kept person's.

    The kept person's own gives way as long as it has no address and the other has one: its settings are those that somebody has made.
    """
    if not isinstance(kept, Person):
        return
    users = [key for key in (kept.user_id, gone.user_id) if key]
    rows = Contact.objects.select_for_update(of=("self",), no_key=True).filter(Q(user__in=users) | Q(person__in=[kept, gone]))
    found = sorted(rows.order_by("pk"), key=lambda one: (not one.user_id, not one.email, one.person_id != kept.pk))
    for other in found[1:]:
        _give(found[0], other, said)


def _give(stays: Contact, goes: Contact, said: Merge) -> None:
    there = {(row.key, row.step): row for row in stays.reminders.all()}
    moving = []
    for row in goes.reminders.order_by("pk"):
        twin = there.get((row.key, row.step))
        if twin and (twin.state in _GONE_OUT or row.state not in _GONE_OUT):
            drop(said, row)
            continue
        if twin:
            drop(said, twin)  # nobody is reminded twice of the same
        moving.append(row)
    change(said, moving, contact_id=stays.pk)
    change(said, list(goes.mails.all()), contact_id=stays.pk)
    drop(said, goes)
