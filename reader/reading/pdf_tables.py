"""Ruled tables: the grid its rules draw, and the words that stand in each of its cells."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from .hygiene import clean
from .pdf_lines import PdfLine
from .pdf_rules import Drawn, clustered

_SLACK = 1.5  # points by which rules may miss each other
_OPEN = 12.0  # points; a table whose level rules reach this much further is open at that side


@dataclass(slots=True)
class PdfRow:
    """A table row: the text lines of each cell."""

    page: int
    number: int
    end_number: int
    edges: tuple[float, ...]
    cells: list[list[str]]


@dataclass(slots=True)
class PdfTable:
    """A grid: for each row its top, bottom and the edges of its cells from left to right; `lines` are those that stand in it."""

    rows: list[tuple[float, float, list[float]]]
    lines: list[PdfLine] = field(default_factory=list)

    @property
    def top(self) -> float:
        return self.rows[0][0]

    @property
    def bottom(self) -> float:
        return self.rows[-1][1]


def tables_of(drawn: Drawn) -> list[PdfTable]:
    """The grids the rules draw, from the top down. A frame without inner rules is no table."""
    tables = []
    for low, high in _bands(drawn):
        uprights = [rule for rule in drawn.upright if rule[1] >= low - _SLACK and rule[2] <= high + _SLACK]
        levels = [rule for rule in drawn.level if low - _SLACK <= rule[0] <= high + _SLACK]
        heights = clustered([rule[0] for rule in levels])[::-1]
        if len(heights) < 2:
            continue
        rows = []
        for top, bottom in pairwise(heights):
            middle = (top + bottom) / 2
            own = [rule for rule in levels if min(abs(rule[0] - top), abs(rule[0] - bottom)) <= _SLACK]
            edges = clustered([x for x, below, above in uprights if below - _SLACK <= middle <= above + _SLACK])
            rows.append((top, bottom, _closed(edges, min(rule[1] for rule in own), max(rule[2] for rule in own))))
        if any(len(edges) > 2 for _, _, edges in rows):
            tables.append(PdfTable(rows))
    return sorted(tables, key=lambda table: -table.top)


def _closed(edges: list[float], left: float, right: float) -> list[float]:
    """The edges with the ends of the level rules where a side has no upright rule."""
    if not edges or left < edges[0] - _OPEN:
        edges = [left, *edges]
    return [*edges, right] if right > edges[-1] + _OPEN else edges


def _bands(drawn: Drawn) -> list[tuple[float, float]]:
    """The stretches of the page's height that upright rules cover without a gap."""
    bands: list[tuple[float, float]] = []
    for low, high in sorted((low, high) for _, low, high in drawn.upright):
        if bands and low <= bands[-1][1] + _SLACK:
            bands[-1] = (bands[-1][0], max(bands[-1][1], high))
        else:
            bands.append((low, high))
    return bands


def claim_lines(tables: list[PdfTable], lines: list[PdfLine]) -> None:
    """Give each table the lines that stand in it."""
    for line in lines:
        middle = (line.top + line.bottom) / 2
        for table in tables:
            if table.bottom <= middle <= table.top and table.rows[0][2][0] - _SLACK <= line.left <= table.rows[0][2][-1]:
                table.lines.append(line)
                break


def in_tables(lines: list[PdfLine], tables: list[PdfTable]) -> list[PdfLine | PdfRow]:
    """The page's lines in order, with each table's rows in place of its lines."""
    owner = {id(line): table for table in tables for line in table.lines}
    things: list[PdfLine | PdfRow] = []
    done: set[int] = set()
    for line in lines:
        table = owner.get(id(line))
        if table is None:
            things.append(line)
        elif id(table) not in done:
            done.add(id(table))
            things += _rows(table)
    return things


def _rows(table: PdfTable) -> list[PdfRow]:
    found = []
    for top, bottom, edges in table.rows:
        own = [line for line in table.lines if bottom <= (line.top + line.bottom) / 2 < top]
        if not own:
            continue
        cells: list[list[str]] = [[] for _ in edges[1:]]
        for line in own:
            _fill(cells, edges, line)
        found.append(PdfRow(own[0].page, own[0].number, max(line.number for line in own), tuple(edges), cells))
    return found


def _fill(cells: list[list[str]], edges: list[float], line: PdfLine) -> None:
    """Put the line's words into the cells they stand in."""
    in_cell: dict[int, list[str]] = {}
    for left, right, word in line.words:
        index = bisect_right(edges, (left + min(right, left + 4)) / 2) - 1
        in_cell.setdefault(min(max(index, 0), len(cells) - 1), []).append(word)
    for index, words in in_cell.items():
        cells[index].append(clean(" ".join(words)))
