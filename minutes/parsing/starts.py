"""The blocks that begin an item.

Councils number their items in three ways: with a word (`Punkt 16: …`, `Sag nr. 129`), with a bare number (`3. …`), or not at all.
A numbered list in the text looks the same, and so does a contents list. What shows an item's heading is what stands below it: a case
number, or else the first of its parts. So where some of the candidates have a case number below, those are the items, and others
only count where a number is missing between them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from minutes.reading import Block

from .casenumbers import case_number_in
from .headings import Headings

_CLOSED_BEFORE = r"(?P<closed>(?:LUKKET|Lukket)\b\s*[-–:]?\s*(?=\S))?"
_WORDED = re.compile(
    rf"{_CLOSED_BEFORE}(?P<word>[Dd]agsordens?punkt|DAGSORDENSPUNKT|[Dd]agsordenens punkt|[Ll]ukket punkt|[Mm]ødepunkt|[Pp]unkt|PUNKT|[Pp]kt\.?|PKT\.?|[Ee]mne|EMNE|Ad\s+(?:punkt|pkt\.?)|[Ss]ag(?=\s*\d|\s*nr)"
    r"|SAG(?=\s*\d|\s*NR)|Nr\.(?=\s*\d+\s*[-:–])|Ad)\s*(?:[Nn][Rr]\.?\s*)?(?P<number>\d{1,4})(?![\d/]|[.-]\d)\s*(?P<delimiter>[:.)]|[-–—](?=\s)|$)?\s*(?P<title>.*)$",
    re.DOTALL,
)
_NUMBERED = re.compile(
    rf"{_CLOSED_BEFORE}(?P<number>\d{{1,4}})(?P<delimiter>[.):](?!\d)|\s[-–—](?=\s)|\s)\s*(?P<title>[^\s\d].*|\d.*[^\W\d_]{{3}}.*)$",
    re.DOTALL,
)
_NO_TITLE = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|at|og(?= \d)|kvartal|halvår|pct|kr|mio|stk)\b|%",
    re.IGNORECASE,
)
_PARTICULAR = re.compile(r"[A-ZÆØÅ][\wæøå./ -]{2,40}:|(?:åben|lukket|åbent)\b.{0,30}$", re.IGNORECASE)
_CLOSED_AFTER = re.compile(r"\((?:punktet er )?lukket\)$", re.IGNORECASE)
_LONGEST_TITLE = 350

CASE, PART, NOTHING = 2, 1, 0  # what stands below a candidate


@dataclass(slots=True)
class Start:
    """A block that may begin an item; `below` says what shows that it does."""

    index: int
    number: int | None
    label: str
    title: str
    closed: bool
    below: int


def starts_of(blocks: list[Block], contents: list[str], listed: set[int], headings: Headings) -> list[Start]:
    """Where the items begin; `listed` are the blocks of the contents list, which begin none."""
    worded = _chosen(_candidates(_WORDED, blocks, listed, headings), least=1)
    numbered = _chosen(_candidates(_NUMBERED, blocks, listed, headings), least=2)
    best = max(worded, numbered, key=lambda starts: sum(start.below for start in starts))
    if any(start.below for start in best):
        return best
    return worded or _unnumbered(blocks, contents, listed, headings) or numbered or _counted(blocks, listed)


def _counted(blocks: list[Block], listed: set[int]) -> list[Start]:
    """Where no better shape is found: paragraphs that begin with 1, 2, 3 …, whatever stands below them."""
    starts: list[Start] = []
    for i, block in enumerate(blocks):
        match = (
            _NUMBERED.match(block.text.replace("\t", " "))
            if i not in listed and (block.apart or (i and blocks[i - 1].kind == "list_item")) and len(block.text) <= _LONGEST_TITLE
            else None
        )
        if match and int(match["number"]) == len(starts) + 1 and match["title"][:1].isupper() and not _NO_TITLE.match(match["title"]):
            starts.append(Start(i, len(starts) + 1, match["number"], match["title"].strip(), bool(match["closed"]), NOTHING))
    return starts if len(starts) > 2 else []


def _candidates(pattern: re.Pattern[str], blocks: list[Block], listed: set[int], headings: Headings) -> list[Start]:
    matches: dict[int, re.Match[str]] = {}
    for i, block in enumerate(blocks):
        if i not in listed and len(block.text) <= _LONGEST_TITLE:
            match = pattern.match(block.text.replace("\t", " "))
            if match and not _NO_TITLE.match(match["title"]):
                matches[i] = match
    found = []
    worded = pattern is _WORDED
    recommending = _within_recommendations(blocks, headings) if matches else set()
    cased_above = case_numbers_stand_above(blocks, matches)
    for i in _within_attachments(blocks, matches, headings):
        del matches[i]
    for i, match in matches.items():
        untitled = not match["title"].strip()
        title_below = untitled and not title_stands_above(blocks, i, headings)
        below = _below(blocks, i + title_below, matches, headings, cased_above=cased_above)
        if cased_above and i and case_number_in(blocks[i - 1].text):
            below = CASE
        if below == PART and not worded and (not _reads_as_title(match["title"]) or (i in recommending and _decides(blocks, i, headings))):
            continue
        if not below and (blocks[i].kind == "list_item" or not _could_be_title(blocks[i], match, worded=worded)):
            continue
        label = f"{match['word']} {match['number']}" if worded else match["number"]
        closed = bool(match["closed"]) or "ukket" in label
        found.append(Start(i, int(match["number"]), label, match["title"].strip(), closed, below))
    return found


def case_numbers_stand_above(blocks: list[Block], headings: Collection[int]) -> bool:
    """Whether the case numbers stand over the items' headings rather than under them: over more of them, or over the first."""
    over = [i for i in headings if i and case_number_in(blocks[i - 1].text)]
    under = [i for i in headings if any(case_number_in(block.text) for block in blocks[i + 1 : i + (2 if i + 1 in headings else 3)])]
    return bool(over) and (len(over), -min(over)) > (len(under), -min(under, default=len(blocks)))


