"""The time plan: when each item is treated, by whom from outside, and when there is a break."""

import re
from dataclasses import dataclass

from danish.dates import TimeRange, find_time_range
from minutes.facts import Item, TimePlanRow
from minutes.reading import Block

from .people import people_with_titles
from .sections import place_of

_HEADER = re.compile(r"\b(?:tidspunkt|tid|tidsplan|klokken|kl\.?)\b", re.IGNORECASE)
_GUEST_COLUMN = re.compile(r"deltager|gæst|oplægsholder|fagperson|inviteret|medvirkende|deltagelse", re.IGNORECASE)
_BREAK = re.compile(r"\W*(?:spise|kaffe|frokost|middags|mad)?pause\b", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"(?:punkt|pkt\.?|sag(?:\s*nr\.?)?|dagsordenspunkt)\s*(\d{1,4})\b|^(\d{1,4})[.:)]?\s", re.IGNORECASE)
_BY = re.compile(r"\s*[,(]?\s*\b(?:v/|v\.|ved)\s+(?P<who>[A-ZÆØÅa-zæøå][^()]{3,200})\)?\s*$")
_WORD = re.compile(r"[a-zæøå0-9]{3,}")


@dataclass(slots=True)
class _Entry:
    span: TimeRange
    title: str
    guests: list[str]
    block: Block


def time_plan_of(blocks: list[Block], items: list[Item]) -> list[TimePlanRow]:
    """The rows of the document's time plan: two rows or lines on end that begin with a span of times, or one under a header."""
    run: list[_Entry] = []
    for entries in _runs(blocks):
        if len(entries) > len(run):
            run = entries
    rows = [_row(entry) for entry in run]
    _tie_to_items(rows, items)
    return rows


def _runs(blocks: list[Block]) -> list[list[_Entry]]:
    runs: list[list[_Entry]] = []
    run: list[_Entry] = []
    headed, guest_column = False, None
    for block in [*blocks, None]:
        entry = _entry(block, guest_column) if block else None
        if entry:
            run.append(entry)
            continue
        if block and run and _continues(block, run[-1]):
            run[-1].title += f" {block.text}"
            continue
        if len(run) >= 2 or (run and headed):
            runs.append(run)
        run = []
        headed = bool(block and block.kind == "table_row" and _HEADER.search(block.cells[0]))
        guest_column = (
            next((i for i, cell in enumerate(block.cells) if i and _GUEST_COLUMN.search(cell)), None) if headed and block else None
        )
    return runs


def _entry(block: Block, guest_column: int | None) -> _Entry | None:
    """A row whose first filled cell, or a line whose beginning, is a span of times."""
    cells = [cell.replace("\n", " ") for cell in block.cells] if block.kind == "table_row" else []
    first = next((i for i, cell in enumerate(cells) if cell), None)
    head = cells[first] if first is not None else block.text
    if not head[:1].isdigit() and head[:2].lower() != "kl":
        return None
    span = find_time_range(head[:40])
    if span is None or span.position > 3:
        return None
    after = head[span.stop :].strip(" :.-–")
    if not cells:
        return _Entry(span, after, [], block) if len(after) < 250 else None
    if after and len(after) > 3 and first != 0:
        return None
    guests = cells[guest_column] if guest_column is not None and guest_column < len(cells) else ""
    rest = [cell for i, cell in enumerate(cells) if i > first and i != guest_column and cell]
    names = [name for name, _ in people_with_titles(guests)]
    title = " ".join(filter(None, [after, *rest[:1]]))
    if not guests and len(rest) > 1:
        extra = [name for cell in rest[1:] for name, _ in people_with_titles(cell)]
        names, title = (extra, title) if extra else (names, " ".join(filter(None, [after, *rest])))
    return _Entry(span, title, names, block)


def _continues(block: Block, entry: _Entry) -> bool:
    return block.kind == "table_row" == entry.block.kind and not block.cells[0] and len(block.cells) == len(entry.block.cells)


def _row(entry: _Entry) -> TimePlanRow:
    by = _BY.search(entry.title)
    guests = entry.guests or ([name for name, _ in people_with_titles(by["who"])] if by else [])
    return TimePlanRow(
        entry.span.start, entry.span.end, entry.title, guests=guests, is_break=bool(_BREAK.match(entry.title)), at=place_of([entry.block])
    )


def _tie_to_items(rows: list[TimePlanRow], items: list[Item]) -> None:
    """Which item each row is: by the number it prints, else by the words its title shares with one item's alone."""
    numbers = {item.number for item in items}
    words = [(item.number, set(_WORD.findall(item.title.lower()))) for item in items if item.number is not None]
    for row in rows:
        if row.is_break:
            continue
        printed = _ITEM_NUMBER.search(row.title)
        number = int(printed[1] or printed[2]) if printed else None
        row.item = number if number in numbers else _best(set(_WORD.findall(row.title.lower())), words)


def _best(wanted: set[str], items: list[tuple[int, set[str]]]) -> int | None:
    scores = sorted(((len(wanted & own) / max(1, min(len(wanted), len(own))), number) for number, own in items), reverse=True)
    if not scores or scores[0][0] < 0.5 or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None
    return scores[0][1]
