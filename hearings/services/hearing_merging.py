"""A hearing that was written down twice made one, and parted again. The one that is kept has what both had."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from concurrency.transitions import Columns, save_columns
from danish.folding import name_key
from hearings.dependents import hearing_changed
from hearings.exceptions import HearingRefused
from hearings.models import Extension, Hearing, HearingParty, HearingStep, PartyStep
from hearings.services.acceptance import accept_in_use, hold, parties_changed
from hearings.services.party_merging import as_json, join_parties, unchanged_since
from hearings.services.transitions import Versions, lock_hearings, take_hearing_step

What = HearingStep.What
_FILLED = ("role", "sender", "received_on", "opens_first", "opens_last", "deadline", "answers_to")


def join_hearings(
    *, kept: Hearing, gone: Hearing, by: User | None, now: datetime, why: str = "", versions: Versions = None
) -> HearingStep | None:
    """Make `gone` the same as `kept`, which gets its parties, answers and extensions, and the columns that are empty in it.

    A party that both have is joined. Returns None when it is so already; raises `HearingRefused` ("not_two_hearings") when they are no two
    hearings of one body, or `gone` is told by an item and `kept` by none.
    """
    versions = versions or {}
    moved: dict = {}

    def joined(row: Hearing) -> Columns | None:
        [other] = lock_hearings([kept.pk])
        if row.duplicate_of_id == other.pk:
            return None
        if versions.get(other.pk, other.version) != other.version:
            raise HearingRefused("changed")
        _refuse(row, other)
        accept_in_use(hearing=other, by=by, now=now)
        moved.update(_give(row, other, by=by, now=now, why=why))
        return {"duplicate_of_id": other.pk}

    with transaction.atomic():
        hold(hearing_ids=[kept.pk, gone.pk])
        step = take_hearing_step(gone, What.JOINED, joined, by=by, now=now, why=why, version=versions.get(gone.pk))
        if step:
            step.moved = moved
            step.save(update_fields=["moved"])
            parties_changed(hearing_ids=[kept.pk])
            hearing_changed(hearing=kept, by=by, now=now)
    return step


def part_hearings(row: Hearing, step: HearingStep, *, undo_party_step) -> None:
    """Give `row` back what the hearing it was joined with got from it and still has. `undo_party_step` parts the parties both had.

    Raises `HearingRefused` ("not_latest") when a party of the one has been joined with a party of the other since: that is undone first.
    """
    if row.duplicate_of_id != step.after["duplicate_of_id"]:
        raise HearingRefused("not_latest")
    [kept] = lock_hearings([row.duplicate_of_id])
    for party_step in PartyStep.objects.filter(pk__in=step.moved["joined"], undone_at=None).order_by("-pk"):
        undo_party_step(step=party_step)
    _refuse_joined_across([key for key, _position in step.moved["parties"]])
    for key, position in step.moved["parties"]:
        HearingParty.objects.filter(pk=key, hearing=kept).update(hearing=row, position=position)
    Extension.objects.filter(pk__in=step.moved["extensions"], hearing=kept).update(hearing=row)
    save_columns(kept, unchanged_since(kept, step.moved["changed"]))


def _refuse_joined_across(keys: list[int]) -> None:
    """Refuse to part the hearings while a party that moved is another spelling of one that did not, or the other way round."""
    others = HearingParty.objects.exclude(pk__in=keys)
    if others.filter(duplicate_of__in=keys).exists() or others.filter(duplicates__in=keys).exists():
        raise HearingRefused("not_latest")


def _refuse(gone: Hearing, kept: Hearing) -> None:
    is_one = gone.pk == kept.pk or gone.body_id != kept.body_id or kept.duplicate_of_id or gone.duplicate_of_id
    if is_one or gone.duplicates.exists() or (gone.item_id and not kept.item_id):
        raise HearingRefused("not_two_hearings")


def _give(gone: Hearing, kept: Hearing, *, by: User | None, now: datetime, why: str) -> dict:
    """Move what `gone` has to `kept`. Returns what moved, as JSON."""
    own = list(kept.parties.standing().order_by("position"))
    last = kept.parties.aggregate(last=Max("position"))["last"] or 0
    coming = list(gone.parties.order_by("position"))
    places = [[party.pk, party.position] for party in coming]
    for position, party in enumerate(coming, start=last + 1):
        HearingParty.objects.filter(pk=party.pk).update(hearing=kept, position=position)
    joined = []
    for party in coming:
        same = next((one for one in own if _is_same(one, party)), None)
        if same and party.duplicate_of_id is None and not party.is_dropped:
            step = join_parties(kept=same, gone=party, by=by, now=now, why=why)
            joined += [step.pk] if step else []
    extensions = list(Extension.objects.filter(hearing=gone).values_list("pk", flat=True))
    Extension.objects.filter(pk__in=extensions).update(hearing=kept)
    columns = {name: getattr(gone, name) for name in _FILLED if getattr(gone, name) and not getattr(kept, name)}
    if extensions and gone.deadline and kept.deadline and gone.deadline > kept.deadline:
        columns["deadline"] = gone.deadline  # it was put off where the other one was written down
    changed = {name: [as_json(getattr(kept, name)), as_json(value)] for name, value in columns.items()}
    save_columns(kept, columns)
    return {"parties": places, "joined": joined, "extensions": extensions, "changed": changed}


def _is_same(one: HearingParty, other: HearingParty) -> bool:
    return name_key(one.name) == name_key(other.name) or (one.body_id is not None and one.body_id == other.body_id)
