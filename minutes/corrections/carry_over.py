"""Corrections of one reading of a document that hold for another reading of it."""

from copy import deepcopy

from minutes.corrections.exceptions import DoesNotApply
from minutes.corrections.keys import find_item, give_keys
from minutes.corrections.replay import Correction, apply_one, opened_texts
from minutes.corrections.texts import OPERATIONS
from minutes.corrections.values import value_of
from reader import facts


def carried_over(before: facts.Minutes, after: facts.Minutes, corrections: list[tuple[Correction, object]]) -> list[int]:
    """The places, from 0, of the corrections of `before` that can be made in `after`; each comes with the JSON value it corrected.

    One of a part that is read otherwise now is left out, and so is one that opens an item which does not say the very same as before.
    """
    before, result = deepcopy(before), deepcopy(after)
    give_keys(before)
    give_keys(result)
    kept = []
    for place, (correction, read) in enumerate(corrections):
        attempt = made_in(result, correction, read, before)
        if attempt is not None:
            result = attempt
            kept.append(place)
    return kept


def made_in(minutes: facts.Minutes, correction: Correction, read: object, before: facts.Minutes) -> facts.Minutes | None:
    """Gives `minutes` with the `correction`, which was made in `before`, where the value was `read`; None where it does not hold. All items have keys."""
    attempt = deepcopy(minutes)
    try:
        if not _reads(attempt, correction, read):
            return None
        apply_one(attempt, correction)
    except DoesNotApply:
        return None
    if opened_texts(minutes, attempt) and not _same_text(find_item(before, correction.item), find_item(minutes, correction.item)):
        return None
    return attempt


def _reads(minutes: facts.Minutes, correction: Correction, read: object) -> bool:
    """Tells whether the part is what it was when it was corrected."""
    if correction.part in OPERATIONS:
        return True
    owner = find_item(minutes, correction.item) if correction.item else minutes
    return owner is not None and value_of(owner, correction.part) == read


def _same_text(one: facts.ItemFacts | None, other: facts.ItemFacts | None) -> bool:
    if one is None or other is None:
        return False
    return (one.title, one.in_doubt, one.sections) == (other.title, other.in_doubt, other.sections)
