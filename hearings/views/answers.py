"""Answers written down, our own through draft and decision, and the item at which they were considered; and the files they came as."""

import logging

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from concurrency.forms import version_sent
from hearings import selectors, services
from hearings.access import get_response
from hearings.exceptions import HearingRefused
from hearings.files import content_type
from hearings.forms import AnswerForm, ConsiderForm
from hearings.models import Hearing, HearingParty, HearingResponse
from hearings.views.permissions import back_to, hearing_secretary_required, party_of, versions_of

log = logging.getLogger(__name__)


@hearing_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, hearing: Hearing, party: int) -> HttpResponse:
    """An answer of the party. Our own body's, when there is a draft of it already, is that draft."""
    found = party_of(hearing, party)
    draft = next((response for response in found.readable_responses if response.given_on is None), None)
    return _answer(request, hearing, found, draft)


@hearing_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, hearing: Hearing, response: int) -> HttpResponse:
    """An answer that is there; the button `fjern` removes it."""
    found = _response_of(hearing, response)
    if "fjern" in request.POST:
        try:
            services.remove_answer(response=found, by=request.user, now=request.now, versions=_shown(request, found))
        except HearingRefused as refused:
            messages.warning(request, str(refused))
        else:
            messages.success(request, _("The answer has been removed. That can be undone under What has been done."))
        return back_to(hearing, found.party)
    return _answer(request, hearing, found.party, found)


@hearing_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def consider(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """At which item the body considered the answers that are chosen; none takes it back."""
    answers = HearingResponse.objects.visible_to(request.actor).filter(party__hearing=hearing, given_on__isnull=False)
    answers = answers.select_related("party").order_by("party", "pk")
    waiting = [response.pk for response in answers if response.considered_at_id is None]
    form = ConsiderForm(
        request.POST if request.method == "POST" else None,
        answers=answers,
        items=selectors.items_to_choose(hearing, request.actor, today=request.today),
        initial={"answers": waiting},
    )
    if form.is_bound and form.is_valid():
        said = {"responses": form.cleaned_data["answers"], "item": form.cleaned_data["item"]}
        said["versions"] = versions_of(request.POST.getlist("versions"))
        try:
            count = services.consider(hearing=hearing, by=request.user, now=request.now, **said)
        except HearingRefused as refused:
            messages.warning(request, str(refused))
        else:
            _tell_noted(request, count)
            return back_to(hearing)
    context = {"heading": _("Where the answers were considered"), "hearing": hearing, "form": form, "answers": answers}
    context["chosen"] = {str(key) for key in form["answers"].value() or ()}
    return render(request, "hearings/consider.html", context)


@require_safe
def file(request: HttpRequest, pk: int, response: int) -> HttpResponse:
    """The file an answer came as, to be saved and never shown, to those who may read the answer."""
    kept = get_response(request, response, hearing=pk)
    if not kept.file:
        raise Http404
    try:
        content = kept.file.open("rb")
    except OSError as error:
        log.error("the file of answer %s cannot be opened", kept.pk)
        raise Http404 from error
    answer = FileResponse(content, as_attachment=True, filename=kept.file_name, content_type=content_type(kept.file_name))
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _answer(request: HttpRequest, hearing: Hearing, party: HearingParty, response: HearingResponse | None) -> HttpResponse:
    is_own = party.is_own
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    items = selectors.items_to_choose(hearing, request.actor, today=request.today) if is_own else ()
    initial = {} if is_own else {"given_on": request.today}
    form = AnswerForm(*posted, party=party, items=items, today=request.today, instance=response, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            _keep(request, party, response, form)
        except HearingRefused as refused:
            messages.warning(request, str(refused))
        return back_to(hearing, party)
    context = {"heading": _("Answer"), "hearing": hearing, "party": party, "answer": response, "is_own": is_own, "form": form}
    return render(request, "hearings/answer_form.html", context)


def _tell_noted(request: HttpRequest, count: int) -> None:
    if count:
        messages.success(request, ngettext("Noted of %(count)d answer.", "Noted of %(count)d answers.", count) % {"count": count})
    else:
        messages.info(request, _("There was nothing to note: it is noted already."))


def _keep(request: HttpRequest, party: HearingParty, response: HearingResponse | None, form: AnswerForm) -> None:
    said = {name: form.cleaned_data[name] for name in ("text", "file", "given_on", "is_public")}
    decided = {"item": form.cleaned_data["decided_at"]} if form.is_own else {}
    services.keep_answer(party=party, response=response, is_own=form.is_own, by=request.user, now=request.now, **said, **decided)
    messages.success(request, _("The draft has been saved.") if not said["given_on"] else _("The answer has been written down."))


def _shown(request: HttpRequest, response: HearingResponse) -> dict[int, int] | None:
    """The version of the answer that the page showed, where it told one."""
    version = version_sent(request)
    return None if version is None else {response.pk: version}


def _response_of(hearing: Hearing, pk: int) -> HearingResponse:
    responses = (response for party in hearing.readable_parties for response in party.readable_responses)
    found = next((response for response in responses if response.pk == pk), None)
    if found is None:
        raise Http404
    return found
