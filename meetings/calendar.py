"""When the calendar of meetings changes, the rooms above that reckon by it are told."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.module_loading import import_string

from meetings.models import Body


def meetings_changed(bodies: Iterable[Body]) -> None:
    """Meetings of `bodies` have been entered, moved, cancelled, held or taken away, or are of another kind.

    This room knows none above it, so `settings.MEETINGS_CHANGED` names the verbs to call, each with `bodies`. Call it in the transaction
    that makes the change, after the change.
    """
    bodies = list(bodies)
    for path in settings.MEETINGS_CHANGED:
        import_string(path)(bodies=bodies)
