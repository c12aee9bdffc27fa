"""In which order what meetings and promises say of each other is held, so that two who act at once wait for one another and never block.

First the bodies, the lowest key first, then whatever is theirs. On SQLite, where one writes at a time, nothing is held.
"""

from collections.abc import Iterable

from meetings.models import Body


def lock_bodies(keys: Iterable[int]) -> None:
    """Hold the bodies of `keys` until the transaction ends: one at a time changes their calendars, agendas and what they wait for."""
    list(Body.objects.select_for_update(no_key=True).filter(pk__in=set(keys)).order_by("pk").values_list("pk"))
