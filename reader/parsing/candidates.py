"""The blocks that may begin a numbered item, and what stands below each that shows whether it does."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from reader.reading import TextBlock

from .case_numbers import case_number_in
from .closed import is_bare_mark, line_says
from .headings import Headings
from .titles import LONGEST_TITLE, NO_TITLE, PARTICULAR, reads_as_title, title_stands_above

_CLOSED_BEFORE = r"(?P<closed>(?:LUKKET|Lukket)\b\s*[-–:]?\s*(?=\S))?"
WORDED = re.compile(
    rf"{_CLOSED_BEFORE}(?P<word>[Dd]agsordens?punkt|DAGSORDENSPUNKT|[Dd]agsordenens punkt|[Ll]ukket punkt|[Mm]ødepunkt|[Pp]unkt|PUNKT|[Pp]kt\.?|PKT\.?|[Ee]mne|EMNE|Ad\s+(?:punkt|pkt\.?)|[Ss]ag(?=\s*\d|\s*nr)"
    r"|SAG(?=\s*\d|\s*NR)|Nr\.(?=\s*\d+\s*[-:–])|Ad)\s*(?:[Nn][Rr]\.?\s*)?(?P<number>\d{1,4})(?:[a-z](?=\s?[:.)]))?(?![\d/]|[.-]\d)\s*(?P<delimiter>[.)]?:|[.)]|[-–—](?=\s)|$)?\s*(?P<title>.*)$",
    re.DOTALL,
)
NUMBERED = re.compile(
    rf"{_CLOSED_BEFORE}(?P<number>\d{{1,4}})(?P<delimiter>[.):](?!\d)|\s[-–—](?=\s)|\s)\s*(?P<title>[^\s\d].*|\d.*[^\W\d_]{{3}}.*)$",
    re.DOTALL,
)

_SHORT = 100  # of a title that ends in a full stop as a sentence does
_LONGEST_AFTER_WORD = 600  # of a title after a word, a number and a colon, where it is not sentences
_SENTENCES = re.compile(r"\.\s+[A-ZÆØÅ]")
CASE, PART, NOTHING = 2, 1, 0  # what stands below a candidate


@dataclass(slots=True)
class Start:
    """A block that may begin an item; `below` says what shows that it does. `counted_anew`: its number belongs to a second count.

    `text` is what the heading's line tells besides the title. `fills_gap`: a mark without a number, in the place of a number that is left out.
    """

    index: int
    number: int | None
    label: str
    title: str
    closed: bool
    below: int
    counted_anew: bool = False
    text: str = ""
    fills_gap: bool = False


def candidates_of(pattern: re.Pattern[str], blocks: list[TextBlock], listed: set[int], headings: Headings) -> list[Start]:
    """The blocks of a shape, `WORDED` or `NUMBERED`, but for those that what stands around them shows to be something else."""
    matches: dict[int, re.Match[str]] = {}
    for i, block in enumerate(blocks):
        if i not in listed and len(block.text) <= (_LONGEST_AFTER_WORD if pattern is WORDED else LONGEST_TITLE):
            match = pattern.match(block.text.replace("\t", " "))
            if match and len(block.text) > LONGEST_TITLE and (not match["delimiter"] or _SENTENCES.search(match["title"])):
                continue
            if match and not NO_TITLE.match(match["title"]):
                matches[i] = match
    found = []
    worded = pattern is WORDED
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
        if below == PART and not worded and (not reads_as_title(match["title"]) or (i in recommending and _decides(blocks, i, headings))):
            continue
        set_apart = blocks[i].apart or bool(i and (is_bare_mark(blocks[i - 1].text) or line_says(blocks[i - 1].text)))
        if not below and (blocks[i].kind == "list_item" or not _could_be_title(blocks[i], match, worded=worded, set_apart=set_apart)):
            continue
        label = f"{match['word']} {match['number']}" if worded else match["number"]
        closed = bool(match["closed"]) or "ukket" in label
        found.append(Start(i, int(match["number"]), label, match["title"].strip(), closed, below))
    return found


def case_numbers_stand_above(blocks: list[TextBlock], headings: Collection[int]) -> bool:
    """Tells whether the case numbers stand over the items' headings rather than under them: over more of them, or over the first."""
    over = [i for i in headings if i and case_number_in(blocks[i - 1].text)]
    under = [i for i in headings if any(case_number_in(block.text) for block in blocks[i + 1 : i + (2 if i + 1 in headings else 3)])]
    return bool(over) and (len(over), -min(over)) > (len(under), -min(under, default=len(blocks)))


def _within_recommendations(blocks: list[TextBlock], headings: Headings) -> set[int]:
    """The blocks whose part is a recommendation: its numbered clauses look like items."""
    found: set[int] = set()
    role = None
    for i, block in enumerate(blocks):
        heading = headings.of(block)
        role = heading.role if heading else role
        if role == "recommendation":
            found.add(i)
    return found


def _within_attachments(blocks: list[TextBlock], candidates: dict[int, re.Match[str]], headings: Headings) -> list[int]:
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


def _decides(blocks: list[TextBlock], index: int, headings: Headings) -> bool:
    """Tells whether a decision stands right below, which no item begins with where a recommendation has just been made."""
    found = headings.of(blocks[index + 1]) if index + 1 < len(blocks) else None
    return found is not None and found.role == "decision"


def _below(blocks: list[TextBlock], index: int, candidates: dict[int, re.Match[str]], headings: Headings, *, cased_above: bool) -> int:
    """Describes the block right below, or below a line of the item's particulars: a case number, a part's heading, or nothing of the kind."""
    for i in (index + 1, index + 2):
        if i >= len(blocks) or i in candidates or len(blocks[i].text) > LONGEST_TITLE:
            return NOTHING
        if case_number_in(blocks[i].text):
            return NOTHING if cased_above else CASE
        if headings.of(blocks[i]):
            return PART
        if not PARTICULAR.match(blocks[i].text):
            return NOTHING
    return NOTHING


def _could_be_title(block: TextBlock, match: re.Match[str], *, worded: bool, set_apart: bool) -> bool:
    """Tells whether the block alone could be an item's heading."""
    title = match["title"]
    if worded:
        return match["word"] != "Ad" and (match["delimiter"] is not None or block.kind == "heading" or title.startswith("("))
    ends_short = title.endswith(".") and len(title) <= _SHORT and not _SENTENCES.search(title)
    return (block.kind == "heading" or set_apart) and (reads_as_title(title) or ends_short) and title[:1].isupper()
