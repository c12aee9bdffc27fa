"""Taking the second-best reading of a document, where it can be read in two ways."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.only_posted import only_posted
from minutes import services
from minutes.access import held_import
from minutes.corrections import find_item
from minutes.models import Import, ReadingCorrection
from minutes.views.permissions import import_permission_required
from minutes.views.shown_corrections import lost_corrections


@import_permission_required
@only_posted("import-review")
def import_other_reading(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the other reading; where corrections made by hand would be lost it tells which, and asks first.

    `valgt` is the choice that the page showed: pressed twice, or by two, the button does not exchange the readings back. `may_lose` are the
    keys of the corrections that were asked about.
    """
    with held_import(request, pk) as import_:
        try:
            if request.POST.get("valgt") != import_.choice:
                raise services.ImportRefused("other_reading_taken_since")
            lost = services.corrections_lost(import_)
            if lost and request.POST.get("may_lose") != _keys(lost):
                return _asked(request, import_, lost)
            services.take_other_reading(import_=import_, by=request.user, now=request.now, may_lose=True)
        except services.ImportRefused as refused:
            messages.warning(request, str(refused))
        else:
            messages.success(request, _("The document is read in the other way now. You can go back."))
    return redirect("import-list" if not Import.objects.visible_to(request.actor).filter(pk=pk).exists() else import_)


def _asked(request: HttpRequest, import_: Import, lost: list[ReadingCorrection]) -> HttpResponse:
    minutes = services.reading_of(import_)
    for key in {row.item for row in lost}:
        if shown := find_item(minutes, key):
            request.readings.add(*services.closed_items(minutes, None, only=shown))
    context = {"import": import_, "lost": lost_corrections(lost, minutes), "keys": _keys(lost)}
    return render(request, "minutes/other_reading_asked.html", context)


def _keys(rows: list[ReadingCorrection]) -> str:
    return ",".join(str(row.pk) for row in rows)
