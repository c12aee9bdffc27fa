"""Corrections applied in order to a reading."""

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from minutes.corrections.exceptions import DoesNotApply
from minutes.corrections.keys import find_item, give_keys
from minutes.corrections.moved_obligations import keep_moved
from minutes.corrections.texts import OPERATIONS
from minutes.corrections.values import ITEM_PARTS, MEETING_PARTS, STANDS_FOR, number_of, set_value, value_of
from reader import facts
from reader.checks import proofread
from reader.obligations import find_obligations
from reader.parsing.doubts import DOUBT_CODES
from reader.proposals import find_proposals


@dataclass(frozen=True, slots=True)
class Correction:
    """`part` of the item with the key `item`, or of the meeting where that is empty, becomes the JSON `value`.

    Where `part` is one of `OPERATIONS`, the item is split, joined or its text moved as `value` says (`minutes.corrections.texts`).
    """

    item: str
    part: str
    value: Any


def replay(reading: facts.Minutes, corrections: list[Correction]) -> facts.Minutes:
    """`reading` with its corrections: obligations, proposals and remarks are found anew. Raises `DoesNotApply`; `reading` itself is left alone."""
    reading = deepcopy(reading)
    give_keys(reading)
    result = deepcopy(reading)
    for correction in corrections:
        apply_one(result, correction)
    if corrections:
        find_obligations(result)
        if any(correction.part in OPERATIONS for correction in corrections):
            keep_moved(reading, result)
        find_proposals(result)
        result.warnings = _warnings(reading, result)
    return result


def opened_texts(before: facts.Minutes, after: facts.Minutes) -> list[str]:
    """The titles and texts that only a closed item had in `before` and that an open item has in `after`."""
    open_before = _texts(before, closed=False)
    return sorted((_texts(before, closed=True) - open_before) & _texts(after, closed=False))


def apply_one(minutes: facts.Minutes, correction: Correction) -> None:
    """Make the correction in `minutes`, whose items have their keys. Raises `DoesNotApply`."""
    if correction.part in OPERATIONS:
        OPERATIONS[correction.part](minutes, correction.item, correction.value)
        return
    if not correction.item:
        if correction.part not in MEETING_PARTS:
            raise DoesNotApply(correction.part)
        owner: facts.Minutes | facts.ItemFacts = minutes
        corrected = minutes.meeting.corrected
    else:
        item = find_item(minutes, correction.item)
        if item is None or correction.part not in ITEM_PARTS:
            raise DoesNotApply(correction.part)
        owner, corrected = item, item.corrected
    old = value_of(owner, correction.part)
    set_value(owner, correction.part, correction.value)
    if correction.part == "number":
        _follow_number(minutes, old, correction.value)
    if correction.part in corrected:
        corrected.remove(correction.part)
    if correction.part != STANDS_FOR:
        corrected.append(correction.part)


def _follow_number(minutes: facts.Minutes, old: str, new: str) -> None:
    """The rows of the time plan that were the item's stay the item's."""
    for row in minutes.time_plan:
        if row.item is not None and str(row.item) == old:
            row.item = number_of(new)[0]


def _warnings(reading: facts.Minutes, corrected: facts.Minutes) -> list[facts.Warning]:
    """The reader's own warnings, and those a proof-reader has of the corrected reading. An answered doubt is none."""
    proofread_before = proofread(reading)
    kept = []
    for warning in reading.warnings:
        owner = _owner(warning, corrected) if warning.code in DOUBT_CODES else None
        if warning not in proofread_before and not (owner and "closed" in owner.corrected and not owner.in_doubt):
            kept.append(replace(warning, item=owner.number) if owner else warning)
    return kept + proofread(corrected)


def _owner(warning: facts.Warning, minutes: facts.Minutes) -> facts.ItemFacts | None:
    """The item a doubt is about: that of its number or place, and where that has been split the one that has its words."""
    if warning.at is None:
        return next((item for item in minutes.items if item.number is not None and item.number == warning.item), None)
    there = [item for item in minutes.items if warning.at in (item.at, *(section.at for section in item.sections))]
    return next((item for item in there if any(warning.quote in text for text in _lines(item))), there[0] if there else None)


def _texts(minutes: facts.Minutes, *, closed: bool) -> set[str]:
    found = {" ".join(line.split()) for item in minutes.items if item.closed == closed for line in _lines(item)}
    return found - {""}


def _lines(item: facts.ItemFacts) -> list[str]:
    """The item's title, headings and lines of text."""
    texts = [text for section in item.sections for text in (section.heading, section.text)]
    return [line for text in (item.title, *texts, item.decision or "") for line in text.splitlines()]
