"""One's own mails: how often, about which bodies, and as they look; and the address of somebody without a log-in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meetings.models import Body
from meetings.views.permissions import secretary_required
from reminders.access import get_contact, get_own_contact, known_required
from reminders.address_book import holding_contact
from reminders.forms import AddressForm, SettingsForm
from reminders.own_mail import next_mail_of
from reminders.tasks import plan_reminders


@known_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_settings(request: HttpRequest) -> HttpResponse:
    bodies = Body.objects.filter(pk__in=request.actor.sits_on)
    key = get_own_contact(request).pk
    with holding_contact(key) as contact:
        form = SettingsForm(request.POST if request.method == "POST" else None, instance=contact, bodies=bodies)
        if form.is_bound and form.is_valid():
            form.save()
            plan_reminders.delay_on_commit()
            messages.success(request, _("Saved."))
            return redirect("reminder-settings")
    feed = request.build_absolute_uri(reverse("calendar-feed", kwargs={"token": contact.calendar_token}))
    next_mail = next_mail_of(contact, actor=request.actor, today=request.today)
    context = {"form": form, "contact": contact, "next_mail": next_mail, "feed": feed}
    return render(request, "reminders/settings.html", context, status=422 if form.errors else 200)


@secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, pk: int) -> HttpResponse:
    """The address of a person without a log-in, a unit or an outside party."""
    with holding_contact(get_contact(request, pk).pk) as contact:
        form = AddressForm(request.POST if request.method == "POST" else None, instance=contact)
        if form.is_bound and form.is_valid():
            form.save()
            plan_reminders.delay_on_commit()
            messages.success(request, _("Saved. What could not be sent for want of an address is sent now, as long as it is of use."))
            return redirect("reminder-list")
    context = {"contact": contact, "form": form}
    return render(request, "reminders/address.html", context, status=422 if form.errors else 200)
