"""What a change in the calendar of a body's meetings does to the answers it is to give."""

from collections.abc import Callable
from datetime import date

from django.db.models import Prefetch
from django.utils.html import format_html
from django.utils.translation import gettext as _

from cases.access import Viewer
from hearings.chances import Chance, chances_of
from hearings.models import Hearing
from hearings.selectors import of_body, parties_shown
from meetings.calendar import Consequence
from meetings.models import Body
from meetings.templatetags.sitting import day

AT_MOST = 200
NO_MEETING, EXTRAORDINARY, ORDINARY = range(3)  # what can answer in time, from bad to good


def watch(*, body: Body, viewer: Viewer, today: date) -> Callable[[], list[Consequence]]:
    """Look at the chances of answering now, and tell afterwards of which hearings they have become worse, or better."""
    before = _chances(body, viewer, today)

    def look_again() -> list[Consequence]:
        after = _chances(body, viewer, today)
        return [_told(hearing, before[hearing], now) for hearing, now in after.items() if now != before.get(hearing, now)]

    return look_again


def _chances(body: Body, viewer: Viewer, today: date) -> dict[Hearing, int]:
    """The running hearings the body is to answer, and by what kind of meeting it can."""
    running = of_body(Hearing.objects.visible_to(viewer).running(today), body).select_related("item__meeting")
    parties = Prefetch("parties", parties_shown(viewer).filter(body=body))
    hearings = {hearing.pk: hearing for hearing in running.prefetch_related(parties).order_by("deadline", "pk")[:AT_MOST]}
    found = chances_of(hearings.values(), viewer, today=today)
    return {hearings[key]: min(map(_kind, chances)) for key, chances in found.items()}


def _kind(chance: Chance) -> int:
    return NO_MEETING if chance.is_hopeless else EXTRAORDINARY if chance.warns else ORDINARY


def _told(hearing: Hearing, before: int, now: int) -> Consequence:
    texts = {
        (True, NO_MEETING): _("The hearing {hearing} can no longer be answered at a meeting before the deadline on {day}."),
        (True, EXTRAORDINARY): _("The hearing {hearing} can no longer be answered at an ordinary meeting before the deadline on {day}."),
        (False, EXTRAORDINARY): _("The hearing {hearing} can now be answered at an extraordinary meeting before the deadline on {day}."),
        (False, ORDINARY): _("The hearing {hearing} can now be answered at an ordinary meeting before the deadline on {day}."),
    }
    link = format_html('<a href="{}">{}</a>', hearing.get_absolute_url(), hearing.label)
    return Consequence(format_html(texts[now < before, now], hearing=link, day=day(hearing.deadline)), warns=now < before)
