"""Where each item begins: the document's blocks cut into front page, contents list, items and close.

Councils number their items in three ways: with a word (`Punkt 16: …`, `Sag nr. 129`), with a bare number (`3. …`), or not at all.
The first way that the document uses throughout is taken. A contents list looks the same and comes first, so of a number that is
there twice the later one counts, and the numbers must rise.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from minutes.reading import Block

from .casenumbers import case_number_in
from .headings import Headings
from .vocabulary import CONTENTS

_CLOSED_BEFORE = r"(?P<closed>(?:LUKKET|Lukket)\b\s*[-–:]?\s*(?=\S))?"
_WORDED = re.compile(
    rf"{_CLOSED_BEFORE}(?P<word>[Dd]agsordens?punkt|DAGSORDENSPUNKT|[Ll]ukket punkt|[Pp]unkt|PUNKT|[Pp]kt\.?|[Ss]ag(?=\s*\d|\s*nr)|SAG(?=\s*\d|\s*NR)|Ad)\s*"
    r"(?:[Nn][Rr]\.?\s*)?(?P<number>\d{1,4})(?![\d/]|[.-]\d)\s*(?P<delimiter>[:.)]|[-–—](?=\s)|$)?\s*(?P<title>.*)$",
    re.DOTALL,
)
_NUMBERED = re.compile(
    rf"{_CLOSED_BEFORE}(?P<number>\d{{1,4}})(?P<delimiter>[.):]|\s[-–—](?=\s)|\s)\s*(?P<title>[^\s\d].*|\d.*[^\W\d_]{{3}}.*)$", re.DOTALL
)
_LEADERS = re.compile(r"[\s.…_]*(?:\.{3,}|…|_{3,}|\t)[\s.…_\d]*$|\s+\d{1,3}$")
_NO_TITLE = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|at\b|og \d|kvartal|halvår|pct|%|kr\b|mio)",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:Mødet|Udvalgsmødet|Rådsmødet)\s+(?:blev\s+)?(?:er\s+)?(?:hævet|sluttede?|slut|afsluttet|hævedes)\b.{0,60}$|(?:Underskrifts?side|Underskrifter)\b.{0,20}$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?P<closed>lukke(?:t|de))?(?P<open>åb(?:en|ne)|offentlig(?:e)?)?\s*(?:dagsorden|punkter|sager|møde|del)(?:\s+for.{0,60})?\s*:?$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 350


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


@dataclass(slots=True)
class _Start:
    """A block that may begin an item. `sure` when what follows it shows that it does."""

    index: int
    number: int | None
    label: str
    title: str
    closed: bool
    sure: bool
    bare: bool = False


def outline(blocks: list[Block], headings: Headings) -> Outline:
    """Cut the document. Without any item all is front page."""
    contents, listed = _contents(blocks)
    starts = (
        _worded(blocks, listed, headings)
        or _numbered(blocks, listed, contents, headings)
        or _unnumbered(blocks, listed, contents, headings)
    )
    if not starts:
        return Outline(front=blocks)
    parts = _parts(blocks, starts)
    cut = Outline(front=[b for i, b in enumerate(blocks[: starts[0].index]) if i not in listed], contents=contents)
    ends = [start.index for start in starts[1:]] + [len(blocks)]
    for start, end in zip(starts, ends, strict=True):
        below = [block for i, block in enumerate(blocks[start.index + 1 : end], start.index + 1) if i not in parts]
        title, below = _title_below(start, below, headings)
        cut.items.append(
            ItemBlocks(blocks[start.index], start.number, start.label, title, start.closed or parts_closed(parts, start.index), below)
        )
    last = cut.items[-1]
    for i, block in enumerate(last.blocks):
        if _END.match(block.text):
            last.blocks, cut.close = last.blocks[:i], last.blocks[i:]
            break
    return cut


def _contents(blocks: list[Block]) -> tuple[list[str], set[int]]:
    """The contents list's titles, and the indexes of its blocks; the list lies about titles and is only ever a hint."""
    titles: list[str] = []
    listed: set[int] = set()
    inside = False
    for i, block in enumerate(blocks):
        text = block.text
        if CONTENTS.fullmatch(text):
            if listed and inside:
                break
            inside = True
            listed.add(i)
            continue
        entry = _LEADERS.search(text) if len(text) < 500 else None
        led = entry is not None and ("..." in text or "…" in text or "___" in text or (inside and entry.group().strip(" .\t").isdigit()))
        if led:
            titles.append(text[: entry.start()].strip())
            listed.add(i)
        elif (titles and inside and not led) or i > 400:
            break
    return titles, listed


def _worded(blocks: list[Block], listed: set[int], headings: Headings) -> list[_Start]:
    starts = []
    for i, block in enumerate(blocks):
        if i in listed or block.kind == "list_item" or len(block.text) > _LONGEST_TITLE:
            continue
        text = block.text.replace("\t", " ") if block.kind == "table_row" else block.text
        match = _WORDED.match(text)
        if not match or (not match["delimiter"] and not match["title"][:1].isupper()):
            continue
        sure = _opens_an_item(blocks, i, headings)
        if match["delimiter"] or sure or block.kind == "heading":
            starts.append(_start(i, match, sure, f"{match['word']} {match['number']}"))
    return _of_these(starts, [start for start in starts if start.sure])


