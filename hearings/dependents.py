"""A registry of the apps above that wait for hearings, and follow when a deadline or an answer changes.

This app knows none above it: each registers here.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from hearings.models import Hearing


@dataclass(frozen=True, slots=True)
class HearingDependent:
    """An app that waits for hearings.

    `follow(hearing=…, by=…, now=…)` brings it in step with one. `bodies(keys)` finds the keys of the bodies of what waits for the hearings of
    these keys, so that they are held with the hearings' own, in one batch.
    """

    follow: Callable[..., object]
    bodies: Callable[[Collection[int]], set[int]]


_dependents: list[HearingDependent] = []


def register(*, follow: Callable[..., object], bodies: Callable[[Collection[int]], set[int]]) -> None:
    """Adds a `HearingDependent`. Each app calls this in its `AppConfig.ready`."""
    _dependents.append(HearingDependent(follow, bodies))


def bodies_that_wait(keys: Collection[int]) -> set[int]:
    """Returns the keys of the bodies of what waits for the hearings of these keys."""
    return {body for dependent in _dependents for body in dependent.bodies(keys)} if keys else set()


def hearing_changed(*, hearing: Hearing, by: User | None = None, now: datetime | None = None) -> None:
    """Call it after the change, while the hearing and the bodies of what waits for it are held.

    `by` and `now` are given where an answer was recorded, decided or withdrawn.
    """
    for dependent in _dependents:
        dependent.follow(hearing=hearing, by=by, now=now)
