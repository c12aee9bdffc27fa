"""An item's sections as sentences, each with what is needed to weigh it: which part it stands in and what list follows it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from danish.periods import Period, find_periods
from minutes import facts
from minutes.parsing.sentences import sentences
from minutes.parsing.vocabulary import role_of

# Outside the decision only sentences with one of these can tell of an obligation. Most lines have none, and are not cut into sentences.
STATUS_STEMS = (
    "status", "rientering", "pfølgning", "edegørelse", "valuering", "apport", "ilbagemelding", "pdatering", "nøgletal", "beretning",
    "pgørelse", "versigt", "igen", "på ny", "endeligt",
)  # fmt: skip
BODY_STEMS = ("råd", "udvalg", "bestyrelse", "nævn", "kommission", "forsamling", "repræsentation")
HEARING_STEMS = ("øring",)
_STEMS = STATUS_STEMS + BODY_STEMS + HEARING_STEMS
_BULLET = re.compile(r"^\s*(?:[-–•*·]|\d{1,2}[.)]|[a-z]\))\s+")
_QUOTED = re.compile(r"[\"”“»«][^\"”“»«]{20,}[\"”“»«]")


@dataclass(frozen=True, slots=True)
class Setting:
    """The meeting the sentences were spoken at: whose, when, and the body's coming meetings as far as they are known."""

    body: str | None
    date: dt.date | None
    meetings: Sequence[dt.date] = ()


@dataclass(slots=True)
class Passage:
    """One sentence, word for word, with its part (`decision`, `recommendation`, `summary`, `other`), and the list under it if it has one.

    `is_listed` marks an entry of a list.
    """

    text: str
    role: str
    is_listed: bool = False
    listed: list[str] = field(default_factory=list)
    at: facts.Place | None = None

    def has(self, stems: Sequence[str]) -> bool:
        """Whether one of the stems, all in small letters, is in the sentence."""
        return _has(self.text.lower(), stems)

    def periods(self, setting: Setting) -> list[Period]:
        return find_periods(self.text, setting.date, meetings=setting.meetings)


def passages_of(item: facts.Item, setting: Setting) -> list[Passage]:
    """The sentences of the item's sections in order, those of other bodies' quoted decisions left out."""
    quoted = {treatment.decision for treatment in item.earlier_treatments if treatment.decision}
    found: list[Passage] = []
    for section in item.sections:
        if section.text in quoted:
            continue
        role = "decision" if item.decision and section.text and section.text in item.decision else role_of(section.heading) or "other"
        if role in ("attachments", "dissent", "absence", "presence"):
            continue
        found += _passages(section, role)
    return found


def _passages(section: facts.Section, role: str) -> list[Passage]:
    found: list[Passage] = []
    opener: Passage | None = None
    for line in section.text.split("\n"):
        if not line.strip():
            continue
        entry = _BULLET.sub("", line).strip()
        is_listed = entry != line.strip() or "\t" in line
        if is_listed and opener is not None:
            opener.listed.append(entry)
        if role != "decision" and not _has(entry.lower(), _STEMS):
            opener = opener if is_listed else None
            continue
        new = [Passage(text, role, is_listed, at=section.at) for text in sentences(entry)]
        found += new
        if not is_listed:
            opener = new[-1] if new and new[-1].text.endswith(":") else None
    return found


def _has(text: str, stems: Sequence[str]) -> bool:
    return any(stem in text for stem in stems)


def own_words(passage: Passage) -> str:
    """The sentence without what it quotes: a citation tells what somebody else said."""
    if not any(mark in passage.text for mark in '"”“»«'):
        return passage.text
    return _QUOTED.sub(" ", passage.text)
