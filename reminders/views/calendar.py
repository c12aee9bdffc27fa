"""The calendar feed behind a secret address, and a new address in the place of the old one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.only_posted import only_posted
from meetings.calendar_events import TYPE
from reminders.access import get_contact_of_calendar, get_own_contact, known_required
from reminders.address_book import actor_of
from reminders.calendar_feed import calendar_of
from reminders.models.contacts import new_token


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """For whoever has the address: what its owner may read today. Raises `Http404` for an address that is no more."""
    contact = get_contact_of_calendar(token)
    content = calendar_of(contact, actor=actor_of(contact, today=request.today), now=request.now)
    headers = {"Cache-Control": "no-store, private", "Content-Disposition": 'inline; filename="sekretariatet.ics"'}
    return HttpResponse(content, content_type=TYPE, headers=headers)


@known_required
@only_posted("reminder-settings")
def new_address(request: HttpRequest) -> HttpResponse:
    """The old address leads nowhere any more."""
    contact = get_own_contact(request)
    contact.calendar_token = new_token()
    contact.save(update_fields=["calendar_token"])
    messages.success(request, _("Your calendar has a new address. The old one leads nowhere any more."))
    return redirect("reminder-settings")
