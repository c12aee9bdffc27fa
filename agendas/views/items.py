"""The changes of an agenda's items and breaks, for those who manage the body. Others get 404."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from accounts.only_posted import only_posted
from agendas import services
from agendas.access import get_agenda, get_planned_item
from agendas.exceptions import AgendaRefused
from agendas.forms.items import AgendaItemForm, BreakForm, NewItemForm, minutes_form
from agendas.selectors.candidates import candidates_for
from agendas.selectors.cases import find_cases
from agendas.views.board import answer_gone, change, find_item, open_form, show
from concurrency.forms import changes, version_sent
from danish.numbers import whole_number
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Meeting
from meetings.params import is_key

PLACE, LEAVE_OUT, TAKE_BACK = "saet-paa", "vaelg-fra", "fortryd"


@login_first
@only_posted("agenda")
def candidate(request: HttpRequest, pk: int) -> HttpResponse:
    """`slags` and `noegle` name the candidate, `goer` is saet-paa, vaelg-fra or fortryd. The one that takes its place (`plads`) gets the focus."""

    def act(meeting: Meeting) -> str | None:
        found = candidates_for(meeting, request.actor, today=request.today)
        one = found.find(request.POST.get("slags", ""), request.POST.get("noegle", ""))
        if one is None:
            return _("It has been seen to already.")
        given = {"meeting": meeting, "candidate": one}
        if does == LEAVE_OUT:
            services.leave_out(**given, by=request.user, now=request.now)
            return _("“%(title)s” is left out of this agenda.") % {"title": one.title}
        if does == TAKE_BACK:
            services.take_answer_back(**given)
            return _("“%(title)s” wants a place again.") % {"title": one.title}
        item = services.place_candidate(**given, by=request.user, now=request.now)
        return _("“%(title)s” stands on the agenda now.") % {"title": item.title}

    does, place = request.POST.get("goer", ""), whole_number(request.POST.get("plads", ""), most=32_000)
    if does not in (PLACE, LEAVE_OUT, TAKE_BACK):
        raise Http404
    return change(request, pk, act, focus="vil-paa" if place is None else f"saet-paa-{place} vil-paa")


@login_first
@only_posted("agenda")
def add(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_agenda(request, pk, manage=True)
    form = NewItemForm(request.POST, actor=request.actor)
    if not form.is_valid():
        return show(request, meeting, new=form, focus="id_ny-title")
    values = form.cleaned_data

    def act(meeting: Meeting) -> str:
        item = services.add_item(
            meeting=meeting,
            **{name: values[name] for name in ("title", "minutes", "case", "matter")},
            by=request.user,
            now=request.now,
        )
        return _("“%(title)s” stands on the agenda now.") % {"title": item.title}

    return change(request, pk, act, focus="id_ny-title")


@login_first
@only_posted("agenda")
def change_minutes(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    return _change_row(request, pk, item, lambda row: minutes_form(row, request.POST), "minutes")


@login_first
@only_posted("agenda")
def change_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    return _change_row(request, pk, item, lambda row: open_form(request, row, request.POST), "form", focus=f"ret-{item}")


def _change_row(
    request: HttpRequest, pk: int, key: int, form_of: Callable[[AgendaItem], Form], shown_as: str, *, focus: str = ""
) -> HttpResponse:
    """Shows beside each field the words that somebody else has written meanwhile, and saves nothing."""
    meeting = get_agenda(request, pk, manage=True)
    with holding(bodies_of(meeting)):
        meeting = get_agenda(request, pk, manage=True)
        item = find_item(meeting, str(key))
        if item is None:
            return answer_gone(request, pk)
        form = form_of(item)
        if not form.is_valid():
            return show(request, meeting, **{shown_as: form})
        return change(request, pk, lambda _meeting: _write(request, item, form), focus=focus)


def _write(request: HttpRequest, item: AgendaItem, form: Form) -> None:
    if isinstance(form, AgendaItemForm):
        values, texts = form.written(), form.written_texts()
    else:
        values, texts = {name: form.cleaned_data[name] for name in form.changed_data}, None
    guests, closed = values.pop("guests", None), values.pop("closed", None)
    columns = changes(item, values)
    if not columns and guests is None and closed is None and texts is None:
        return
    services.change_item(item=item, columns=columns, guests=guests, closed=closed, texts=texts, by=request.user, now=request.now)
    if item.lacks_ground:
        told = _("“%(title)s” is closed without a legal ground. Choose one before the chair approves the agenda.")
        messages.warning(request, told % {"title": item.title})


@login_first
def cases(request: HttpRequest, pk: int) -> HttpResponse:
    """The cases that hold the words typed in the field whose name ends in `case`, for htmx; the page of the agenda for everybody else."""
    get_agenda(request, pk, manage=True)
    if not request.htmx:
        return redirect("agenda", pk=pk)
    name, text = next(((name, value) for name, value in request.GET.items() if name.endswith("case")), ("case", ""))
    found = find_cases(text, request.actor)
    return render(request, "agendas/found_cases.html", {"found": found, "text": text.strip(), "name": name.removesuffix("case") + "chosen"})


@login_first
@only_posted("agenda")
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """`punkt` is moved op or ned (`hvorhen`), or to stand after the item `efter`, 0 being first."""
    key, where, after = request.POST.get("punkt", ""), request.POST.get("hvorhen", ""), request.POST.get("efter", "")

    def act(meeting: Meeting) -> str:
        item = find_item(meeting, key)
        if item is None:
            raise AgendaRefused("gone")
        given = {"item": item, "by": request.user, "now": request.now}
        if where in ("op", "ned"):
            services.move_item(by_places=-1 if where == "op" else 1, **given)
        elif after == "0" or is_key(after):
            services.move_item(after=int(after), **given)
        item.refresh_from_db(fields=["position"])
        return _("“%(title)s” is number %(place)s now.") % {"title": item.title, "place": item.position}

    return change(request, pk, act, focus=f"{where}-{key}" if where in ("op", "ned") else "")


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Asks first; the change can be taken back on the agenda's page."""
    meeting = get_agenda(request, pk, manage=True)
    row = get_planned_item(request, meeting, item)
    if row is None:
        return answer_gone(request, pk)
    if request.method != "POST":
        return render(request, "agendas/remove.html", {"meeting": meeting, "item": row})
    try:
        services.remove_item(item=row, version=version_sent(request), by=request.user, now=request.now)
    except AgendaRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("“%(title)s” is off the agenda. You can undo that below.") % {"title": row.title})
    return redirect("agenda", pk=pk)


