"""What another start of a body would make history, which the apps above count. This app knows none above it: each registers here."""

from collections.abc import Callable
from datetime import date

from cases.access import Actor
from meetings.models import Body

Count = Callable[..., int]
_counts: list[Count] = []


def register(*, count: Count) -> None:
    """Adds `count(body=…, start=…, actor=…)`: how much of what `actor` may read would be history. Called in `AppConfig.ready`."""
    _counts.append(count)


def count_history(body: Body, start: date | None, actor: Actor) -> int:
    """Returns how much would be history if the body were in use since `start`: a query for each app."""
    return sum(count(body=body, start=start, actor=actor) for count in _counts)
