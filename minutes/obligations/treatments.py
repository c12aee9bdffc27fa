"""Planned treatments: the meetings at which a body is expected to treat the case later."""

import re

from danish.folding import name_key
from danish.periods import Direction, Period, Precision
from minutes import facts
from minutes.obligations.passages import BODY_STEMS, Passage, Setting, own_words
from minutes.obligations.who import body_meant, is_own
from minutes.parsing.names import BODY

# The sentence must be about treating a case: a body and a day alone may be about anything.
_TREATS = re.compile(
    r"\b(?:politisk\w* behandling|behandl\w+|forelægges?|forelagt|fremlægges?|fremlagt|fremlægge|beslutning|besluttes|godkend\w+|dagsorden\w*|drøft\w+|sag(?:en|erne)? (?:sendes|går|forventes|kommer|fremsendes)|"
    r"vedtag\w+|vedtages|tages op|præsenteres|møde[rt]?\b|stilling)",
    re.IGNORECASE,
)
_OTHER_BUSINESS = re.compile(
    r"\b(?:borgermøde|dialogmøde|temamøde|stormøde|informationsmøde|frist\w*|høringsfrist\w*|valgt|konstituer\w+|orienteret den|besluttede|vedtog|godkendte|behandlede|drøftede|fik\b|modtog|blev\b)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:besluttede|vedtog|godkendte|behandlede|drøftede|tog\b|har (?:behandlet|besluttet|godkendt|vedtaget)|blev\s+(?:behandlet|godkendt|vedtaget|drøftet|orienteret))",
    re.IGNORECASE,
)
# A day without a year in a sentence about what has been is a day that has been.
_LOOKS_BACK = re.compile(r"\b(?:har|blev|var|havde)\b")
_DEADLINE_BEFORE = re.compile(r"(?:frist\w*|senest|indtil|frem til|inden)\W*(?:\w+\W+){0,3}$", re.IGNORECASE)


def planned_treatments_of(item: facts.Item, passages: list[Passage], setting: Setting) -> list[facts.PlannedTreatment]:
    """Who is expected to treat the item's case and when, on or after the meeting's own date; each body and time once."""
    found: list[facts.PlannedTreatment] = []
    for passage in passages:
        if passage.role == "recommendation" or not passage.has(BODY_STEMS) or _DONE.search(own_words(passage)):
            continue
        for treatment in _in_passage(item, passage, setting):
            if not any(_same(treatment, known) for known in found):
                found.append(treatment)
    return found


def _in_passage(item: facts.Item, passage: Passage, setting: Setting) -> list[facts.PlannedTreatment]:
    bodies = list(BODY.finditer(passage.text))
    if not bodies or not (_TREATS.search(passage.text) or passage.is_listed):
        return []
    periods = [period for period in passage.periods(setting) if _may_be_a_meeting(passage.text, period, setting)]
    return [
        facts.PlannedTreatment(
            body=body_meant(body, setting),
            title=item.title,
            due_start=period.first,
            due_end=period.last,
            quote=passage.text,
            rule="a body with a day" if period.first == period.last else "a body with a time",
            at=passage.at,
        )
        for body, period in _paired(bodies, periods, passage)
        if not (passage.role == "decision" and is_own(body, setting))  # that is the case coming back: a follow-up
    ]


def _may_be_a_meeting(text: str, period: Period, setting: Setting) -> bool:
    if period.first is None or period.last is None or period.last < setting.date or period.direction is not Direction.WITHIN:
        return False
    if period.precision in (Precision.YEAR, Precision.OPEN) or (period.year_inferred and _LOOKS_BACK.search(text)):
        return False
    return not _DEADLINE_BEFORE.search(text[max(0, period.start - 40) : period.start])


def _paired(bodies: list[re.Match], periods: list[Period], passage: Passage) -> list[tuple[str, Period]]:
    """Each time with the body it is told of: the last one named before it since the time before, else the first one after it."""
    pairs, after = [], 0
    for index, period in enumerate(periods):
        ends = periods[index + 1].start if index + 1 < len(periods) else len(passage.text)
        before = [match for match in bodies if after <= match.start() < period.start]
        behind = [match for match in bodies if period.end <= match.start() < ends]
        # "18. maj 2021: behandling i hovedudvalget": an entry that begins with its day tells the body after it.
        leads = period.start <= 2 or not before
        chosen = behind[:1] if leads and behind else before[-1:]
        if not leads or not behind:
            after = period.end
        pairs += [(match.group(), period) for match in chosen if not _OTHER_BUSINESS.search(passage.text[: match.start()][-60:])]
    return pairs


def _same(one: facts.PlannedTreatment, other: facts.PlannedTreatment) -> bool:
    return name_key(one.body) == name_key(other.body) and one.due_start <= other.due_end and other.due_start <= one.due_end
