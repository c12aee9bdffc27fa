"""Saying which meeting a document is about, where its body has a meeting that day already."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.only_posted import only_posted
from minutes import services
from minutes.access import get_import
from minutes.views.permissions import import_permission_required

ONE_MORE = "et-til"


@import_permission_required
@only_posted("import-review")
def import_which(request: HttpRequest, pk: int) -> HttpResponse:
    """`moede` is the key of one of the body's meetings that day, or `et-til` for one more."""
    import_ = get_import(request, pk)
    minutes = services.reading_of(import_)
    matches, *_ = services.look_up(minutes, import_.said)
    if matches.body.id is None or not request.actor.manages(matches.body.id):
        raise Http404
    said = request.POST.get("moede", "")
    meetings = {str(one.pk): one for one in services.meetings_of_day(matches.body.id, minutes.meeting.date)}
    if said != ONE_MORE and said not in meetings:
        raise Http404
    try:
        services.say_which(import_=import_, meeting=meetings.get(said))
    except services.ImportRefused as refused:
        messages.error(request, str(refused))
    return redirect(f"{import_.get_absolute_url()}#decide")
