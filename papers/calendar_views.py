"""Addresses that programs ask for the calendar of a body, and the file of one meeting."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from meetings.access import get_meeting
from meetings.calendar_events import TYPE
from meetings.models import Body
from meetings.views.attachments import attachment
from papers.calendars import calendar_of_body, calendar_of_meeting


@require_safe
def body_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for whoever asks. A former address of the body leads to its address of today."""
    body = Body.objects.filter(slug=slug).first()
    if body is None:
        return redirect("body-calendar", slug=get_object_or_404(Body, former_slugs__slug=slug).slug)
    return attachment(calendar_of_body(body, now=request.now), name=f"{body.slug}.ics", content_type=TYPE)


@require_safe
def meeting_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_meeting(request, pk)
    name = f"moede-{meeting.body.slug}-{meeting.date:%Y-%m-%d}.ics"
    return attachment(calendar_of_meeting(meeting, now=request.now), name=name, content_type=TYPE)
