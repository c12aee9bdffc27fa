"""The calendar of meetings, and one meeting with its items."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meetings.access import get_meeting
from meetings.event_data import event_data
from meetings.models import Document, Meeting
from meetings.paging import page_of
from meetings.selectors import closed_between
from meetings.unsettled import unsettled_among
from meetings.views.filters import filters_of


def meeting_list(request: HttpRequest) -> HttpResponse:
    """Coming meetings, the nearest first, or those held, the newest first."""
    choices = filters_of(request)
    meetings = Meeting.objects.select_related("body")
    if choices.body:
        meetings = meetings.filter(body=choices.body)
    if choices.year:
        meetings = meetings.filter(date__year=choices.year)
    held = request.GET.get("vis") == "afholdte"
    rows = meetings.filter(date__lt=request.today).order_by("-date", "-sequence", "-pk") if held else meetings.upcoming(request.today)
    context = {"choices": choices, "held": held, "page": page_of(rows, request.GET.get("side"))}
    return render(request, "meetings/list.html", context)


def meeting_detail(request: HttpRequest, pk: int) -> HttpResponse:
    actor = request.actor
    meeting = get_meeting(request, pk, whole=True, of_items=["outcomes"])
    items, named = meeting.readable_items, meeting.readable_attendances
    manages = actor.manages(meeting.body_id)
    context = {
        "meeting": meeting,
        "event_data": event_data(meeting),
        "items": items,
        "closed_between": closed_between(meeting, items),
        "unsettled": unsettled_among(items) if manages else None,
        "time_plan": meeting.readable_time_plan,
        "attendances": [attendance for attendance in named if not attendance.absent],
        "absent": [attendance for attendance in named if attendance.absent],
        "documents": Document.objects.visible_to(actor).filter(meeting=meeting),
        "is_insider": actor.is_insider(meeting.body_id),
        "manages": manages,
        "is_over": meeting.date <= request.today,
        "is_to_come": meeting.date >= request.today and meeting.state == Meeting.State.PLANNED,
    }
    return render(request, "meetings/meeting.html", context)
