"""The document cut into front page, contents list, items and close."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from reader.reading import TextBlock

from .candidates import Start, case_numbers_stand_above
from .case_numbers import case_number_in
from .closed import is_bare_mark
from .closure import Closure, Closures
from .contents import heads_list, title_of_entry
from .headings import Headings
from .item_beginnings import first_block
from .mark_lines import MarkLines, mark_lines_of
from .names import body_in_title
from .number_gaps import with_gaps_filled
from .stray_items import with_strays
from .titles import LONGEST_TITLE
from .vocabulary import one_line_label, role_of

_END = re.compile(
    r"(?:Mødet|Udvalgsmødet|Rådsmødet)\s+(?:blev\s+|er\s+)?(?:hævet|ophævet|sluttede?|slutter|slut|afsluttet|afsluttes|hævedes|ophørte)\b.{0,60}$"
    r"|(?:Underskrifts?side|Underskrifter|Underskrift af|Formandens underskrift|Godkendt af)\b.{0,40}$|(?-i:GODKENDELSE AF REFERAT)$",
    re.IGNORECASE,
)
# "ØKONOMIUDVALGET" over the items of one body; more than a word in capitals could be a heading of the item's own
HEADS_A_BODYS_ITEMS = re.compile(r"[A-ZÆØÅ, -]{2,50}(?:UDVALG(?:ET)?|RÅD(?:ET)?|BESTYRELSEN?)")
# "Punkter til drøftelse:" · "Orienteringspunkter (intet referat):" · "Kaffepause"
_HEADS_ITEMS = re.compile(
    r"(?:[A-ZÆØÅ\d]{1,2}[.)]\s+)?(?:[\wæøå-]*(?:punkter|sager)\b[^.:]{0,40}|(?:orientering|meddelelse|drøftelse|beslutning)\w*|.{0,30}pause)\s*:?\s*(?:\([^()]{0,40}\))?\s*:?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class ItemBlocks:
    """One item: its heading's parts and the blocks below it."""

    heading: TextBlock
    number: int | None
    label: str
    title: str
    blocks: list[TextBlock]
    standing: Closure


@dataclass(slots=True)
class DocumentOutline:
    """The whole document, cut: every block is in one of these, but for the items' own headings.

    `blocks` are all of them, `firsts` the places where the items begin. `entries` are lines of the front page that belong to a contents list without page numbers; `listed` are the lines of one that has them.
    `over` are lines over items, such as their body's name, their kind, or a mark of what is closed; `known` the places of the contents list.
    """

    front: list[TextBlock] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    entries: list[TextBlock] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    items: list[ItemBlocks] = field(default_factory=list)
    close: list[TextBlock] = field(default_factory=list)
    over: list[TextBlock] = field(default_factory=list)
    known: set[int] = field(default_factory=set)
    blocks: list[TextBlock] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)

    def item_at(self, i: int) -> int | None:
        """The place of the item that the block stands in; None above the first."""
        k = bisect_right(self.firsts, i) - 1
        return k if k >= 0 else None


