"""Answering the doubt about an item and shutting the disqualified out of it, for those who manage the body. Others get 404."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.login_first import login_first
from accounts.only_posted import only_posted
from meetings import confidentiality
from meetings.access import get_item, get_person
from meetings.disqualification import named_in
from meetings.params import is_key

OPEN, CLOSED, DOUBT = "aabent", "lukket", "fortryd"


@login_first
@only_posted("item")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answers whether an item in doubt is open, or takes the answer back. What everybody could read at once is asked about once more."""
    item = get_item(request, pk, manage=True)
    said = request.POST.get("svar")
    if said not in (OPEN, CLOSED, DOUBT) or not (item.doubts or item.in_doubt):
        raise Http404
    meeting = item.meeting
    if said == OPEN and item.in_doubt and meeting.is_public and "sikker" not in request.POST:
        return render(request, "items/open.html", {"item": item})
    how = {"item": item, "by": request.user, "now": request.now}
    changed = confidentiality.doubt_again(**how) if said == DOUBT else confidentiality.answer_doubt(closed=said == CLOSED, **how)
    texts = {
        OPEN: _("The item is open."),
        CLOSED: _("The item is closed."),
        DOUBT: _("The answer is taken back. The item is closed until somebody answers."),
    }
    if changed:
        messages.success(request, texts[said])
    else:
        messages.warning(request, _("Somebody has answered already. Nothing was changed."))
    return redirect(meeting if "tilbage" in request.POST else item)


@login_first
@only_posted("item")
def shut_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Shuts a member out of a closed item or lets one in again, and answers whom a disqualified name means."""
    item = get_item(request, pk, manage=True)
    how = {"item": item, "by": request.user, "now": request.now}
    name, chosen = request.POST.get("navn", "")[:300], request.POST.get("person", "")
    if name and not any(named.name == name for named in named_in([item])):
        raise Http404
    if name and chosen == "ingen":
        confidentiality.say_no_member(name=name, **how)
        messages.success(request, _("It is noted that the name is no member's."))
        return redirect(item)
    person = get_person(request, int(chosen)) if is_key(chosen) else None
    if person is None:
        messages.error(request, _("Choose a member."))
    elif "fjern" in request.POST:
        if confidentiality.let_in(person=person, **how):
            messages.success(request, _("%(name)s may read the item.") % {"name": person})
    elif not person.memberships.filter(body=item.body_id).exists():
        messages.error(request, _("%(name)s does not sit on the body.") % {"name": person})
    elif confidentiality.shut_out(person=person, name=name, **how):
        messages.success(request, _("%(name)s is shut out of the item.") % {"name": person})
    return redirect(item)
