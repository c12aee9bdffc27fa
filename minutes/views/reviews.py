"""The review page: what was read on the left, the original on the right, and what to do with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from minutes.models import Import
from minutes.selectors import unreviewed_count
from minutes.views.access import importers_only
from minutes.views.queue import next_to_review
from minutes.views.reading import reading_for
from minutes.views.uploads import NOT_YET_READ
from minutes.wording import say

SHOWS_READING = (Import.State.REVIEW, Import.State.APPLIED)


@importers_only
@require_safe
def import_review(request: HttpRequest, pk: int) -> HttpResponse:
    """The import in whatever state it is. While it is read, htmx asks again and again whether it is done."""
    imports = Import.objects.visible_to(request.viewer).defer("before", "after")
    import_ = get_object_or_404(imports.select_related("document__uploaded_by", "meeting__body", "applied_by", "undone_by"), pk=pk)
    if request.htmx:
        return HttpResponse(status=204) if import_.state in NOT_YET_READ else HttpResponseClientRefresh()
    context = {
        "import": import_,
        "is_unread": import_.state in NOT_YET_READ,
        "next": next_to_review(request.viewer, besides=pk),
        "error": say(import_.error["code"], import_.error["params"]) if import_.error else "",
    }
    if import_.state in SHOWS_READING:
        context["reading"] = reading_for(import_, request.viewer)
    if import_.meeting_id:
        context["unreviewed"] = unreviewed_count(import_.meeting_id)
    return render(request, "minutes/review.html", context)
