"""The table of follow-ups: one row for each way of asking or promising. A new phrase is a new row here and a row in its test's table.

A row says which kind of follow-up, in which parts of an item it counts, and the words. A decision asks in the present tense; elsewhere
only what recurs, or is promised for a time to come, is open. Rows are tried in order and the first of a kind takes the sentence, which may
hold one follow-up of each kind. docs/obligations.md explains how to teach the reader a new one.
"""

import re
from dataclasses import dataclass
from enum import Enum

from minutes.obligations.words import AGENT, DOES, IS_DONE, STATUS, TO_DO

DECISION = frozenset({"decision"})
TOLD = frozenset({"summary", "other"})


class Needs(Enum):
    """What else must be told in the sentence: nothing, a time to come (a recurrence is one), or a recurrence."""

    NOTHING = "nothing"
    TIME = "time"
    RECURRENCE = "recurrence"


@dataclass(frozen=True, slots=True)
class Phrase:
    rule: str
    kind: str
    parts: frozenset[str]
    words: re.Pattern[str]
    needs: Needs


def _decided(rule: str, kind: str, words: str) -> Phrase:
    return Phrase(rule, kind, DECISION, re.compile(words), Needs.NOTHING)


def _told(rule: str, kind: str, words: str, needs: Needs) -> Phrase:
    return Phrase(rule, kind, TOLD, re.compile(words), needs)


_WHAT = r"(?:[Ss]agen|[Pp]unktet|[Dd]røftelsen|[Bb]ehandlingen|[Bb]eslutningen|[Ii]ndstillingen|[Oo]rienteringen|[Ss]tillingtagen)"
_GATHERING = r"(?:[Dd]ialogmødet|[Mm]ødet|[Tt]emamødet|[Bb]esøget|[Ss]tudieturen|[Ss]agen)"
_WANTS = (
    r"(?:ønsker|ønskede|vil gerne|gerne vil|beder|bad|bedes|anmoder|anmodede|efterlyser|efterlyste|efterspørger|forventer|ser frem til|"
    r"skal have|vil have|besluttede at (?:få|modtage|have)|vil følge)"
)
_GETS = (
    r"(?:får|modtager|vil (?:få|modtage|blive (?:forelagt|orienteret|præsenteret|givet))|skal (?:have|modtage|orienteres|forelægges)|"
    r"forelægges|præsenteres for|orienteres|gives|udarbejder|udarbejdes|afgiver|afgives|fremlægger|fremlægges|fremsender|rapporterer|"
    r"afrapporterer|afrapporteres|vender tilbage med|kommer med|følger op med)"
)
_SHOWN = r"(?:forelægges|gives|fremlægges|præsenteres|ønskes|sendes|udarbejdes|følger|vil blive (?:forelagt|fremlagt|givet|præsenteret))"
_AGAIN = (
    r"(?:tages op igen|tages op på ny|tages op til drøftelse|optages igen|genoptages|genbehandles|behandles igen|behandles på ny|drøftes igen|"
    r"drøftes på ny|drøftes videre|vender? (?:sagen )?(?:tilbage|retur)|kommer (?:igen|tilbage|retur)|(?:forelægges|fremlægges) (?:igen|på ny))"
)
_LATER_MEETING = (
    r"(?:et|det|udvalgets|rådets|byrådets)?\s*(?:kommende|næste|senere|førstkommende|efterfølgende|følgende)\s+"
    r"(?:ordinære\s+)?(?:udvalgs|råds|byråds)?møde"
)

