"""The settings of a body for those who manage it: its rules, who sits on it, and what has been changed. To others there is no such page."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from meetings import body_settings as settings
from meetings.body_settings_told import history_of
from meetings.calendar import changing
from meetings.forms.body_settings import NEW_ROWS, NewSeatForm, RulesForm, SeatForm, refuse_doubles, told_person
from meetings.models import Body, Membership, Person
from meetings.params import is_key
from meetings.start_date_impact import count_history

RULES, SEATS = "regler", "medlemmer"  # the buttons
SHOWN = "historie"
SUGGESTED = 500


@dataclass(frozen=True, slots=True)
class StartPreview:
    """How much is history `now`, and how much would be `then`, with the start that has been written."""

    now: int
    then: int


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def body_settings(request: HttpRequest, slug: str) -> HttpResponse:
    """`gem` says which form was sent; `trin` is the step to take back; `historie` is how much the page said would be history."""
    body = _body(request, slug)
    if request.method != "POST":
        return _page(request, body)
    if "trin" in request.POST:
        return _undo(request, body)
    if request.POST.get("gem") not in (RULES, SEATS):
        raise Http404
    with changing([body]):
        body.refresh_from_db()
        return _save_rules(request, body) if request.POST["gem"] == RULES else _save_seats(request, body)


def _save_rules(request: HttpRequest, body: Body) -> HttpResponse:
    form = RulesForm(request.POST, row=body)
    if not form.is_valid():
        return _page(request, body, rules=form, status=422)
    if preview := _preview(request, body, form):
        return _page(request, body, rules=form, preview=preview)
    values = {name: form.cleaned_data[name] for name in settings.RULES if name in form.changed_data}
    step = settings.save_rules(body=body, values=values, by=request.user, now=request.now)
    messages.success(request, _("The rules are saved.") if step else _("Nothing was changed."))
    return redirect("body-settings", slug=body.slug)


def _preview(request: HttpRequest, body: Body, form: RulesForm) -> StartPreview | None:
    """What another start would make history, or history no more; None where that is nothing, or the page has said so."""
    if "in_use_since" not in form.changed_data:
        return None
    now, then = (count_history(body, start, request.actor) for start in (body.in_use_since, form.cleaned_data["in_use_since"]))
    return None if now == then or request.POST.get(SHOWN) == f"{then}" else StartPreview(now, then)


def _save_seats(request: HttpRequest, body: Body) -> HttpResponse:
    rows = [form for form in _seat_forms(body, request.POST) if form.add_prefix("role") in request.POST]
    new = _new_forms(request, request.POST)
    forms = [*rows, *new]
    if not [form for form in forms if not form.is_valid()]:  # all are asked, so that each says what is wrong
        refuse_doubles(forms)
    if any(form.errors for form in forms):
        return _page(request, body, rows=rows, new=new, status=422)
    told = [seat for form in forms if (seat := form.seat())]
    step = settings.save_seats(body=body, seats=told, by=request.user, now=request.now)
    messages.success(request, _("The members and substitutes are saved.") if step else _("Nothing was changed."))
    return redirect("body-settings", slug=body.slug)


def _undo(request: HttpRequest, body: Body) -> HttpResponse:
    key = request.POST["trin"]
    if not is_key(key):
        raise Http404
    try:
        step = settings.undo_step(body=body, key=int(key), by=request.user, now=request.now)
    except settings.NotUndone:
        messages.warning(request, _("Something has been changed since. Undo that first, or correct it below."))
    else:
        messages.success(request, _("Undone: %(what)s.") % {"what": step.get_what_display()})
    return redirect("body-settings", slug=body.slug)


def _body(request: HttpRequest, slug: str) -> Body:
    body = get_object_or_404(Body, slug=slug)
    if not request.actor.manages(body.pk):
        raise Http404
    return body


def _seat_forms(body: Body, data=None) -> list[SeatForm]:
    seats = Membership.objects.filter(body=body).select_related("person").order_by("person__sort_key", "first_day", "pk")
    order = Membership.Role.values
    return [SeatForm(data, row=seat) for seat in sorted(seats, key=lambda seat: order.index(seat.role))]


def _new_forms(request: HttpRequest, data=None) -> list[NewSeatForm]:
    return [NewSeatForm(data, prefix=f"ny{place}", actor=request.actor) for place in range(NEW_ROWS)]


def _page(request: HttpRequest, body: Body, *, rules=None, rows=None, new=None, preview=None, status: int = 200) -> HttpResponse:
    """Seats that are over stand below the others."""
    seats = _seat_forms(body) if rows is None else rows
    known = Person.objects.visible_to(request.actor).order_by("sort_key", "pk")[:SUGGESTED]
    is_over = [bool(form.row.last_day and form.row.last_day < request.today and not form.errors) for form in seats]
    context = {
        "body": body,
        "rules": rules or RulesForm(row=body),
        "preview": preview,
        "seats": [form for form, over in zip(seats, is_over, strict=True) if not over],
        "earlier": [form for form, over in zip(seats, is_over, strict=True) if over],
        "new": _new_forms(request) if new is None else new,
        "people": [told_person(person) for person in known],
        "history": history_of(body),
        "form": next((form for form in (rules, *(rows or ()), *(new or ())) if form is not None and form.errors), None),
    }
    return render(request, "bodies/settings.html", context, status=status)
