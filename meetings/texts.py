"""The text of a section as blocks to show: paragraphs, lists and tables. Pure."""

import re
from dataclasses import dataclass

from danish.folding import name_key

NUMBERING = re.compile(r"\s*(?:\d{1,2}|[A-Za-z])\s*[.)]\s*$")
BULLET = re.compile(r"^\s*[•●▪◦*–-]\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """`kind` is paragraph (`lines`), list (`lines`, one each) or table (`rows` of cells, `head` when the first row names the columns)."""

    kind: str
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    head: tuple[str, ...] = ()


def blocks(text: str) -> list[Block]:
    """Paragraphs are parted by blank lines, table cells by tabs, list items by lines that begin with a bullet or a dash."""
    found: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.strip("\n")):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        while lines:
            kind = _kind(lines[0])
            count = next((at for at, line in enumerate(lines) if _kind(line) != kind), len(lines))
            found.append(_block(kind, lines[:count]))
            lines = lines[count:]
    return found


def _kind(line: str) -> str:
    if "\t" in line.strip("\n "):
        return "table"
    return "list" if BULLET.match(line) else "paragraph"


def _block(kind: str, lines: list[str]) -> Block:
    if kind == "table":
        return _table([[cell.strip() for cell in line.split("\t")] for line in lines])
    if kind == "list":
        return Block("list", tuple(BULLET.sub("", line).strip() for line in lines))
    return Block("paragraph", tuple(line.strip() for line in lines))


def _table(rows: list[list[str]]) -> Block:
    """Every row as wide as the widest; the first names the columns when all its cells are words and rows follow."""
    width = max(len(row) for row in rows)
    square = [tuple(row + [""] * (width - len(row))) for row in rows]
    named = len(square) > 1 and all(cell and not re.search(r"\d", cell) for cell in square[0])
    return Block("table", rows=tuple(square[1:] if named else square), head=square[0] if named else ())


@dataclass(frozen=True, slots=True)
class Around:
    """The text before and after the parts it lists."""

    before: str
    after: str


def around(text: str, parts: list[str]) -> Around | None:
    """Gives the text around `parts`; None unless they follow each other in it with nothing between but numbering and a joining word."""
    at: list[int] = []
    ends: list[int] = []
    for part in parts:
        words = r"\s+".join(re.escape(word) for word in part.split())
        match = re.compile(words).search(text, ends[-1] if ends else 0)
        if not match:
            return None
        at.append(match.start())
        ends.append(match.end())
    between = [text[end:start] for end, start in zip(ends, at[1:], strict=False)]
    if not parts or any(re.search(r"[^\W\d]{2}", re.sub(r"\b(og|samt|eller)\b", "", gap)) for gap in between):
        return None
    return Around(re.sub(NUMBERING, "", text[: at[0]]).strip(), text[ends[-1] :].strip(" .,;\n\t"))


def is_only(text: str, parts: list[str]) -> bool:
    """Tells whether `text` says nothing beyond `parts`, so that it need not be shown again where they stand: numbering does not count."""
    rest = name_key(text)
    for part in sorted(parts, key=len, reverse=True):
        rest = rest.replace(name_key(part), "", 1)
    return bool(parts and name_key(text)) and not rest.strip("0123456789")
