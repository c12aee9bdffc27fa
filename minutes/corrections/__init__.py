"""Corrections that a secretary makes in a reading: values, and where one item ends and the next begins. Pure.

A reading stays as it was read. Its corrections are applied to it in order, and applied anew without the one that is undone.
"""

from minutes.corrections.carry_over import carried_over
from minutes.corrections.exceptions import DoesNotApply
from minutes.corrections.keys import find_item, free_key, give_keys, mark_of
from minutes.corrections.other_reading import Exchange, Made, exchanged
from minutes.corrections.replay import Correction, opened_texts, replay
from minutes.corrections.texts import OPERATIONS, Point, point_at
from minutes.corrections.values import ITEM_PARTS, MEETING_PARTS, value_of

__all__ = [
    "ITEM_PARTS",
    "MEETING_PARTS",
    "OPERATIONS",
    "Correction",
    "DoesNotApply",
    "Exchange",
    "Made",
    "Point",
    "carried_over",
    "exchanged",
    "find_item",
    "free_key",
    "give_keys",
    "mark_of",
    "opened_texts",
    "point_at",
    "replay",
    "value_of",
]
