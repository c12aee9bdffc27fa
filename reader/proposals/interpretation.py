"""The interpretation of a proposed sentence, as far as the rules can read it: its kind, its days, and who has to act. Pure."""

import re
from typing import Any

from danish.periods import find_recurrences
from reader import facts
from reader.obligations import prefilter
from reader.obligations.abbreviations import in_full
from reader.obligations.passages import Passage, Setting
from reader.obligations.prefilter import has
from reader.obligations.responsibility import responsible

# The first row that a sentence has one of the words of tells its kind; a task has none of them.
_KINDS = (
    (
        "deferred",
        re.compile(r"\b(?:udsat|udsætte[rs]?|udsky\w+|udskudt|skubbes|rykkes til|går om|venter (?:til|på)|står over|af dagsordenen)\b"),
    ),
    ("hearing_response", re.compile(r"høringssvar|svaret? til høring|udtalelse|indsender bemærkninger")),
    ("hearing", re.compile(r"høring|\bhøres?\b|bemærkninger")),
    ("question", re.compile(r"spørg|spurg|\bsvare?\b|besvar|begrundelse|hvorfor|klarhed over|at vide")),
    (
        "return",
        re.compile(r"genoptag|\bigen\b|\btilbage\b|næste gang|\bpå \w*mødet\b|møde i|kommende møde|fast punkt|faste punkter|\bse sagen\b"),
    ),
)


def as_far_as_told(passage: Passage, setting: Setting) -> dict[str, Any]:
    """The `kind`, days, `recurrence` and `responsible` of a proposal."""
    kind = kind_of(passage.low)
    again = next(iter(find_recurrences(passage.text)), None)
    told = next((period for period in passage.periods_ahead(setting) if period.last), None)
    return {
        "kind": kind,
        "due_start": told and (told.first or told.last),
        "due_end": told and told.last,
        "recurrence": facts.Recurrence(again.every, again.unit) if again else None,
        "responsible": responsible(in_full(passage.text, setting.short), kind, setting),
    }


def kind_of(low: str) -> str:
    """The kind of follow-up that the words of a sentence in small letters are most likely to ask for."""
    if kind := next((kind for kind, words in _KINDS if words.search(low)), None):
        return kind
    return "status_report" if has(low, prefilter.STATUS) else "task"


def can_be_told(passage: Passage, when: str) -> bool:
    """Tells whether a sentence outside the decision can stand open: it tells a time ahead, how often, or the time of a hearing."""
    if when == "ahead" or (has(passage.low, prefilter.OFTEN_OR_LATER) and find_recurrences(passage.text)):
        return True
    return when == "behind" and has(passage.low, prefilter.HEARINGS)


def when_told(passage: Passage, setting: Setting) -> str:
    """Tells whether the times in the sentence are `ahead` of the meeting or `behind` it, or that it has none that is told."""
    periods = [period.last for period in passage.periods_told(setting) if period.last]
    if not periods:
        return "untold"
    return "ahead" if max(periods) >= setting.day else "behind"
