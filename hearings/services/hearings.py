"""Hearings entered by hand, and what is corrected about one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from concurrency.transitions import Columns
from hearings.dependents import hearing_changed
from hearings.models import Hearing, HearingParty, HearingRole, HearingStep
from hearings.services.acceptance import accept_in_use
from hearings.services.parties import set_parties
from hearings.services.party_progress import add_parties
from hearings.services.transitions import take_hearing_step
from meetings.locking import holding
from meetings.lookups import body_ids
from meetings.models import AgendaItem, Body

# What a person fills in; the parties have verbs of their own.
COLUMNS = ("role", "sender", "subject", "received_on", "opens_first", "opens_last", "deadline", "answers_to", "open_to_public")


def open_hearing(
    *, body: Body, item: AgendaItem | None = None, values: dict[str, Any], parties: Sequence[str] = (), by: User, now: datetime
) -> Hearing:
    """A hearing that `body` sends out or is consulted in, told by `item` or by none; `values` are columns among `COLUMNS`.

    A body that is consulted is one of the parties. The same hearing entered once more is the one that is there.
    """
    with holding([body.pk, item and item.body_id]):  # two clicks at once open one
        same = Hearing.objects.filter(body=body, item=item, review=Hearing.Review.ADDED, **values).first()
        if same:
            return same
        place = {name: getattr(item, name) for name in ("source_id", "source_page", "source_line", "source_end_line")} if item else {}
        hearing = Hearing.objects.create(
            body=body, item=item, review=Hearing.Review.ADDED, reviewed_by=by, reviewed_at=now, **place, **values
        )
        set_parties(names={hearing: parties}, body_ids=body_ids(parties))
        add_own_body(hearing=hearing)
        take_hearing_step(hearing, HearingStep.What.OPENED, lambda row: {}, by=by, now=now)
    return hearing


def correct_hearing(*, hearing: Hearing, values: dict[str, Any], by: User, now: datetime) -> None:
    """Give it other `values`, the columns that are to be changed.

    What was read out of a sentence is corrected beside the sentence, where what was read is kept.
    """

    def corrected(row: Hearing) -> Columns | None:
        return {name: value for name, value in values.items() if getattr(row, name) != value} or None

    with transaction.atomic():
        accept_in_use(hearing=hearing, by=by, now=now)
        step = take_hearing_step(hearing, HearingStep.What.CORRECTED, corrected, by=by, now=now)
        hearing.refresh_from_db()
        own = add_own_body(hearing=hearing)
        if step and own:
            step.moved = {"own_body": own}
            step.save(update_fields=["moved"])
        hearing_changed(hearing=hearing)


def add_own_body(*, hearing: Hearing) -> int | None:
    """Make the body that is consulted one of the parties, the last one. Returns the key of the party when it is a new one."""
    own = HearingParty.objects.filter(hearing=hearing, body=hearing.body_id)
    if hearing.role != HearingRole.CONSULTED or own.exists() or not add_parties(hearing=hearing, names=[hearing.body.name]):
        return None
    return own.values_list("pk", flat=True).first()
