"""Services on meetings and their items that have an effect beyond one row."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from accounts.models import User
from cases.access import Actor
from meetings.agenda_keepers import keepers
from meetings.calendar import changing
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Body, ClosedReading, DocumentItem, Meeting, PublicationStep
from meetings.unsettled import NotSettled, hindrances_to_publishing


def log_closed_reading(*, items: Iterable[AgendaItem | DocumentItem], actor: Actor, now: datetime) -> None:
    """Writes down that `actor` was shown the contents of the closed ones among `items`; open ones are nobody's business.

    A `DocumentItem` is closed by being one. `now` is an aware datetime. Every showing is a row of its own: how often somebody looked is
    part of the log. The only way a row comes into the log.
    """
    if not actor.user_id:
        return
    items = list(items)
    kept = [item for item in items if isinstance(item, AgendaItem) and item.closed]
    prefetch_related_objects(kept, "body", "meeting")
    values = [_values_kept(item) for item in kept] + [_values_read(item) for item in items if isinstance(item, DocumentItem)]
    ClosedReading.objects.bulk_create(
        ClosedReading(user_id=actor.user_id, user_name=actor.user_name, at=now, **fields) for fields in values
    )


def _values_kept(item: AgendaItem) -> dict:
    number = item.label or str(item.number or "")
    return {"item": item, "body_name": item.body.name, "meeting_date": item.meeting.date, "number": number, "position": item.position}


def _values_read(item: DocumentItem) -> dict:
    return {"body_name": item.body_name[:200], "meeting_date": item.date, "number": item.number[:30], "position": item.position}


def move_meeting(*, meeting: Meeting, body: Body, date: date) -> None:
    """Put `meeting` on another day or under another body; its items' numbers then count in that body's year.

    Raises ValidationError, and changes nothing, when the day or an item's number is taken there.
    """
    with changing(bodies_of(meeting, also=[body.pk])):  # numbers are given out under this lock
        meeting.refresh_from_db()
        if Meeting.objects.filter(body=body, date=date, sequence=meeting.sequence).exclude(pk=meeting.pk).exists():
            raise ValidationError({"date": _("The body meets on that day already.")})
        refuse_taken_numbers(meeting=meeting, body=body, date=date)
        meeting.body, meeting.date = body, date
        meeting.save(update_fields=["body", "date"])
        meeting.items.update(body=body, year=date.year, date=date)


def refuse_taken_numbers(*, meeting: Meeting, body: Body, date: date) -> None:
    """Raises ValidationError when an item of `meeting` has a number that another meeting of `body` has given out in the year of `date`."""
    numbers = meeting.items.filter(number__isnull=False).values("number")
    there = AgendaItem.objects.filter(body=body, year=date.year, number__in=numbers).exclude(meeting=meeting)
    taken = [str(number) for number in there.order_by("number").values_list("number", flat=True)[:10]]
    if taken:
        where = {"body": body, "year": date.year, "numbers": ", ".join(taken)}
        raise ValidationError(_("%(body)s has other items with these numbers in %(year)s: %(numbers)s.") % where)


def place_item(*, item: AgendaItem, meeting: Meeting, position: int, number: int | None, besides: Iterable[str] = ()) -> None:
    """Save `item` at its place in `meeting`, whose body and year it follows; of one that is there its other columns only `besides`.

    Raises IntegrityError when place or number is taken.
    """
    with changing(bodies_of(item, also=[meeting.body_id])) as bodies:
        if not AgendaItem.objects.filter(pk=item.pk).exclude(meeting=meeting).exists():
            bodies.clear()  # new, or in its place already
        item.meeting, item.body, item.year = meeting, meeting.body, meeting.date.year
        item.position, item.number = position, number
        item.save(update_fields={"meeting", "body", "year", "date", "position", "number", *besides} if item.pk else None)


def publish_agenda(*, meeting: Meeting, by: User | None, now: datetime) -> PublicationStep | None:
    """Let everybody read the open items of `meeting`. Returns the step; None when the agenda is published already.

    Raises `NotSettled`, here and of the minutes, while anything has to be answered first, or there is no item.
    """
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
    column, is_agenda = f"{what.value}_published_at", what == PublicationStep.What.AGENDA
    with holding(bodies_of(meeting)):  # two at once make one step
        meeting.refresh_from_db()
        if published and (unsettled := hindrances_to_publishing(meeting, is_agenda=is_agenda)):
            raise NotSettled(unsettled)
        if (getattr(meeting, column) is not None) == published:
            return None
        setattr(meeting, column, now if published else None)
        meeting.save(update_fields=[column])
        step = PublicationStep.objects.create(meeting=meeting, what=what, published=published, by=by, at=now)
        for keeper in keepers if published and is_agenda else ():
            keeper.sent(meeting=meeting, by=by, now=now)
        return step
