"""The lines outside the titles that say what is closed: marks of one item, headings over several, and column headings that say nothing."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from reader.reading import TextBlock

from .case_numbers import case_number_in
from .closed import OWN_LINES, block_says, half_of, is_bare_mark, line_says
from .columns import words_first
from .end_of_open_part import tells_of_end
from .headings import Headings
from .labels import names_items, names_only_items
from .names import body_in_title
from .paired_lines import label_of, told_by_pairs
from .reopened import tells_of_reopening
from .titles import PARTICULAR

_BETWEEN = 2  # a mark stands over its item though a line such as the body and the day comes between
_SHORT = 100
_DIGIT = re.compile(r"\d")
_ENTRY = re.compile(
    r"\d{1,4}(?:[.):]|\s*[|–-])?\s+(?!januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)[^\W\d_]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class MarkLines:
    """By index of the block: `bare` are marks of one item, `halves` headings over several; True is closed, None may be.

    `under` are lines right below a title that take turns with others, and may say that the item is closed. `columns` head columns. `unsure` are headings of the closed half that follow an empty open one, as in a contents list without entries;
    `entries` stand in such a list under its own heading, `listed` in one with page numbers.
    """

    bare: dict[int, bool | None] = field(default_factory=dict)
    halves: dict[int, bool] = field(default_factory=dict)
    under: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)
    entries: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)


def mark_lines_of(blocks: list[TextBlock], listed: set[int], begun: set[int], headings: Headings) -> MarkLines:
    """The lines there are, but for those of the contents list and those that begin items themselves."""
    found = MarkLines(entries=_entries_of_empty_lists(blocks, listed), listed=listed)
    first = min(begun, default=0)
    for i, block in enumerate(blocks):
        if i in begun or i in listed or i in found.entries or block.kind == "table_row":
            continue
        if _is_footnote(i, blocks, first):
            continue
        if is_bare_mark(block.text):
            found.bare[i] = line_says(block.text) == "closed"
        elif (
            not names_only_items(block.text)
            and (half := half_of(block.text)) is not None
            and not (tells_of_reopening(block.text) if half else tells_of_end(block.text))
        ):
            found.halves[i] = half
    _take_out_columns(found, blocks, begun)
    _add_labels(found, blocks, begun, headings)
    found.under = _labels_under(blocks, begun, headings)
    return found


def _is_footnote(i: int, blocks: list[TextBlock], first: int) -> bool:
    """Tells whether the line may be a footnote of the contents list, whose star reads as a bullet."""
    return i < first and blocks[i].kind == "list_item"


def _labels_under(blocks: list[TextBlock], begun: set[int], headings: Headings) -> set[int]:
    """The lines right below the titles, or below other particulars, that take turns so that they may say that their items are closed."""
    labels: dict[int, str] = {}
    for first in begun:
        for i in range(first + 1, min(first + 1 + OWN_LINES, len(blocks))):
            if i in begun:
                break
            label = label_of(blocks[i]) if not headings.known(blocks[i]) else None
            if label:
                labels[i] = label
                break
            if case_number_in(blocks[i].text) is None and not PARTICULAR.match(blocks[i].text):
                break
    told = told_by_pairs(labels) if len(labels) == len(begun) > 2 else {}
    return {i for i, closed in told.items() if closed is not False}


def _add_labels(found: MarkLines, blocks: list[TextBlock], begun: set[int], headings: Headings) -> None:
    """The lines right over items that are marks in other words, or that take turns with one that is: `Med offentlighed`, `Uden offentlighed`."""
    firsts = sorted(begun)
    labels: dict[int, str] = {}
    for first in firsts:
        for i in range(first - 1, max(-1, first - 1 - _BETWEEN), -1):
            if i in begun or i in found.listed or i in found.entries or i in found.columns or _is_footnote(i, blocks, firsts[0]):
                break
            if headings.known(blocks[i]) or stands_over(i, firsts, blocks) is None or names_items(blocks[i].text):
                continue
            label = label_of(blocks[i])
            if label:
                labels[i] = label
            if (
                blocks[i].kind != "table_row"
                and not _is_particular_under(i, blocks, firsts)
                and i not in found.halves
                and not _is_entry(blocks[i].text)
                and block_says(blocks[i]) == "closed"
            ):
                found.bare.setdefault(i, True)
    told = told_by_pairs(labels)
    if len(told) >= len(firsts) > 2 and len(told) > len({labels[i] for i in told}) > 1:
        for i in told.keys() & found.halves.keys():  # each item has its own, and none heads several
            found.bare[i] = found.halves.pop(i)
    times = Counter(labels[i] for i in told)
    for i, closed in told.items():
        # A line that is printed over an item once only looks like the other of the pair, where not each item has its line.
        says_open = line_says(labels[i]) == "open" or len(told) >= len(firsts) or (times[labels[i]] > 1 and len(told) * 2 >= len(firsts))
        if i not in found.halves and (closed is not False or says_open):
            found.bare.setdefault(i, closed)


def _is_particular_under(index: int, blocks: list[TextBlock], firsts: list[int]) -> bool:
    """Tells whether the line is a particular of the item above, such as its case number, right below its heading."""
    above = bisect_right(firsts, index) - 1
    text = blocks[index].text
    return above >= 0 and index - firsts[above] <= _BETWEEN and bool(PARTICULAR.match(text) or case_number_in(text))


def stands_over(index: int, firsts: list[int], blocks: list[TextBlock]) -> int | None:
    """The item that the line stands right over, by its place among `firsts`: at most one short line comes between. None where it does not."""
    place = bisect_right(firsts, index)
    between = blocks[index + 1 : firsts[place]] if place < len(firsts) and firsts[place] - index <= _BETWEEN else None
    return place if between is not None and all(_runs_over(block.text) for block in between) else None


def _is_entry(text: str) -> bool:
    """Tells whether the line reads as an entry of a contents list, also with a mark before its number."""
    words = words_first(text)
    return bool(_ENTRY.match(text)) or (words is not None and line_says(words) is not None)


def _runs_over(text: str) -> bool:
    """Tells whether the line reads as one printed over each item, such as the body and the day."""
    return (
        len(text) <= _SHORT
        and not text.endswith(".")
        and not _is_entry(text)
        and (body_in_title(text) is not None or bool(_DIGIT.search(text)))
    )


def _take_out_columns(found: MarkLines, blocks: list[TextBlock], begun: set[int]) -> None:
    """Open and closed straight below each other head two columns, or two halves of which the first is empty."""
    every = found.bare | found.halves
    for i in sorted(every):
        below = i + 1
        if below in every and every[below] != every[i] and (i in found.bare) == (below in found.bare):
            if any(at in begun for at in range(below + 1, below + 2 + _BETWEEN)):
                found.unsure |= {below} if every[below] and i in found.halves else set()
            else:
                found.columns |= {i, below}
    for i in found.columns:
        found.bare.pop(i, None)
        found.halves.pop(i, None)


def _entries_of_empty_lists(blocks: list[TextBlock], listed: set[int]) -> set[int]:
    """Headings of halves under the heading of a contents list that has nothing else, or nothing more."""
    entries: set[int] = set()
    for i in sorted(listed):
        below = i + 1
        while below < len(blocks) and below not in listed and half_of(blocks[below].text) is not None:
            entries.add(below)
            below += 1
    return entries
