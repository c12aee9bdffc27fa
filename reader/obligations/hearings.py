"""Hearings an item tells of: what is sent out to be heard, from when, until when, and by whom."""

import datetime as dt
import re

from danish.folding import name_key
from danish.periods import Direction, Period, Precision
from danish.periods.spans import add_months
from reader import facts
from reader.obligations.abbreviations import in_full
from reader.obligations.parties import IN_HEARING, parties_of
from reader.obligations.passages import Passage, Setting
from reader.obligations.prefilter import HEARINGS, has
from reader.obligations.reported_speech import own_words

# A sentence is about a consultation when it says so in one of these ways; a reply, a memo or the statute of one is not.
_ABOUT = re.compile(
    rf"\b{IN_HEARING}|\b[Dd]er er (?:\w+ )?høring\b|\b\w*[Hh]øringsfrist\w*|\b[Hh]øringsperiode\w*|\b[Hh]øringsproces\w*|\b[Hh]øringsfase\w*|\b[Hh]øringspart\w*|"
    r"\b(?:\w*[Ff]rist\w*|[Ss]enest|[Ii]nden(?! for)|[Tt]il og med|[Ii]ndtil|[Ff]rem til)\b.{0,60}\b(?:høring|bemærkninger\b(?! til (?:referat|dagsorden|mødet)))|\b[Hh]øringssvar\w*\b.{0,60}\b(?:senest|inden(?! for)|til og med|indtil|frem til|til (?:den )?\d|frist)|"
    r"\b[Hh]øring(?:en)?\b.{0,60}\b(?:slutter|sluttede|løber|løb|udløber|udløb|begynder|starter|afsluttes)|\bhøres (?:i|om|bredt|inden|frem|senest|til|fra)\b|\ben (?:\w+ )?høring\b|"
    r"\b[Hh]øringspart\w*.{0,90}\b(?:i hænde|senest|inden)|\b[Hh]ørings(?:materiale|brev|udkast)\w*\b.{0,60}\bfrist|"
    r"\bafgive (?:et )?høringssvar\b|\b[Ii]ndsigelsesfrist\w*|\b[Hh]øring(?:en|er)?\b.{0,60}\b(?:\w*frist|senest|inden\b(?! for))|\b[Hh]øring (?:af|hos|blandt|i) .{0,90}\(|\bbemærkninger\b.{0,40}\bi perioden|\budtale sig\b.{0,40}\b(?:senest|inden)|\b(?:bedes|bedt|anmodes|anmodet) om (?:\w+ ){0,3}?(?:udtalelse|bemærkninger|høringssvar)|"
    r"\b(?:fremlagt|fremlægges|fremlagte) (?:fra (?:den )?\d|i perioden|i \w+ uger|indtil|til og med)|\bsend(?:es|t|e) (?:\w+ ){0,2}til bemærkninger|"
    r"\b(?:[Bb]emærkninger|[Ii]ndsigelser)\b(?! til (?:referat|dagsorden|mødet)).{0,60}\b(?:senest|inden|frist|indtil|frem til|til og med)|\b[Ss]varfrist|\boffentlig (?:høring|fremlæggelse)|\b(?:fremlægges|fremlagt|fremsættes) offentlig|^\W*[A-ZÆØÅ][\wæøå, ]{2,60} høres om|: [Hh]øringsfrist$"
)
# In a decision "svaret sendes rundt inden …" is the body's own arrangement; a hearing's deadline is called one.
_NAMES_IT = re.compile(
    rf"\b{IN_HEARING}|\bsend(?:es|t|e) (?:\w+ ){{0,2}}til bemærkninger|\w*frist|høringsperiode|offentlig|\bhøringen (?:slutter|løber|udløber|begynder|starter)",
    re.IGNORECASE,
)
_NO_HEARING = re.compile(
    r"\b(?:ikke|ingen|uden)\b.{0,40}\bhøring|\b[Pp]artshøring|\bhøringsret|§.{0,40}\bhøring|\bskal høres om alle|\b[Hh]øring(?:en)? i Folketinget|"
    r"\borienterede\b.{0,120}\bhøring|\ber høringspart\b|\b[Ss]kal (?:altid )?(?:sendes )?i høring,? (?:før|inden|hvis|når)\b|\b[Ss]kal (?:\w+ )?i (?:\w+ )?høring i mindst"
)
# Not sent out, only thought of: "når udkastet er i høring", "om forslaget kan sendes i høring".
_THOUGHT_OF = re.compile(rf"\b(?:når|om|hvis|inden|før|kan)\b[^,.]{{0,60}}\b{IN_HEARING}", re.IGNORECASE)
_PROPOSED = re.compile(rf"\b(?:foreslog|stillede forslag)\b.*{IN_HEARING}")
_DEADLINE = re.compile(
    r"(?:\w*[Hh]øringsfrist(?:en)?|[Ii]ndsigelsesfrist(?:en)?|[Ii] hænde|[Ff]rist(?:en)?(?: for (?:[\w-]+ ){0,6}?(?:høringssvar(?:ene|et)?|bemærkninger|svar|høringsmaterialet))?|"
    r"[Hh]øringssvar(?:ene|et)?(?: [\w-]+){0,6}? senest|svarfrist(?:en)?|[Ss]idste frist)"
)
# What the sentence after it says: "Rådet kan afgive høringssvar. Fristen er den 4. april."
_ITS_DEADLINE = re.compile(r"(?:Svarf|F|Høringsf)rist|Svar(?:et|ene)? (?:skal|bedes)|Senest|Der er frist|Det skal")
# "Til sommer", "til næste år" say when it comes, not until when it runs.
_TO_COME = re.compile(
    r"\b[Tt]il (?:næste|sommer|foråret|efteråret|vinter|efter|års?skiftet|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
)
# "Efter høringsfristens udløb behandles forslaget i september": what follows the deadline is no deadline.
_FOLLOWING = re.compile(r"\b(?:[Ee]fter|[Nn]år)\s+(?:endt\s+|udløb(?:et)? af\s+)?(?:den (?:\w+ )?)?høring\w*")
_AFTER = re.compile(r"\b(?:sendes|behandl\w+|forelægges|fremlægges|efterfølgende|herefter|hvorefter)\b")
_TREATED = re.compile(r"\b(?:behandl\w+|forelægges|fremlægges|efterfølgende|hvorefter)\b")
# "Frem til byrådets behandling den 8. oktober".
_UNTIL_THEN = re.compile(r"\b(?:frem til|indtil)\b[^.,;]{0,40}$", re.IGNORECASE)
_HAS_BEEN = re.compile(r"\b(?:har (?:været|ligget|haft)|lå|var|blev)\b")
# "Fristen er rykket fra den 31. august til den 14. september": the first of the two is over.
_MOVED = re.compile(r"[Ff]rist\w*\b[^.,;]{0,40}\b(?:rykket|rykkes|flyttet|flyttes|forlænget|forlænges|udskudt|ændret|ændres)\b")
# "… og ventes vedtaget efter sommerferien": that is when the case is settled.
_COMES_AFTER = re.compile(r"\b(?:ventes|forventes|vedtages?|godkendes|træder)\b")
_OTHER_EVENT = re.compile(
    r"\b(?:borgermøde\w*|informationsmøde\w*|temamøde\w*|dialogmøde\w*|orienteringsmøde\w*|klage\w*|ansøgning\w*)\b", re.IGNORECASE
)
_UNTIL = re.compile(
    r"\b(?:frem til|indtil|til og med|til|senest|inden|udløber|slutter|afsluttes)\s*(?:den|d\.|fredag den)?\s*$", re.IGNORECASE
)
_SEND = r"(?:lå|ligget|ude|komme[rs]?|går|gå|ryger|sendes|sendt|sende[rt]?|send|udsendes|rundsendes|udsendt|lægges|fremlægges|fremsendes|ligger|lagt|har været|er|været|haft|skal)"
_SENT = re.compile(rf"\b{_SEND}\b.{{0,90}}\b{IN_HEARING}|\bvar i høring\b|\bsend(?:es|t|e) (?:\w+ ){{0,2}}til bemærkninger", re.IGNORECASE)
_SENT_ON = re.compile(r"\b(?:blev|er|bliver|blevet)\b[^,;]{0,40}$", re.IGNORECASE)
_RUNS = re.compile(rf"\b(?:{IN_HEARING}|[Hh]øringsperiode\w*|[Hh]øringen)\b")
# A range's days are at least so far apart: more than one day, week, month has.
_LONGEST = {Precision.DAY: 1, Precision.WEEK: 7, Precision.MONTH: 31}


