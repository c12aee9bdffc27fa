"""The table of sentences: what an item says, and what a careful secretary takes out of it. Its form is told in docs/obligations.md."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path

from reader import facts
from reader.obligations import Obligations, Setting, obligations_of
from reader.obligations.short import short_names

FOLDER = Path(__file__).resolve().parent / "sentences"
HEADINGS = {
    "decision": "Beslutning", "summary": "Resumé", "presentation": "Sagsfremstilling", "process": "Videre proces",
    "recommendation": "Indstilling",
}  # fmt: skip
UNTITLED = "Sagen"
_EVERY = re.compile(r"every (\d+) (\w+)")
_HEARD = re.compile(r"heard until (?P<deadline>\S+)(?: from (?P<opens>\S+))?(?: by (?P<parties>.+))?")
_TREATED = re.compile(r"treated (?P<body>.+?) (?P<days>\d{4}-\S+)(?: (?P<title>.+))?")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing expected or read, as far as the table tells it: `kind` is a follow-up's kind, `hearings`, `parties` or `planned_treatments`."""

    kind: str
    what: str


@dataclass(slots=True)
class Row:
    """Some lines of one part of an item, and the facts in them. Every second row is set aside (`held_out`): no rule is made for it.

    `document` are the texts of all rows under the same heading, as if of one document: what tells whom a short name means.
    """

    file: str
    line: int
    body: str
    date: dt.date
    part: str
    title: str
    text: str
    expected: list[Fact] = field(default_factory=list)
    known_miss: str = ""
    held_out: bool = False
    document: list[str] = field(default_factory=list)

    def read(self) -> list[Fact]:
        return sorted(facts_read(obligations_of(self.item(), self.setting()), self.title), key=str)

    def setting(self) -> Setting:
        return Setting(self.body, self.date, short=short_names(self.document, self.body))

    def item(self) -> facts.Item:
        decision = self.text if self.part == "decision" else None
        return facts.Item(1, self.title, sections=[facts.Section(HEADINGS[self.part], self.text)], decision=decision)


def rows(folder: Path = FOLDER) -> list[Row]:
    """Every row of the folder's tables, in order."""
    return [row for file in sorted(folder.glob("*.txt")) for row in _rows_of(file)]


def _rows_of(file: Path) -> list[Row]:
    found: list[Row] = []
    about: list[str] = []
    document: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("== "):
            about, document = line[3:].split(" · "), []
        elif line.startswith("> ") and found and found[-1].line == -1:
            found[-1].text += "\n" + line[2:]
        elif line.startswith("> "):
            body, date, part, *title = about
            row = Row(file.name, -1, body, dt.date.fromisoformat(date), part, title[0] if title else UNTITLED, line[2:])
            row.document = document
            row.held_out = len(found) % 2 == 1
            found.append(row)
        elif line.startswith("  ! "):
            found[-1].known_miss = line[4:]
        elif line.startswith("  "):
            if found[-1].line == -1:
                document.append(found[-1].text)
            found[-1].line = number
            if line.strip() != "none":
                found[-1].expected += [fact for said in line.strip().split(" + ") for fact in facts_said(said, found[-1].title)]
    return found


def facts_said(said: str, title: str) -> list[Fact]:
    if match := _HEARD.fullmatch(said):
        deadline = None if match["deadline"] == "-" else match["deadline"]
        parties = [Fact("parties", party) for party in (match["parties"] or "").split("; ") if party]
        return [Fact("hearings", f"{deadline} from {days_of(match['opens'])}"), *parties]
    if match := _TREATED.fullmatch(said):
        return [Fact("planned_treatments", f"{match['body']} {days_of(match['days'])} {match['title'] or title}")]
    kind, _, when = said.partition(" ")
    if match := _EVERY.fullmatch(when):
        return [Fact(kind, f"every {match[1]} {match[2]}")]
    return [Fact(kind, days_of(when))]


def days_of(said: str | None) -> str:
    """`2026-09` is all of September; one day is the first and the last."""
    if not said:
        return "None..None"
    if re.fullmatch(r"\d{4}-\d\d", said):
        year, month = int(said[:4]), int(said[5:])
        return f"{said}-01..{said}-{calendar.monthrange(year, month)[1]}"
    return said if ".." in said else f"{said}..{said}"


def facts_read(found: Obligations, title: str) -> list[Fact]:
    read = []
    for hearing in found.hearings:
        opens = f"{hearing.opens.start}..{hearing.opens.end}" if hearing.opens else "None..None"
        read.append(Fact("hearings", f"{hearing.deadline} from {opens}"))
        read += [Fact("parties", party) for party in hearing.parties]
    for follow_up in found.follow_ups:
        again = follow_up.recurrence
        when = f"every {again.every} {again.unit}" if again else f"{follow_up.due_start}..{follow_up.due_end}"
        read.append(Fact(follow_up.kind, when))
    for treatment in found.planned_treatments:
        days = f"{treatment.due_start}..{treatment.due_end}"
        read.append(Fact("planned_treatments", f"{treatment.body} {days} {treatment.title}"))
    return read
