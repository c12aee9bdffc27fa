"""Planned treatments: the meetings at which a body is expected to treat the case later."""

import datetime as dt
import re
from collections.abc import Iterator

from danish.folding import name_key
from danish.periods import Direction, Period, Precision, find_periods
from reader import facts
from reader.obligations.bodies import Named, bodies_in, body_meant, is_own
from reader.obligations.passages import Passage, Setting
from reader.obligations.prefilter import BODIES, has, tells_a_day
from reader.obligations.reported_speech import asked_in
from reader.obligations.tables import is_case_list, rows_of

# In small letters. The sentence must be about treating a case: a body and a day alone may be about anything.
_TREATS = re.compile(
    r"\b(?:politisk\w* (?:behandling|proces)|sagsforløb|sagsgang|(?:gen|første|anden|færdig)?behandle[rst]?\w*|behandling\w*|forelægges?|forelagt|fremlægges?|fremlagt|fremlægge|beslutning|besluttes|godkendelse|godkendes|dagsorden\w*|"
    r"(?:sag(?:en)?|forslag\w*|plan\w*|udkast\w*|punktet) kommer (?:forbi|for|på)|lægges frem|afgøres?|afgørelse|tage[rs]? (?:der )?stilling|drøftes|drøfter|drøftelse|vedtages|vedtagelse|tages op|præsenteres|stilling til|til (?:orientering|drøftelse|beslutning|godkendelse|udtalelse|behandling|endelig)|orienteres|endelig\w*|"
    r"(?:sag(?:en|erne)?|forslaget|planen|politikken|budgettet|udkastet|høringssvarene) (?:sendes|går|forventes|kommer|fremsendes|oversendes|videresendes|skal))",
)
_OTHER_BUSINESS = re.compile(
    r"\b(?:borgermøde\w*|dialogmøde\w*|temamøde\w*|stormøde\w*|informationsmøde\w*|\w*seminar\w*|frist\w*|høringsfrist\w*|valgt?|konstituer\w+|orienteret den|besluttede|vedtog|"
    r"godkendte|behandlede|drøftede|fik|modtog|blev|besøger|deltager|holder|inviterer|har møde|næste møde er)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:besluttede|vedtog|godkendte|behandlede|drøftede|tog|har (?:behandlet|besluttet|godkendt|vedtaget)|blev\s+(?:behandlet|godkendt|vedtaget|drøftet|orienteret))\b"
)
# A day without a year in a sentence about what has been is a day that has been.
_LOOKS_BACK = re.compile(r"\b(?:har|blev|var|havde|bad|ønskede|besluttede|anmodede|spurgte|fik|skulle)\b")
_DEADLINE_BEFORE = re.compile(r"(?:frist\w*|senest|indtil|frem til|inden|gælder|træder)\W*(?:(?!behandling)\w+\W+){0,3}$", re.IGNORECASE)
# "Drøfter hvert år i november": what recurs is no treatment of this case.
_EACH_YEAR = re.compile(r"\b(?:hvert år|hver|årligt)\W*$", re.IGNORECASE)
_EFFECT = re.compile(r"træder i kraft|ikrafttræd|virkning", re.IGNORECASE)
# An entry of a list tells a treatment when there is hardly anything in it but a body and a day.
_MOST_BESIDES = 8
_LONGEST_ENTRY = 200
# In such an entry, and in a line that is a procedure, a body is named without its article too: "Teknisk Udvalg 10-04-2018".
_PLAIN = re.compile(r"(?:[A-ZÆØÅ][\wæøå-]*,? (?:og |& )?){0,3}[A-ZÆØÅ]?[\wæøå-]*(?:[Uu]dvalg|[Rr]åd|[Bb]estyrelse)(?![\wæøå])")


_ITS_MEETING = re.compile(r"\b(?P<body>[\wæøåÆØÅ-]*(?:råd|udvalg|bestyrelse|nævn))smødet\b")
# "Forventes på rådets møder:" and under it "- Landsbypris (marts)".
_CASES_AHEAD = re.compile(r"\b(?:forventes|ventes|planlagt|kommende|kommer)\b.*\b(?:møder|sager|punkter):$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?P<case>[^()]{3,}?)\s*\((?P<when>[^()]+)\)\W*$")


