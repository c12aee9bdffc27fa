"""The demo minutes as blocks: what their text files mean before they are set as docx or pdf.

A source is plain text: a front page (title, `Mødedato …`, `Mødested …`, the contents list), then the items, each beginning with
`Punkt N: title`. Paragraphs are parted by blank lines, list entries stand on lines of their own, table cells are parted by tabs.
"""

import re
from dataclasses import dataclass, field

HEADINGS = {
    "Indholdsfortegnelse",
    "Resume",
    "Resumé",
    "Indstilling",
    "Beslutning",
    "Sagsfremstilling",
    "Økonomi",
    "Videre proces",
    "Bilag",
    "Mindretalsudtalelser og forkastede forslag",
}
ITEM = re.compile(r"^Punkt (\d+): (.+)$")
CONTENTS_LINE = re.compile(r"^(?P<title>.+?)\.{5}\t(?P<page>\d+)$")


@dataclass(slots=True)
class LayoutBlock:
    """`kind`: title, item, heading, paragraph, bullet or table. A table has `rows` (cells of text) and no `text`."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)


def blocks(source: str) -> list[LayoutBlock]:
    """The blocks of one source text, in order; consecutive lines with tabs are one table."""
    found: list[LayoutBlock] = []
    after_blank = True
    for line in source.splitlines():
        if not line.strip():
            after_blank = True
            continue
        if "\t" in line:
            if after_blank or not found or found[-1].kind != "table":
                found.append(LayoutBlock("table"))
            found[-1].rows.append([cell.strip() for cell in re.sub(r"\.{5}\t", ".....\t", line).split("\t")])
        else:
            found.append(_single(line))
        after_blank = False
    return found


def _single(line: str) -> LayoutBlock:
    if line.startswith("REFERAT "):
        return LayoutBlock("title", line)
    if ITEM.match(line):
        return LayoutBlock("item", line)
    if line in HEADINGS:
        return LayoutBlock("heading", line)
    if line.startswith("- "):
        return LayoutBlock("bullet", line[2:])
    return LayoutBlock("paragraph", line)


def with_page_numbers(source: str, pages: dict[int, int]) -> str:
    """The source with its contents list showing the pages on which the items begin (`pages`: item number to page)."""
    numbers = [int(match[1]) for match in map(ITEM.match, source.splitlines()) if match]
    lines, entry = [], 0
    for line in source.splitlines():
        if entry < len(numbers) and (match := CONTENTS_LINE.match(line)):
            line = f"{match['title']}.....\t{pages[numbers[entry]]}"
            entry += 1
        lines.append(line)
    return "\n".join(lines) + "\n"
