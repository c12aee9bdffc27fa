"""The calendar of meetings: planned, changed, cancelled and held after all. Whatever is reckoned by it follows (`meetings.calendar`)."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from meetings.calendar import meetings_changed
from meetings.locking import lock_bodies
from meetings.models import Body, Meeting
from meetings.services import move_meeting

State = Meeting.State


@transaction.atomic
def plan_meeting(*, body: Body, date: date, kind: str, start: time | None, end: time | None, place: str) -> Meeting:
    """A meeting of `body` to come. The same planned once more is the one that is there.

    Raises ValidationError when the body meets otherwise that day, and when the meeting would end before it begins.
    """
    lock_bodies([body.pk])  # one plan at a time
    _refuse_disorder(start, end)
    columns = {"body": body, "date": date, "kind": kind, "start": start, "end": end, "place": place}
    if same := Meeting.objects.filter(**columns, state=State.PLANNED).first():
        return same
    for state in Meeting.objects.filter(body=body, date=date).values_list("state", flat=True):
        if state == State.CANCELLED:
            raise ValidationError({"date": _("The body's meeting on that day is cancelled. Reinstate it instead.")})
        raise ValidationError({"date": _("The body meets on that day already.")})
    meeting = Meeting.objects.create(**columns)
    meetings_changed([body])
    return meeting


@transaction.atomic
def change_meeting(*, meeting: Meeting, date: date, kind: str, start: time | None, end: time | None, place: str) -> bool:
    """Give the meeting another day, kind, time or place. Returns whether that changed anything.

    Raises ValidationError, and changes nothing, when the day is taken, and when it would end before it begins.
    """
    _refuse_disorder(start, end)
    lock_bodies([meeting.body_id])
    moved = date != meeting.date
    if moved:
        move_meeting(meeting=meeting, body=meeting.body, date=date)
    columns = {"kind": kind, "start": start, "end": end, "place": place}
    changed = [name for name, value in columns.items() if getattr(meeting, name) != value]
    for name in changed:
        setattr(meeting, name, columns[name])
    if changed:
        meeting.save(update_fields=changed)
    if "kind" in changed:
        meetings_changed([meeting.body])
    return moved or bool(changed)


@transaction.atomic
def cancel_meeting(*, meeting: Meeting) -> bool:
    """The meeting is not held. Returns whether that is new. Raises ValidationError when it has been held."""
    if Meeting.objects.filter(pk=meeting.pk, state=State.HELD).exists():
        raise ValidationError(_("The meeting has been held, so it cannot be cancelled."))
    return _turn(meeting, State.PLANNED, State.CANCELLED)


@transaction.atomic
def reinstate_meeting(*, meeting: Meeting) -> bool:
    """The cancelled meeting is held after all. Returns whether that is new. Raises ValidationError when the body meets otherwise that day."""
    others = Meeting.objects.filter(body=meeting.body_id, date=meeting.date).exclude(pk=meeting.pk)
    if others.exclude(state=State.CANCELLED).exists():
        raise ValidationError(_("The body meets on that day already."))
    return _turn(meeting, State.CANCELLED, State.PLANNED)


def _turn(meeting: Meeting, before: str, after: str) -> bool:
    # Only the one who finds the state as it was changes it, so two at once do it once; and nobody places anything there meanwhile.
    lock_bodies([meeting.body_id])
    if not Meeting.objects.filter(pk=meeting.pk, state=before).update(state=after):
        return False
    meeting.state = after
    meetings_changed([meeting.body])
    return True


def _refuse_disorder(start: time | None, end: time | None) -> None:
    if start and end and end <= start:
        raise ValidationError({"end": _("The meeting ends before it begins.")})