def hearings_of(item: facts.ItemFacts, passages: list[Passage], setting: Setting) -> list[facts.HearingFacts]:
    """The item's hearings, one for each deadline; one without a deadline only when the item tells of no other."""
    found: list[facts.HearingFacts] = []
    for passage in passages:
        if not has(passage.low, HEARINGS):
            continue
        text = in_full(own_words(passage), setting.short)
        if not _ABOUT.search(text) or _NO_HEARING.search(text) or (passage.role == "decision" and not _decides(text)):
            continue
        deadline, opens = _times(passage, text, setting)
        if deadline is None and (after := passage.next) and after.role == passage.role and _ITS_DEADLINE.match(after.text):
            deadline, _opens = _times(after, after.text, setting)
        parties = parties_of(passage, text, setting)
        if (
            deadline is None
            and (passage.cells or not (_SENT.search(text) or opens) or (_THOUGHT_OF.search(text) and not opens))
            and not (parties and (passage.listed or "høres" in text))
        ):
            continue
        _add(found, facts.HearingFacts(item.title, opens, deadline, parties, passage.text, _rule(deadline, parties), at=passage.at))
    return [hearing for hearing in found if hearing.deadline or len(found) == 1]


def _decides(text: str) -> bool:
    """Tells whether a decision's sentence is about a hearing as such, and not one member's proposal of one."""
    return bool(_NAMES_IT.search(text)) and not _PROPOSED.search(text)


