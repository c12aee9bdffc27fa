"""The review page: what was read on the left, the original on the right, and what to do with it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from meetings.unsettled import unsettled_in
from minutes import services
from minutes.access import get_import
from minutes.forms.readings import MeetingFactsForm, known_bodies
from minutes.models import Import
from minutes.selectors import unreviewed_count
from minutes.views.permissions import import_permission_required
from minutes.views.queue import next_to_review
from minutes.views.reading import missing_in, reading_for
from minutes.views.uploads import NOT_YET_READ
from minutes.wording import say

SHOWS_READING = (Import.State.REVIEW, Import.State.APPLIED)


@import_permission_required
@require_safe
def import_review(request: HttpRequest, pk: int) -> HttpResponse:
    """The import in whatever state it is. While it is read, htmx asks again and again whether it is done."""
    also = ("document__uploaded_by", "meeting__body", "applied_by", "undone_by", "chosen_by")
    import_ = get_import(request, pk, *also, without=["before", "after"])
    if request.htmx:
        return HttpResponse(status=204) if import_.state in NOT_YET_READ else HttpResponseClientRefresh()
    return render(request, "minutes/review.html", context_of(request, import_))


def context_of(request: HttpRequest, import_: Import) -> dict[str, Any]:
    """The values that the review page shows of the import."""
    context: dict[str, Any] = {
        "import": import_,
        "is_unread": import_.state in NOT_YET_READ,
        "next": next_to_review(request.actor, besides=import_.pk),
        "error": say(import_.error["code"], import_.error["params"]) if import_.error else "",
    }
    if import_.state in SHOWS_READING:
        context["reading"] = reading = reading_for(import_, request.actor)
        missing = missing_in(reading.minutes) if import_.state == Import.State.REVIEW else []
        if missing:
            form = MeetingFactsForm(owner=reading.minutes, row=import_)
            context |= {"missing": missing, "form": form, "bodies": known_bodies()}
        request.readings.add(*services.closed_items(reading.minutes, reading.meeting or import_.meeting_id))
    if import_.meeting_id:
        context["unreviewed"] = unreviewed_count(import_.meeting_id)
    if import_.state == Import.State.APPLIED and import_.meeting:
        context["unsettled"] = unsettled_in(import_.meeting)
    return context
