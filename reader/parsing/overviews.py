"""Tables anywhere in a document that have a column about publicity: each row names its item and answers for it."""

import re
from collections.abc import Iterator

from reader.reading import TextBlock

from .closed import line_says
from .closure import Doubt
from .clues import clue_in
from .contents import has_leaders
from .item_references import ItemReferences
from .outline import DocumentOutline
from .paired_lines import CLOSED_CODES, OPEN_CODES

_LONGEST, _LONGEST_HEAD = 300, 40
_RULE = re.compile(r"[\s|:+=-]*")
_MARKED = re.compile(r"\W*(?:x|ja|yes|1|[✓✔☒☑●•■])\W*", re.IGNORECASE)
_NOTHING = re.compile(r"[\s_.–-]*")


def cells_of(block: TextBlock) -> list[str]:
    """The cells of a row, also of one that is set with upright strokes."""
    if block.kind == "table_row":
        return [" ".join(cell.split()) for cell in block.cells]
    if "\t" in block.text or block.text.count("|") > 1:
        return [cell.strip() for cell in re.split(r"\t|\|", block.text.strip(" |"))]
    return []


class Overviews:
    """The tables of a document that answer for each item whether it is open."""

    def __init__(self, cut: DocumentOutline, names: ItemReferences) -> None:
        self.told: list[tuple[int, Doubt]] = []
        self.all_open: set[int] = set()  # ids of the head rows of those in which every row is answered as open
        for head, rows in _tables(cut.blocks):
            self._read(head, rows, names)

    def _read(self, head: TextBlock, rows: list[TextBlock], names: ItemReferences) -> None:
        heads = cells_of(head)
        columns = [c for c, label in enumerate(heads) if _asks(label)]
        answered = [(row, names.entry(row.text.replace("|", "\t")) or _named(cells_of(row), columns, names)) for row in rows]
        if not columns or not any(places for _row, places in answered):
            return
        closed = [(row, places) for row, places in answered if not all(_is_open(heads[c], cells_of(row), c) for c in columns)]
        for row, places in closed:
            self.told += [(k, Doubt("maybe_closed", row.text.strip(), row)) for k in sorted(places)]
        if not closed:
            self.all_open.add(id(head))


def _tables(blocks: list[TextBlock]) -> Iterator[tuple[TextBlock, list[TextBlock]]]:
    """Each first row on end without a number, with the rows below it."""
    head: TextBlock | None = None
    rows: list[TextBlock] = []
    for block in [*blocks, None]:
        cells = cells_of(block) if block is not None and len(block.text) <= _LONGEST else []
        if block is not None and cells and _RULE.fullmatch(block.text):
            continue
        if block is not None and head is not None and cells and (any(cell[:1].isdigit() for cell in cells) or rows):
            rows.append(block)
            continue
        if head is not None and rows:
            yield head, rows
        head, rows = (
            (block if block is not None and cells and not has_leaders(block.text) else None),
            [],
        )  # an entry of a contents list heads nothing


def _asks(label: str) -> bool:
    """Tells whether the head of a column is about publicity, so that `ja` or `nej`, a letter or a mark below it tells an item closed."""
    label = label.strip(" :?")
    if not label or len(label) > _LONGEST_HEAD:
        return False
    return any(line_says(f"{label}: {answer}") == "closed" for answer in ("nej", "ja")) or clue_in(label) is not None


def _is_open(label: str, cells: list[str], c: int) -> bool:
    """Tells whether the answer in the column says that the item is open."""
    label, answer = label.strip(" :?"), cells[c] if c < len(cells) else ""
    both = line_says(f"{label}: ja") != "closed" and line_says(f"{label}: nej") != "closed"
    if _NOTHING.fullmatch(answer):
        return line_says(f"{label}: ja") == "closed"  # not marked as closed
    if not any(map(str.isalnum, answer)):
        return not both and bool(_MARKED.fullmatch(answer)) and line_says(f"{label}: ja") == "open"
    if line_says(f"{label}: {answer}") == "open" or line_says(answer) == "open" or answer.strip("() .").lower() in OPEN_CODES:
        return answer.strip("() .").lower() not in CLOSED_CODES
    return not both and bool(_MARKED.fullmatch(answer)) and line_says(f"{label}: ja") == "open"


def _named(cells: list[str], columns: list[int], names: ItemReferences) -> set[int]:
    """The items that the other cells name, by their titles."""
    return {k for c, cell in enumerate(cells) if c not in columns and cell for k in names.titled(cell)}
