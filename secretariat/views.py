"""The front page: for a secretary the work of the day; for everybody the newest decisions and the next meetings."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cases.access import Actor
from followups.selectors.bodies import bodies_that_wait, count_of, sum_of
from followups.selectors.occurrence_history import proposals_for
from hearings.models import Hearing
from meetings.models import AgendaItem, Body, Meeting, Recommendation
from minutes.models import Import
from reminders.listing import problem_count
from secretariat.today import bodies_today, imports_to_review

FEW = 6


def home(request: HttpRequest) -> HttpResponse:
    """The page of the day for whoever is the secretary of a body, the front page for everybody else."""
    return today_page(request) if request.actor.managed_bodies else front_page(request)


def today_page(request: HttpRequest) -> HttpResponse:
    actor, today = request.actor, request.today
    imports = imports_to_review(actor)
    rows = bodies_today(actor, today=today, imports=imports)
    context = {
        "rows": rows,
        "late": [row for row in rows if row.agenda and row.agenda.is_urgent],
        "out_of_reach": [(row.body, hearing) for row in rows for hearing in row.hearings if hearing.is_infeasible],
        "to_review": sum(imports.values()),
        "proposals": count_of(proposals_for(actor).counting()),
        "problems": problem_count(actor),
        "today": today,
    }
    return render(request, "today.html", context)


def front_page(request: HttpRequest) -> HttpResponse:
    actor, today = request.actor, request.today
    calendar = Meeting.objects.upcoming(today).exclude(state=Meeting.State.CANCELLED)
    decisions = (
        AgendaItem.objects.visible_to(actor)
        .with_parts(actor, "outcomes")
        # What a closed item decided stands on its own page alone, where reading it is logged.
        .filter(decision_shown=True, closed=False)
        .filter(Exists(Recommendation.objects.visible_to(actor).filter(item=OuterRef("pk"))))
        .exclude(decision="")
        .without_openings()
        .select_related("meeting", "body")
        .order_by("-meeting__date", "-meeting__sequence", "-meeting", "position")
    )
    waiting = bodies_that_wait(actor, today=today)
    context = {
        "decisions": decisions[:FEW],
        "meetings": calendar.select_related("body")[:FEW],
        "own_bodies": own_bodies(actor, calendar, waiting),
        "waits": sum_of(waiting),
        "hearings": count_of(Hearing.objects.visible_to(actor).running(today)),
        "problems": problem_count(actor),
        "proposals": count_of(proposals_for(actor).counting()) if actor.may_import else None,
        "to_review": Import.objects.visible_to(actor).filter(state=Import.State.REVIEW).count() if actor.may_import else 0,
    }
    return render(request, "home.html", context)


def own_bodies(actor: Actor, calendar: QuerySet, bodies: list[Body]) -> list[Body]:
    """Those of `bodies` that the actor sits on or manages, each with `next_meeting` (or None): at most two queries."""
    own = [body for body in bodies if body.pk in actor.sits_on | actor.managed_bodies]
    if own:
        nearest = Subquery(calendar.filter(body=OuterRef("pk")).values("pk")[:1])
        found = dict(Body.objects.filter(pk__in=[body.pk for body in own]).values_list("pk", nearest))
        meetings = Meeting.objects.in_bulk({*found.values()} - {None})
        for body in own:
            body.next_meeting = meetings.get(found[body.pk])
    return own
