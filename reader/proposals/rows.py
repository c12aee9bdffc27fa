"""The tables of sentences with what each tells (docs/obligations.md), row by row, as they are written. Pure but for the files.

A row is sentences of one part of an item, the facts in them as said, and with `!` why they are known not to be read.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader import facts
from reader.obligations import Setting
from reader.obligations.abbreviations import short_names

HEADINGS = {
    "decision": "Beslutning", "summary": "Resumé", "presentation": "Sagsfremstilling", "process": "Videre proces",
    "recommendation": "Indstilling",
}  # fmt: skip
UNTITLED = "Sagen"


@dataclass(slots=True)
class SentenceRow:
    """`said` are the facts as they are written; none where the sentences tell nothing.

    `document` are the texts of all rows under the same heading, as if of one document: what tells whom a short name means.
    """

    file: str
    line: int
    body: str
    date: dt.date
    part: str
    title: str
    text: str
    said: list[str] = field(default_factory=list)
    known_miss: str = ""
    document: list[str] = field(default_factory=list)

    def setting(self) -> Setting:
        return Setting(self.body, self.date, short=short_names(self.document, self.body))

    def item(self) -> facts.ItemFacts:
        """An item of nothing but the row."""
        decision = self.text if self.part == "decision" else None
        return facts.ItemFacts(1, self.title, sections=[facts.SectionFacts(HEADINGS[self.part], self.text)], decision=decision)


def told_in(folder: Path) -> Iterator[SentenceRow]:
    """Every row of the folder's tables, in order."""
    for file in sorted(folder.glob("*.txt")):
        yield from _rows_of(file)


def _rows_of(file: Path) -> list[SentenceRow]:
    found: list[SentenceRow] = []
    about: list[str] = []
    document: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("== "):
            about, document = line[3:].split(" · "), []
        elif line.startswith("> ") and found and found[-1].line == -1:
            found[-1].text += "\n" + line[2:]
        elif line.startswith("> "):
            body, date, part, *title = about
            found.append(SentenceRow(file.name, -1, body, dt.date.fromisoformat(date), part, title[0] if title else UNTITLED, line[2:]))
            found[-1].document = document
        elif line.startswith("  ! "):
            found[-1].known_miss = line[4:]
        elif line.startswith("  "):
            if found[-1].line == -1:
                document.append(found[-1].text)
            found[-1].line = number
            if line.strip() != "none":
                found[-1].said += line.strip().split(" + ")
    return found
