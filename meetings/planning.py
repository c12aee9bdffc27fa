"""The calendar of meetings: planned, changed, cancelled and held after all. Whatever is reckoned by it follows (`meetings.calendar`)."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from meetings.calendar import changing
from meetings.locking import bodies_of
from meetings.models import Body, Meeting
from meetings.services import move_meeting

State = Meeting.State


def plan_meeting(*, body: Body, date: date, kind: str, start: time | None, end: time | None, place: str) -> Meeting:
    """A meeting of `body` to come. The same planned once more is the one that is there.

    Raises ValidationError when the body meets otherwise that day, and when the meeting would end before it begins.
    """
    _refuse_disorder(start, end)
    columns = {"body": body, "date": date, "kind": kind, "start": start, "end": end, "place": place}
    with changing([body]) as bodies:
        if same := Meeting.objects.filter(**columns, state=State.PLANNED).first():
            bodies.clear()
            return same
        for state in Meeting.objects.filter(body=body, date=date).values_list("state", flat=True):
            if state == State.CANCELLED:
                raise ValidationError({"date": _("The body's meeting on that day is cancelled. Reinstate it instead.")})
            raise ValidationError({"date": _("The body meets on that day already.")})
        return Meeting.objects.create(**columns)


def change_meeting(*, meeting: Meeting, date: date, kind: str, start: time | None, end: time | None, place: str) -> bool:
    """Give the meeting another day, kind, time or place. Returns whether that changed anything.

    Raises ValidationError, and changes nothing, when the day is taken, and when it would end before it begins.
    """
    _refuse_disorder(start, end)
    with changing(bodies_of(meeting)) as bodies:
        meeting.refresh_from_db()
        moved = date != meeting.date
        if moved:
            move_meeting(meeting=meeting, body=meeting.body, date=date)
        columns = {"kind": kind, "start": start, "end": end, "place": place}
        changed = [name for name, value in columns.items() if getattr(meeting, name) != value]
        for name in changed:
            setattr(meeting, name, columns[name])
        if changed:
            meeting.save(update_fields=changed)
        if "kind" not in changed:
            bodies.clear()
    return moved or bool(changed)


def cancel_meeting(*, meeting: Meeting) -> bool:
    """The meeting is not held. Returns whether that is new. Raises ValidationError when it has been held."""
    with changing(bodies_of(meeting)) as bodies:
        meeting.refresh_from_db()
        if meeting.state == State.HELD:
            raise ValidationError(_("The meeting has been held, so it cannot be cancelled."))
        return _turn(meeting, State.PLANNED, State.CANCELLED, bodies)


def reinstate_meeting(*, meeting: Meeting) -> bool:
    """The cancelled meeting is held after all. Returns whether that is new. Raises ValidationError when the body meets otherwise that day."""
    with changing(bodies_of(meeting)) as bodies:
        meeting.refresh_from_db()
        others = Meeting.objects.filter(body=meeting.body_id, date=meeting.date).exclude(pk=meeting.pk)
        if others.exclude(state=State.CANCELLED).exists():
            raise ValidationError(_("The body meets on that day already."))
        return _turn(meeting, State.CANCELLED, State.PLANNED, bodies)


def _turn(meeting: Meeting, before: str, after: str, bodies: set[int]) -> bool:
    # Under the body's lock two at once do it once, and nobody places anything there meanwhile.
    if meeting.state != before:
        bodies.clear()
        return False
    meeting.state = after
    meeting.save(update_fields=["state"])
    return True


def _refuse_disorder(start: time | None, end: time | None) -> None:
    if start and end and end <= start:
        raise ValidationError({"end": _("The meeting ends before it begins.")})
