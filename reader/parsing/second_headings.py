"""Lines within an item that read as the heading of a second one, which may be a closed item that the item has swallowed."""

import re
from collections import Counter
from collections.abc import Iterator

from reader.facts import ItemFacts
from reader.reading import TextBlock

from .candidates import WORDED
from .case_numbers import case_number_in
from .closure import Doubt
from .headings import Headings
from .outcomes import outcome_in
from .outline import ItemBlocks
from .titles import NO_TITLE, looks_like_title
from .vocabulary import role_of

_LONGEST = 160
_WORD = r"(?:(?:[Dd]agsordens?)?[Pp]unkt|PUNKT|[Pp]kt\.?|PKT\.?|[Ss]ag|SAG|[Ee]mne|LP)"
_LETTERED = re.compile(rf"{_WORD}\s+(?:nr\.?\s*)?[A-ZÆØÅ]{{1,2}}\s?\d{{0,4}}\s*[:.)–-]\s*\S")
_COUNTED = re.compile(r"(?P<number>\d{1,4}|[A-ZÆØÅ])\s?(?:[.):]|\s[-–])\s*(?P<title>[^\W\d_].*)$", re.DOTALL)


def headings_within(item: ItemFacts, cut: ItemBlocks, headings: Headings, missing: range) -> Iterator[Doubt]:
    """The lines, each as a doubt. `missing` are the numbers that the document leaves out after the item: with a gap less is enough."""
    counted = _counted(cut.blocks)
    times = Counter(counted.values())
    role, told, decided, cased = "", False, False, item.case_number is not None
    title: TextBlock | None = None  # the last line that could be a heading since the decision
    for i, block in enumerate(cut.blocks):
        heading = headings.known(block)
        if heading is not None:
            role, told = heading.role, True
            if role == "decision" and not heading.body and not heading.date:
                if decided and title is not None:
                    yield Doubt("maybe_two_items", title.text.strip(), title)
                decided, title = True, None
            continue
        if block.kind == "table_row" or len(block.text) > _LONGEST:
            continue
        if decided and (i in counted or ((block.apart or role == "attachments") and looks_like_title(block))):
            title = block
        number = case_number_in(block.text, labelled=True)
        if number is not None:
            if cased and told and number not in (item.case_number or ""):
                yield Doubt("maybe_two_items", block.text.strip(), block)
            cased = cased or not told
        elif block.kind != "list_item" and (
            _is_worded(item, block, role)
            or (
                role != "attachments"
                and (_is_alone(i, block, counted, times, role) or _fills_gap(i, block, counted, missing, decided=decided))
            )
        ):
            yield Doubt("maybe_two_items", block.text.strip(), block)


def _is_worded(item: ItemFacts, block: TextBlock, role: str) -> bool:
    """`Punkt 9: Klage`, `Punkt A: Klage`; not `Punkt 1: Godkendt.`, which answers a recommendation."""
    if _LETTERED.match(block.text):
        return True
    match = WORDED.match(block.text.replace("\t", " "))
    if not match or match["word"] == "Ad" or not (match["delimiter"] or block.kind == "heading"):
        return False
    number, title = int(match["number"]), match["title"].strip()
    answers = number <= len(item.recommendations) or outcome_in(title) != "other" or title.endswith((".", ","))
    return (
        number != item.number
        and not title[:1].islower()
        and not NO_TITLE.match(title)
        and not (answers and role in ("decision", "recommendation"))
    )


def _is_alone(i: int, block: TextBlock, counted: dict[int, str], times: Counter[str], role: str) -> bool:
    """`9. Klage`, `B. Klage` as a paragraph that is none of a list's: neither the number before it nor the one after is in the item."""
    only_one_clause = counted.get(i) == "1" and role in ("decision", "recommendation")
    if i not in counted or only_one_clause or not (block.apart or block.kind == "heading"):
        return False
    key = counted[i]
    neighbours = (str(int(key) - 1), str(int(key) + 1)) if key.isdigit() else (chr(ord(key) - 1), chr(ord(key) + 1))
    return times[key] == 1 and not any(one in times for one in neighbours)


def _fills_gap(i: int, block: TextBlock, counted: dict[int, str], missing: range, *, decided: bool) -> bool:
    """Tells whether the line fills a gap where numbers are missing after the item: it has one of them, or reads as a title below the decision."""
    if not missing:
        return False
    return (i in counted and counted[i].isdigit() and int(counted[i]) in missing) or (
        decided and block.kind == "heading" and looks_like_title(block)
    )


def _counted(blocks: list[TextBlock]) -> dict[int, str]:
    """The lines that begin with a number or a letter and read as a title, with it."""
    found = {}
    for i, block in enumerate(blocks):
        match = _COUNTED.match(block.text) if block.kind in ("paragraph", "heading") and len(block.text) <= _LONGEST else None
        if (
            match
            and match["title"][:1].isupper()
            and not match["title"].endswith((".", ";", ",", ":"))
            and not role_of(match["title"])
            and not NO_TITLE.match(match["title"])
        ):
            found[i] = match["number"]
    return found
