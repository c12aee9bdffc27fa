"""The year wheel (årshjul): a body's meetings and recurring business laid round a year."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danish.numbers import whole_number
from followups.selectors.wheel import year_of
from followups.wheel import draw
from meetings.lookups import body_at
from meetings.models import Body

FIRST_YEAR = 1970
YEARS_AHEAD = 10  # the calendar of meetings hardly reaches so far, and what recurs only repeats itself


@require_safe
def year_wheel(request: HttpRequest) -> HttpResponse:
    """`?organ=` chooses the body, the actor's own first one unless told, and `?aar=` the year, this one unless told."""
    actor, today = request.actor, request.today
    own = actor.sits_on | actor.managed_bodies
    bodies = sorted(Body.objects.with_meetings(), key=lambda body: body.pk not in own)
    body, year = _body(bodies, request.GET.get("organ")), _year(request.GET.get("aar"), today)
    context = {
        "bodies": bodies,
        "body": body,
        "previous": year - 1 if year > FIRST_YEAR else None,
        "next": year + 1 if year < today.year + YEARS_AHEAD else None,
    }
    if body:
        found = year_of(body, actor, year=year, today=today)
        context["wheel"] = draw(year=year, meetings=found.meetings, business=found.business, today=today)
        context["is_cut"] = found.is_cut
    return render(request, "wheel/page.html", context)


def _body(bodies: list[Body], slug: str | None) -> Body | None:
    """The one asked for, else the first; None where the register has no body at all."""
    found = next(iter(bodies), None) if slug is None else body_at(bodies, slug)
    if found is None and slug is not None:
        raise Http404
    return found


def _year(text: str | None, today: date) -> int:
    """Raises Http404 for what is no year, and for one too far away, so that the years have an end."""
    if text is None:
        return today.year
    year = whole_number(text, least=FIRST_YEAR, most=today.year + YEARS_AHEAD)
    if year is None:
        raise Http404
    return year
