"""Closed items that break off, so that what reads as the next item may be the rest of their text: a clause of theirs, or an earlier item told."""

from datetime import date

from reader.facts import ItemFacts

from .closure import Doubt
from .headings import Headings
from .outline import ItemBlocks


def breaks_off(item: ItemFacts, cut: ItemBlocks, headings: Headings, *, day: date | None, decides: bool) -> Doubt | None:
    """The heading that the closed item breaks off below: an earlier body's with nothing below it, or its recommendation where items are decided.

    `day` is the meeting's, on which the public version of a closed item may have nothing below its decision. `decides`: the document's items
    have decisions.
    """
    found = [(block, heading) for block in cut.blocks if (heading := headings.of(block))]
    if not found:
        return None
    block, heading = found[-1]
    if block is cut.blocks[-1] and not heading.rest and heading.role == "decision" and heading.date not in (None, day):
        return Doubt("maybe_closed", block.text.strip(), block)
    if decides and item.decision is None and heading.role == "recommendation" and item.recommendations:
        return Doubt("maybe_closed", block.text.strip(), block)
    return None
