"""Lines of an open item that tell of a closed one: by a word on its number, in a list or a table of what was said of each, or by its whole title."""

import re
from collections.abc import Iterator

from reader.facts import ItemFacts
from reader.reading import TextBlock

from .item_references import ItemReferences
from .labels import numbers_in
from .outline import DocumentOutline, ItemBlocks
from .overviews import cells_of
from .titles import NO_TITLE

# "Bilag til punkt 15: …", "Note til punkt 2: …": what stands there is another item's
ON_AN_ITEM = re.compile(
    r"\W*(?:(?:bilag\w*\s+)?|(?:[^\W\d]\w*\s+){1,3}(?=til|ad|vedr))(?:(?:til|ad|vedr\.?|vedrørende)\s+)?(?:dagsordens?)?(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d",
    re.IGNORECASE,
)
# "Ad 4. Beboeren klager", "#4", "P4": what was said of item 4
_AD = r"\W*(?:ad\.?:?\s*|#\s?|P\.?\s?(?=\d))\d{1,4}(?![\d/])"
_ON_AN_ITEM_SO = re.compile(rf"{ON_AN_ITEM.pattern}|{_AD}", re.IGNORECASE)
# "Beslutninger: 1: godkendt, 2: en ansat opsiges"
_IN_LINE = re.compile(r"(?:^|[\s,;(])(?P<number>\d{1,3})\s?[:.)]\s+(?=[^\W\d])")
_BEGINS = re.compile(r"\W*(?P<number>\d{1,4})(?:[.):]|\s[-–])\s+(?P<text>\S.*)$", re.DOTALL)
_DIGITS = re.compile(r"\d+")
_ALONE = re.compile(r"\W*(?:(?:punkt|pkt\.?|sag)\s*)?(?P<number>\d{1,4})\W*", re.IGNORECASE)
_COLUMN = re.compile(r"\W*(?:(?:dagsordens?)?punkt|pkt|sag|nr|punktnr|sagsnr|pkt\.?\s*nr|punkt\s+nr)\W*", re.IGNORECASE)
# "jf. punkt 2 i planen", "pkt. 5 på mødet den 4. maj"
_ELSEWHERE = re.compile(
    r"\b(?:punkt|pkt|sag|emne)\w*\W{0,3}(?:nr\W*)?\d[\d\s,–og-]*\s+(?:i|på|under|af|fra)\s+(?!dagsorden|(?:denne|dette)\b)|\b(?:møde\w*|udvalget|byrådet|rådet)\s+(?:den|d\.)|\bden\s+\d|§|\bstk\b|\bsags?(?:nr|nummer|id)\b|\d[/.-]\d",
    re.IGNORECASE,
)
_LONGEST = 300
# Over what was decided, promised or attached, item by item, at the end of the document
_LIST = re.compile(
    r"\W*(?:(?:opfølgning|opgave|aktion|handle|handling|beslutning|bilag|to[ -]?do)\w*[ -]?(?:liste|oversigt|plan|protokol)?|(?:oversigt|liste)\s+over\s+\w+)\W*",
    re.IGNORECASE,
)


def echoes_in(k: int, cut: DocumentOutline, items: list[ItemFacts], names: ItemReferences) -> Iterator[tuple[TextBlock, set[int]]]:
    """The lines of the open item at the place `k` with the closed ones that each may be about."""
    closed = {other for other, item in enumerate(items) if item.closed} - {k}
    certain = {other for other in closed if not items[other].in_doubt}
    numbers = {number for other in closed if (number := items[other].number) is not None}
    counted = _counted(cut.items[k], numbers - {items[k].number}, names.numbers, ends=k == len(items) - 1)
    for block in cut.items[k].blocks:
        if id(block) in counted:
            yield block, {other for other in closed if items[other].number == counted[id(block)]}
        elif on := _ON_AN_ITEM_SO.match(told := names.in_numbers(block.text) if len(block.text) <= _LONGEST else block.text):
            numbered = names.numbered(told) or names.numbered(f"punkt {_DIGITS.findall(on.group())[-1]}")
            yield block, set() if k in numbered else (numbered or names.titled(block.text)) & closed
        elif (referred := _referred(told, items[k], names)) & numbers:
            yield block, {other for other in closed if items[other].number in referred}
        else:
            yield block, {other for other in names.titled(block.text) & certain if names.has_telling_title(other)}


def _referred(text: str, item: ItemFacts, names: ItemReferences) -> set[int]:
    """The numbers that a line refers to as this document's (`Se punkt 2`), and not as those of its recommendation, another meeting or another text."""
    if len(text) > _LONGEST or _ELSEWHERE.search(text):
        return set()
    return {number for number in numbers_in(text) & names.numbers if number != item.number and number > len(item.recommendations)}


def _counted(cut: ItemBlocks, numbers: set[int], every: set[int], *, ends: bool) -> dict[int, int]:
    """By their ids the lines that begin with one of the closed `numbers` and are none of a list of the item's own, and rows with one in its column."""
    begins = {
        id(block): int(match["number"])
        for block in cut.blocks
        if (match := _BEGINS.match(block.text)) and not NO_TITLE.match(match["text"])
    }
    alone = {id(block): int(match["number"]) for block in cut.blocks if (match := _ALONE.fullmatch(block.text))}
    there = set(begins.values())
    listed = {key: number for key, number in begins.items() if (number - 1 or 2) not in there}
    if len(set(alone.values())) > 1:
        listed |= alone
    for block in cut.blocks if ends else ():
        in_line = [int(one["number"]) for one in _IN_LINE.finditer(block.text)]
        if len(in_line) > 1 and set(in_line) <= every:
            listed |= {id(block): number for number in in_line if number in numbers}
    if ends and len(there) > 2 and there == every:
        listed |= begins  # one for each item
    column: int | None = None
    under_list = False
    for block in cut.blocks:
        cells = cells_of(block)
        heads = [c for c, cell in enumerate(cells) if _COLUMN.fullmatch(cell)]
        column = heads[0] if heads else column if cells else None
        if column is not None and column < len(cells) and (match := _ALONE.fullmatch(cells[column])):
            listed[id(block)] = int(match["number"])
        under_list = ends and (_LIST.fullmatch(block.text) is not None or (under_list and id(block) in begins))
        if under_list and id(block) in begins:
            listed[id(block)] = begins[id(block)]
    return {key: number for key, number in listed.items() if number in numbers}