def _within_recommendations(blocks: list[Block], headings: Headings) -> set[int]:
    """The blocks whose part is a recommendation: its numbered clauses look like items."""
    found: set[int] = set()
    role = None
    for i, block in enumerate(blocks):
        heading = headings.of(block)
        role = heading.role if heading else role
        if role == "recommendation":
            found.add(i)
    return found


def _within_attachments(blocks: list[Block], candidates: dict[int, re.Match[str]], headings: Headings) -> list[int]:
    """The candidates that only number attachments: 1, 2, 3 … right below their heading, in one paragraph or each in its own."""
    listed: list[int] = []
    for i, match in candidates.items():
        number = int(match["number"])
        above = headings.of(blocks[i - 1]) if i else None
        if number == 1 and above is not None and above.role == "attachments":
            listed.append(i)
        elif number > 1 and listed and listed[-1] == i - 1 and int(candidates[i - 1]["number"]) == number - 1:
            parted = blocks[i].kind != blocks[i - 1].kind or (number > 2 and blocks[i].apart and not blocks[i - 1].apart)
            if not parted:
                listed.append(i)
    return listed


def _decides(blocks: list[Block], index: int, headings: Headings) -> bool:
    """Whether a decision stands right below, which no item begins with where a recommendation has just been made."""
    found = headings.of(blocks[index + 1]) if index + 1 < len(blocks) else None
    return found is not None and found.role == "decision"


def _reads_as_title(title: str) -> bool:
    return not title.endswith((".", ";", ",", ":")) and not title[:1].islower()


def title_stands_above(blocks: list[Block], index: int, headings: Headings) -> bool:
    """Whether a heading that is only a number has its title above it rather than below: nothing that could be one stands below."""
    if index + 1 >= len(blocks):
        return True
    below = blocks[index + 1]
    return (
        not blocks[index].apart or not _looks_like_title(below) or headings.of(below) is not None or case_number_in(below.text) is not None
    )


def _below(blocks: list[Block], index: int, candidates: dict[int, re.Match[str]], headings: Headings, *, cased_above: bool) -> int:
    """What stands right below, or below a line of the item's particulars: a case number, a part's heading, or nothing of the kind."""
    for i in (index + 1, index + 2):
        if i >= len(blocks) or i in candidates or len(blocks[i].text) > _LONGEST_TITLE:
            return NOTHING
        if case_number_in(blocks[i].text):
            return NOTHING if cased_above else CASE
        if headings.of(blocks[i]):
            return PART
        if not _PARTICULAR.match(blocks[i].text):
            return NOTHING
    return NOTHING


