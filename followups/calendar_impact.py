"""The impact of a change in the calendar of a body's meetings on the occurrences still to come."""

from collections.abc import Callable
from datetime import date

from django.db.models import Q
from django.utils.translation import ngettext

from cases.access import Actor
from followups.models import FollowUp, Occurrence
from meetings.calendar import Impact
from meetings.models import AgendaItem, Body

_BY_MEETINGS = Q(follow_up__unit=FollowUp.Unit.MEETING) | Q(follow_up__at_next_meeting=True)


def watch(*, body: Body, actor: Actor, today: date) -> Callable[[], list[Impact]]:
    """Look at the open occurrences now, and tell afterwards how many have got other days, and how many stand on no agenda any more."""
    own = Occurrence.objects.visible_to(actor).open().counting()
    by_meetings = own.filter(_BY_MEETINGS, body=body).order_by().values_list("pk", "due_start", "due_end")
    placed = own.filter(placed_on__in=AgendaItem.objects.taking_place().filter(body=body)).order_by().values_list("pk", flat=True)
    days, on_agendas = set(by_meetings), set(placed)

    def look_again() -> list[Impact]:
        moved = len(set(by_meetings.all()) - days)
        waiting = len(on_agendas - set(placed.all()))
        found = []
        if moved:
            text = ngettext("%(count)d follow-up has got another date.", "%(count)d follow-ups have got another date.", moved)
            found.append(Impact(text % {"count": moved}))
        if waiting:
            text = ngettext(
                "%(count)d follow-up stood on that agenda, and waits for another one.",
                "%(count)d follow-ups stood on that agenda, and wait for another one.",
                waiting,
            )
            found.append(Impact(text % {"count": waiting}, warns=True))
        return found

    return look_again