def _rule(deadline: dt.date | None, parties: list[str]) -> str:
    return "tells a deadline" if deadline else "names who is heard" if parties else "is sent out"


def _add(found: list[facts.HearingFacts], new: facts.HearingFacts) -> None:
    """One consultation told twice is one: the same deadline, or one telling that lacks it."""
    for known in found:
        if known.deadline == new.deadline or None in (known.deadline, new.deadline):
            if known.deadline is None and new.deadline is not None:
                known.deadline, known.quote, known.rule, known.at = new.deadline, new.quote, new.rule, new.at
            known.opens = known.opens or new.opens
            keys = {name_key(party) for party in known.parties}
            known.parties += [party for party in new.parties if name_key(party) not in keys]
            return
    found.append(new)


def _times(passage: Passage, text: str, setting: Setting) -> tuple[dt.date | None, facts.Days | None]:
    """Deadline and opening: the period that a word for a deadline leads to, and the one the sending out has."""
    deadline, opens = None, None
    for period in passage.periods_told(setting):
        before = passage.text[: period.start]
        if period.precision is Precision.OPEN or _OTHER_EVENT.search(before[-60:]):
            continue
        if period.direction is Direction.FROM:
            if period.first and _RUNS.search(before) and not _COMES_AFTER.search(before[-60:]):
                opens = opens or facts.Days(period.first, period.first)
        elif period.last is None:
            continue
        elif _is_deadline(passage.text, before, period):
            deadline = deadline or period.last
            if period.first and _is_range(period) and not _MOVED.search(before):
                opens = opens or facts.Days(period.first, period.first)
        elif deadline is None and period.first and _is_opening(passage.text, before, period):
            opens = opens or _when_it_was(facts.Days(period.first, period.last), period, before, setting)
    if opens and deadline and opens.start > deadline:  # "Fra den 1. juni", said on the sixth, is the June just past.
        opens = facts.Days(*(add_months(day, -12) for day in (opens.start, opens.end)))
    return deadline, opens


def _when_it_was(days: facts.Days, period: Period, before: str, setting: Setting) -> facts.Days:
    """The days, a year back where the year is not printed and the sentence tells of what has been."""
    if period.year_inferred and days.start > setting.day and _HAS_BEEN.search(before):
        return facts.Days(add_months(days.start, -12), add_months(days.end, -12))
    return days


def _is_range(period: Period) -> bool:
    """Tells whether it goes from one day, week or month to another: "fra uge 25 til uge 35"."""
    longest = _LONGEST.get(period.precision)
    return bool(longest is not None and period.first and period.last and (period.last - period.first).days >= longest)


def _is_deadline(text: str, before: str, period: Period) -> bool:
    if _FOLLOWING.search(before) or _TO_COME.search(text[max(0, period.start - 4) : period.end]):
        return False
    near = before[-70:]
    word = _DEADLINE.search(near)
    if word and _AFTER.search(near[word.end() :]):
        return False
    if _is_range(period) or (period.direction is Direction.BY and not _TREATED.search(before[-40:])):
        return True
    return bool(
        word
        or _UNTIL.search(near)
        or _UNTIL_THEN.search(near)
        or text[period.start :].startswith("til ")
        or re.match(r"\W*[Hh]øringsfrist", text[period.end :])
    )


def _is_opening(text: str, before: str, period: Period) -> bool:
    """Sent out then: "sendes i høring medio juni", "blev den 5. januar sendt til høring"."""
    since = before.rpartition("høring")[2]
    if _FOLLOWING.search(before) or _AFTER.search(since) or re.search(r"\b(?:inden|før|når|hvis)\b", since):
        return False
    if _SENT.search(before) or re.search(r"[Hh]øring\w*\s*:?\s*$|\bhøres (?:\w+ )?$", before):
        return True
    return bool(_SENT_ON.search(before) and re.match(r"\s*(?:sendt|udsendt|lagt)\b", text[period.end :]))