def outline(blocks: list[TextBlock], headings: Headings, starts: list[Start], contents: list[str], listed: set[int]) -> DocumentOutline:
    """Cut the document at the `starts` of its items. Without any item all is front page. `listed` are the blocks of the contents list."""
    lines = mark_lines_of(blocks, listed, {start.index for start in starts}, headings)
    starts = with_gaps_filled(with_strays(starts, blocks, listed, headings, lines), blocks, headings, lines)
    if not starts:
        return DocumentOutline(front=blocks, blocks=blocks)
    cased_above = _has_case_number_above(blocks, starts[0]) and case_numbers_stand_above(blocks, [start.index for start in starts])
    firsts = [first_block(blocks, start, headings, lines, cased_above=cased_above) for start in starts]
    if not cased_above:
        _take_marks_for_titles(starts, firsts, lines)
    standings = Closures(blocks, starts, firsts, lines, headings)
    marks = {i for i in standings.taken - listed if i >= firsts[0] or not _tells(blocks[i])}
    cut = DocumentOutline(
        front=[block for i, block in enumerate(blocks[: firsts[0]]) if i not in listed | marks],
        over=[blocks[i] for i in sorted(marks)],
        known=listed,
        contents=contents,
        entries=[blocks[i] for i in sorted(lines.entries)],
        listed=[title_of_entry(blocks[i].text) for i in sorted(listed) if not heads_list(blocks[i].text)],
        blocks=blocks,
        firsts=firsts,
    )
    for k, (start, first, end) in enumerate(zip(starts, firsts, [*firsts[1:], len(blocks)], strict=True)):
        below = [block for i, block in enumerate(blocks[start.index + 1 : end], start.index + 1) if i not in standings.taken]
        while below and (
            HEADS_A_BODYS_ITEMS.fullmatch(below[-1].text) or (below[-1].apart and end < len(blocks) and _heads_items(below[-1]))
        ):
            cut.over.append(below.pop())
        if cased_above and first < start.index:
            below.insert(0, blocks[first])
        title = blocks[first].text.replace("\t", " ") if first < start.index and not cased_above else start.title
        if not title:
            title, below = _title_below(below, headings)
        elif is_bare_mark(title) and below and below[0].text.isupper() and not case_number_in(below[0].text):
            title, below = below[0].text, below[1:]
            start.closed = True
        elif first < start.index and start.title and not cased_above:
            title = f"{title} {start.title}"
        if start.text:
            below.insert(0, replace(blocks[start.index], kind="paragraph", text=start.text, level=0))
        cut.items.append(ItemBlocks(blocks[start.index], start.number, start.label, title, below, standings.of(k, title, below)))
    _split_off_close(cut)
    return cut


def _heads_items(block: TextBlock) -> bool:
    """Tells whether the line right above an item heads it and others: it names a kind of items, or a pause."""
    return (
        len(block.text) <= _LONGEST_HEADING
        and block.kind != "table_row"
        and role_of(block.text) is None
        and (":" in block.text or "pause" in block.text.lower())
        and _HEADS_ITEMS.fullmatch(block.text) is not None
    )


def _tells(block: TextBlock) -> bool:
    """Tells whether a line over a half of the agenda says besides which body met, or when."""
    return bool(_DIGIT.search(block.text)) or body_in_title(block.text) is not None


def _take_marks_for_titles(starts: list[Start], firsts: list[int], lines: MarkLines) -> None:
    """Takes a closed mark above a number for that item's title, where the titles stand above the numbers: `Lukket`, and below it `Sag nr. 22`."""
    if sum(first < start.index for start, first in zip(starts, firsts, strict=True)) * 2 <= len(starts):
        return
    for k, start in enumerate(starts):
        above = start.index - 1
        if firsts[k] == start.index and not start.title and lines.bare.get(above):
            firsts[k] = above
            del lines.bare[above]


def _has_case_number_above(blocks: list[TextBlock], start: Start) -> bool:
    return start.index > 0 and case_number_in(blocks[start.index - 1].text) is not None


def _title_below(below: list[TextBlock], headings: Headings) -> tuple[str, list[TextBlock]]:
    """The title from the line below, where the heading is only a number."""
    first = below[0] if below else None
    part = headings.of(first) if first else None
    if (
        first is None
        or (part and (part.rest or part.body or role_of(first.text) or first.kind != "heading"))
        or case_number_in(first.text)
        or len(first.text) > LONGEST_TITLE
    ):
        return "", below
    return first.text.replace("\t", " "), below[1:]


def _split_off_close(cut: DocumentOutline) -> None:
    last = cut.items[-1]
    for i, block in enumerate(last.blocks):
        if _END.match(block.text):
            last.blocks, cut.close = last.blocks[:i], last.blocks[i:]
            return
    if len(cut.items) > 1 and _tells_absence(last.blocks[-1:]) and not any(_tells_absence(item.blocks) for item in cut.items[:-1]):
        last.blocks, cut.close = last.blocks[:-1], last.blocks[-1:]


def _tells_absence(blocks: list[TextBlock]) -> bool:
    """Tells whether one of the lines lists who was away; said only once, at the end, it is of the whole meeting."""
    labels = (one_line_label(block.text) for block in blocks)
    return any(label is not None and label[0] == "absence" for label in labels)
