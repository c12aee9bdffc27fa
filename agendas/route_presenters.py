"""A planned route beside the one that was taken, as people read it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from agendas.routes import RouteState, RouteStep, Stop
from agendas.selectors.candidate_values import NextStop
from agendas.selectors.routes import RouteWay
from danish.formatting import day_in_words, time_in_words


def told_steps(way: RouteWay) -> list[dict[str, Any]]:
    """Each step with its body, its words and the items at which the body had the case."""
    return [
        {
            "body": way.bodies[step.body],
            "state": step.state.value,
            "is_late": step.is_late,
            "words": _words(step),
            "items": [way.items[visit.key] for visit in step.visits],
        }
        for step in way.steps
    ]


def reason_by_route(row: NextStop) -> str:
    """Why the case wants a place on the agenda of the body whose turn it is."""
    told = {"body": row.item.body, "day": day_in_words(row.item.meeting.date), "next": row.stop.body}
    if row.was_treated:
        said = _("%(body)s treated the case on %(day)s; the next stop of its route is %(next)s.") % told
    else:
        said = _("The first stop of the route of the case is %(next)s.") % told
    when = _when(row.stop.due_start, row.stop.due_end)
    return " ".join(filter(None, [said, _("Expected there %(when)s.") % {"when": when} if when else ""]))


def _words(step: RouteStep) -> str:
    when = _when(step.stop.first, step.stop.last) if step.stop else ""
    if step.state in (RouteState.NEXT, RouteState.LATER):
        return _waiting(step, when)
    days = {"days": _days([visit.day for visit in step.visits])}
    texts = {
        RouteState.TREATED: _("treated on %(days)s"),
        RouteState.ON_AGENDA: _("on the agenda on %(days)s"),
        RouteState.PUT_OFF: _("put off on %(days)s"),
        RouteState.LEFT_OUT: _("passed over"),
        RouteState.BESIDE: _("outside the plan, on %(days)s"),
    }
    expected = _("expected %(when)s") % {"when": when} if when else ""
    return ", ".join(filter(None, [expected, texts[step.state] % days]))


def _waiting(step: RouteStep, when: str) -> str:
    if not when:
        return _("next stop") if step.state == RouteState.NEXT else _("to come")
    if step.is_late:
        return _("expected %(when)s, not reached") % {"when": when}
    return (_("next stop, expected %(when)s") if step.state == RouteState.NEXT else _("expected %(when)s")) % {"when": when}


def _when(first: date | None, last: date | None) -> str:
    return time_in_words(first, last) if first and last else ""


def when_of(stop: Stop) -> str:
    """The time of a stop as its form shows it, which reads it again."""
    return _when(stop.first, stop.last)


def _days(days: Sequence[date]) -> str:
    told = [day_in_words(day) for day in dict.fromkeys(days)]
    return _(" and ").join([", ".join(told[:-1]), told[-1]] if told[1:] else told)
