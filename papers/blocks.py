"""The text of a section as blocks of a document: paragraphs, lists with and without numbers, tables. Pure."""

import re
from collections.abc import Sequence

from danish.dates import MONTHS
from documents.model import Block, Listing, Paragraph, Table
from meetings import texts

_NUMBERED = re.compile(rf"\s*(\d{{1,2}}[.)])\s+(?!(?:{'|'.join(MONTHS)})\b)(\S.*)", re.IGNORECASE)

_AMOUNT = re.compile(r"[-–]?[\d.,\s]*(?:kr\.?|pct\.?|%)?", re.IGNORECASE)


def blocks_of(text: str) -> list[Block]:
    """The blocks of `meetings.texts`, of which numbered lines that count on from 1 are one list."""
    found: list[Block] = []
    for block in texts.blocks(text):
        if block.kind == "table":
            found.append(_table(block))
        elif block.kind == "list":
            found.append(Listing([("", line) for line in block.lines]))
        else:
            _add_paragraph(found, block.lines)
    return found


def _table(block: texts.Block) -> Table:
    columns = list(zip(*block.rows, strict=True))
    right = [at for at, cells in enumerate(columns) if any(cells) and all(_AMOUNT.fullmatch(cell) for cell in cells)]
    return Table([[(cell,) for cell in row] for row in block.rows], block.head, right=right)


def _add_paragraph(found: list[Block], lines: Sequence[str]) -> None:
    before = found[-1] if found and isinstance(found[-1], Listing) and found[-1].entries[0][0] else None
    entries = _numbered(lines, after=len(before.entries) if isinstance(before, Listing) else 0)
    if not entries:
        found.append(Paragraph(lines))
    elif isinstance(before, Listing):
        found[-1] = Listing([*before.entries, *entries])
    else:
        found.append(Listing(entries))


def _numbered(lines: Sequence[str], *, after: int) -> list[tuple[str, str]]:
    """Each line with its number, if they count on after that of the list above."""
    matches = [match for match in map(_NUMBERED.fullmatch, lines) if match]
    numbers = [int(match[1][:-1]) for match in matches]
    if len(matches) < len(lines) or numbers != list(range(after + 1, after + 1 + len(lines))):
        return []
    return [(match[1], match[2]) for match in matches]
