"""Publishing a meeting's agenda and minutes, and taking them back, for those who serve the body. Others get 404."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from meetings import services
from meetings.models import Meeting

AGENDA, MINUTES = "dagsorden", "referat"


@require_POST
def publish(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """The public may read it from the moment of the answer. Minutes wait for the day of the meeting."""
    meeting = _meeting(request, pk, what)
    if what == MINUTES and meeting.date > request.today:
        messages.error(request, _("The meeting has not been held yet, so it has no minutes to publish."))
    elif what == MINUTES:
        services.publish_minutes(meeting=meeting, by=request.user, now=request.now)
        messages.success(request, _("The minutes are published."))
    else:
        services.publish_agenda(meeting=meeting, by=request.user, now=request.now)
        messages.success(request, _("The agenda is published."))
    return redirect(meeting)


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
    context = {"meeting": meeting, "is_minutes": what == MINUTES, "open_items": meeting.items.filter(closed=False).count()}
    return render(request, "meetings/withdraw.html", context)


def _meeting(request: HttpRequest, pk: int, what: str) -> Meeting:
    meeting = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    if what not in (AGENDA, MINUTES) or not request.viewer.serves_body(meeting.body_id):
        raise Http404
    return meeting
