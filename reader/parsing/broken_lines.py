"""Closing words that a line's end breaks, also over three lines: `Behandles for luk-` and below it `kede døre`."""

import re
from collections.abc import Iterator

from .closure import Doubt
from .clues import clue_in
from .folding import plain
from .item_references import ItemReferences
from .outline import DocumentOutline

_LONGEST, _BESIDE = 160, 80
_LINES = 3
_STEMS = re.compile(r"luk|fortro|hemme|offent|tavshed|dør|publi|åb|medl|§\s?10|konf|aktind|adgang|inter|klausu", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=\w)[-‐‑–\u00ad]$")
_ENDS = (".", "!", "?", ";")
# A list of numbers that the next line goes on with.
_GOES_ON = re.compile(r"\d(?:,|\s+(?:og|samt|til|til og med|[-–]))$|\d,?\s+(?:og|samt)\s+(?:punkt|pkt\.?|nr\.?|sag)$", re.IGNORECASE)


def told_by_broken(cut: DocumentOutline, names: ItemReferences) -> Iterator[tuple[int, Doubt]]:
    """The items by their places that closing words broken over lines may be about: those the lines stand in and those they name.

    A line's end may break the numbers, too: `Punkt 3 og` and below it `4 behandles for lukkede døre`. What stands before the first item and
    names none is about all.
    """
    blocks, told_to = cut.blocks, -1
    for i in range(len(blocks) - 1):
        if i < told_to:
            continue  # the line has been read with the one above it
        joined, halves, last = blocks[i].text[-_BESIDE:], [blocks[i].text], i
        while last + 1 < len(blocks) and last + 1 - i < _LINES and _may_go_on(joined, blocks[last + 1].text):
            last += 1
            joined = _join(joined, blocks[last].text[:_BESIDE])
            halves.append(blocks[last].text)
            words = clue_in(joined) if _STEMS.search(joined) else None
            if not words:
                continue
            own = {place for at in range(i, last + 1) if (place := cut.item_at(at)) is not None}
            named = names.places(joined)
            if any(words in plain(half) for half in halves):
                own, named = set(), named if _GOES_ON.search(blocks[i].text) and len(named) > 1 else set()
            elif not own | named:
                named = set(range(len(cut.items)))
            if own | named:
                told_to = last
            for k in own | named:
                yield k, Doubt("maybe_closed", words, blocks[i])


def _may_go_on(above: str, below: str) -> bool:
    """Tells whether the line below may be the rest of what is written above."""
    small = below[:1].islower() or below[:1] in "()[]§"
    return (
        (small or _HYPHEN.search(above) is not None or _GOES_ON.search(above) is not None)
        and len(below) <= _LONGEST
        and not above.endswith(_ENDS)
    )


def _join(above: str, below: str) -> str:
    broken = _HYPHEN.search(above)
    return above[: broken.start()] + below if broken else f"{above} {below}"
