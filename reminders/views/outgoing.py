"""The mails that have been sent, or are to be tried again, for those who manage a body."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings.paging import page_of
from meetings.views.permissions import secretary_required
from reminders import selectors
from reminders.access import get_mail


@secretary_required
@require_safe
def outgoing_mails(request: HttpRequest) -> HttpResponse:
    """`?side=2`. The newest first."""
    return render(request, "reminders/outgoing.html", {"page": page_of(selectors.mails_of(request.actor), request.GET.get("side"))})


@secretary_required
@require_safe
def outgoing_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail with its reminders, in words that the actor may read now."""
    mail = get_mail(request, pk)
    groups, untold = selectors.told_in(mail, actor=request.actor, today=request.today)
    return render(request, "reminders/mail.html", {"mail": mail, "groups": groups, "untold": untold, "attempts": mail.history.all()})
