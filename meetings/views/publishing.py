"""Publishing a meeting's agenda and minutes, and taking them back, for those who manage the body. Others get 404."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from meetings import services
from meetings.access import get_meeting
from meetings.models import Meeting
from meetings.selectors import item_counts
from meetings.unsettled import NotSettled, Unsettled, hindrances_to_publishing

AGENDA, MINUTES = "dagsorden", "referat"


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Asks first, with what everybody will be able to read and what has to be answered before. Minutes wait for the day of the meeting."""
    meeting = _meeting(request, pk, what)
    is_minutes = what == MINUTES
    if is_minutes and meeting.date > request.today:
        messages.error(request, _("The meeting has not been held yet, so it has no minutes to publish."))
        return redirect(meeting)
    if request.method == "POST":
        published = services.publish_minutes if is_minutes else services.publish_agenda
        try:
            published(meeting=meeting, by=request.user, now=request.now)
        except NotSettled as error:
            return _ask(request, meeting, is_minutes, error.unsettled)
        messages.success(request, _("The minutes are published.") if is_minutes else _("The agenda is published."))
        return redirect(meeting)
    if meeting.minutes_published_at if is_minutes else meeting.agenda_published_at:
        return redirect(meeting)
    return _ask(request, meeting, is_minutes, hindrances_to_publishing(meeting, is_agenda=not is_minutes))


def _ask(request: HttpRequest, meeting: Meeting, is_minutes: bool, unsettled: Unsettled) -> HttpResponse:
    counts = item_counts(meeting, request.actor)
    return render(request, "meetings/publish.html", {"meeting": meeting, "is_minutes": is_minutes, "unsettled": unsettled} | counts)


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Asks first, with what the public will no longer see."""
    meeting = _meeting(request, pk, what)
    published_at = meeting.minutes_published_at if what == MINUTES else meeting.agenda_published_at
    if request.method == "POST":
        withdrawn = services.withdraw_minutes if what == MINUTES else services.withdraw_agenda
        withdrawn(meeting=meeting, by=request.user, now=request.now)
        messages.success(request, _("The minutes are withdrawn.") if what == MINUTES else _("The agenda is withdrawn."))
        return redirect(meeting)
    if published_at is None:
        return redirect(meeting)
    context = {"meeting": meeting, "is_minutes": what == MINUTES} | item_counts(meeting, request.actor)
    return render(request, "meetings/withdraw.html", context)


def _meeting(request: HttpRequest, pk: int, what: str) -> Meeting:
    if what not in (AGENDA, MINUTES):
        raise Http404
    return get_meeting(request, pk, manage=True)
