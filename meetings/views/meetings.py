"""The calendar of meetings, and one meeting with its items."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from meetings.models import AgendaItem, Attendance, Document, Meeting, Outcome, TimePlanRow
from meetings.paging import page_of
from meetings.views.choices import choices_of


def meeting_list(request: HttpRequest) -> HttpResponse:
    """Coming meetings, the nearest first, or those held, the newest first."""
    choices = choices_of(request)
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
    viewer = request.viewer
    meeting = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    items = AgendaItem.objects.visible_to(viewer).telling_decisions(viewer).filter(meeting=meeting)
    outcomes = Prefetch("outcomes", Outcome.objects.visible_to(viewer).order_by("position"))
    named = list(Attendance.objects.visible_to(viewer).filter(meeting=meeting).select_related("person").order_by("position"))
    context = {
        "meeting": meeting,
        "items": items.select_related("case").prefetch_related(outcomes).order_by("position"),
        "time_plan": TimePlanRow.objects.visible_to(viewer).filter(meeting=meeting).select_related("item").order_by("position"),
        "attendances": [attendance for attendance in named if not attendance.absent],
        "absent": [attendance for attendance in named if attendance.absent],
        "documents": Document.objects.visible_to(viewer).filter(meeting=meeting),
        "is_insider": viewer.is_insider(meeting.body_id),
        "serves": viewer.serves_body(meeting.body_id),
        "is_over": meeting.date <= request.today,
        "is_to_come": meeting.date >= request.today and meeting.state == Meeting.State.PLANNED,
    }
    return render(request, "meetings/meeting.html", context)