def _could_be_title(block: Block, match: re.Match[str], *, worded: bool) -> bool:
    """Whether the block alone could be an item's heading."""
    title = match["title"]
    if worded:
        return match["word"] != "Ad" and (match["delimiter"] is not None or block.kind == "heading" or title.startswith("("))
    return (block.kind == "heading" or block.apart) and _reads_as_title(title) and title[:1].isupper()


def _chosen(candidates: list[Start], *, least: int) -> list[Start]:
    """The best shown candidates whose numbers rise, and those that fill the gaps between them; else `least` or more that just rise.

    Case numbers show the items only where most items have one.
    """
    cased = [start for start in candidates if start.below >= CASE]
    shown = [start for start in candidates if start.below >= PART]
    if shown:
        return _with_gaps_filled(_rising(cased if len(cased) * 2 >= len(shown) else shown, repeats=True), candidates)
    chain = _rising(candidates)
    steps = sum(below.number - above.number == 1 for above, below in pairwise(chain))
    return chain if len(chain) >= least and steps * 3 >= (len(chain) - 1) * 2 else []


def _rising(starts: list[Start], *, repeats: bool = False) -> list[Start]:
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


def _with_gaps_filled(shown: list[Start], candidates: list[Start]) -> list[Start]:
    """The shown starts, and of the others those whose number is just the one missing where they stand."""
    filled = list(shown)
    for start in candidates:
        above, below = _neighbours(filled, start)
        if above and start.number == above.number + 1 and (below is None or below.number > start.number):
            filled.insert(filled.index(above) + 1, start)
    for start in reversed(candidates):
        above, below = _neighbours(filled, start)
        if above is None and below and start.number == below.number - 1:
            filled.insert(0, start)
    return filled


def _neighbours(starts: list[Start], start: Start) -> tuple[Start | None, Start | None]:
    """Those right above and below in the document; the start itself counts as above."""
    at = bisect_right([one.index for one in starts], start.index)
    return starts[at - 1] if at else None, starts[at] if at < len(starts) else None


def _unnumbered(blocks: list[Block], contents: list[str], listed: set[int], headings: Headings) -> list[Start]:
    """Items without numbers: a title above a case number, above the part that opens every item, or once the item before is decided."""
    opening = _opening_part(blocks, headings)
    wanted = {_folded(title) for title in contents}
    after_contents = max(listed, default=-1)
    starts: list[Start] = []
    decided = False
    for i, block in enumerate(blocks):
        found = headings.of(block)
        if found is not None:
            decided = decided or found.role == "decision"
            continue
        if i in listed or not _looks_like_title(block) or case_number_in(block.text) or _is_particular(block.text):
            continue
        below = blocks[i + 1] if i + 1 < len(blocks) else None
        part = headings.of(below) if below else None
        cased = below is not None and case_number_in(below.text) is not None
        opens = part is not None and (part.text == opening or (decided and part.role == "decision"))
        titled = i > after_contents and _folded(block.text) in wanted
        marked = bool(starts) and bool(_CLOSED_AFTER.search(block.text))
        if cased or opens or titled or marked:
            starts.append(Start(i, None, "", block.text, False, CASE if cased else PART))
            decided = False
    return starts


def _is_particular(text: str) -> bool:
    return ":" in text and _PARTICULAR.match(text) is not None


def _opening_part(blocks: list[Block], headings: Headings) -> str | None:
    """The first part's heading that is there more than once: with it each item opens."""
    found = [part.text for part in map(headings.of, blocks) if part and part.role not in ("absence", "presence", "attachments")]
    return next((text for text in found if found.count(text) > 1), None)


def _looks_like_title(block: Block) -> bool:
    text = block.text
    return (
        block.kind in ("paragraph", "heading")
        and 4 <= len(text) <= 200
        and not text.endswith((".", ":", ";", ","))
        and text[:1] not in "-–"
    )


def _folded(text: str) -> str:
    return re.sub(r"[^0-9a-zæøåé]", "", text.lower())