PHRASES = (
    # The item itself was put off.
    _decided("put off", "deferred", rf"^(?:\d+\.\s*(?:at\.?\s*)?)?{_WHAT}?\b[^.]{{0,40}}?\b(?:[Uu]dsat|[Uu]dsættes|[Uu]dskydes|[Uu]dskudt|[Uu]dsættelse)\b(?! for)"),
    _decided("put off by the body", "deferred", r"\b(?:besluttede|beslutter|vedtog|enedes om)\s+at\s+(?:udsætte|udskyde)\b"),
    _decided("moved to a later day", "deferred", rf"\b{_GATHERING}\b.{{0,80}}\b(?:udsættes|udskydes|flyttes)\b.{{0,40}}\btil\b"),
    # An extraordinary meeting is to be called.
    _decided("extraordinary meeting", "extra_meeting", r"\b(?:holde[rs]?|afholde[rs]?|indkalde[rs]?(?: til)?|arrangere[rs]?|planlægge[rs]?)\b.{0,30}\bekstraordinært\s+\w*møde"),
    # The administration is asked something.
    _decided("asks", "question", r"\b(?:ønsker|vil gerne|besluttede|beder om)\b.{0,30}\bat\s+(?:spørge|få svar på|få oplyst|vide|få at vide)\b"),
    _decided("wants to know", "question", r"\b(?:ønsker|ønskede|vil gerne have)\s+(?:oplyst|svar på|at vide|en forklaring|belyst|uddybet)\b"),
    _decided("asks the administration", "question", r"\b(?:spørger|spurgte|stiller spørgsmål(?:et)?|forespørger)\b.{0,60}\b(?:forvaltning|administration|til\b|om\b|hvad|hvor|hvorfor|hvordan|hvilke)"),
    _decided("is asked to answer", "question", r"\b(?:beder|bedes|bad|anmoder|anmodes|opfordrer)\b.{0,60}\b(?:svare|besvare|oplyse|redegøre for|forklare)\b"),
    # Somebody is to be heard.
    _decided("shall be heard", "hearing", r"\b(?:\w*[Rr]ådet|\w*[Uu]dvalget|parterne|brugerne|borgerne|pårørende|MED-\w+)\b.{0,60}\b(?:skal\s+)?høres\b"),
    _decided("sent out to be heard", "hearing", r"\b(?:sendes|sende|ønskes sendt|bliver sendt)\b.{0,60}\b(?:i|til)\s+(?:\w+\s+)?høring\b"),
    # A hearing is to be answered.
    _decided("answers a hearing", "hearing_response", r"\b(?:afgive[rs]?|skrive[rs]?|sende[rs]?|indsende[rs]?|udarbejde[rs]?|formulere[rs]?|godkend(?:te|er|t))\b.{0,60}\b(?:hørings?svar|udtalelse til høringen|bemærkninger til høringen)"),
    _decided("has an answer", "hearing_response", r"\b[Hh]øringssvar(?:et)?\b.{0,60}\b(?:skal|sendes|afgives|fremsendes|udarbejdes|formuleres|skrives|indsendes)\b"),
    # A status is wanted or promised, once or again and again.
    _decided("wants a status", "status_report", rf"\b{_WANTS}\b.{{0,90}}\b{STATUS}\b"),
    _decided("gets a status", "status_report", rf"\b{_GETS}\b.{{0,90}}\b{STATUS}\b"),
    _decided("a status is given", "status_report", rf"\b{STATUS}\b.{{0,60}}\b{_SHOWN}\b"),
    _decided("is kept informed", "status_report", r"\b(?:holdes|ønsker at blive (?:holdt|orienteret)|skal orienteres|vil blive orienteret|orienteres)\b(?:.{0,20}\borienteret\b)?"),
    _told("standing status", "status_report", rf"\b(?:besluttede|vedtog|ønske[rd]e?|{_GETS})\b.{{0,120}}\b{STATUS}", Needs.RECURRENCE),
    _told("standing status, put first", "status_report", rf"\b{STATUS}\b.{{0,80}}\b{_SHOWN}\b", Needs.RECURRENCE),
    _told("promised status", "status_report", rf"\b(?:vil (?:få|modtage|blive (?:forelagt|orienteret|præsenteret|givet))|forelægges|får|modtager|skal have|gives|præsenteres for)\b.{{0,90}}\b{STATUS}\b", Needs.TIME),
    _told("a status to come", "status_report", rf"\b{STATUS}\b.{{0,60}}\b(?:forelægges|gives|fremlægges|vil blive (?:forelagt|fremlagt|givet|præsenteret))\b", Needs.TIME),
    # The case comes back to this body.
    _decided("comes back", "return", rf"\b{_AGAIN}\b"),
    _decided("at a coming meeting", "return", rf"\b(?:på|til|ved)\s+{_LATER_MEETING}\b"),
    _decided("on the agenda", "return", r"\b(?:sættes|sætter|sætte|tages|optages|kommer)\b.{0,40}\bpå\s+(?:en\s+|et\s+)?(?:dagsorden|(?:et\s+)?(?:kommende|næste))"),
    _decided("presented anew", "return", r"\b(?:forelægges?|fremlægge[rs]?|præsenteres for|ny sag)\b.{0,120}\b(?:ny sag|nyt forslag|nyt oplæg|revideret|på mødet|ved udvalgets møde|møde i|møde den)\b"),
    _decided("stays with the body", "return", r"\b[Ss]agen\s+følges\b"),
    _told("promised back", "return", r"\b(?:[Ss]agen|[Ff]orslaget|[Pp]lanen|[Ee]mnet|[Pp]unktet)\b.{0,40}\b(?:forelægges|genoptages|tages op|vender tilbage|fremlægges|behandles)\b.{0,30}\b(?:igen|på ny|endeligt)\b", Needs.TIME),
    # Somebody must do something.
    _decided("does", "task", rf"\b{AGENT}\b(?:,[^,.]{{0,120}},)?.{{0,40}}?\b{DOES}\b"),
    _decided("shall do", "task", rf"\b{AGENT}\b.{{0,60}}?\b(?:skal|vil|bedes|bør|får til opgave at|opfordres til at|anmodes om at|pålægges at|bemyndiges til at)\b.{{0,60}}?\b{TO_DO}\b"),
    _decided("is asked to do", "task", rf"\b(?:beder|bad|anmoder|anmodede|opfordrer|opfordrede|pålægger)\b.{{0,60}}?\b{TO_DO}\b"),
    _decided("shall be done", "task", rf"\b(?:skal|bør|ønskes)\b.{{0,60}}?\b{IS_DONE}\b"),
    _decided("decided to do", "task", rf"\b(?:besluttede|beslutter|enedes om|aftalte|aftaltes|aftalt|besluttet)\b.{{0,60}}?,?\s*at\s+(?:\w+\s+)?{TO_DO}\b"),
    _decided("is done", "task", rf"\b[Dd]er\s+{IS_DONE}\b"),
)  # fmt: skip
