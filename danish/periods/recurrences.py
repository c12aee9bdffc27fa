"""Phrases that say how often: "hvert 3. udvalgsmøde", "kvartalsvis", "to gange årligt"."""

import datetime as dt
import re

from danish.periods.preprocess import lowered
from danish.periods.scanning import parse_period
from danish.periods.spans import Span
from danish.periods.values import FoundRecurrence
from danish.periods.words import count, expand, ordinal

_UNITS = {
    "måned": (1, "month"), "kvartal": (1, "quarter"), "kvart": (1, "quarter"), "halvår": (6, "month"), "halve år": (6, "month"),
    "år": (1, "year"), "forår": (1, "year"), "efterår": (1, "year"), "sommer": (1, "year"), "vinter": (1, "year"),
}  # fmt: skip

_NTH = r"(?:(?P<every>[0-9]{1,2}\.|anden|andet|tredje|fjerde|femte|sjette) )?"
# One row for each way of saying how often; which group matched says how it is reckoned.
_ROWS = (
    # hvert 3. udvalgsmøde · hvert andet år · hver måned · hvert halve år · hver december
    rf"hvert? {_NTH}(?:ordinært? |ordinære )?"
    r"(?:(?P<meeting>@meeting)|(?P<unit>måned|kvartal|halvår|halve år|år|forår|efterår|sommer|vinter)s?\b|(?P<yearly>@monthname)\b)",
    # på alle møder · på hvert af rådets møder · som fast punkt; but not som fast punkt hvert kvartal
    r"(?:på|ved|til) (?P<meetings>(?:alle|samtlige)(?: ordinære)?|hvert af (?:rådets|udvalgets|bestyrelsens)) @meeting",
    # hver gang der er møde · hver gang udvalget mødes
    r"(?P<meetings>hver gang)(?: (?:(?:der er|rådet har|udvalget har) møde|\w+ (?:mødes|holder møde))|(?<=[a-zæøå.,]\shver\sgang)[.;]?\s*\Z)",
    r"(?P<meetings>faste?|stående) (?:dagsordens)?punkt(?:er)?\b(?![^.;]{0,60}\b(?:hvert?\b|\w+lig|\w+vis))",
    # to gange årligt · fire gange om året · en gang i kvartalet
    r"(?P<times>@count) gange? "
    r"(?:(?P<a_year>årligt|om året|i løbet af året|pr\.? år|hvert år)|(?P<half>i halvåret|pr\.? halvår|hvert halvår)|(?P<quarterly>i kvartalet|pr\.? kvartal|hvert kvartal)|om måneden|pr\.? måned)\b",
    # med et års mellemrum · med tre måneders mellemrum · kvartalsmæssigt
    r"med (?P<apart>@count|et halvt|halve) (?P<apart_unit>måneds|måneders|kvartals|kvartalers|års) mellemrum",
    r"(?P<mæssig>kvartals|halvårs|måneds)mæssigt?e?\b",
    # en kvartalsvis status · vil årligt modtage · det halvårlige møde; but not 200.000 kr. årligt
    r"(?<!kr\.\s)(?<!kr\s)(?:(?P<adverb>måned|halvår|år|kvart)(?:år)?lig[te]?|(?P<wise>måned|kvartal|halvår)svist?e?)(?!\w)",
)
_PATTERNS = tuple(re.compile(r"(?<!\w)" + expand(row)) for row in _ROWS)


def find_recurrences(text: str) -> list[FoundRecurrence]:
    """Every phrase in the text that says how often, in order, none overlapping another.

    Weekly and daily are not told: nothing is followed up on so often. "Fem gange årligt" fits no calendar and is not told either.
    """
    low = lowered(text)
    matches = sorted((match for pattern in _PATTERNS for match in pattern.finditer(low)), key=lambda match: (match.start(), -match.end()))
    found, at = [], 0
    for match in matches:
        if match.start() >= at:
            found.append(_recurrence(match))
            at = match.end()
    return [recurrence for recurrence in found if recurrence]


def first_season(text: str, recurrence: FoundRecurrence, since: dt.date) -> Span | None:
    """Returns when "hvert forår" or "hver december", told on the day `since`, comes for the first time; None where it names no time of year."""
    season = parse_period(text[recurrence.start : recurrence.end].split()[-1], since)
    return (season.first, season.last) if season and season.first and season.last else None


def _recurrence(match: re.Match[str]) -> FoundRecurrence | None:
    said = {name: words for name, words in match.groupdict().items() if words is not None}
    if "times" in said:
        every, unit = _times(count(said["times"]), 12 if "a_year" in said else 6 if "half" in said else 3 if "quarterly" in said else 1)
    elif "meeting" in said or "meetings" in said:
        every, unit = 1, "meeting"
    elif "apart" in said:
        every, unit = _apart(said["apart"], said["apart_unit"])
    elif "mæssig" in said:
        every, unit = _UNITS[said["mæssig"].removesuffix("s")]
    elif "yearly" in said:
        every, unit = 1, "year"
    else:
        every, unit = _UNITS[" ".join((said.get("unit") or said.get("adverb") or said["wise"]).split())]
    every *= ordinal(said["every"]) if "every" in said else 1
    return FoundRecurrence(every, unit, *match.span()) if every else None


def _apart(many: str, unit: str) -> tuple[int, str]:
    """So many units from one to the next: "et halvt års mellemrum"."""
    if many in ("et halvt", "halve"):
        return (6, "month") if unit == "års" else (0, "month")
    every, name = _UNITS[unit.removesuffix("ers").removesuffix("s")]
    return every * count(many), name


def _times(times: int, months: int) -> tuple[int, str]:
    """So many times in so many months, as one every so often; 0 when that is no whole number of months."""
    if not times or months % times:
        return 0, "month"
    every = months // times
    return {12: (1, "year"), 3: (1, "quarter")}.get(every, (every, "month"))
