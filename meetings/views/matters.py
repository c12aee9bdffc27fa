"""Ret forløb: those who serve a body of the case say which of its appearances belong together, and take it back."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from cases import numbers
from cases.models import Case, Matter
from meetings import gathering
from meetings.keys import is_key
from meetings.matters import CannotUndo, ChangedSince, move_items, rename_matter, split_off, undo_step
from meetings.models import AgendaItem, MatterStep
from meetings.paging import page_of

ITEMS_A_PAGE = 100
HERE, NEW = "her", "nyt"


@dataclass(slots=True)
class Asked:
    """What the form held: the items chosen, each with the matter it was shown in, and where they are to go."""

    chosen: dict[int, int | None] = field(default_factory=dict)
    to: str = ""
    here: str = ""
    title: str = ""
    text: str = ""
    errors: list[str] = field(default_factory=list)


@require_http_methods(["GET", "HEAD", "POST"])
def case_matters(request: HttpRequest, number: str) -> HttpResponse:
    """The page, the matters found for htmx, or one of the steps. Others than those who serve a body of the case get 404."""
    case = _case(request, number)
    if request.htmx and request.method != "POST":
        response = render(request, "cases/found_matters.html", _found(request, request.GET.get("q", ""), ""))
    elif request.method == "POST":
        response = _answer(request)(request, case)
    else:
        response = _page(request, case, Asked())
    add_never_cache_headers(response)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _case(request: HttpRequest, number: str) -> Case:
    viewer = request.viewer
    case = get_object_or_404(Case.objects.visible_to(viewer), key=numbers.parse(number).key)
    if not viewer.is_administrator and not gathering.items_of(case, viewer).filter(body__in=viewer.serves).exists():
        raise Http404
    return case


def _answer(request: HttpRequest) -> Callable[[HttpRequest, Case], HttpResponse]:
    """What was asked for: each button has the name of its step."""
    steps = {"flyt": _move, "fortryd": _undo, "omdoeb": _rename}
    return next((step for name, step in steps.items() if name in request.POST), _search)


def _page(request: HttpRequest, case: Case, asked: Asked, status: int = 200) -> HttpResponse:
    viewer = request.viewer
    page = page_of(gathering.items_of(case, viewer), request.GET.get("side"), size=ITEMS_A_PAGE)
    for item in page.rows:
        item.may_move = viewer.serves_body(item.body_id)
    context = {
        "case": case,
        "page": page,
        "groups": gathering.groups_of(page.rows, viewer),
        "steps": gathering.steps_of(page.rows, viewer),
        "asked": asked,
        **_found(request, asked.text, asked.to),
    }
    return render(request, "cases/matters.html", context, status=status)


def _found(request: HttpRequest, text: str, chosen: str) -> dict:
    text = text.strip()[:200]
    return {"text": text, "found": gathering.find(text, request.viewer), "chosen": chosen}


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
            step = move_items(items=items, to=_matter(request, asked.here if to == HERE else to), by=by, now=now, shown=asked.chosen)
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
    steps = MatterStep.objects.filter(moves__item__in=gathering.items_of(case, request.viewer).order_by().values("pk")).distinct()
    step = get_object_or_404(steps.prefetch_related("moves__item"), pk=_key(request.POST["fortryd"]))
    if not gathering.may_undo(step, request.viewer):
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
    items = gathering.items_of(case, request.viewer).filter(matter=key)
    group = next(iter(gathering.groups_of(list(items), request.viewer)), None)
    if group is None or not group.may_rename:
        raise Http404
    matter = Matter.objects.get(pk=key)
    title, shown = (request.POST.get(f"{name}-{key}", "") for name in ("titel", "foer"))
    try:
        renamed = rename_matter(matter=matter, title=title, shown=shown, viewer=request.viewer, now=request.now)
    except ValidationError as error:
        return _page(request, case, Asked(errors=[_("The title: %(error)s") % {"error": text} for text in error.messages]), status=422)
    except ChangedSince:
        messages.warning(request, _("Somebody has changed the title since you opened the page. Look it through once more."))
    else:
        if renamed:
            messages.success(request, _("The matter has its new title."))
    return redirect(request.get_full_path())


def _asked(request: HttpRequest) -> Asked:
    sent = request.POST
    pairs = (value.partition("-") for value in sent.getlist("punkt"))
    chosen = {_key(item): _key(matter) if matter else None for item, _dash, matter in pairs}
    return Asked(chosen, sent.get("til", ""), sent.get("her", ""), sent.get("nyt", ""), sent.get("q", ""))


def _items(request: HttpRequest, case: Case, asked: Asked) -> list[AgendaItem]:
    """The chosen items, every one of which must be on the case's page and of a body the viewer serves."""
    items = list(gathering.items_of(case, request.viewer).filter(pk__in=asked.chosen)) if asked.chosen else []
    if len(items) != len(asked.chosen) or not all(request.viewer.serves_body(item.body_id) for item in items):
        raise Http404
    return items


def _matter(request: HttpRequest, key: str) -> Matter:
    return get_object_or_404(Matter.objects.visible_to(request.viewer), pk=_key(key))


def _key(text: str) -> int:
    if not is_key(text):
        raise Http404
    return int(text)
