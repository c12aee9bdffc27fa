"""The front page: the newest decisions, the next meetings, and what waits for the one who looks."""

from django.db.models import Exists, OuterRef, Prefetch, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meetings.models import AgendaItem, Body, Meeting, Outcome, Recommendation
from minutes.models import Import

FEW = 6


def home(request: HttpRequest) -> HttpResponse:
    viewer, today = request.viewer, request.today
    calendar = Meeting.objects.upcoming(today).exclude(state=Meeting.State.CANCELLED)
    decisions = (
        AgendaItem.objects.visible_to(viewer)
        .telling_decisions(viewer)
        # What a closed item decided stands on its own page alone, where reading it is logged.
        .filter(decision_shown=True, closed=False)
        .filter(Exists(Recommendation.objects.filter(item=OuterRef("pk"))))
        .exclude(decision="")
        .without_openings()
        .select_related("meeting", "body")
        .prefetch_related(Prefetch("outcomes", Outcome.objects.visible_to(viewer).order_by("position")))
        .order_by("-meeting__date", "-meeting__sequence", "-meeting", "position")
    )
    context = {
        "decisions": decisions[:FEW],
        "meetings": calendar.select_related("body")[:FEW],
        "own_bodies": own_bodies(viewer, calendar),
        "to_review": Import.objects.visible_to(viewer).filter(state=Import.State.REVIEW).count() if viewer.may_import else 0,
    }
    return render(request, "home.html", context)


def own_bodies(viewer, calendar) -> list[Body]:
    """The bodies the viewer sits on or serves, each with `next_meeting` (or None): at most two queries."""
    nearest = Subquery(calendar.filter(body=OuterRef("pk")).values("pk")[:1])
    bodies = list(Body.objects.filter(pk__in=viewer.sits_on | viewer.serves).annotate(nearest=nearest)) if viewer.user_id else []
    meetings = Meeting.objects.in_bulk({body.nearest for body in bodies} - {None})
    for body in bodies:
        body.next_meeting = meetings.get(body.nearest)
    return bodies
