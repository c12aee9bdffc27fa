"""The parties on their way: who is asked, reminded, declines, and is a party at all. Each is a step that can be undone."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from concurrency.transitions import Columns
from danish.folding import name_key
from hearings.dependents import hearing_changed
from hearings.exceptions import HearingRefused
from hearings.models import Hearing, HearingParty, PartyStep
from hearings.services.acceptance import accept_in_use, hold, parties_changed
from hearings.services.transitions import Versions, take_party_step
from meetings.lookups import body_ids

What = PartyStep.What


def send_out(*, hearing: Hearing, on: date, by: User, now: datetime, versions: Versions = None) -> int:
    """Everybody who is not asked yet is asked `on` that day. Returns how many."""
    return ask(hearing=hearing, parties=list(hearing.parties.standing()), on=on, by=by, now=now, versions=versions)


def ask(*, hearing: Hearing, parties: Sequence[HearingParty], on: date, by: User, now: datetime, versions: Versions = None) -> int:
    """Those of `parties` who are not asked yet are asked `on` that day. Returns how many."""

    def asked(row: HearingParty) -> Columns | None:
        return None if row.asked_on else {"asked_on": on}

    return _note(hearing, parties, What.ASKED, asked, by=by, now=now, versions=versions)


def remind(*, hearing: Hearing, parties: Sequence[HearingParty], on: date, by: User, now: datetime, versions: Versions = None) -> int:
    """Those of `parties` who have neither answered nor declined are reminded `on` that day. Returns how many."""

    def reminded(row: HearingParty) -> Columns | None:
        return {"reminded_on": on} if _is_waited_for(row) and row.reminded_on != on else None

    return _note(hearing, parties, What.REMINDED, reminded, by=by, now=now, versions=versions)


def decline(*, hearing: Hearing, parties: Sequence[HearingParty], on: date, by: User, now: datetime, versions: Versions = None) -> int:
    """Those of `parties` who have not answered say `on` that day that they will not. Returns how many."""

    def declined(row: HearingParty) -> Columns | None:
        return {"declined_on": on} if _is_waited_for(row) else None

    return _note(hearing, parties, What.DECLINED, declined, by=by, now=now, versions=versions)


def add_parties(*, hearing: Hearing, names: Sequence[str], by: User | None = None, now: datetime | None = None) -> int:
    """Hear those of `names` who are not heard yet, after the others; one that was dropped is a party again. Returns how many.

    With `by` the hearing counts as accepted.
    """
    with transaction.atomic():
        if by:
            accept_in_use(hearing=hearing, by=by, now=now)
        else:
            hold(hearing_ids=[hearing.pk])
        rows = list(HearingParty.objects.filter(hearing=hearing))
        wanted = {name_key(name): name for name in reversed(names)}
        dropped = [row for row in rows if row.is_dropped and name_key(row.name) in wanted] if by else []
        restored = take_party_step(dropped, What.RESTORED, lambda row: {"is_dropped": False}, by=by, now=now)
        heard = {name_key(row.name) for row in rows}
        new = [name for key, name in wanted.items() if key not in heard][::-1]
        known, last = body_ids(new), max((row.position for row in rows), default=0)
        HearingParty.objects.bulk_create(
            HearingParty(hearing=hearing, position=position, name=name, body_id=known.get(name))
            for position, name in enumerate(new, start=last + 1)
        )
        if new or restored:
            parties_changed(hearing_ids=[hearing.pk])
    return len(new) + len(restored)


def correct_party(*, party: HearingParty, values: dict[str, Any], by: User, now: datetime) -> PartyStep | None:
    """Give a party another name or other days, those among `values`; a day of None takes back what was noted by mistake.

    Another name may mean another body, whose answers the party's are then.
    """
    bodies: set[int | None] = set()  # the one that the name meant before, and the one that it means

    def corrected(row: HearingParty) -> Columns | None:
        columns = {name: value for name, value in values.items() if getattr(row, name) != value}
        if "name" in columns:
            columns["body_id"] = body_ids([columns["name"]]).get(columns["name"])
            bodies.update({row.body_id, columns["body_id"]})
            parties_changed(hearing_ids=[row.hearing_id])
        return columns or None

    def then(row: HearingParty) -> None:
        if len(bodies) > 1:
            hearing_changed(hearing=row.hearing, by=by, now=now)

    return _only(take_party_step([party], What.CORRECTED, corrected, by=by, now=now, then=then))


def drop_party(*, party: HearingParty, by: User, now: datetime, why: str = "", versions: Versions = None) -> PartyStep | None:
    """Hear a party no more. Raises `HearingRefused` when it has an answer: that is removed first, by itself."""

    def dropped(row: HearingParty) -> Columns | None:
        if row.is_dropped:
            return None
        if row.responses.standing().exists():
            raise HearingRefused("has_answer")
        return {"is_dropped": True}

    def then(row: HearingParty) -> None:
        parties_changed(hearing_ids=[row.hearing_id])

    return _only(take_party_step([party], What.DROPPED, dropped, by=by, now=now, why=why, versions=versions, then=then))


def _is_waited_for(row: HearingParty) -> bool:
    return not (row.answered_on or row.declined_on)


def _note(hearing: Hearing, parties: Sequence[HearingParty], what: str, change: Callable[[HearingParty], Columns | None], **said) -> int:
    own = [party for party in parties if party.hearing_id == hearing.pk]
    return len(take_party_step(own, what, change, **said))


def _only(steps: list[PartyStep]) -> PartyStep | None:
    return steps[0] if steps else None
