"""What is noted of the parties: several at once on the hearing's page, one by itself on its own."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from hearings import services
from hearings.forms import NewPartiesForm, PartiesForm, PartyForm
from hearings.models import Hearing
from hearings.views.access import back_to, party_of, those_who_serve
from hearings.views.reading import hearing_page

NOTES = {"spurgt": ("asked_on", services.ask), "rykket": ("reminded_on", services.remind), "afslaaet": ("declined_on", services.decline)}


@those_who_serve
@require_POST
def note(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """`note` is spurgt, rykket or afslaaet of the parties chosen, or spurgt-alle of everybody who is not asked yet, on one day."""
    what = request.POST.get("note", "")
    everybody = what == "spurgt-alle"
    if not everybody and what not in NOTES:
        return HttpResponseBadRequest()
    column, verb = NOTES["spurgt" if everybody else what]
    form = PartiesForm(request.POST, hearing=hearing, today=request.today, column=column)
    form.fields["parties"].required = not everybody
    if not form.is_valid():
        return hearing_page(request, hearing, noting=form)
    said = {"hearing": hearing, "on": form.cleaned_data["on"], "by": request.user, "now": request.now}
    count = services.send_out(**said) if everybody else verb(parties=form.cleaned_data["parties"], **said)
    if count:
        messages.success(request, ngettext("Noted of %(count)d party.", "Noted of %(count)d parties.", count) % {"count": count})
    else:
        messages.info(request, _("There was nothing to note: it is noted already, or they have answered."))
    return back_to(hearing)


@those_who_serve
@require_POST
def add(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    form = NewPartiesForm(request.POST)
    if not form.is_valid():
        return hearing_page(request, hearing, adding=form)
    count = services.add_parties(hearing=hearing, names=form.cleaned_data["names"], by=request.user, now=request.now)
    if count:
        messages.success(
            request, ngettext("%(count)d party has been added.", "%(count)d parties have been added.", count) % {"count": count}
        )
    else:
        messages.info(request, _("They are parties already."))
    return back_to(hearing)


@those_who_serve
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, hearing: Hearing, party: int) -> HttpResponse:
    """A party's name and days; the button `fjern` removes it."""
    found = party_of(hearing, party)
    if "fjern" in request.POST:
        try:
            services.remove_party(party=found, by=request.user, now=request.now)
        except ValidationError as error:
            messages.error(request, error.messages[0])
        else:
            messages.success(request, _("The party has been removed."))
        return back_to(hearing)
    form = PartyForm(request.POST if request.method == "POST" else None, party=found, today=request.today)
    if form.is_bound and form.is_valid():
        services.correct_party(party=found, values=form.cleaned_data, by=request.user, now=request.now)
        return back_to(hearing, found)
    context = {
        "heading": _("Correct the party"),
        "hearing": hearing,
        "party": found,
        "form": form,
        "has_answers": bool(found.responses.all()),
    }
    return render(request, "hearings/party_form.html", context)
