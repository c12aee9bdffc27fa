"""The life of an occurrence: placed on an agenda, met, dropped or postponed. Each service makes a transition that can be undone.

A service gives the step, or None when it is so already, as a second click asks for; it raises `FollowUpRefused` for what cannot be. `version` is
that of the page it was asked for on, `versions` those of several: one changed since is refused ("changed").
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.timezone import localdate

from accounts.models import User
from concurrency.transitions import Columns
from followups.exceptions import FollowUpRefused
from followups.models import Occurrence, Step
from followups.services.proposals import confirm_alike
from followups.services.recurring import make_next
from followups.services.transitions import Versions, take_step
from meetings.models import AgendaItem

What, State = Step.What, Occurrence.State


def place(
    *, occurrence: Occurrence, item: AgendaItem, by: User | None, now: datetime, why: str = "", version: int | None = None
) -> Step | None:
    """Put it on the agenda where `item` stands. It is open until the item has been treated."""
    return _only(place_all(occurrences=[occurrence], item=item, by=by, now=now, why=why, versions=_of(occurrence, version)))


def place_all(
    *, occurrences: Iterable[Occurrence], item: AgendaItem, by: User | None, now: datetime, why: str = "", versions: Versions = None
) -> list[Step]:
    """The same with several, all or none. Returns the steps of those that were not there already."""

    def placed(row: Occurrence) -> Columns | None:
        _refuse_settled(row)
        _refuse_item(row, item)
        if row.placed_on_id == item.pk:
            return None
        if item.body_id not in (row.body_id, row.item.body_id):
            raise FollowUpRefused("other_body")
        return {"placed_on_id": item.pk}

    def then(row: Occurrence) -> None:
        confirm_alike(row, item, What.PLACED, by, now)

    return take_step(occurrences, What.PLACED, placed, by=by, now=now, why=why, item=item, versions=versions, then=then)


def unplace(*, occurrence: Occurrence, by: User | None, now: datetime, why: str = "", version: int | None = None) -> Step | None:
    """Take it off the agenda again."""

    def unplaced(row: Occurrence) -> Columns | None:
        _refuse_settled(row)
        return {"placed_on_id": None} if row.placed_on_id else None

    return _only(take_step([occurrence], What.UNPLACED, unplaced, by=by, now=now, why=why, versions=_of(occurrence, version)))


def meet(
    *,
    occurrence: Occurrence,
    item: AgendaItem | None,
    on: date,
    by: User | None,
    now: datetime,
    why: str = "",
    version: int | None = None,
) -> Step | None:
    """It is answered: by `item`, or otherwise, on the day `on`. What recurs is due anew."""
    return _only(meet_all(occurrences=[occurrence], item=item, on=on, by=by, now=now, why=why, versions=_of(occurrence, version)))


def meet_all(
    *,
    occurrences: Iterable[Occurrence],
    item: AgendaItem | None,
    on: date,
    by: User | None,
    now: datetime,
    why: str = "",
    versions: Versions = None,
) -> list[Step]:
    """The same with several, all or none. Returns the steps of those that were not met so already."""
    columns = {"state": State.MET, "met_by_id": item.pk if item else None, "met_on": on}

    def met(row: Occurrence) -> Columns | None:
        if row.state == State.MET and row.met_by_id == columns["met_by_id"] and (item or row.met_on == on):
            return None
        _refuse_settled(row)
        if on < row.item.meeting.date:
            raise FollowUpRefused("older")
        if on > localdate(now):
            raise FollowUpRefused("not_yet")
        if item:
            _refuse_item(row, item)
        return columns

    def then(row: Occurrence) -> None:
        if item:
            confirm_alike(row, item, What.MET, by, now)
        make_next(row, since=item.meeting.date if item else on)

    return take_step(occurrences, What.MET, met, by=by, now=now, why=why, item=item, versions=versions, then=then)


def drop(*, occurrence: Occurrence, by: User | None, now: datetime, why: str, version: int | None = None) -> Step | None:
    """Let it go, for the reason `why`. Of what recurs the next one comes in its own time."""
    return _only(drop_all(occurrences=[occurrence], by=by, now=now, why=why, versions=_of(occurrence, version)))


def drop_all(*, occurrences: Iterable[Occurrence], by: User | None, now: datetime, why: str, versions: Versions = None) -> list[Step]:
    """The same with several, all or none. Returns the steps of those that were not dropped already."""

    def then(row: Occurrence) -> None:
        make_next(row, since=row.due_end or localdate(now))

    change = _let_go(What.DROPPED, why)
    return take_step(occurrences, What.DROPPED, change, by=by, now=now, why=why.strip(), versions=versions, then=then)


def end(*, occurrence: Occurrence, by: User | None, now: datetime, why: str, version: int | None = None) -> Step | None:
    """Let it go for good, for the reason `why`: no more come of it."""
    return _only(end_all(occurrences=[occurrence], by=by, now=now, why=why, versions=_of(occurrence, version)))


def end_all(*, occurrences: Iterable[Occurrence], by: User | None, now: datetime, why: str, versions: Versions = None) -> list[Step]:
    """The same with several, all or none. Returns the steps of those that were not ended already."""
    change = _let_go(What.ENDED, why)
    return take_step(occurrences, What.ENDED, change, by=by, now=now, why=why.strip(), versions=versions)


def postpone(
    *, occurrence: Occurrence, first: date | None, last: date | None, by: User | None, now: datetime, why: str, version: int | None = None
) -> Step | None:
    """Give it other days, for the reason `why`; they stay so whatever happens in the calendar. From an agenda before them it is taken off."""
    given = {"by": by, "now": now, "why": why, "versions": _of(occurrence, version)}
    return _only(postpone_all(occurrences=[occurrence], first=first, last=last, **given))


def postpone_all(
    *,
    occurrences: Iterable[Occurrence],
    first: date | None,
    last: date | None,
    by: User | None,
    now: datetime,
    why: str,
    versions: Versions = None,
) -> list[Step]:
    """The same with several, all or none. Returns the steps of those that had other days."""
    if first is None or last is None:
        raise FollowUpRefused("days_missing")
    if last < first:
        raise FollowUpRefused("days_in_disorder")

    def postponed(row: Occurrence) -> Columns | None:
        _refuse_settled(row)
        if row.due_fixed and (row.due_start, row.due_end) == (first, last):
            return None
        _refuse_silence(why)
        new = {"due_start": first, "due_end": last, "due_fixed": True}
        # It does not stand on the agenda of a meeting before the time it has now.
        return new | {"placed_on_id": None} if row.placed_on and row.placed_on.meeting.date < first else new

    return take_step(occurrences, What.POSTPONED, postponed, by=by, now=now, why=why.strip(), versions=versions)


def _let_go(what: What, why: str):
    def gone(row: Occurrence) -> Columns | None:
        if row.state == State.DROPPED and row.steps.filter(undone_at=None).order_by("-pk").values_list("what", flat=True).first() == what:
            return None
        _refuse_settled(row)
        _refuse_silence(why)
        return {"state": State.DROPPED}

    return gone


def _refuse_settled(row: Occurrence) -> None:
    if not row.is_open:
        raise FollowUpRefused("settled")


def _refuse_silence(why: str) -> None:
    if not why.strip():
        raise FollowUpRefused("reason_missing")


def _refuse_item(row: Occurrence, item: AgendaItem) -> None:
    if item.pk == row.item_id:
        raise FollowUpRefused("same_item")
    if item.meeting.date < row.item.meeting.date:
        raise FollowUpRefused("older")
    if not AgendaItem.objects.taking_place().filter(pk=item.pk).exists():
        raise FollowUpRefused("meeting_cancelled")


def _of(occurrence: Occurrence, version: int | None) -> Versions:
    return None if version is None else {occurrence.pk: version}


def _only(steps: list[Step]) -> Step | None:
    return steps[0] if steps else None
