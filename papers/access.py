"""The only way for a view to a paper: there is one if and only if its reader may have it, and each closed item on it is noted as read."""

from django.http import Http404, HttpRequest

from cases.access import Actor
from meetings.access import get_item, get_meeting
from meetings.models import Meeting
from papers.selectors import OF_AGENDA, OF_MINUTES, paper_of_agenda, paper_of_item, paper_of_minutes
from papers.values import PaperItem, PaperMeeting


def has_agenda(meeting: Meeting, actor: Actor) -> bool:
    """Everybody has an agenda that was published, and the body's own people one that is being made."""
    return bool(meeting.agenda_published_at) or (meeting.state == Meeting.State.PLANNED and actor.is_insider(meeting.body_id))


def has_minutes(meeting: Meeting, actor: Actor) -> bool:
    """Everybody has minutes that were published, and the body's own people those of a meeting that was held."""
    return bool(meeting.minutes_published_at) or (meeting.state == Meeting.State.HELD and actor.is_insider(meeting.body_id))


def get_agenda(request: HttpRequest, pk: int) -> PaperMeeting:
    """The agenda of the meeting as the actor may read it. Raises `Http404`."""
    meeting = get_meeting(request, pk, whole=True, of_items=OF_AGENDA)
    if not has_agenda(meeting, request.actor):
        raise Http404
    request.readings.add(*meeting.readable_items)
    return paper_of_agenda(meeting, request.actor)


def get_minutes(request: HttpRequest, pk: int) -> PaperMeeting:
    """The minutes of the meeting as the actor may read them. Raises `Http404`."""
    meeting = get_meeting(request, pk, whole=True, of_items=OF_MINUTES)
    if not has_minutes(meeting, request.actor):
        raise Http404
    request.readings.add(*meeting.readable_items)
    return paper_of_minutes(meeting)


def get_extract(request: HttpRequest, pk: int) -> tuple[PaperMeeting, PaperItem]:
    """The item with its meeting as the actor may read them, if there are minutes of it. Raises `Http404`."""
    item = get_item(request, pk, parts=OF_MINUTES)
    if not has_minutes(item.meeting, request.actor):
        raise Http404
    return paper_of_item(item)
