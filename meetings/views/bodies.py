"""Bodies: the list, and one with its members, meetings and latest items."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from meetings.models import AgendaItem, Body, Meeting, Membership

FEW = 6
EARLIER_MEMBERS = 100


def body_list(request: HttpRequest) -> HttpResponse:
    return render(request, "bodies/list.html", {"bodies": Body.objects.with_meetings()})


def body_detail(request: HttpRequest, slug: str) -> HttpResponse:
    actor, today = request.actor, request.today
    body = Body.objects.filter(slug=slug).first()
    if body is None:
        return redirect(get_object_or_404(Body, former_slugs__slug=slug))
    seats = Membership.objects.filter(body=body).select_related("person")
    ended = Q(last_day__lt=today)
    meetings = Meeting.objects.filter(body=body).select_related("body")
    items = AgendaItem.objects.visible_to(actor).without_openings().filter(body=body)
    context = {
        "body": body,
        "manages": actor.manages(body.pk) and body.kind != Body.Kind.OUTSIDE,
        "members": sorted(seats.exclude(ended).exclude(first_day__gt=today), key=_by_role),
        "earlier": seats.filter(ended).order_by("-last_day", "person__sort_key")[:EARLIER_MEMBERS],
        "coming": meetings.upcoming(today)[:FEW],
        "held": meetings.filter(date__lt=today).order_by("-date", "-sequence")[:FEW],
        "items": items.filter(meeting__date__lte=today)
        .select_related("meeting", "body", "case")
        .with_parts(actor, "outcomes")
        .order_by("-meeting__date", "-meeting__sequence", "-meeting", "position")[:FEW],
    }
    return render(request, "bodies/body.html", context)


def _by_role(seat: Membership) -> tuple[int, str]:
    """Chair, deputy chair, members, substitutes; within a role in Danish alphabetical order."""
    return (Membership.Role.values.index(seat.role), seat.person.sort_key)
