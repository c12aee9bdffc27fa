"""The time plan: when each item is treated, by whom from outside, and when there is a break."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from danish.dates import TimeRange, find_time_range
from reader.facts import ItemFacts, TimePlanRowFacts
from reader.reading import TextBlock

from .people import people_with_titles
from .sections import place_of

_HEADER = re.compile(r"\b(?:tidspunkt|tid|tidsplan|klokken|kl\.?)\b", re.IGNORECASE)
_GUEST_COLUMN = re.compile(r"deltager|gæst|oplægsholder|fagperson|inviteret|medvirkende|deltagelse", re.IGNORECASE)
_NUMBER_COLUMN = re.compile(r"(?:dagsordens?)?punkt(?:nr\.?|\s*nr\.?|nummer)?|pkt\.?|(?:sags?)?\s*nr\.?", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?:punkt|pkt\.?|nr\.?)?\s*(\d{1,4})\.?", re.IGNORECASE)
_WHOLE_HOURS = re.compile(r"(?:kl(?:\.|okken)?\s*)?(?P<start>[01]?\d|2[0-3])\s*[-–—]\s*(?P<end>[01]?\d|2[0-4])(?![\d.:/-])", re.IGNORECASE)
_BREAK = re.compile(r"\W*(?:spise|kaffe|frokost|middags|mad)?pause\b", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"(?:punkt|pkt\.?|sag(?:\s*nr\.?)?|dagsordenspunkt)\s*(\d{1,4})\b|^(\d{1,4})[.:)]?\s", re.IGNORECASE)
_BY = re.compile(r"\s*[,(]?\s*\b(?:v/|v\.|ved)\s+(?P<who>[A-ZÆØÅa-zæøå][^()]{3,200})\)?\s*$")
_LINES_UNDER_TITLE, _KL = 2, 4
_WORD = re.compile(r"[a-zæøå0-9]{3,}")


@dataclass(slots=True)
class _Entry:
    span: TimeRange
    title: str
    guests: list[str]
    block: TextBlock
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns of a plan hold the guests and the bare numbers of items, as far as its header tells."""

    guests: int | None = None
    numbers: int | None = None

    def number_in(self, cells: Sequence[str]) -> int | None:
        bare = _BARE_NUMBER.fullmatch(cells[self.numbers].strip()) if self.numbers is not None and self.numbers < len(cells) else None
        return int(bare[1]) if bare else None


_NO_HEADER = _Columns()


def time_plan_of(blocks: list[TextBlock], items: list[ItemFacts]) -> list[TimePlanRowFacts]:
    """The rows of the document's time plan: two rows or lines on end that begin with a span of times, or one under a header."""
    run: list[_Entry] = []
    for entries in _runs(blocks):
        if len(entries) > len(run):
            run = entries
    rows = [_row(entry) for entry in run]
    _tie_to_items(rows, items)
    return rows


def spans_under_titles(items: list[tuple[ItemFacts, list[TextBlock]]]) -> list[TimePlanRowFacts]:
    """The time plan where each item's hours stand on a line of their own under its title: `(16:30 - 16:35)`. One line alone is no plan."""
    rows = []
    for item, blocks in items:
        for block in blocks[:_LINES_UNDER_TITLE]:
            bare = block.text.strip("() ")
            span = find_time_range(bare) if bare[:1].isdigit() or bare[:2].lower() == "kl" else None
            if span and span.position <= _KL and not bare[span.stop :].strip(" .)"):
                rows.append(TimePlanRowFacts(span.start, span.end, item.title, item.number, at=place_of([block])))
                break
    return rows if len(rows) > 1 else []


def _runs(blocks: list[TextBlock]) -> list[list[_Entry]]:
    runs: list[list[_Entry]] = []
    run: list[_Entry] = []
    headed, columns = False, _NO_HEADER
    for block in [*blocks, None]:
        entry = _entry(block, columns) if block else None
        if entry:
            run.append(entry)
            continue
        if block and run and _continues(block, run[-1]):
            if (number := columns.number_in(block.cells)) is not None:
                run.append(_cells_entry(run[-1].span, "", list(block.cells), 0, block, columns, number))
                continue
            run[-1].title += f" {block.text}"
            continue
        if len(run) >= 2 or (run and headed):
            runs.append(run)
        run = []
        headed = bool(block and block.kind == "table_row" and _HEADER.search(block.cells[0]))
        columns = _columns_of(block.cells) if headed and block else _NO_HEADER
    return runs


