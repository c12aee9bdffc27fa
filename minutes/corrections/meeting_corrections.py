"""Corrections of a meeting that is in the register: what they make of it, which items they touch, and what comes of taking them back. Pure.

Its obligations are rows that have come further than what was read: they are no part of it (`minutes.services.correcting_meetings`).
"""

from copy import deepcopy
from dataclasses import replace

from minutes.corrections.keys import find_item
from minutes.corrections.replay import Correction, apply_one
from minutes.corrections.values import ITEM_PARTS, MEETING_PARTS, value_of
from minutes.differences import differences
from reader import facts


def corrected(minutes: facts.Minutes, corrections: list[Correction]) -> facts.Minutes:
    """`minutes` with the corrections; an item's key is that of its row, as text. Raises `DoesNotApply`."""
    result = deepcopy(minutes)
    for item in result.items:
        item.key = str(item.row)
    for correction in corrections:
        if not _says_so(result, correction):
            apply_one(result, correction)
    return result


def _says_so(minutes: facts.Minutes, correction: Correction) -> bool:
    """Tells whether the part says so already."""
    owner = find_item(minutes, correction.item) if correction.item else minutes
    known = correction.part in (ITEM_PARTS if correction.item else MEETING_PARTS)
    return known and owner is not None and value_of(owner, correction.part) == correction.value


def touched(before: facts.Minutes, after: facts.Minutes) -> tuple[facts.Minutes, facts.Minutes]:
    """Both with those items alone that differ."""
    known = {item.row: item for item in before.items}
    new = [item for item in after.items if item.row is None or _bare(item) != _bare(known[item.row])]
    left = {item.row for item in after.items}
    kept = {item.row for item in new}
    old = [item for item in before.items if item.row not in left or item.row in kept]
    return replace(before, items=old), replace(after, items=new)


def put_back(now: facts.Minutes, before: facts.Minutes, after: facts.Minutes, *, meeting: bool) -> facts.Minutes | None:
    """`now` with the items of `after` as they are in `before`, and with `meeting` its facts too; None where somebody has changed them since."""
    rows = {item.row for item in after.items}
    there = replace(now, items=[item for item in now.items if item.row in rows])
    told = after if meeting else replace(after, meeting=now.meeting)
    if len(there.items) != len(rows) or differences(there, told) or differences(told, there):
        return None
    result = deepcopy(now)
    place = next((place for place, item in enumerate(result.items) if item.row in rows), 0)
    left = [item for item in result.items if item.row not in rows]
    result.items = left[:place] + deepcopy(before.items) + left[place:]
    result.time_plan = deepcopy(before.time_plan) if rows and now.time_plan == after.time_plan else result.time_plan
    if meeting:
        result.meeting = deepcopy(before.meeting)
    return result


def _bare(item: facts.ItemFacts) -> facts.ItemFacts:
    bare = replace(item, key="")
    for name in facts.OBLIGATIONS:
        setattr(bare, name, [])
    return bare
