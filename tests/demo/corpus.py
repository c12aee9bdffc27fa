"""The demo minutes as their sources print them, read by rules of this file alone: the importer is not its own witness."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DEMO = Path(__file__).resolve().parents[2] / "demo"
MONTHS = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"]
HEADINGS = {"Resume", "Resumé", "Indstilling", "Beslutning", "Sagsfremstilling", "Økonomi", "Videre proces", "Bilag", "Lukket"} | {
    "Mindretalsudtalelser og forkastede forslag"
}
QUOTED = re.compile(r"^(?:Beslutning fra )?(?P<body>\S[^,]*), (?P<day>\d+)\. (?P<month>\w+) (?P<year>\d{4}), pkt\. (?P<item>\d+):$")


@dataclass(frozen=True, slots=True)
class Quote:
    body: str
    date: dt.date
    item: int
    decision: str


@dataclass(frozen=True, slots=True)
class Item:
    number: int
    title: str
    case_number: str
    lines: tuple[str, ...]

    @property
    def decision(self) -> str | None:
        """What stands under Beslutning, up to the next heading."""
        return "\n".join(_until_heading(self.lines, self.lines.index("Beslutning") + 1)) if "Beslutning" in self.lines else None

    @property
    def quotes(self) -> list[Quote]:
        found = []
        for index, line in enumerate(self.lines):
            if match := QUOTED.match(line):
                date = dt.date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
                found.append(Quote(match["body"], date, int(match["item"]), "\n".join(_until_heading(self.lines, index + 1))))
        return found


@dataclass(frozen=True, slots=True)
class Minutes:
    stem: str
    form: str
    text: str
    body: str
    date: dt.date
    weekday: str
    items: tuple[Item, ...]


def _until_heading(lines: tuple[str, ...], start: int) -> list[str]:
    kept = []
    for line in lines[start:]:
        if line in HEADINGS or QUOTED.match(line):
            break
        kept.append(line)
    return kept


def minutes_in(text: str, stem: str, form: str) -> Minutes:
    title = re.search(r"^REFERAT (.+?)(?: \(ekstraordinært møde\))? d\. (\d\d)-(\d\d)-(\d{4})$", text, re.MULTILINE)
    body, day, month, year = title.groups()
    weekday = re.search(r"^Mødedato (\w+) d\. ", text, re.MULTILINE)[1]
    items = []
    for part in re.split(r"^(?=Punkt \d+: )", text, flags=re.MULTILINE)[1:]:
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        number, title = re.match(r"Punkt (\d+): (.+)", lines[0]).groups()
        items.append(Item(int(number), title, lines[1], tuple(lines[2:])))
    return Minutes(stem, form, text, body, dt.date(int(year), int(month), int(day)), weekday, tuple(items))


@cache
def corpus() -> tuple[Minutes, ...]:
    """Every demo document by date, whatever format it is imported from."""
    found = [minutes_in(path.read_text(encoding="utf-8"), path.stem, "txt") for path in (DEMO / "minutes").glob("*.txt")]
    for path in (DEMO / "sources").glob("*.txt"):
        stem, form = path.stem.rsplit(".", 1)
        found.append(minutes_in(path.read_text(encoding="utf-8"), stem, form))
    return tuple(sorted(found, key=lambda minutes: (minutes.date, minutes.stem)))


@cache
def people() -> dict:
    return json.loads((DEMO / "people.json").read_text(encoding="utf-8"))


def members_of(body: str, day: dt.date) -> set[str]:
    """Who sits on the body that day, substitutes included."""
    return {
        person["name"]
        for person in people()["people"]
        for seat in person["memberships"]
        if seat["body"] == body and seat["first_day"] <= day.isoformat() <= (seat["last_day"] or "9999")
    }
