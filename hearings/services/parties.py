"""The parties of hearings: each list as a whole, without losing what is known of those who stay."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q

from concurrency.ordering import in_places, write_places
from danish.folding import name_key
from hearings.models import Hearing, HearingParty, HearingStep
from hearings.services.acceptance import hold, noted, parties_changed


@dataclass(slots=True)
class _PartyChanges:
    """The changes to the lists of several hearings, gathered so that all of them take the same few queries."""

    new: list[HearingParty] = field(default_factory=list)
    moved: list[HearingParty] = field(default_factory=list)
    renamed: list[HearingParty] = field(default_factory=list)
    gone: list[HearingParty] = field(default_factory=list)
    hearing_ids: set[int] = field(default_factory=set)


def set_parties(*, names: Mapping[Hearing, Sequence[str]], body_ids: Mapping[str, int | None]) -> None:
    """Make the names the parties of each hearing, in that order. `body_ids` says which body a name means, where the register knows it.

    A party whose name stays keeps its row, whatever its place in the list or its capitals, and with it its days and answers; who is not
    named any more is taken away, but one of whom anything is written down stays, after the others, and so does one that another hearing
    gave when it was joined with this one. What was dropped or joined with another stays so. The number of queries is the same for one
    hearing and for many.
    """
    if not names:
        return
    with transaction.atomic():
        rows: dict[int, list[HearingParty]] = {hearing.pk: [] for hearing in names}
        hold(hearing_ids=rows, and_what_waits=False)
        for row in HearingParty.objects.filter(hearing__in=rows).order_by("position"):
            rows[row.hearing_id].append(row)
        matched = {hearing: _match(wanted, rows[hearing.pk]) for hearing, wanted in names.items()}
        unnamed = [row.pk for _rows, left in matched.values() for row in left]
        stay_ids = _staying(unnamed, rows) if unnamed else set()
        change = _PartyChanges()
        for hearing, (found, left) in matched.items():
            _gather(change, hearing, list(zip(names[hearing], found, strict=True)), left, stay_ids, body_ids)
        _save(change)


def _staying(keys: Collection[int], hearing_ids: Collection[int]) -> set[int]:
    """Those of the parties `keys` that stay though they are not named."""
    stays = noted() | Q(is_dropped=True) | Q(duplicate_of__isnull=False) | Q(duplicates__isnull=False)
    joined = HearingStep.objects.filter(what=HearingStep.What.JOINED, undone_at=None, hearing__duplicate_of__in=hearing_ids)
    came = {key for moved in joined.values_list("moved", flat=True) for key, _position in moved["parties"]}
    return {*HearingParty.objects.filter(stays, pk__in=keys).values_list("pk", flat=True)} | (came & {*keys})


def _match(wanted: Sequence[str], rows: Sequence[HearingParty]) -> tuple[list[HearingParty | None], list[HearingParty]]:
    """For each name wanted the row of that name, each row once; and the rows that are left."""
    left, found = list(rows), []
    for name in wanted:
        row = next((row for row in left if name_key(row.name) == name_key(name)), None)
        if row:
            left.remove(row)
        found.append(row)
    return found, left


def _gather(
    change: _PartyChanges,
    hearing: Hearing,
    wanted: Sequence[tuple[str, HearingParty | None]],
    left: Sequence[HearingParty],
    stay_ids: set[int],
    body_ids: Mapping[str, int | None],
) -> None:
    """Add to `change` what gives the hearing the parties `wanted`, and after them those who are `left` and stay."""
    new, renamed = [], []
    for position, (name, row) in enumerate(wanted, start=1):
        if row is None:
            new.append(HearingParty(hearing=hearing, position=position, name=name, body_id=body_ids.get(name)))
        elif _differs(row, name=name, body_id=row.body_id or body_ids.get(name)):
            renamed.append(row)
    stay = [row for row in left if row.pk in stay_ids]
    moved = in_places([*(row for _name, row in wanted), *stay])
    gone = [row for row in left if row.pk not in stay_ids]
    if new or renamed or moved or gone:
        change.hearing_ids.add(hearing.pk)
    change.new += new
    change.moved += moved
    change.renamed += renamed
    change.gone += gone


def _differs(row: HearingParty, **columns: Any) -> bool:
    """Give `row` the columns. Returns whether that changed it."""
    changed = any(getattr(row, name) != value for name, value in columns.items())
    vars(row).update(columns)
    return changed


def _save(change: _PartyChanges) -> None:
    if change.gone:
        HearingParty.objects.filter(pk__in=[row.pk for row in change.gone]).delete()
    write_places(change.moved)
    HearingParty.objects.bulk_update(change.renamed, ["name", "body"])
    HearingParty.objects.bulk_create(change.new)
    if change.hearing_ids:
        parties_changed(hearing_ids=change.hearing_ids)
