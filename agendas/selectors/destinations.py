"""The meetings whose agendas are being made, to which an item can go."""

from datetime import date

from django.db.models import QuerySet

from cases.access import Actor
from meetings.models import Body, Meeting


def other_meetings(meeting: Meeting, *, today: date) -> QuerySet[Meeting]:
    """Of the same body."""
    return _being_made(today).filter(body=meeting.body_id).exclude(pk=meeting.pk)


def meetings_of_other_bodies(meeting: Meeting, actor: Actor, *, today: date) -> QuerySet[Meeting]:
    """Of the other bodies that the actor manages."""
    found = _being_made(today).exclude(body=meeting.body_id).exclude(body__kind=Body.Kind.OUTSIDE)
    return found if actor.is_administrator else found.filter(body__in=actor.managed_bodies)


def _being_made(today: date) -> QuerySet[Meeting]:
    planned = Meeting.objects.filter(state=Meeting.State.PLANNED, agenda_published_at=None, minutes_published_at=None)
    return planned.upcoming(today).select_related("body")
