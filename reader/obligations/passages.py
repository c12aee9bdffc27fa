"""An item's sections as sentences, each with what is needed to weigh it: which part it stands in, what stands before and under it."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from danish.periods import Direction, Period, Precision, find_periods
from danish.periods.spans import add_months
from reader import facts
from reader.obligations.abbreviations import in_full
from reader.obligations.prefilter import tells_anything
from reader.parsing.sentences import sentences
from reader.parsing.vocabulary import role_of

_BULLET = re.compile(
    r"\s*(?:[-–•*·]|\d{1,2}[.)](?!\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvartal|halvår|behandling))|[a-z]\))\s+"
)
# "… det tilbud, som åbnede i foråret": a time without a year beside the past tense has been, and the next such one is not meant.
_WAS = re.compile(r"\b(?:\w+(?:ede|edes|te)|blev|var|fik|gik|kom)\b(?: \w+){0,2} ?$")
# Nor is one that would be nearly a year away: in March "ved udgangen af februar" is last month.
_TOO_FAR = dt.timedelta(days=300)
# What is not about this item's own obligations: who was there, what is attached, what a minority said.
_LEFT_OUT = frozenset({"attachments", "dissent", "absence", "presence"})


@dataclass(frozen=True, slots=True)
class Setting:
    """The meeting the sentences were spoken at: whose, when, the body's coming meetings and bodies' short names as far as they are known."""

    body: str | None
    date: dt.date | None
    meetings: Sequence[dt.date] = ()
    short: Mapping[str, str] = field(default_factory=dict)

    @property
    def day(self) -> dt.date:
        """The day of a meeting that has one: of any other no sentence is read."""
        assert self.date
        return self.date


@dataclass(slots=True)
class Passage:
    """One sentence, word for word, with the part it stands in: `decision`, `recommendation`, `summary` or `other`.

    `opener` is the line ("… hos følgende:") whose list a listed passage stands in, `listed` the list an opener has, `next` the
    sentence after it in the same section, `cells` those of a row of a table, and `low` the sentence in small letters, bodies in full.
    """

    text: str
    role: str
    is_listed: bool = False
    opener: "Passage | None" = None
    listed: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    next: "Passage | None" = None
    at: facts.TextPlace | None = None
    low: str = ""
    _periods: list[Period] | None = None
    _been: list[Period] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.low = self.low or self.text.lower()

    def periods(self, setting: Setting) -> list[Period]:
        """Every phrase of time in the sentence, read from the meeting's own day on."""
        if self._periods is None:
            found = find_periods(self.text, setting.day, meetings=setting.meetings)
            self._been = [period for period in found if self._has_been(period, setting.day)]
            self._periods = [period for period in found if period not in self._been]
        return self._periods

    def periods_told(self, setting: Setting) -> list[Period]:
        """Those and the ones that have been, a year back, in order: "blev den 1. juni sendt i høring" is the June just past."""
        ahead = self.periods(setting)
        return sorted([*ahead, *map(_a_year_back, self._been)], key=lambda period: period.start)

    def periods_ahead(self, setting: Setting) -> list[Period]:
        """Those of them in which something can fall due: they end on the meeting's day or later, or tell no day at all."""
        ending = [one for one in self.periods(setting) if one.precision is not Precision.OPEN and one.direction is not Direction.FROM]
        return [period for period in ending if period.last is None or period.last >= setting.day]

    def _has_been(self, period: Period, today: dt.date) -> bool:
        if not period.year_inferred or period.last is None:
            return False
        too_far = (period.first or period.last) - today > _TOO_FAR and period.rule != "after some time"
        if self.role == "decision":  # "På mødet i marts", said in April, is the one that was.
            return too_far and period.rule in ("meeting in a month", "month's meeting")
        return too_far or bool(_WAS.search(self.text[max(0, period.start - 40) : period.start]))


def _a_year_back(period: Period) -> Period:
    first, last = (day and add_months(day, -12) for day in (period.first, period.last))
    return replace(period, first=first, last=last)


def passages_of(item: facts.ItemFacts, short: Mapping[str, str]) -> list[Passage]:
    """The sentences of the item's sections that can tell anything, in order; other bodies' quoted decisions are left out."""
    quoted = {treatment.decision for treatment in item.earlier_treatments if treatment.decision}
    found: list[Passage] = []
    for section in item.sections:
        role = "decision" if item.decision and section.text and section.text in item.decision else role_of(section.heading) or "other"
        if section.text not in quoted and role not in _LEFT_OUT:
            found += _passages(section, role, short)
    return found


def _passages(section: facts.SectionFacts, role: str, short: Mapping[str, str]) -> list[Passage]:
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
        if not (opens or role == "decision" or "\t" in line or tells_anything(in_full(entry, short).lower())):
            continue
        cells = [cell.strip() for cell in line.split("\t")] if "\t" in line else []
        texts = [entry] if cells else sentences(entry)
        if role != "decision" and len(texts) > 1 and not (is_listed or opens):
            texts = [text for text in texts if tells_anything(in_full(text, short).lower())]
        new = [Passage(text, role, is_listed, opener, cells=cells, at=section.at, low=in_full(text, short).lower()) for text in texts]
        found += new
        if opens and new:
            opener = new[-1]
    for passage, following in pairwise(found):
        passage.next = following
    return found
