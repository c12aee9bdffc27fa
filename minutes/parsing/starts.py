"""The blocks that begin an item.

Councils number their items in three ways: with a word (`Punkt 16: …`, `Sag nr. 129`), with a bare number (`3. …`), or not at all.
A numbered list in the text looks the same, and so does a contents list. What shows an item's heading is what stands below it: a case
number, or else the first of its parts. So where some of the candidates have a case number below, those are the items, and others
only count where a number is missing between them.
"""

from minutes.reading import Block

from .candidates import NOTHING, NUMBERED, WORDED, Start, candidates_of
from .headings import Headings
from .rising import chosen_of
from .titles import LONGEST_TITLE, NO_TITLE
from .unnumbered import unnumbered


def starts_of(blocks: list[Block], contents: list[str], listed: set[int], headings: Headings) -> list[Start]:
    """Where the items begin; `listed` are the blocks of the contents list, which begin none."""
    worded = chosen_of(candidates_of(WORDED, blocks, listed, headings), least=1)
    numbered = chosen_of(candidates_of(NUMBERED, blocks, listed, headings), least=2)
    best = max(worded, numbered, key=lambda starts: sum(start.below for start in starts))
    if any(start.below for start in best):
        return best
    return worded or unnumbered(blocks, contents, listed, headings) or numbered or _counted(blocks, listed)


def _counted(blocks: list[Block], listed: set[int]) -> list[Start]:
    """Where no better shape is found: paragraphs that begin with 1, 2, 3 …, whatever stands below them."""
    starts: list[Start] = []
    for i, block in enumerate(blocks):
        match = (
            NUMBERED.match(block.text.replace("\t", " "))
            if i not in listed and (block.apart or (i and blocks[i - 1].kind == "list_item")) and len(block.text) <= LONGEST_TITLE
            else None
        )
        if match and int(match["number"]) == len(starts) + 1 and match["title"][:1].isupper() and not NO_TITLE.match(match["title"]):
            starts.append(Start(i, len(starts) + 1, match["number"], match["title"].strip(), bool(match["closed"]), NOTHING))
    return starts if len(starts) > 2 else []