@login_first
@only_posted("agenda")
def breaks(request: HttpRequest, pk: int) -> HttpResponse:
    """A break more, or without the one that `fjern` names (`break_name`)."""
    meeting, gone = get_agenda(request, pk, manage=True), request.POST.get("fjern", "")
    form = BreakForm(request.POST)
    if not gone and not (form.is_valid() and form.cleaned_data["minutes"]):
        if form.is_valid():
            form.add_error("minutes", _("Write how long the break is."))
        return show(request, meeting, pause=form, focus="id_pause-minutes")

    def act(meeting: Meeting) -> str:
        given = {"meeting": meeting, "by": request.user, "now": request.now}
        if gone:
            services.remove_break(name=gone, **given)
        else:
            services.add_break(minutes=form.cleaned_data["minutes"], after=form.cleaned_data["after"], **given)
        return _("The breaks are changed.")

    return change(request, pk, act, focus="id_pause-minutes")


@login_first
@only_posted("agenda")
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the step named by the button back."""
    key = request.POST.get("trin", "")
    if not is_key(key):
        raise Http404

    def act(meeting: Meeting) -> str:
        step = services.undo_last(meeting=meeting, key=int(key), by=request.user, now=request.now)
        return _("Undone: %(what)s.") % {"what": step.get_what_display()}

    return change(request, pk, act, focus="fortryd")
