"""Steps that all formats share when lines become blocks: list marks, and table rows that a page break cut in two."""

import re
from dataclasses import replace
from itertools import groupby

from .document import TextBlock

_GAP = 12  # cells
_MARK = re.compile(r"(?:[-–•·▪■◦●○➢✓*§]|\uf0b7|\uf0a7)\s+(?=\S)")


def list_item_text(text: str) -> str | None:
    """The text of a line that begins with a list mark, without the mark; None for any other line."""
    match = _MARK.match(text)
    return text[match.end() :] if match and match.group()[0] != "§" else None


def join_broken_rows(blocks: list[TextBlock]) -> list[TextBlock]:
    """Rows that are only the rest of the row above: nothing in the first cell, and small letters where the others go on."""
    joined: list[TextBlock] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if above is not None and block.kind == above.kind == "table_row" and _goes_on(above.cells, block.cells):
            cells = tuple(" ".join(filter(None, pair)) for pair in zip(above.cells, block.cells, strict=True))
            joined[-1] = replace(above, text="\t".join(cells), cells=cells, end_line=block.end_line)
        else:
            joined.append(_without_gaps(block))
    return joined


def _without_gaps(block: TextBlock) -> TextBlock:
    """A row as it is, but for a gap of more empty cells than any table has, which is as good as one."""
    if len(block.cells) <= _GAP:
        return block
    cells: list[str] = []
    for cell, group in groupby(block.cells, key=bool):
        run = list(group)
        cells += run if cell or len(run) <= _GAP else [""]
    return replace(block, text="\t".join(cell.replace("\n", " ") for cell in cells), cells=tuple(cells))


def _goes_on(above: tuple[str, ...], below: tuple[str, ...]) -> bool:
    if len(above) != len(below) or not above[0] or below[0]:
        return False
    pairs = [(a, b) for a, b in zip(above, below, strict=True) if b]
    return bool(pairs) and all(a and b[0].islower() for a, b in pairs)
