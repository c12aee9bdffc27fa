"""Transitions of hearings and of their parties: their bodies are held first, and acting on a hearing that nobody has reviewed accepts it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from accounts.models import User
from concurrency.transitions import Columns, apply_transition
from hearings.exceptions import HearingRefused
from hearings.models import Hearing, HearingParty, HearingStep, PartyStep
from hearings.services.acceptance import hold

Versions = Mapping[int, int] | None
_Review = Hearing.Review


def take_hearing_step(
    hearing: Hearing,
    what: str,
    change: Callable[[Hearing], Columns | None],
    *,
    by: User | None,
    now: datetime,
    why: str = "",
    version: int | None = None,
    then: Callable[[Hearing], object] = lambda row: None,
) -> HearingStep | None:
    """Take the step `what` with the hearing, as `concurrency.transitions` does. Returns None when it is so already."""

    def accept_and_change(row: Hearing) -> Columns | None:
        columns = change(row)
        return None if columns is None else _accepted(row, by, now) | columns

    versions = None if version is None else {hearing.pk: version}
    said = {"by": by, "now": now, "why": why, "versions": versions, "then": then}
    steps = apply_transition([hearing], what, accept_and_change, lock=lock_hearings, history=HearingStep, **said)
    return steps[0] if steps else None


def take_party_step(
    parties: Iterable[HearingParty],
    what: str,
    change: Callable[[HearingParty], Columns | None],
    *,
    by: User | None,
    now: datetime,
    why: str = "",
    versions: Versions = None,
    then: Callable[[HearingParty], object] = lambda row: None,
) -> list[PartyStep]:
    """Take the step `what` with each party, all or none. Returns the steps of those that were not so already."""

    def accept_and_change(row: HearingParty) -> Columns | None:
        columns = change(row)
        if columns is not None and (accepted := _accepted(row.hearing, by, now)):
            Hearing.objects.filter(pk=row.hearing_id).update(**accepted)
            row.hearing.review = accepted["review"]
        return columns

    said = {"by": by, "now": now, "why": why, "versions": versions, "then": then}
    return apply_transition(parties, what, accept_and_change, lock=lock_parties, history=PartyStep, **said)


def refuse_changed(*, hearing_ids: Iterable[int] = (), party_ids: Iterable[int] = (), versions: Mapping[int, int]) -> None:
    """Hold the rows for several steps at once. Raises `HearingRefused` ("changed") when one has another version than the page told of it.

    Compare before the first step: each step counts a version more of rows that the next one may touch, too.
    """
    rows = [*lock_hearings(hearing_ids), *lock_parties(party_ids)]
    if any(versions.get(row.pk, row.version) != row.version for row in rows):
        raise HearingRefused("changed")


def lock_hearings(keys: Iterable[int]) -> list[Hearing]:
    """The hearings as they are now, held until the transaction ends, after their bodies. Raises `HearingRefused` when one is gone."""
    keys = {*keys}
    hold(hearing_ids=keys)
    return _all(list(Hearing.objects.select_related("item", "body").filter(pk__in=keys).order_by("pk")), keys)


def lock_parties(keys: Iterable[int]) -> list[HearingParty]:
    """The parties as they are now, held until the transaction ends, after the bodies and their hearings."""
    keys = {*keys}
    hold(hearing_ids=HearingParty.objects.filter(pk__in=keys).values_list("hearing", flat=True))
    rows = HearingParty.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk")
    return _all(list(rows.select_related("hearing")), keys)


def _all(rows: list, keys: set[int]) -> list:
    if len(rows) < len(keys):
        raise HearingRefused("gone")
    return rows


def _accepted(hearing: Hearing, by: User | None, now: datetime) -> Columns:
    """The columns that accept a hearing which nobody has answered for; none for any other."""
    if hearing.review == _Review.REJECTED:
        raise HearingRefused("rejected")
    if hearing.review != _Review.UNREVIEWED:
        return {}
    return {"review": _Review.ACCEPTED, "reviewed_by_id": by.pk if by else None, "reviewed_at": now}
