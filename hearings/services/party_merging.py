"""Two spellings of a party made one, and parted again."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from concurrency.transitions import Columns, save_columns
from hearings.dependents import hearing_changed
from hearings.exceptions import HearingRefused
from hearings.models import HearingParty, HearingResponse, PartyStep
from hearings.services.acceptance import parties_changed
from hearings.services.answer_steps import tell_day
from hearings.services.transitions import Versions, lock_parties, take_party_step

What = PartyStep.What


def join_parties(
    *, kept: HearingParty, gone: HearingParty, by: User | None, now: datetime, why: str = "", versions: Versions = None
) -> PartyStep | None:
    """Make `gone` another spelling of `kept`, which gets its answers, its days and the body it means.

    Of two days it was asked the first counts, of two it was reminded the last. Returns None when it is so already; raises `HearingRefused`
    ("not_two") when they are no two parties of one hearing.
    """
    moved: dict = {}

    def joined(row: HearingParty) -> Columns | None:
        [other] = lock_parties([kept.pk])
        if row.duplicate_of_id == other.pk:
            return None
        if (versions or {}).get(other.pk, other.version) != other.version:
            raise HearingRefused("changed")
        if row.pk == other.pk or row.hearing_id != other.hearing_id or not (_stands(row) and _stands(other)):
            raise HearingRefused("not_two")
        moved.update(_give(row, other))
        return {"duplicate_of_id": other.pk}

    def then(row: HearingParty) -> None:
        HearingParty.objects.filter(duplicate_of=row).update(duplicate_of=kept)
        for party in lock_parties([kept.pk, row.pk]):
            tell_day(party=party)
        parties_changed(hearing_ids=[row.hearing_id])
        if moved["answers"] or "body_id" in moved["changed"]:
            hearing_changed(hearing=row.hearing, by=by, now=now)

    with transaction.atomic():
        steps = take_party_step([gone], What.JOINED, joined, by=by, now=now, why=why, versions=versions, then=then)
        for step in steps:
            step.moved = moved
            step.save(update_fields=["moved"])
    return steps[0] if steps else None


def part_parties(row: HearingParty, step: PartyStep) -> None:
    """Give `row` back what the party it was joined with got from it and still has.

    Raises `HearingRefused` ("not_latest") when that one has been joined with a third since: that is undone first.
    """
    if row.duplicate_of_id != step.after["duplicate_of_id"]:
        raise HearingRefused("not_latest")
    [kept] = lock_parties([row.duplicate_of_id])
    HearingParty.objects.filter(pk__in=step.moved.get("spellings", []), duplicate_of=kept).update(duplicate_of=row)
    HearingResponse.objects.filter(pk__in=step.moved.get("answers", []), party=kept).update(party=row)
    save_columns(kept, unchanged_since(kept, step.moved.get("changed", {})))
    for party in (kept, row):
        tell_day(party=party)


def unchanged_since(row, changed: dict[str, list]) -> Columns:
    """The columns of `changed` (name: value before, value after, as JSON) that still have the value after, with the one before."""
    fields = {name: row._meta.get_field(name) for name in changed}
    values = {name: [None if one is None else fields[name].to_python(one) for one in pair] for name, pair in changed.items()}
    return {name: before for name, (before, after) in values.items() if getattr(row, name) == after}


def _give(gone: HearingParty, kept: HearingParty) -> dict:
    """Move what `gone` has to `kept`. Returns what moved, as JSON."""
    answers = list(HearingResponse.objects.filter(party=gone).order_by("pk").values_list("pk", flat=True))
    spellings = list(HearingParty.objects.filter(duplicate_of=gone).order_by("pk").values_list("pk", flat=True))
    asked = [day for day in (kept.asked_on, gone.asked_on) if day]
    reminded = [day for day in (kept.reminded_on, gone.reminded_on) if day]
    wanted = {
        "asked_on": min(asked, default=None),
        "reminded_on": max(reminded, default=None),
        "declined_on": kept.declined_on or gone.declined_on,
        "body_id": kept.body_id or gone.body_id,
    }
    columns = {name: value for name, value in wanted.items() if getattr(kept, name) != value}
    changed = {name: [as_json(getattr(kept, name)), as_json(value)] for name, value in columns.items()}
    HearingResponse.objects.filter(pk__in=answers).update(party=kept)
    save_columns(kept, columns)
    return {"answers": answers, "spellings": spellings, "changed": changed}


def _stands(party: HearingParty) -> bool:
    return party.duplicate_of_id is None and not party.is_dropped


def as_json(value):
    return value.isoformat() if hasattr(value, "isoformat") else value
