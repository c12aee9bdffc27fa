"""The standing items of a body, for those who manage it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from agendas.forms.standing_items import forms_of
from agendas.models import StandingItem
from agendas.models.standing import default_items
from agendas.services.standing_items import save_standing_items
from meetings.locking import holding
from meetings.models import Body


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def standing_items(request: HttpRequest, slug: str) -> HttpResponse:
    """A body that has chosen none is shown those that are proposed; nothing is kept of them until they are saved."""
    body = get_object_or_404(Body, slug=slug)
    if not request.actor.manages(body.pk):
        raise Http404
    if request.method != "POST":
        return _page(request, body, forms_of(_rows(body)))
    with holding([body]):
        rows = _rows(body)
        forms = forms_of(rows, request.POST)
        if [form for form in forms if not form.is_valid()]:  # all are asked, so that each says what is wrong
            return _page(request, body, forms, status=422)
        save_standing_items(body=body, rows=[(form.row, form.cleaned_data) for form in forms])
    messages.success(request, _("The standing items are saved."))
    return redirect("standing-items", slug=body.slug)


def _rows(body: Body) -> list[StandingItem]:
    return list(StandingItem.objects.filter(body=body)) or default_items(body)


def _page(request: HttpRequest, body: Body, forms: list, status: int = 200) -> HttpResponse:
    has_own = any(form.row for form in forms)
    return render(request, "agendas/standing_items.html", {"body": body, "forms": forms, "has_own": has_own}, status=status)
