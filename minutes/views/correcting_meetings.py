"""Correcting a meeting that is in the register: its facts, its items, where one item ends, and the history with a way back."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.only_posted import only_posted
from meetings.access import get_item
from meetings.models import Meeting
from minutes import services
from minutes.access import get_meeting_correction
from minutes.corrections import Correction
from minutes.forms.readings import CorrectionForm, ItemFactsForm, KeptMeetingForm
from minutes.storing import snapshot
from minutes.views.hosts import KeptMeeting
from minutes.views.permissions import meeting_secretary_required
from minutes.views.shown_corrections import corrections_of
from minutes.views.splitting import item_or_404, join_item, split_item


def corrects(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives `view` the meeting as it is now, its body held where something is changed."""

    @wraps(view)
    def guarded(request: HttpRequest, meeting: Meeting, **kwargs) -> HttpResponse:
        return view(request, _host(request, meeting), **kwargs)

    return meeting_secretary_required(guarded, within=services.one_import_at_a_time)


@corrects
@require_http_methods(["GET", "HEAD", "POST"])
def correct_meeting(request: HttpRequest, host: KeptMeeting) -> HttpResponse:
    """The day, the hours, the place and who was there; below it what has been corrected by hand before."""
    form = KeptMeetingForm(request.POST if request.method == "POST" else None, owner=host.minutes, row=host.meeting)
    corrections = corrections_of(host.meeting)
    told = {one.row.item.pk: one.row.item for one in corrections if one.row.item}
    request.readings.add(*told.values())
    return _asked(request, host, "", form, {"corrections": corrections})


@corrects
@require_http_methods(["GET", "HEAD", "POST"])
def correct_item(request: HttpRequest, host: KeptMeeting, item: int) -> HttpResponse:
    """An item's number, title and case, whether it is closed, its outcomes, votes and absences."""
    row = get_item(request, item, manage=True, meeting=host.meeting)
    form = ItemFactsForm(request.POST if request.method == "POST" else None, owner=item_or_404(host.minutes, str(item)), row=row)
    return _asked(request, host, str(item), form, {"item": row})


@corrects
@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, host: KeptMeeting, item: int) -> HttpResponse:
    get_item(request, item, manage=True, meeting=host.meeting)
    return split_item(request, host, str(item))


@corrects
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, host: KeptMeeting, item: int) -> HttpResponse:
    get_item(request, item, manage=True, meeting=host.meeting)
    return join_item(request, host, str(item))


@corrects
@only_posted("meeting-correct")
def undo(request: HttpRequest, host: KeptMeeting, correction: int) -> HttpResponse:
    """Takes a correction back. One that has closed something is asked about first."""
    row = get_meeting_correction(request, correction, meeting=host.meeting)
    try:
        services.undo_meeting_correction(correction=row, by=request.user, now=request.now, may_open="may_open" in request.POST)
    except services.ImportRefused as refused:
        if refused.code == "would_open":
            asked = {
                "list": host.list,
                "list_text": host.list_text,
                "parent": host.meeting,
                "name": host.name,
                "is_public": host.meeting.is_public,
            }
            return render(request, "minutes/undo_correction.html", asked | {"back": reverse("meeting-correct", args=[host.meeting.pk])})
        messages.error(request, str(refused))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("The correction has been undone."))
    return redirect("meeting-correct", pk=host.meeting.pk)


def _host(request: HttpRequest, meeting: Meeting) -> KeptMeeting:
    minutes = snapshot(meeting)
    for item in minutes.items:
        item.key = str(item.row)
    return KeptMeeting(request, meeting, minutes)


def _asked(request: HttpRequest, host: KeptMeeting, item: str, form: CorrectionForm, context: dict) -> HttpResponse:
    if form.is_valid():
        changes = form.changes
        closed = changes.pop("closed", None)
        corrections = [Correction(item, part, value) for part, value in changes.items()]
        key = int(item) if item else None
        said = {"closed": closed, "by": request.user, "now": request.now}
        try:
            services.correct_facts(meeting=host.meeting, item=key, corrections=corrections, **said)
        except services.ImportRefused as refused:
            form.add_error(None, str(refused))
        except ValidationError as error:
            form.add_error(None, error.messages[0])
        else:
            return host.done(item)
    return render(request, "minutes/correct_kept.html", context | {"host": host, "meeting": host.meeting, "form": form})