def _numbered(blocks: list[Block], listed: set[int], contents: list[str], headings: Headings) -> list[_Start]:
    sure, maybe = [], []
    wanted = {_folded(title) for title in contents}
    for i, block in enumerate(blocks):
        if i in listed or block.kind == "list_item" or len(block.text) > _LONGEST_TITLE:
            continue
        match = _NUMBERED.match(block.text.replace("\t", " "))
        if not match or _NO_TITLE.match(match["title"]):
            continue
        opens = _opens_an_item(blocks, i, headings)
        start = _start(i, match, opens, match["number"])
        if opens or (block.kind == "heading" and _folded(block.text) in wanted | {_folded(match["title"])} & wanted):
            sure.append(start)
        elif (
            (block.kind == "heading" or block.apart) and not match["title"].endswith((".", ";", ",", ":")) and match["title"][:1].isupper()
        ):
            maybe.append(start)
    if sure:
        return _of_these(maybe, sure)
    chain = _rising(maybe)
    steps = sum(b.number - a.number == 1 for a, b in zip(chain, chain[1:], strict=False))
    return chain if len(chain) >= 2 and steps * 3 >= (len(chain) - 1) * 2 else []


def _unnumbered(blocks: list[Block], listed: set[int], contents: list[str], headings: Headings) -> list[_Start]:
    """Items without numbers: a line with a case number or a part's heading right below, styled as no part's heading is."""
    starts = []
    wanted = {_folded(title) for title in contents}
    for i, block in enumerate(blocks):
        if i in listed or block.kind in ("list_item", "table_row") or len(block.text) > _LONGEST_TITLE or headings.of(block):
            continue
        below = blocks[i + 1] if i + 1 < len(blocks) else None
        cased = below is not None and case_number_in(below.text, labelled=below.kind != "table_row") is not None
        titled = _folded(block.text) in wanted and i > max(listed, default=-1)
        styled = block.kind == "heading" and block.level < min(headings.levels, default=99) and _opens_an_item(blocks, i, headings)
        if (cased and not case_number_in(block.text) and _looks_like_title(block.text)) or titled or styled:
            starts.append(_Start(i, None, "", block.text, False, True))
    return starts


def _start(index: int, match: re.Match[str], sure: bool, label: str) -> _Start:
    return _Start(index, int(match["number"]), label, match["title"].strip(), bool(match["closed"]) or "ukket" in label, sure)


def _opens_an_item(blocks: list[Block], index: int, headings: Headings) -> bool:
    """Whether a case number or a part's heading stands within the two blocks below."""
    for block in blocks[index + 1 : index + 3]:
        if case_number_in(block.text):
            return True
        found = headings.of(block)
        if found and not found.date:
            return True
        if len(block.text) > 120:
            return False
    return False


def _of_these(starts: list[_Start], sure: list[_Start]) -> list[_Start]:
    """The sure ones and what fills the gaps between them; where none is sure, all that rise."""
    return _with_gaps_filled(_rising(sure, repeats=True), starts) if sure else _rising(starts)


def _rising(starts: list[_Start], *, repeats: bool = False) -> list[_Start]:
    """The longest run of rising numbers, the later of equals: a contents list without page numbers falls out, as do stray mentions.

    `repeats` keeps a number that two items in a row have, as a slip of the pen.
    """
    place_of = bisect_right if repeats else bisect_left
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for i, start in enumerate(starts):
        place = place_of(tails, start.number)
        before.append(tail_at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(start.number)
            tail_at.append(i)
        else:
            tails[place], tail_at[place] = start.number, i
    chain, i = [], tail_at[-1] if tail_at else -1
    while i >= 0:
        chain.append(starts[i])
        i = before[i]
    return chain[::-1]


def _with_gaps_filled(sure: list[_Start], maybe: list[_Start]) -> list[_Start]:
    """The sure items, and between them the less sure ones whose number is just the one missing there."""
    filled = list(sure)
    for start in maybe:
        if start in filled:
            continue
        below = max((s for s in filled if s.index < start.index), key=lambda s: s.index, default=None)
        above = min((s for s in filled if s.index > start.index), key=lambda s: s.index, default=None)
        follows = below is not None and start.number == below.number + 1
        precedes = above is not None and start.number == above.number - 1
        if (follows and (above is None or above.number > start.number)) or (precedes and (below is None or below.number < start.number)):
            filled.append(start)
    return sorted(filled, key=lambda s: s.index)


def _title_below(start: _Start, below: list[Block], headings: Headings) -> tuple[str, list[Block]]:
    """The title, from the line below where the heading is only a number."""
    if start.title or not below or headings.of(below[0]) or case_number_in(below[0].text) or len(below[0].text) > _LONGEST_TITLE:
        return start.title, below
    return below[0].text.replace("\t", " "), below[1:]


def _parts(blocks: list[Block], starts: list[_Start]) -> dict[int, bool]:
    """`Lukket dagsorden`, `Åbne punkter`: where each half of the agenda begins, and whether it is the closed one."""
    found = {}
    at = {start.index for start in starts}
    for i, block in enumerate(blocks):
        match = _PART.match(block.text) if len(block.text) < 100 and i not in at else None
        if match and (match["closed"] or match["open"]):
            found[i] = bool(match["closed"])
    return found


def parts_closed(parts: dict[int, bool], index: int) -> bool:
    """Whether the last half begun before this block is the closed one."""
    return next((parts[i] for i in sorted(parts, reverse=True) if i < index), False)


def _looks_like_title(text: str) -> bool:
    return len(text) >= 4 and not text.endswith((":", ";", ",")) and text[:1] not in "-–"


def _folded(text: str) -> str:
    return re.sub(r"[^0-9a-zæøåé]", "", text.lower())
