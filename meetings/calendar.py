"""Changes of the calendar of meetings, which the apps above that compute from it are told of, and answer with the impact.

This app knows none above it: each registers here (`register`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cases.access import Actor
from meetings.locking import Bodies, holding
from meetings.models import Body


@dataclass(frozen=True, slots=True)
class Impact:
    """A sentence, which may hold a link, on what a change of the calendar did; `warns` when somebody has to do something about it."""

    text: str
    warns: bool = False


@dataclass(frozen=True, slots=True)
class CalendarDependent:
    """The values that an app computes from the calendar of meetings.

    `recompute(bodies=…)` brings it in step with the meetings of these bodies. `watch(body=…, actor=…, today=…)` looks at it before a
    change and gives the function that looks again after it: a list of `Impact`, of what `actor` may read.
    """

    recompute: Callable[..., Any]
    watch: Callable[..., Callable[[], list[Impact]]]


dependents: list[CalendarDependent] = []


def register(*, recompute: Callable[..., Any], watch: Callable[..., Callable[[], list[Impact]]]) -> None:
    """Adds a `CalendarDependent`. Each app calls this in its `AppConfig.ready`."""
    dependents.append(CalendarDependent(recompute, watch))


@contextmanager
def changing(bodies: Bodies) -> Iterator[set[int]]:
    """One transaction that changes meetings of `bodies`: they are locked first, what depends on their calendar is recomputed last, once.

    Within another, and within `calendar_impact`, the outermost recomputes for all. Gives the keys of the bodies to recompute for: a change
    that turns out to touch no calendar clears them, and adds a body that it makes.
    """
    with holding(bodies) as keys, _recomputing() as change:
        yield keys
        change.keys |= keys


@contextmanager
def calendar_impact(*, body: Body, actor: Actor, today: date) -> Iterator[list[Impact]]:
    """Change the meetings of `body` within this; the list then holds what that did, as far as `actor` may read it."""
    found: list[Impact] = []
    with holding([body]), _recomputing() as change:
        watching = [dependent.watch(body=body, actor=actor, today=today) for dependent in dependents]
        change.then.append(lambda: found.extend(impact for look_again in watching for impact in look_again()))
        yield found


@dataclass(slots=True)
class _CalendarChange:
    """The bodies whose calendars have changed, by key, and what is to be done once all is recomputed."""

    keys: set[int] = field(default_factory=set)
    then: list[Callable[[], None]] = field(default_factory=list)


_current: ContextVar[_CalendarChange | None] = ContextVar("change of the calendar", default=None)


@contextmanager
def _recomputing() -> Iterator[_CalendarChange]:
    if change := _current.get():
        yield change
        return
    change = _CalendarChange()
    token = _current.set(change)
    try:
        yield change
        _recompute(change.keys)
        for act in change.then:
            act()
    finally:
        _current.reset(token)


def _recompute(keys: set[int]) -> None:
    bodies = list(Body.objects.filter(pk__in=keys).order_by("pk")) if keys else []
    for dependent in reversed(dependents) if bodies else ():  # INSTALLED_APPS has the upper apps first; they compute from the lower ones
        dependent.recompute(bodies=bodies)
