"""Answers a doubt on the review page: whether an item is open or closed, and an answer taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.only_posted import only_posted
from cases.access import Actor
from meetings.params import is_key
from minutes import services
from minutes.access import held_import
from minutes.corrections import find_item, mark_of
from minutes.known_rows import known_body_id
from minutes.models import Import
from minutes.views.permissions import import_permission_required
from minutes.wording import say

OPEN, CLOSED, UNDO = "aabent", "lukket", "fortryd"


@import_permission_required
@only_posted("import-review")
def import_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """`punkt` is the item's key in the reading, `vist` the mark of the item that was shown, `plads` its place on the page, to which one comes back.

    An item that was not shown like this is not answered for: the reading may be another by now.
    """
    said, item, place, shown = (request.POST.get(name, "") for name in ("svar", "punkt", "plads", "vist"))
    with held_import(request, pk) as import_:
        as_shown = _is_as_shown(import_, item, shown)
        if said not in (OPEN, CLOSED, UNDO) or not ((shown and not as_shown) or _is_doubtful(import_, item, request.actor)):
            raise Http404
        if as_shown:
            _answer(request, import_, said, item)
        else:
            messages.warning(request, say("reading_corrected_since", {}))
    anchor = f"#doubt-{place}" if as_shown and is_key(place) else ""
    return redirect(import_.get_absolute_url() + anchor)


def _answer(request: HttpRequest, import_: Import, said: str, item: str) -> None:
    how = {"import_": import_, "item": item, "by": request.user, "now": request.now}
    try:
        if said == UNDO:
            services.take_answer_back(**how)
        else:
            services.answer_doubt(closed=said == CLOSED, **how)
    except services.ImportRefused as refused:
        messages.error(request, str(refused))


def _is_as_shown(import_: Import, item: str, shown: str) -> bool:
    found = find_item(services.reading_of(import_), item) if import_.reading else None
    return bool(found) and mark_of(found) == shown


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
