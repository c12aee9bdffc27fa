"""The filters of a list, read from the address: `organ`, `aar` and `side` as Danish addresses have them."""

from dataclasses import dataclass

from django.http import HttpRequest

from meetings.lookups import body_at
from meetings.models import Body, Meeting


@dataclass(frozen=True, slots=True)
class ListFilters:
    """`body` and `year` chosen, or None; what is not understood counts as not chosen. `bodies` and `years` can be chosen."""

    bodies: list[Body]
    years: list[int]
    body: Body | None
    year: int | None

    def __bool__(self) -> bool:
        return bool(self.body or self.year)


def filters_of(request: HttpRequest) -> ListFilters:
    """Three small queries: the bodies, and the first and last day of the calendar of meetings, which is public."""
    bodies = list(Body.objects.with_meetings())
    wanted = request.GET.get("organ", "")
    days = Meeting.objects.order_by("date").values_list("date", flat=True)
    first, last = days.first(), days.last()
    years = list(range(last.year, first.year - 1, -1)) if first and last else []
    year = request.GET.get("aar", "")
    return ListFilters(
        bodies=bodies,
        years=years,
        body=body_at(bodies, wanted),
        year=next((known for known in years if str(known) == year), None),
    )