def _columns_of(header: Sequence[str]) -> _Columns:
    """The columns by their names, the first aside, which holds the times."""
    guests = next((i for i, cell in enumerate(header) if i and _GUEST_COLUMN.search(cell)), None)
    numbers = next((i for i, cell in enumerate(header) if i and i != guests and _NUMBER_COLUMN.fullmatch(cell.strip())), None)
    return _Columns(guests, numbers)


def _entry(block: TextBlock, columns: _Columns) -> _Entry | None:
    """A row whose first filled cell, or a line whose beginning, is a span of times."""
    cells = [cell.replace("\n", " ") for cell in block.cells] if block.kind == "table_row" else []
    first = next((i for i, cell in enumerate(cells) if cell), None)
    head = cells[first] if first is not None else block.text
    if not head[:1].isdigit() and head[:2].lower() != "kl":
        return None
    span = find_time_range(head[:40]) or (_whole_hours(head, alone=bool(cells)) if first == 0 or not cells else None)
    if span is None or span.position > 3:
        return None
    after = head[span.stop :].strip(" :.-–")
    if not cells:
        return _Entry(span, after, [], block) if len(after) < 250 else None
    if after and len(after) > 3 and first != 0:
        return None
    return _cells_entry(span, after, cells, first or 0, block, columns, columns.number_in(cells))


def _whole_hours(head: str, *, alone: bool) -> TimeRange | None:
    """`9-10` in a cell of its own, `kl. 9-10` before a title."""
    match = _WHOLE_HOURS.match(head)
    if not match or int(match["start"]) >= int(match["end"]) or (head[match.end() :].strip() if alone else head[:1].isdigit()):
        return None
    return TimeRange(dt.time(int(match["start"])), dt.time(int(match["end"]) % 24), False, match.start(), match.end())


def _cells_entry(
    span: TimeRange, after: str, cells: list[str], first: int, block: TextBlock, columns: _Columns, number: int | None
) -> _Entry:
    """The entry of a row, whose title and guests stand beside its times; a bare number in the column of numbers is no title."""
    guests = cells[columns.guests] if columns.guests is not None and columns.guests < len(cells) else ""
    others = [columns.guests] if number is None else [columns.guests, columns.numbers]
    rest = [cell for i, cell in enumerate(cells) if i > first and i not in others and cell]
    names = [name for name, _ in people_with_titles(guests)]
    title = " ".join(filter(None, [after, *rest[:1]]))
    if not guests and len(rest) > 1:
        extra = [name for cell in rest[1:] for name, _ in people_with_titles(cell)]
        names, title = (extra, title) if extra else (names, " ".join(filter(None, [after, *rest])))
    return _Entry(span, title, names, block, number)


def _continues(block: TextBlock, entry: _Entry) -> bool:
    return block.kind == "table_row" == entry.block.kind and not block.cells[0] and len(block.cells) == len(entry.block.cells)


def _row(entry: _Entry) -> TimePlanRowFacts:
    by = _BY.search(entry.title)
    guests = entry.guests or ([name for name, _ in people_with_titles(by["who"])] if by else [])
    return TimePlanRowFacts(
        entry.span.start,
        entry.span.end,
        entry.title,
        entry.number,
        guests=guests,
        is_break=bool(_BREAK.match(entry.title)),
        at=place_of([entry.block]),
    )


def _tie_to_items(rows: list[TimePlanRowFacts], items: list[ItemFacts]) -> None:
    """Which item each row is: by the number it prints, else by the words its title shares with one item's alone."""
    numbers = {item.number for item in items}
    words = [(item.number, set(_WORD.findall(item.title.lower()))) for item in items if item.number is not None]
    for row in rows:
        if row.is_break:
            continue
        if row.item in numbers and row.item is not None:
            continue
        printed = _ITEM_NUMBER.search(row.title)
        number = int(printed[1] or printed[2]) if printed else None
        row.item = number if number in numbers else _best(set(_WORD.findall(row.title.lower())), words)


def _best(wanted: set[str], items: list[tuple[int, set[str]]]) -> int | None:
    scores = sorted(((len(wanted & own) / max(1, min(len(wanted), len(own))), number) for number, own in items), reverse=True)
    if not scores or scores[0][0] < 0.5 or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None
    return scores[0][1]
