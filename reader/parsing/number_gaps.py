"""Marks that stand for items: `Lukket punkt` without a number between items 18 and 20 is item 19, and no word on either.

That is so only where the whole document agrees: every number left out has its mark, and every mark a number left out.
"""

from bisect import bisect_right
from itertools import pairwise

from reader.reading import TextBlock

from .candidates import NOTHING, Start
from .case_numbers import case_number_in
from .closed import title_is_closed
from .headings import Headings
from .item_beginnings import first_block
from .mark_lines import MarkLines
from .titles import PARTICULAR


def with_gaps_filled(starts: list[Start], blocks: list[TextBlock], headings: Headings, lines: MarkLines) -> list[Start]:
    """The starts, in the document's order, with those marks among them; they are taken out of `lines.bare`."""
    counted = [start for start in starts if start.number is not None]
    loose = [start for start in starts if start.number is None]
    if len(counted) < 2 or any(lines.halves.values()) or not all(lines.bare.values()) or not all(_is_mark(start) for start in loose):
        return starts
    places = sorted({*lines.bare, *(start.index for start in loose)})
    if not places or not (counted[0].index < places[0] and places[-1] < counted[-1].index):
        return starts
    for above, below in pairwise(counted):
        between = places[bisect_right(places, above.index) : bisect_right(places, below.index)]
        begins = first_block(blocks, below, headings, lines, cased_above=False)
        missing = (below.number or 0) - (above.number or 0) - 1
        if len(between) != missing or (between and not _stand_apart(between, above.index, begins, blocks)):
            return starts
    for start in loose:
        start.fills_gap = True
    found = [*starts, *(Start(i, None, "", blocks[i].text.strip(), True, NOTHING, fills_gap=True) for i in lines.bare)]
    lines.bare.clear()
    return sorted(found, key=lambda start: start.index)


def _is_mark(start: Start) -> bool:
    return not start.label and (start.closed or title_is_closed(start.title))


def _stand_apart(between: list[int], above: int, below: int, blocks: list[TextBlock]) -> bool:
    """Tells whether the item above has text before the first mark, and each mark white space on both sides and no text below it."""
    if not any(_is_text(block) for block in blocks[above + 1 : between[0]]):
        return False
    return all(
        blocks[i].apart and blocks[edge].apart and not any(_is_text(block) for block in blocks[i + 1 : edge])
        for i, edge in zip(between, [*between[1:], below], strict=True)
    )


def _is_text(block: TextBlock) -> bool:
    return case_number_in(block.text) is None and PARTICULAR.match(block.text) is None
