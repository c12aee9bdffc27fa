"""Impact of a change in the calendar of a body's meetings on the answers it is to give."""

from collections.abc import Callable
from datetime import date

from django.utils.html import format_html
from django.utils.translation import gettext as _

from cases.access import Actor
from hearings.models import Hearing
from hearings.party_feasibility import PartyFeasibility, feasibility_by_hearing
from hearings.selectors import of_body, parties_shown
from meetings.calendar import Impact
from meetings.models import Body
from meetings.parts import prefetch_readable
from meetings.templatetags.danish import day

AT_MOST = 200
NO_MEETING, EXTRAORDINARY, ORDINARY = range(3)  # what can answer in time, from bad to good


def watch(*, body: Body, actor: Actor, today: date) -> Callable[[], list[Impact]]:
    """Look at the feasibility of answering now, and tell afterwards of which hearings it has become worse, or better."""
    before = _feasibility(body, actor, today)

    def look_again() -> list[Impact]:
        after = _feasibility(body, actor, today)
        return [_impact(hearing, before[hearing], now) for hearing, now in after.items() if now != before.get(hearing, now)]

    return look_again


def _feasibility(body: Body, actor: Actor, today: date) -> dict[Hearing, int]:
    """The running hearings the body is to answer, and by what kind of meeting it can."""
    running = of_body(Hearing.objects.visible_to(actor).running(today), body).select_related("item__meeting")
    parties = prefetch_readable("parties", parties_shown(actor).filter(body=body))
    hearings = {hearing.pk: hearing for hearing in running.prefetch_related(parties).order_by("deadline", "pk")[:AT_MOST]}
    found = feasibility_by_hearing(hearings.values(), actor, today=today)
    return {hearings[key]: min(map(_kind, parties)) for key, parties in found.items()}


def _kind(party: PartyFeasibility) -> int:
    return NO_MEETING if party.is_infeasible else EXTRAORDINARY if party.warns else ORDINARY


def _impact(hearing: Hearing, before: int, now: int) -> Impact:
    texts = {
        (True, NO_MEETING): _("The hearing {hearing} can no longer be answered at a meeting before the deadline on {day}."),
        (True, EXTRAORDINARY): _("The hearing {hearing} can no longer be answered at an ordinary meeting before the deadline on {day}."),
        (False, EXTRAORDINARY): _("The hearing {hearing} can now be answered at an extraordinary meeting before the deadline on {day}."),
        (False, ORDINARY): _("The hearing {hearing} can now be answered at an ordinary meeting before the deadline on {day}."),
    }
    link = format_html('<a href="{}">{}</a>', hearing.get_absolute_url(), hearing.label)
    return Impact(format_html(texts[now < before, now], hearing=link, day=day(hearing.deadline)), warns=now < before)