def planned_treatments_of(item: facts.ItemFacts, passages: list[Passage], setting: Setting) -> list[facts.PlannedTreatmentFacts]:
    """Gives the bodies that are expected to treat the item's case, and when, on or after the meeting's own date; each body, title and time once."""
    found: list[facts.PlannedTreatmentFacts] = []
    # The exact day tells more than the month it lies in.
    for treatment in sorted(_all(item, passages, setting), key=_length):
        if not any(_same(treatment, known) for known in found):
            found.append(treatment)
    return sorted(found, key=lambda one: _days(one)[0])


def _days(treatment: facts.PlannedTreatmentFacts) -> tuple[dt.date, dt.date]:
    assert treatment.due_start
    assert treatment.due_end
    return treatment.due_start, treatment.due_end


def _length(treatment: facts.PlannedTreatmentFacts) -> dt.timedelta:
    first, last = _days(treatment)
    return last - first


def _all(item: facts.ItemFacts, passages: list[Passage], setting: Setting) -> Iterator[facts.PlannedTreatmentFacts]:
    case_list = is_case_list(item)
    in_table: set[int] = set()
    for row in rows_of(passages, case_list=case_list):
        in_table.add(id(row.passage))
        bodies = [named.name for named in bodies_in(row.body, setting.short)] or ([row.body] if row.body else [])
        for period in _meetings_in(row.day, find_periods(row.day, setting.day, meetings=setting.meetings), setting):
            for body in bodies or ([setting.body] if setting.body else []):
                yield _made(body_meant(body, setting), row.case or item.title, period, row.passage, "a row of a table")
    for passage in passages:
        if id(passage) in in_table or passage.role == "recommendation":
            continue
        if case_list and passage.listed and passage.text.endswith(":") and setting.body:
            for period in _meetings_in(passage.text, passage.periods(setting), setting):
                for entry in passage.listed:
                    yield _made(setting.body, entry, period, passage, "a list of cases")
        if passage.listed and setting.body and _CASES_AHEAD.search(passage.text):
            yield from _listed(passage, setting)
        yield from _in_passage(item, passage, setting)


def _listed(passage: Passage, setting: Setting) -> Iterator[facts.PlannedTreatmentFacts]:
    """The cases in the list under a line that says they come before the body itself, each with its time in brackets."""
    for entry in passage.listed:
        if match := _IN_BRACKETS.match(entry):
            for period in _meetings_in(match["when"], find_periods(match["when"], setting.day, meetings=setting.meetings), setting):
                yield _made(setting.body or "", match["case"], period, passage, "a list of cases")


def _in_passage(item: facts.ItemFacts, passage: Passage, setting: Setting) -> Iterator[facts.PlannedTreatmentFacts]:
    if not tells_a_day(passage.low) or not has(passage.low, BODIES):
        return
    if _DONE.search(passage.text) or (len(passage.text) > _LONGEST_ENTRY and not _TREATS.search(passage.low)):
        return
    if not (bodies := bodies_in(passage.text, setting.short) or _own_meeting(passage, setting) or _plain_bodies(passage, setting)):
        return
    periods = _meetings_in(passage.text, passage.periods(setting), setting)
    text = asked_in(passage) if periods else ""
    if not text:
        return
    if passage.role == "decision":  # The case coming back to the body itself is a follow-up.
        bodies = [body for body in bodies if not is_own(body.name, setting)]
    if not _TREATS.search(text.lower()) and not _is_entry(passage, bodies, setting):
        return
    for body, period in _paired(bodies, periods, passage):
        if _is_this_meeting(body, period, passage, setting):
            continue
        rule = "a body with a day" if period.first == period.last else "a body with a time"
        yield _made(body_meant(body.name, setting), item.title, period, passage, rule)


def _is_this_meeting(body: Named, period: Period, passage: Passage, setting: Setting) -> bool:
    """Tells whether a row of the case's course is of the meeting itself: its body, its day, and the number that the item has on its agenda."""
    return (
        period.first == period.last == setting.date
        and is_own(body.name, setting)
        and any(cell.strip().isdecimal() for cell in passage.cells or ())
    )


