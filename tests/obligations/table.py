"""The table of sentences: what an item says, and what a careful secretary takes out of it. Its form is told in docs/obligations.md."""

import calendar
import re
from collections import Counter
from dataclasses import dataclass, field, fields
from pathlib import Path

from reader.obligations import Obligations, obligations_of
from reader.proposals.rows import SentenceRow, told_in

FOLDER = Path(__file__).resolve().parent / "sentences"
_EVERY = re.compile(r"every (\d+) (\w+)")
_HEARD = re.compile(r"heard until (?P<deadline>\S+)(?: from (?P<opens>\S+))?(?: by (?P<parties>.+))?")
_TREATED = re.compile(r"treated (?P<body>.+?) (?P<days>\d{4}-\S+)(?: (?P<title>.+))?")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing expected or read, as far as the table tells it: `kind` is a follow-up's kind, `hearings`, `parties` or `planned_treatments`."""

    kind: str
    what: str


@dataclass(slots=True)
class Row(SentenceRow):
    """Some lines of one part of an item, and the facts in them. Every second row is set aside (`held_out`): no rule is made for it."""

    expected: list[Fact] = field(default_factory=list)
    held_out: bool = False

    def read(self) -> list[Fact]:
        return sorted(facts_read(obligations_of(self.item(), self.setting()), self.title), key=str)


def rows(folder: Path = FOLDER) -> list[Row]:
    """Every row of the folder's tables, in order."""
    in_file: Counter[str] = Counter()
    found = []
    for told in told_in(folder):
        row = Row(**{one.name: getattr(told, one.name) for one in fields(told)})
        row.expected = [fact for said in told.said for fact in facts_said(said, told.title)]
        row.held_out = in_file[told.file] % 2 == 1
        in_file[told.file] += 1
        found.append(row)
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
