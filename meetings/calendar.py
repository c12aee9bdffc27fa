"""When the calendar of meetings changes, the rooms above that reckon by it are told, and tell what came of it.

This room knows none above it: the settings name whom to call.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from cases.access import Viewer
from meetings.models import Body


def meetings_changed(bodies: Iterable[Body]) -> None:
    """Meetings of `bodies` have been entered, moved, cancelled, held or taken away, or are of another kind.

    `settings.MEETINGS_CHANGED` names the verbs to call, each with `bodies`. Call it in the transaction that makes the change, after the
    change.
    """
    bodies = list(bodies)
    for path in settings.MEETINGS_CHANGED:
        import_string(path)(bodies=bodies)


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a change of the calendar did, in a sentence that may hold a link; `warns` when somebody has to do something about it."""

    text: str
    warns: bool = False


@contextmanager
def consequences(*, body: Body, viewer: Viewer, today: date) -> Iterator[list[Consequence]]:
    """Change the meetings of `body` within this; the list then holds what that did, as far as `viewer` may read it.

    `settings.MEETINGS_WATCHED` names who looks at what is reckoned by the calendar before the change. Each gives the function that looks
    again after it.
    """
    found: list[Consequence] = []
    watching = [import_string(path)(body=body, viewer=viewer, today=today) for path in settings.MEETINGS_WATCHED]
    yield found
    for look_again in watching:
        found += look_again()
