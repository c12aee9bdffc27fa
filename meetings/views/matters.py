"""Ret forløb: those who manage a body of the case say which of its appearances belong together, and take it back."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from cases.models import Case
from meetings import matter_groups
from meetings.access import get_case_by_number, get_matter
from meetings.matters import CannotUndo, ChangedSince, move_items, rename_matter, split_off, undo_step
from meetings.models import AgendaItem
from meetings.paging import page_of
from meetings.params import is_key

ITEMS_A_PAGE = 100
HERE, NEW = "her", "nyt"


@dataclass(slots=True)
class MatterRequest:
    """The contents of the form: the items chosen, each with the matter it was shown in, and where they are to go."""

    chosen: dict[int, int | None] = field(default_factory=dict)
    to: str = ""
    here: str = ""
    title: str = ""
    text: str = ""
    errors: list[str] = field(default_factory=list)


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def case_matters(request: HttpRequest, number: str) -> HttpResponse:
    """The page, the matters found for htmx, or one of the steps. Others than those who manage a body of the case get 404."""
    case = _case(request, number)
    if request.htmx and request.method != "POST":
        return render(request, "cases/found_matters.html", _found(request, request.GET.get("q", ""), ""))
    if request.method == "POST":
        return _answer(request)(request, case)
    return _page(request, case, MatterRequest())


def _case(request: HttpRequest, number: str) -> Case:
    actor = request.actor
    case = get_case_by_number(request, number)
    if not actor.is_administrator and not matter_groups.items_of(case, actor).filter(body__in=actor.managed_bodies).exists():
        raise Http404
    return case


def _answer(request: HttpRequest) -> Callable[[HttpRequest, Case], HttpResponse]:
    """Does the step asked for: each button has the name of its step."""
    steps = {"flyt": _move, "fortryd": _undo, "omdoeb": _rename}
    return next((step for name, step in steps.items() if name in request.POST), _search)


def _page(request: HttpRequest, case: Case, asked: MatterRequest, status: int = 200) -> HttpResponse:
    actor = request.actor
    page = page_of(matter_groups.items_of(case, actor), request.GET.get("side"), size=ITEMS_A_PAGE)
    for item in page.rows:
        item.may_move = actor.manages(item.body_id)
    context = {
        "case": case,
        "page": page,
        "groups": matter_groups.groups_of(page.rows, actor),
        "steps": matter_groups.steps_of(page.rows, actor),
        "asked": asked,
        **_found(request, asked.text, asked.to),
    }
    return render(request, "cases/matters.html", context, status=status)


def _found(request: HttpRequest, text: str, chosen: str) -> dict:
    text = text.strip()[:200]
    return {"text": text, "found": matter_groups.find(text, request.actor), "chosen": chosen}


def _search(request: HttpRequest, case: Case) -> HttpResponse:
    return _page(request, case, _asked(request))


def _move(request: HttpRequest, case: Case) -> HttpResponse:
    asked = _asked(request)
    items = _items(request, case, asked)
    to = asked.to or (NEW if asked.title.strip() else "")
    if not items:
        asked.errors.append(_("Choose the items to move."))
    if not to:
        asked.errors.append(_("Choose where to move them."))
    if asked.errors:
        return _page(request, case, asked, status=422)
    by, now = request.user, request.now
    try:
        if to == NEW:
            step = split_off(items=items, title=asked.title, by=by, now=now, shown=asked.chosen)
        else:
            step = move_items(
                items=items, to=get_matter(request, _key(asked.here if to == HERE else to)), by=by, now=now, shown=asked.chosen
            )
    except ValidationError as error:
        asked.errors += [_("The title of the new matter: %(error)s") % {"error": text} for text in error.messages]
        return _page(request, case, asked, status=422)
    except ChangedSince:
        messages.warning(request, _("Somebody has moved one of the items since you opened the page. Look it through once more."))
        return redirect(request.get_full_path())
    if step is None:
        messages.info(request, _("The items are in that matter already."))
    else:
        counted = ngettext("%(count)s item has been moved.", "%(count)s items have been moved.", len(items))
        messages.success(request, counted % {"count": len(items)})
    return redirect(request.get_full_path())


def _undo(request: HttpRequest, case: Case) -> HttpResponse:
    step = matter_groups.step_to_undo(_key(request.POST["fortryd"]), case, request.actor)
    if step is None:
        raise Http404
    if step.undone_at:
        messages.info(request, _("It has been undone already."))
        return redirect(request.get_full_path())
    try:
        undo_step(step=step, now=request.now)
    except CannotUndo:
        messages.error(request, _("It cannot be undone, since something of it has been moved again. Undo the newer step first."))
    else:
        messages.success(request, _("The items are back where they were."))
    return redirect(request.get_full_path())


def _rename(request: HttpRequest, case: Case) -> HttpResponse:
    key = _key(request.POST["omdoeb"])
    items = matter_groups.items_of(case, request.actor).filter(matter=key)
    group = next(iter(matter_groups.groups_of(list(items), request.actor)), None)
    if group is None or not group.may_rename:
        raise Http404
    matter = get_matter(request, key)
    title, shown = (request.POST.get(f"{name}-{key}", "") for name in ("titel", "foer"))
    try:
        renamed = rename_matter(matter=matter, title=title, shown=shown, actor=request.actor, now=request.now)
    except ValidationError as error:
        return _page(
            request, case, MatterRequest(errors=[_("The title: %(error)s") % {"error": text} for text in error.messages]), status=422
        )
    except ChangedSince:
        messages.warning(request, _("Somebody has changed the title since you opened the page. Look it through once more."))
    else:
        if renamed:
            messages.success(request, _("The matter has its new title."))
    return redirect(request.get_full_path())


def _asked(request: HttpRequest) -> MatterRequest:
    sent = request.POST
    pairs = (value.partition("-") for value in sent.getlist("punkt"))
    chosen = {_key(item): _key(matter) if matter else None for item, _dash, matter in pairs}
    return MatterRequest(chosen, sent.get("til", ""), sent.get("her", ""), sent.get("nyt", ""), sent.get("q", ""))


def _items(request: HttpRequest, case: Case, asked: MatterRequest) -> list[AgendaItem]:
    """The chosen items, every one of which must be on the case's page and of a body the actor manages."""
    items = list(matter_groups.items_of(case, request.actor).filter(pk__in=asked.chosen)) if asked.chosen else []
    if len(items) != len(asked.chosen) or not all(request.actor.manages(item.body_id) for item in items):
        raise Http404
    return items


def _key(text: str) -> int:
    if not is_key(text):
        raise Http404
    return int(text)
