"""The address behind a mail's "turn off": a page with one button, and a mail program's one click (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from reminders import services
from reminders.access import get_contact_to_leave


# A mail program sends the click without ever having seen the page, so the address alone must do.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    contact = get_contact_to_leave(token)
    if request.method == "POST":
        services.leave(contact=contact)
    return render(request, "reminders/leave.html", {"contact": contact, "is_done": request.method == "POST"})