def _own_meeting(passage: Passage, setting: Setting) -> list[Named]:
    """The body itself, where its meeting is called by its name: "på ældrerådsmødet"."""
    match = _ITS_MEETING.search(passage.text)
    if match and setting.body and any(is_own(match["body"] + ending, setting) for ending in ("et", "en")):
        return [Named(setting.body, 0, 0)]  # Its name stands within the words for the day.
    return []


def _plain_bodies(passage: Passage, setting: Setting) -> list[Named]:
    if len(passage.text) > _LONGEST_ENTRY:
        return []
    named = [Named(match.group(), *match.span()) for match in _PLAIN.finditer(passage.text)]
    return named if named and _is_entry(passage, named, setting) else []


def _made(body: str, title: str, period: Period, passage: Passage, rule: str) -> facts.PlannedTreatmentFacts:
    return facts.PlannedTreatmentFacts(body, title, period.first, period.last, passage.text, rule, at=passage.at)


def _is_entry(passage: Passage, bodies: list[Named], setting: Setting) -> bool:
    if (passage.text.endswith(".") and not passage.is_listed) or _OTHER_BUSINESS.search(passage.text):
        return False
    besides = list(passage.text)
    for start, end in [*((one.start, one.end) for one in bodies), *(one.span for one in passage.periods(setting))]:
        besides[start:end] = " " * (end - start)
    return len(re.sub(r"\W", "", "".join(besides))) <= _MOST_BESIDES


def _meetings_in(text: str, periods: list[Period], setting: Setting) -> list[Period]:
    """The periods that may be the day of a meeting to come."""
    return [period for period in periods if _may_be_a_meeting(text, period, setting)]


def _may_be_a_meeting(text: str, period: Period, setting: Setting) -> bool:
    if period.first is None or period.last is None or period.last < setting.day or period.direction is not Direction.WITHIN:
        return False
    if period.precision in (Precision.YEAR, Precision.OPEN) or (period.year_inferred and _LOOKS_BACK.search(text)):
        return False
    before = text[max(0, period.start - 40) : period.start]
    return not _DEADLINE_BEFORE.search(before) and not _EACH_YEAR.search(before) and not _EFFECT.search(text[period.end :][:40])


def _paired(bodies: list[Named], periods: list[Period], passage: Passage) -> Iterator[tuple[Named, Period]]:
    """Each time with the body it is told of: the last one named before it since the time before, else the first one after it."""
    after = 0
    latest: list[Named] = []
    for index, period in enumerate(periods):
        ends = periods[index + 1].start if index + 1 < len(periods) else len(passage.text)
        before = [body for body in bodies if after <= body.start < period.start]
        behind = [body for body in bodies if period.end <= body.start < ends]
        # "18. maj 2021: behandling i hovedudvalget": an entry that begins with its day tells the body after it.
        leads = period.start <= 2 or not before
        chosen = behind[:1] if leads and behind else _named_together(before, passage.text) or latest
        if not leads or not behind:
            after = period.end
        for body in chosen:
            if not _OTHER_BUSINESS.search(
                _clause_before(passage.text, body.start) + passage.text[body.start : max(body.end, period.start)]
            ):
                yield body, period
        latest = chosen


def _clause_before(text: str, at: int) -> str:
    """The words before, no further back than to where the clause begins: "Fristen er den 1. maj, og udvalget …"."""
    return re.split(r", og |; |\. ", text[max(0, at - 60) : at + 1])[-1].rstrip(text[at])


def _named_together(bodies: list[Named], text: str) -> list[Named]:
    """The last of the bodies, and those joined to it: "i Handicaprådet og Ældrerådet den 19. april"."""
    together = bodies[-1:]
    for body in reversed(bodies[:-1]):
        if not re.fullmatch(r"s?(?:,| og| samt)(?: i)? ", text[body.end : together[0].start]):
            break
        together.insert(0, body)
    return together


def _same(one: facts.PlannedTreatmentFacts, other: facts.PlannedTreatmentFacts) -> bool:
    if name_key(one.body) != name_key(other.body) or one.title != other.title:
        return False
    (first, last), (other_first, other_last) = _days(one), _days(other)
    return first <= other_last and other_first <= last
