"""Answers a doubt on the review page: whether an item is open or closed, and an answer taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.only_posted import only_posted
from cases.access import Actor
from meetings.params import is_key
from minutes import services
from minutes.access import get_import
from minutes.corrections import find_item
from minutes.known_rows import known_body_id
from minutes.models import Import
from minutes.views.permissions import import_permission_required

OPEN, CLOSED, UNDO = "aabent", "lukket", "fortryd"


@import_permission_required
@only_posted("import-review")
def import_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """`punkt` is the item's key in the reading, `plads` its place on the page, to which one comes back."""
    import_ = get_import(request, pk)
    said, item, place = (request.POST.get(name, "") for name in ("svar", "punkt", "plads"))
    if said not in (OPEN, CLOSED, UNDO) or not _is_doubtful(import_, item, request.actor):
        raise Http404
    how = {"import_": import_, "item": item, "by": request.user, "now": request.now}
    try:
        if said == UNDO:
            services.take_answer_back(**how)
        else:
            services.answer_doubt(closed=said == CLOSED, **how)
    except services.ImportRefused as refused:
        messages.error(request, str(refused))
    anchor = f"#doubt-{place}" if is_key(place) else ""
    return redirect(import_.get_absolute_url() + anchor)


def _is_doubtful(import_: Import, item: str, actor: Actor) -> bool:
    """Tells whether the reader doubted the item, or it is in doubt: closed text was joined with it or moved into it, or the register has it closed.

    Somebody who does not manage the body is told nothing of its register, by no refusal either.
    """
    if not import_.reading:
        return False
    minutes = services.reading_of(import_)
    body = known_body_id(minutes.meeting.body or "")
    if body is None or actor.manages(body):
        minutes = services.doubted(import_)
    found = find_item(minutes, item)
    return bool(found) and (found.in_doubt or item in services.doubts_in(import_, minutes))
