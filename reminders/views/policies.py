"""The pages of reminder policies: those of a body or of the municipality, and the days that they give."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meetings.locking import holding
from meetings.lookups import body_at
from meetings.models import Body
from meetings.views.permissions import secretary_required
from reminders import policies
from reminders.deadlines import DeadlineKind
from reminders.exceptions import PolicyRefused
from reminders.forms import PolicyForm, fields_of
from reminders.models import PolicyStep
from reminders.tasks import plan_reminders

EVERYBODY = "alle"  # the address of the municipality's policies, which administrators write


@secretary_required
@require_safe
def policy_list(request: HttpRequest) -> HttpResponse:
    """`?organ=` is the body; administrators see the municipality's first."""
    bodies = _managed(request)
    asked = request.GET.get("organ", "")
    body = body_at(bodies, asked) or (None if request.actor.is_administrator else bodies[0])
    context = {
        "bodies": bodies,
        "body": body,
        "held": policies.effective_policies(body and body.pk),
        "of": body.slug if body else EVERYBODY,
    }
    return render(request, "reminders/policies.html", context)


@secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def policy(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The form with the days that it gives. `POST` saves, shows the days of what is written (`vis`), goes back to what holds for all, or takes a step back (`trin`)."""
    body = _body(request, slug)
    if kind not in [*DeadlineKind]:
        raise Http404
    kind = DeadlineKind(kind)
    if request.method != "POST" or "vis" in request.POST:
        held = policies.effective_policy(body and body.pk, kind)
        return _page(request, body, held, _form(held, body, request.POST or None))
    act = {"by": request.user, "now": request.now}
    with holding([body] if body else []):
        held = policies.effective_policy(body and body.pk, kind)
        if "almindelig" in request.POST:
            policies.write_policy(body=body, kind=kind, steps=None, **act)
            said = _("The usual steps hold again.")
        elif "trin" in request.POST:
            said = _("The step has been taken back.")
            try:
                policies.take_back(step=_step(request, body, kind), **act)
            except PolicyRefused as refused:
                messages.warning(request, str(refused))
                return redirect("reminder-policy", slug=slug, kind=kind)
        else:
            form = _form(held, body, request.POST)
            if not form.is_valid():
                return _page(request, body, held, form, status=422)
            policies.write_policy(body=body, kind=kind, steps=form.steps, **act)
            said = _("Saved. The coming reminders follow it within a minute.")
    plan_reminders.delay_on_commit()
    messages.success(request, said)
    return redirect("reminder-policy", slug=slug, kind=kind)


def _form(held: policies.EffectivePolicy, body: Body | None, data) -> PolicyForm:
    own = held.row if held.row and held.row.body_id == (body and body.pk) else None
    return PolicyForm(data, kind=held.kind, row=own, initial=fields_of(held.steps))


def _page(request: HttpRequest, body: Body | None, held: policies.EffectivePolicy, form: PolicyForm, *, status: int = 200) -> HttpResponse:
    steps = form.steps if form.is_bound and form.is_valid() else held.steps
    context = {
        "body": body,
        "slug": body.slug if body else EVERYBODY,
        "held": held,
        "is_own": held.row is not None and held.row.body_id == (body and body.pk),
        "form": form,
        "history": policies.history_of(body and body.pk, held.kind),
        "examples": policies.examples(steps, held.kind, body and body.pk, today=request.today),
    }
    template = "reminders/preview.html" if request.htmx else "reminders/policy.html"
    return render(request, template, context, status=status)


def _step(request: HttpRequest, body: Body | None, kind: DeadlineKind) -> PolicyStep:
    """The step that the button stood beside."""
    changes = policies.history_of(body and body.pk, kind)
    found = next((change.step for change in changes if str(change.step.pk) == request.POST["trin"]), None)
    if found is None:
        raise Http404
    return found


def _managed(request: HttpRequest) -> list[Body]:
    return [body for body in Body.objects.with_meetings() if request.actor.manages(body.pk)]


def _body(request: HttpRequest, slug: str) -> Body | None:
    if slug == EVERYBODY and request.actor.is_administrator:
        return None
    body = body_at(_managed(request), slug)
    if body is None:
        raise Http404
    return body
