"""What follows the calendar of a body's meetings, reckoned anew when that has changed."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery

from followups.models import Occurrence
from followups.services.reckoning import reckon, save_days, with_since
from followups.services.tracking import track
from meetings.locking import lock_bodies
from meetings.models import AgendaItem, Body


def recount(*, bodies: Iterable[Body]) -> int:
    """Meetings of `bodies` have been entered, moved, cancelled or held: what follows them gets the days it is due now.

    What is settled, and days somebody has set, are left alone. Returns how many got other days.
    """
    keys = {body.pk for body in bodies}
    with transaction.atomic():
        lock_bodies(keys)
        _follow_items(keys)
        if cut := _items_of_cut_chains():
            track(items=cut)
        recurs = Q(follow_up__every__isnull=False) | Q(follow_up__at_next_meeting=True)
        rows = (
            Occurrence.objects.open()
            .filter(recurs, body__in=keys, due_fixed=False)
            .select_for_update(of=("self",), no_key=True)
            .order_by("pk")
        )
        changed = reckon(with_since(rows.select_related("item__meeting", "follow_up")))
        save_days(changed)
    return len(changed)


def _items_of_cut_chains() -> list[AgendaItem]:
    """Where what recurs was asked for, by whatever body, that went on as a promise made anew by an item that is gone now."""
    later = Occurrence.objects.filter(follow_up=OuterRef("follow_up"), ordinal__gt=OuterRef("ordinal"))
    ends = Occurrence.objects.filter(state=Occurrence.State.MET, met_by=None, follow_up__every__isnull=False)
    return list(AgendaItem.objects.filter(pk__in=ends.filter(~Exists(later)).values("item")))


def _follow_items(keys: set[int]) -> None:
    """An item of a meeting that was entered under another body waits there now; so does what is expected at no known body."""
    own = Occurrence.objects.filter(Q(follow_up__isnull=False) | Q(planned__body=None), item__body__in=keys)
    body = AgendaItem.objects.filter(pk=OuterRef("item")).values("body")
    own.exclude(body=F("item__body")).update(body=Subquery(body))
