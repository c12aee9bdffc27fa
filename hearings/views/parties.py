"""The pages on which the days of parties are noted: several at once on the hearing's page, one by itself on its own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.only_posted import only_posted
from concurrency.forms import changes
from hearings import services
from hearings.exceptions import HearingRefused
from hearings.forms import NewPartiesForm, PartiesForm, PartyForm
from hearings.models import Hearing
from hearings.views.pages import hearing_page
from hearings.views.permissions import back_to, hearing_secretary_required, party_of, versions_of

NOTES = {"spurgt": ("asked_on", services.ask), "rykket": ("reminded_on", services.remind), "afslaaet": ("declined_on", services.decline)}


@hearing_secretary_required
@only_posted("hearing")
def note(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """`note` is spurgt, rykket or afslaaet of the parties chosen, or spurgt-alle of everybody who is not asked yet, on one day."""
    what = request.POST.get("note", "")
    everybody = what == "spurgt-alle"
    if not everybody and what not in NOTES:
        return HttpResponseBadRequest()
    column, verb = NOTES["spurgt" if everybody else what]
    form = PartiesForm(request.POST, hearing=hearing, today=request.today, column=column, everybody=everybody)
    if not form.is_valid():
        return hearing_page(request, hearing, noting=form)
    said = {"hearing": hearing, "on": form.cleaned_data["on"], "by": request.user, "now": request.now}
    said["versions"] = versions_of(request.POST.getlist("versions"))
    try:
        count = services.send_out(**said) if everybody else verb(parties=form.cleaned_data["parties"], **said)
    except HearingRefused as refused:
        messages.warning(request, str(refused))
        return hearing_page(request, hearing, noting=form)
    if count:
        messages.success(request, ngettext("Noted of %(count)d party.", "Noted of %(count)d parties.", count) % {"count": count})
    else:
        messages.info(request, _("There was nothing to note: it is noted already, or they have answered."))
    return back_to(hearing)


@hearing_secretary_required
@only_posted("hearing")
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


@hearing_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, hearing: Hearing, party: int) -> HttpResponse:
    """A party's name and days; the button `fjern` removes it."""
    found = party_of(hearing, party)
    if "fjern" in request.POST:
        try:
            versions = versions_of(request.POST.getlist("versions"))
            services.drop_party(party=found, by=request.user, now=request.now, versions=versions)
        except HearingRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("It is no party any more. That can be undone under What has been done."))
        return back_to(hearing)
    form = PartyForm(request.POST if request.method == "POST" else None, party=found, today=request.today)
    if form.is_bound and form.is_valid():
        services.correct_party(party=found, values=changes(found, form.cleaned_data), by=request.user, now=request.now)
        return back_to(hearing, found)
    context = {
        "heading": _("Correct the party"),
        "hearing": hearing,
        "party": found,
        "form": form,
        "has_answers": bool(found.readable_responses),
    }
    return render(request, "hearings/party_form.html", context)
