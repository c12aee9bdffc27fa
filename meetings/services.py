"""Verbs on meetings and their items that have an effect beyond one row."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from cases.access import Viewer
from meetings.calendar import meetings_changed
from meetings.locking import lock_bodies
from meetings.models import AgendaItem, Body, ClosedReading, Meeting, PublicationStep


def log_closed_reading(*, items: Iterable[AgendaItem], viewer: Viewer, now: datetime) -> None:
    """Writes down that `viewer` was shown the contents of the closed ones among `items`; open ones are nobody's business.

    `now` is an aware datetime. Every opening is a row of its own: how often somebody looked is part of the log.
    """
    ClosedReading.objects.bulk_create(
        ClosedReading(item=item, user_id=viewer.user_id, at=now) for item in items if item.closed and viewer.user_id
    )


@transaction.atomic
def move_meeting(*, meeting: Meeting, body: Body, date: date) -> None:
    """Put `meeting` on another day or under another body; its items' numbers then count in that body's year.

    Raises ValidationError, and changes nothing, when the day or an item's number is taken there.
    """
    lock_bodies([body.pk, *Meeting.objects.filter(pk=meeting.pk).values_list("body", flat=True)])  # numbers are given out under this lock
    if Meeting.objects.filter(body=body, date=date, sequence=meeting.sequence).exclude(pk=meeting.pk).exists():
        raise ValidationError({"date": _("The body meets on that day already.")})
    refuse_taken_numbers(meeting=meeting, body=body, date=date)
    before = Body.objects.get(meetings=meeting)
    meeting.body, meeting.date = body, date
    meeting.save(update_fields=["body", "date"])
    meeting.items.update(body=body, year=date.year)
    meetings_changed({before, body})


def refuse_taken_numbers(*, meeting: Meeting, body: Body, date: date) -> None:
    """Raises ValidationError when an item of `meeting` has a number that another meeting of `body` has given out in the year of `date`."""
    numbers = meeting.items.filter(number__isnull=False).values("number")
    there = AgendaItem.objects.filter(body=body, year=date.year, number__in=numbers).exclude(meeting=meeting)
    taken = [str(number) for number in there.order_by("number").values_list("number", flat=True)[:10]]
    if taken:
        where = {"body": body, "year": date.year, "numbers": ", ".join(taken)}
        raise ValidationError(_("%(body)s has other items with these numbers in %(year)s: %(numbers)s.") % where)


@transaction.atomic
def place_item(*, item: AgendaItem, meeting: Meeting, position: int, number: int | None) -> None:
    """Save `item` at its place in `meeting`, whose body and year it follows. Raises IntegrityError when place or number is taken."""
    lock_bodies([meeting.body_id])
    elsewhere = AgendaItem.objects.filter(pk=item.pk).exclude(meeting=meeting)
    before = list(Body.objects.filter(items__in=elsewhere))
    item.meeting, item.body, item.year = meeting, meeting.body, meeting.date.year
    item.position, item.number = position, number
    item.save()
    if before:
        meetings_changed({*before, meeting.body})


def publish_agenda(*, meeting: Meeting, by: User | None, now: datetime) -> PublicationStep | None:
    """Let everybody read the open items of `meeting`. Returns the step; None when the agenda is published already."""
    return _turn(meeting, PublicationStep.What.AGENDA, published=True, by=by, now=now)


def publish_minutes(*, meeting: Meeting, by: User | None, now: datetime) -> PublicationStep | None:
    """Let everybody read the open items of `meeting` with what was decided. Returns the step; None when the minutes are published already."""
    return _turn(meeting, PublicationStep.What.MINUTES, published=True, by=by, now=now)


def withdraw_agenda(*, meeting: Meeting, by: User | None, now: datetime) -> PublicationStep | None:
    """Take the agenda back; the items stay public while the minutes are. Returns the step; None when it is not published."""
    return _turn(meeting, PublicationStep.What.AGENDA, published=False, by=by, now=now)


def withdraw_minutes(*, meeting: Meeting, by: User | None, now: datetime) -> PublicationStep | None:
    """Take the minutes back; the items stay public while the agenda is. Returns the step; None when they are not published."""
    return _turn(meeting, PublicationStep.What.MINUTES, published=False, by=by, now=now)


def _turn(meeting: Meeting, what: PublicationStep.What, *, published: bool, by: User | None, now: datetime) -> PublicationStep | None:
    column = f"{what.value}_published_at"
    with transaction.atomic():
        # Only the one who finds the column as it was changes it, so two at once make one step.
        unturned = Meeting.objects.filter(pk=meeting.pk, **{f"{column}__isnull": published})
        if not unturned.update(**{column: now if published else None}):
            return None
        setattr(meeting, column, now if published else None)
        return PublicationStep.objects.create(meeting=meeting, what=what, published=published, by=by, at=now)
