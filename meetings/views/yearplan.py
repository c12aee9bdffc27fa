"""The meetings of a year for a body: proposed by a rule, planned at once, taken back. For those who manage the body; others get 404."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from accounts.only_posted import only_posted
from meetings.access import get_meeting_plan
from meetings.calendar import calendar_impact
from meetings.forms.meeting import day_of
from meetings.forms.year_plan import ClosingsForm, YearPlanForm, filled_in
from meetings.locking import holding
from meetings.models import Body, MeetingPlan
from meetings.views import impacts
from meetings.yearplan.closings import write_closings
from meetings.yearplan.formatting import collision_text
from meetings.yearplan.plans import Changed, closings_known, make_plan, meetings_left, save_closings, take_plan_back, untouched
from meetings.yearplan.proposals import AT_MOST, Proposed, TooMany, fingerprint, propose

EARLIER = 10  # plans shown


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def year_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """A GET with a rule shows the days it gives; a POST plans those of them that are ticked (`dag`), as they were shown (`vist`)."""
    body = _body(request, slug)
    if request.method == "POST":
        return _make(request, body)
    form = YearPlanForm(request.GET) if "pattern" in request.GET else YearPlanForm(initial=filled_in(body, today=request.today))
    return _page(request, body, form)


def _make(request: HttpRequest, body: Body) -> HttpResponse:
    form = YearPlanForm(request.POST)
    days = [day for text in request.POST.getlist("dag")[:AT_MOST] if (day := day_of(text))]
    if not form.is_valid():
        return _page(request, body, form, status=422)
    if not days:
        form.add_error(None, _("Tick the days on which the body is to meet."))
        return _page(request, body, form, status=422)
    try:
        # Another body's meeting may take the room meanwhile, so all bodies are held, and before this one alone is.
        with holding(Body.objects.with_meetings()), calendar_impact(body=body, actor=request.actor, today=request.today) as found:
            plan = make_plan(
                body=body,
                asked=form.asked,
                days=days,
                shown=request.POST.get("vist", ""),
                by=request.user,
                now=request.now,
                today=request.today,
            )
    except (Changed, TooMany):
        form.add_error(None, _("The calendar has changed since these days were shown, so nothing is planned. Look at them once more."))
        return _page(request, body, form, status=409)
    count = len(plan.meetings)
    said = ngettext("%(count)d meeting is planned.", "%(count)d meetings are planned.", count) % {"count": count}
    messages.success(request, said)
    impacts.show_impacts(request, found)
    return redirect("year-plan", slug=body.slug)


@login_first
@only_posted("year-plan")
def school_holidays(request: HttpRequest, slug: str) -> HttpResponse:
    body = _body(request, slug)
    form = ClosingsForm(request.POST, today=request.today, closings=closings_known())
    if not form.is_valid():
        return _page(request, body, YearPlanForm(initial=filled_in(body, today=request.today)), closings=form, status=422)
    before, after = form.cleaned_data["shown"], form.cleaned_data["closings"]
    try:
        save_closings(closings=after, shown=before)
    except Changed:
        messages.warning(
            request, _("Somebody else has changed the list since you opened it, so yours is not saved. This is how it is now.")
        )
        return redirect("year-plan", slug=body.slug)
    messages.success(request, _("The school holidays are saved."))
    if gone := [one for one in before if one not in after]:
        messages.info(request, _("Taken off the list: %(gone)s") % {"gone": write_closings(gone).replace("\n", "; ")})
    return redirect("year-plan", slug=body.slug)


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first, with what goes and what stays."""
    body = _body(request, slug)
    plan = get_meeting_plan(request, pk, body)
    if request.method != "POST":
        going = set(untouched(meetings_left(plan), today=request.today))
        context = {"body": body, "plan": plan, "going": [one for one in meetings_left(plan) if one in going]}
        return render(
            request, "meetings/year_plan_back.html", context | {"staying": [one for one in meetings_left(plan) if one not in going]}
        )
    with calendar_impact(body=body, actor=request.actor, today=request.today) as found:
        count, staying = take_plan_back(plan=plan, by=request.user, now=request.now, today=request.today)
    messages.success(request, ngettext("%(count)d meeting is taken back.", "%(count)d meetings are taken back.", count) % {"count": count})
    if staying:
        said = ngettext("%(count)d meeting stays in the calendar.", "%(count)d meetings stay in the calendar.", len(staying))
        messages.info(request, said % {"count": len(staying)})
    impacts.show_impacts(request, found)
    return redirect("year-plan", slug=body.slug)


def _body(request: HttpRequest, slug: str) -> Body:
    body = get_object_or_404(Body.objects.with_meetings(), slug=slug)
    if not request.actor.manages(body.pk):
        raise Http404
    return body


def _page(request: HttpRequest, body: Body, form: YearPlanForm, *, closings: ClosingsForm | None = None, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "body": body,
        "form": form,
        "closings": closings or ClosingsForm(today=request.today, closings=closings_known()),
        "plans": MeetingPlan.objects.filter(body=body).select_related("by", "undone_by")[:EARLIER],
    }
    if form.is_bound and not [name for name in form.errors if name != "__all__"]:
        try:
            found = propose(body, form.asked, today=request.today)
        except TooMany:
            form.add_error("last", _("That is more than %(most)d meetings. Choose fewer days.") % {"most": AT_MOST})
        else:
            context |= _proposed(request, body, found)
    return render(request, "meetings/year_plan.html", context, status=status)


def _proposed(request: HttpRequest, body: Body, found: list[Proposed]) -> dict[str, Any]:
    """The days as the page shows them: ticked where nothing speaks against it, or as they were ticked before."""
    ticked = set(request.POST.getlist("dag")) if request.method == "POST" else {one.day.isoformat() for one in found if not one.remarks}
    rows = [
        {
            "one": one,
            "remarks": [{"text": collision_text(remark), "other": remark.other} for remark in one.remarks],
            "is_ticked": one.day.isoformat() in ticked and not one.is_barred,
        }
        for one in found
    ]
    return {"rows": rows, "shown": fingerprint(body, found), "is_asked": True}
