"""Adding an obligation the reader did not find: a sentence is marked in the item's text, and the form is filled in from it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from danish.numbers import whole_number
from meetings.access import get_item
from meetings.models import AgendaItem, Body, Meeting, Section
from meetings.params import LARGEST
from minutes import services
from minutes.forms.obligations import QuoteForm
from minutes.highlighting import lines_of
from minutes.prefill import prefill
from minutes.selectors import MODELS
from minutes.views.correcting import form_for, with_body
from minutes.views.obligations import address, anchor
from minutes.views.permissions import meeting_secretary_required

NAMES = {
    "opfoelgning": gettext_lazy("Follow-up"),
    "hoering": gettext_lazy("Hearing"),
    "behandling": gettext_lazy("Planned treatment"),
}


@meeting_secretary_required
@require_safe
def choose_sentence(request: HttpRequest, meeting: Meeting, item: int) -> HttpResponse:
    """The item's text with a button at each sentence. With one chosen (`?afsnit=12&fra=100&til=180`) on to the likeliest form."""
    found = _item(request, meeting, item)
    section, quote = _marked(request, found)
    if quote:
        kind, _initial = prefill(found, section, quote)
        return redirect(f"{_form_address(found, kind)}?{request.GET.urlencode()}")
    sections = [(section, lines_of(section.text)) for section in found.readable_sections if section.text]
    return render(request, "obligations/choose.html", {"meeting": meeting, "item": found, "sections": sections})


@meeting_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, meeting: Meeting, item: int, kind: str) -> HttpResponse:
    """The form of one kind, filled in from the sentence chosen; without a sentence the secretary writes it from the item's text."""
    found = _item(request, meeting, item)
    section, quote = _marked(request, found)
    _kind, initial = prefill(found, section, quote)
    form = form_for(meeting, MODELS[kind], request.POST or None, initial=initial[kind])
    quoting = QuoteForm(request.POST or None, texts=[one.text for one in found.readable_sections], initial={"quote": quote})
    if request.method == "POST" and all([quoting.is_valid(), form.is_valid()]):
        values = with_body(form.values) | quoting.cleaned_data
        added = services.add(item=found, model=MODELS[kind], values=values, parties=form.parties or (), by=request.user, now=request.now)
        return redirect(address(meeting, anchor(kind, added)))
    context = {
        "meeting": meeting,
        "item": found,
        "kind": kind,
        "kinds": [(name, label, _form_address(found, name)) for name, label in NAMES.items()],
        "form": form,
        "quoting": quoting,
        "bodies": Body.objects.order_by("name"),
    }
    return render(request, "obligations/add.html", context)


def _item(request: HttpRequest, meeting: Meeting, pk: int) -> AgendaItem:
    return get_item(request, pk, manage=True, parts=["sections"], meeting=meeting)


def _form_address(item: AgendaItem, kind: str) -> str:
    return reverse("obligation-add", kwargs={"pk": item.meeting_id, "item": item.pk, "kind": kind})


def _marked(request: HttpRequest, item: AgendaItem) -> tuple[Section | None, str]:
    """The section named in the address and what is marked of it; nothing where the address names none or nonsense."""
    numbers = [whole_number(request.GET.get(name, ""), most=LARGEST) for name in ("afsnit", "fra", "til")]
    if None in numbers:
        return None, ""
    key, start, end = numbers
    section = next((one for one in item.readable_sections if one.pk == key), None)
    return section, " ".join(section.text[start:end].split("\n")).strip() if section else ""
