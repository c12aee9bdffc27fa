"""What follows the calendar of a body's meetings, reckoned anew when that has changed."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q, Subquery

from followups.models import Occurrence
from followups.services.due_dates import recompute_bodies
from followups.services.duplicates import link_later, matters_out_of_step
from followups.services.tracking import track, track_later
from meetings.locking import holding
from meetings.models import AgendaItem, Body


def recount(*, bodies: Iterable[Body]) -> int:
    """Meetings of `bodies` have been entered, moved, cancelled or held: what follows them gets the days it is due now.

    What is settled, and days somebody has set, are left alone. Returns how many got other days.
    """
    with holding(bodies) as keys:
        _follow_items(keys)
        cut = _items_of_cut_chains()
        if here := [item for item in cut if item.body_id in keys]:
            track(items=here)
        track_later(item.pk for item in cut if item.body_id not in keys)
        link_later(matters_out_of_step(keys))
        return recompute_bodies(keys)


def _items_of_cut_chains() -> list[AgendaItem]:
    """Where what recurs was asked for, by whatever body, that went on as a promise made anew by an item that is gone now."""
    later = Occurrence.objects.filter(follow_up=OuterRef("follow_up"), ordinal__gt=OuterRef("ordinal"))
    ends = Occurrence.objects.filter(state=Occurrence.State.MET, met_by=None, follow_up__every__isnull=False)
    return list(AgendaItem.objects.filter(pk__in=ends.filter(~Exists(later)).values("item")))


def _follow_items(keys: set[int]) -> None:
    """Moves the follow-ups of a meeting entered under another body to that body, unless they are owed to or expected at a third."""
    own = Q(follow_up__isnull=False, follow_up__owed_to=None) | Q(planned__isnull=False, planned__body=None)
    own = Occurrence.objects.filter(own, item__body__in=keys)
    body = AgendaItem.objects.filter(pk=OuterRef("item")).values("body")
    own.exclude(body=F("item__body")).update(body=Subquery(body))
