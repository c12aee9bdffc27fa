"""Minutes kept as one table: a row for each item, a column for what was said, decided and promised.

    Punkt | Referat | Ansvarlig
    1. Velkomst | Godkendt. | Sekretæren

Each row is laid out as the same item would be in running text: its title, then each column's heading and words.
"""

from dataclasses import replace

from reader.reading import TextBlock

from .closed import line_says
from .vocabulary import role_of

_TITLE_COLUMNS = {"punkt", "punkter", "emne", "dagsorden", "dagsordenspunkt", "dagsordenspunkter", "sag", "pkt", "punkt/emne"}


def without_item_tables(blocks: list[TextBlock]) -> list[TextBlock]:
    """The blocks with every table of items laid out as text; other tables stay."""
    laid_out: list[TextBlock] = []
    columns: tuple[str, ...] = ()
    for block in blocks:
        if block.kind != "table_row":
            columns = columns if block.text[:1].isdigit() else ()
        elif _heads_items(block.cells):
            columns = block.cells
            continue
        if columns and block.kind == "table_row" and len(block.cells) == len(columns) and block.cells[0]:
            laid_out += _as_text(block, columns)
        else:
            laid_out.append(replace(block, apart=True) if columns else block)
    return laid_out


def _heads_items(cells: tuple[str, ...]) -> bool:
    return cells[0].strip(" :.").lower() in _TITLE_COLUMNS and any(role_of(cell) == "decision" for cell in cells[1:])


def _as_text(row: TextBlock, columns: tuple[str, ...]) -> list[TextBlock]:
    lines = [(row.cells[0].replace("\n", " "), True)]
    for name, cell in zip(columns[1:], row.cells[1:], strict=True):
        if cell and line_says(f"{name}: {cell}"):
            lines.append((f"{name}: {cell}", True))
        elif cell:
            lines.append((name, True))
            lines += [(line, False) for line in cell.split("\n")]
    return [replace(row, kind="paragraph", text=text, cells=(), apart=apart) for text, apart in lines]
