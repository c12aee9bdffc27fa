"""The document cut into front page, contents list, items and close."""

import re
from dataclasses import dataclass, field

from minutes.reading import Block

from .candidates import Start, case_numbers_stand_above
from .casenumbers import case_number_in
from .closed import half_of, is_bare_mark, title_is_open
from .contents import contents_of
from .headings import Headings
from .starts import starts_of
from .titles import LONGEST_TITLE, title_stands_above
from .vocabulary import one_line_label

_END = re.compile(
    r"(?:Mødet|Udvalgsmødet|Rådsmødet)\s+(?:blev\s+|er\s+)?(?:hævet|ophævet|sluttede?|slutter|slut|afsluttet|afsluttes|hævedes|ophørte)\b.{0,60}$"
    r"|(?:Underskrifts?side|Underskrifter|Underskrift af|Formandens underskrift|Godkendt af)\b.{0,40}$|(?-i:GODKENDELSE AF REFERAT)$",
    re.IGNORECASE,
)
# "ØKONOMIUDVALGET" over the items of one body; more than a word in capitals could be a heading of the item's own
_HEADS_A_BODYS_ITEMS = re.compile(r"[A-ZÆØÅ, -]{2,50}(?:UDVALGET|RÅDET|BESTYRELSEN)")
_DIGIT = re.compile(r"\d")
_LISTED = re.compile(r"\d{1,4}[.)]?\s")  # an entry of a contents list without page numbers


@dataclass(slots=True)
class ItemBlocks:
    """One item: its heading's parts and the blocks below it."""

    heading: Block
    number: int | None
    label: str
    title: str
    closed: bool
    blocks: list[Block]


@dataclass(slots=True)
class Outline:
    """The whole document, cut: every block is in one of these, but for the items' own headings."""

    front: list[Block] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    items: list[ItemBlocks] = field(default_factory=list)
    close: list[Block] = field(default_factory=list)


def outline(blocks: list[Block], headings: Headings) -> Outline:
    """Cut the document. Without any item all is front page."""
    contents, listed = contents_of(blocks)
    starts = starts_of(blocks, contents, listed, headings)
    if not starts:
        return Outline(front=blocks)
    cased_above = _has_case_number_above(blocks, starts[0]) and case_numbers_stand_above(blocks, [start.index for start in starts])
    firsts = [_first_block(blocks, start, headings, cased_above=cased_above) for start in starts]
    halves = _halves(blocks, [start.index for start in starts], firsts, listed, headings)
    cut = Outline(
        front=[block for i, block in enumerate(blocks[: firsts[0]]) if i not in listed and (i not in halves or _DIGIT.search(block.text))],
        contents=contents,
    )
    for start, first, end in zip(starts, firsts, [*firsts[1:], len(blocks)], strict=True):
        below = [block for i, block in enumerate(blocks[start.index + 1 : end], start.index + 1) if i not in halves]
        while below and _HEADS_A_BODYS_ITEMS.fullmatch(below[-1].text):
            below.pop()
        if cased_above and first < start.index:
            below.insert(0, blocks[first])
        closed = start.closed
        title = blocks[first].text.replace("\t", " ") if first < start.index and not cased_above else start.title
        if not title:
            title, below = _title_below(below, headings)
        elif is_bare_mark(title) and below and below[0].text.isupper() and not case_number_in(below[0].text):
            closed, title, below = True, below[0].text, below[1:]
        elif first < start.index and start.title and not cased_above:
            title = f"{title} {start.title}"
        cut.items.append(
            ItemBlocks(
                blocks[start.index],
                start.number,
                start.label,
                title,
                closed or (_in_closed_half(halves, first) and not title_is_open(title)),
                below,
            )
        )
    _split_off_close(cut)
    return cut


def _first_block(blocks: list[Block], start: Start, headings: Headings, *, cased_above: bool) -> int:
    """The item's first block: the line right above where the heading is only a number standing under its title."""
    above = start.index - 1
    if above >= 0 and cased_above and case_number_in(blocks[above].text):
        return above
    if start.title or above < 0 or not title_stands_above(blocks, start.index, headings):
        return start.index
    title = blocks[above]
    is_title = (
        title.kind in ("paragraph", "heading") and title.apart and len(title.text) <= LONGEST_TITLE and not title.text.endswith((".", ":"))
    )
    return above if is_title else start.index


def _has_case_number_above(blocks: list[Block], start: Start) -> bool:
    return start.index > 0 and case_number_in(blocks[start.index - 1].text) is not None


def _title_below(below: list[Block], headings: Headings) -> tuple[str, list[Block]]:
    """The title from the line below, where the heading is only a number."""
    first = below[0] if below else None
    if first is None or headings.of(first) or case_number_in(first.text) or len(first.text) > LONGEST_TITLE:
        return "", below
    return first.text.replace("\t", " "), below[1:]


def _halves(blocks: list[Block], starts: list[int], firsts: list[int], listed: set[int], headings: Headings) -> dict[int, bool]:
    """`Lukket dagsorden`, `Åbne punkter`: where each half of the agenda begins, and whether it is the closed one.

    Above the first item such a line heads the items only where it stands right over it; further up it is the whole document's, and then
    only a closed one that has no open one beside it counts. "Lukket" alone heads the items below where the item above is told already.
    """
    found: dict[int, bool] = {}
    begun = set(starts)
    for i, block in enumerate(blocks):
        if i in begun or i in listed or block.kind == "table_row":
            continue
        if is_bare_mark(block.text):
            above = max((start for start in starts if start < i), default=-1)
            told = above >= 0 and any(headings.of(line) for line in blocks[above + 1 : i])
            half = True if told and i + 1 in firsts else None
        else:
            half = half_of(block.text)
        if half is not None:
            found[i] = half
    above = {i: half for i, half in found.items() if i < firsts[0] - 1}
    contradicted = not all(above.values()) or any(_LISTED.match(blocks[i + 1].text) for i in above)
    return {i: half for i, half in found.items() if i not in above or not contradicted}


def _in_closed_half(halves: dict[int, bool], index: int) -> bool:
    return next((halves[i] for i in sorted(halves, reverse=True) if i < index), False)


def _split_off_close(cut: Outline) -> None:
    last = cut.items[-1]
    for i, block in enumerate(last.blocks):
        if _END.match(block.text):
            last.blocks, cut.close = last.blocks[:i], last.blocks[i:]
            return
    if len(cut.items) > 1 and _tells_absence(last.blocks[-1:]) and not any(_tells_absence(item.blocks) for item in cut.items[:-1]):
        last.blocks, cut.close = last.blocks[:-1], last.blocks[-1:]


def _tells_absence(blocks: list[Block]) -> bool:
    """Whether one of the lines lists who was away; said only once, at the end, it is of the whole meeting."""
    labels = (one_line_label(block.text) for block in blocks)
    return any(label is not None and label[0] == "absence" for label in labels)
