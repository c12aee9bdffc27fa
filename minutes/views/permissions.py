"""Guards of the pages of the import. `Import.objects.visible_to` decides which imports are shown."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse

from accounts.login_first import login_first
from meetings.access import get_meeting
from meetings.locking import holding
from meetings.params import is_key
from meetings.views.permissions import View
from minutes import services


def import_permission_required(view: View) -> View:
    """Lets secretaries and administrators in. Others are not told that there is such a page, or asked to log in if they have not."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.actor.may_import:
            raise Http404
        return view(request, *args, **kwargs)

    return login_first(guarded)


def meeting_secretary_required(view: View, *, within: Callable[[], AbstractContextManager] = nullcontext) -> Callable[..., HttpResponse]:
    """Hands the view the meeting in place of its key. Others than those who manage its body are not told that there is such a page.

    What is sent comes to the view with the meeting as it is then, while its body is locked, and the bodies that its obligations and the form
    name; `within` takes what is locked before bodies.
    """

    @wraps(view)
    def guarded(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        meeting = get_meeting(request, pk, manage=True)
        if request.method != "POST":
            return view(request, meeting, **kwargs)
        named = [text for name, text in request.POST.items() if name.endswith("body_name")]
        chosen = [int(text) for name, text in request.POST.items() if name.endswith("owed_to") and is_key(text)]
        with within(), holding(services.bodies_asked(meeting, named, chosen)):
            return view(request, get_meeting(request, pk, manage=True), **kwargs)

    return login_first(guarded)
