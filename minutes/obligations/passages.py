"""An item's sections as sentences, each with what is needed to weigh it: which part it stands in, what stands before and under it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from danish.periods import Period, find_periods
from minutes import facts
from minutes.parsing.sentences import sentences
from minutes.parsing.vocabulary import role_of

# Outside the decision only lines with one of these can tell of an obligation; the others are not cut into sentences.
_TELLING = re.compile(
    r"status|rientere|rientering|pfølgning|edegørelse|valuer|apport|ilbagemelding|pdatering|nøgletal|eretning|pgørelse|versigt|igen\b|på ny"
    r"|endelig|udvalg|råd|bestyrelse|nævn|kommission|forsamling|repræsentation|øring|bemærkninger|indsigelser|offentlig|frist|\bhøres|vender tilbage",
    re.IGNORECASE,
)
_BULLET = re.compile(
    r"\s*(?:[-–•*·]|\d{1,2}[.)](?!\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvartal|halvår|behandling))|[a-z]\))\s+"
)
# What is not about this item's own obligations: who was there, what is attached, what a minority said.
_LEFT_OUT = frozenset({"attachments", "dissent", "absence", "presence"})


@dataclass(frozen=True, slots=True)
class Setting:
    """The meeting the sentences were spoken at: whose, when, and the body's coming meetings as far as they are known."""

    body: str | None
    date: dt.date | None
    meetings: Sequence[dt.date] = ()


@dataclass(slots=True)
class Passage:
    """One sentence, word for word, with the part it stands in: `decision`, `recommendation`, `summary` or `other`.

    `opener` is the line ("… hos følgende:") whose list a listed passage stands in, `listed` the list an opener has, `next` the
    sentence after it in the same section, and `cells` those of a row of a table.
    """

    text: str
    role: str
    is_listed: bool = False
    opener: "Passage | None" = None
    listed: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    next: "Passage | None" = None
    at: facts.Place | None = None
    _periods: list[Period] | None = None

    def periods(self, setting: Setting) -> list[Period]:
        """Every phrase of time in the sentence, read from the meeting's own day on."""
        if self._periods is None:
            self._periods = find_periods(self.text, setting.date, meetings=setting.meetings)
        return self._periods


def passages_of(item: facts.Item) -> list[Passage]:
    """The sentences of the item's sections that can tell anything, in order; other bodies' quoted decisions are left out."""
    quoted = {treatment.decision for treatment in item.earlier_treatments if treatment.decision}
    found: list[Passage] = []
    for section in item.sections:
        role = "decision" if item.decision and section.text and section.text in item.decision else role_of(section.heading) or "other"
        if section.text not in quoted and role not in _LEFT_OUT:
            found += _passages(section, role)
    return found


def _passages(section: facts.Section, role: str) -> list[Passage]:
    found: list[Passage] = []
    opener: Passage | None = None
    for line in section.text.split("\n"):
        if not line.strip():
            continue
        bullet = _BULLET.match(line)
        entry = line[bullet.end() :].strip() if bullet else line.strip()
        is_listed = bullet is not None or "\t" in line
        if not is_listed:
            opener = None
        elif opener is not None:
            opener.listed.append(entry)
        opens = entry.endswith((":", " at", " om"))
        if not (opens or role == "decision" or (opener and is_listed) or "\t" in line or _TELLING.search(entry)):
            continue
        cells = [cell.strip() for cell in line.split("\t")] if "\t" in line else []
        texts = [entry] if cells else sentences(entry)
        new = [Passage(text, role, is_listed, opener, cells=cells, at=section.at) for text in texts]
        found += new
        if opens and new:
            opener = new[-1]
    for passage, following in zip(found, found[1:], strict=False):
        passage.next = following
    return found
