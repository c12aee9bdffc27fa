"""The table of follow-ups: one row for each way of asking or promising. A new phrase is a new row here and a row in its test's table.

A row says which kind of follow-up, in which parts of an item it counts (a decision asks in the present tense; elsewhere only what
recurs, or what is promised for a time to come), and the words. Rows are tried in order; the first that fits takes the sentence, and a
sentence may hold one follow-up of each kind.
"""

import re
from dataclasses import dataclass

DECISION = frozenset({"decision"})
ANYWHERE = frozenset({"decision", "summary", "other", "recommendation"})
TOLD = frozenset({"summary", "other"})

_STATUS = (
    r"(?:status(?:notat|rapport|opgørelse|møde|punkt|sag|er|en|redegørelse)?|(?:status|midtvejs|års)?(?:redegørelse|rapport|evaluering|afrapportering)(?:en|er)?"
    r"|orientering(?:en)?|opfølgning(?:en)?|tilbagemelding(?:en)?|opdatering(?:en)?|rapportering|nøgletal|beretning)"
)
_WANTS = (
    r"(?:ønske[rdt]?e?\b|vil gerne|gerne vil|bede[rs]?\b|bad\b|anmode[rds]*\b|efterlyse[rs]?\b|efterspørge[rs]?\b|forvente[rs]?\b|ser frem til|skal have|skal orienteres"
    r"|besluttede at (?:få|modtage|have)|vil have)"
)
_GETS = (
    r"(?:får|fås|modtager|vil modtage|vil få|skal (?:have|modtage|orienteres|forelægges|gives)|forelægges|vil blive forelagt|præsenteres for|vil blive (?:præsenteret|orienteret)"
    r"|orienteres|holdes orienteret|holdes løbende orienteret|gives|udarbejde[rs]|afgive[rs]|fremlægges|vil blive fremlagt|rapporterer|afrapporterer|afrapporteres|vil blive givet)"
)
_AGENT = (
    r"(?:[Ff]orvaltning(?:en)?|[Aa]dministration(?:en)?|[Ss]ekretariatet|[Ss]ekretær(?:en)?|[Ff]ormand(?:en|skabet)?|[Nn]æstformand(?:en)?|[Mm]edlemmerne|[Ii]ndstillingen"
    r"|[Dd]irektøren|[Cc]enterleder(?:en)?|[Aa]fdelingsleder(?:en)?|[Aa]rbejdsgruppen|[Uu]dvalget|[Rr]ådet|[A-ZÆØÅ][\wæøåé.-]+(?: [A-ZÆØÅ][\wæøåé.-]+){1,3})"
)
_DOES = (
    r"(?:undersøge|udarbejde|sende|fremsende|eftersende|udsende|rundsende|indkalde|kontakte|medbringe|sørge for|følge op|følge sagen|tage kontakt|rette henvendelse|skrive|"
    r"afklare|arbejde videre|gå videre|indhente|invitere|planlægge|koordinere|melde tilbage|bringe|fremlægge|lave|formulere|rette|opdatere|indarbejde|"
    r"tilrette|oplyse|afholde|arrangere|kigge på|se på|drøfte .{0,40} med|aftale|bestille|vurdere|forberede|beskrive|indsamle|tage .{0,60} op med|sætte .{0,60} på|deltage i|indgå i|"
    r"videresende|videreformidle|formidle|orientere|besøge|etablere|oprette|udforme|undersøges|søge)"
)
_DOES_NOW = (
    r"(?:undersøger|udarbejder|sender|fremsender|eftersender|udsender|rundsender|indkalder|kontakter|medbringer|sørger for|følger op|tager kontakt|retter henvendelse|skriver|"
    r"afklarer|arbejder videre|går videre|indhenter|inviterer|planlægger|koordinerer|melder tilbage|bringer|laver|formulerer|retter|opdaterer|indarbejder|"
    r"tilretter|afholder|arrangerer|kigger på|ser på|aftaler|bestiller|vurderer|forbereder|beskriver|indsamler|tager .{0,60}? (?:op )?med|sætter .{0,60}? på|indgår i|"
    r"videresender|videreformidler|formidler|besøger|etablerer|opretter|udformer|søger)"
)
_BE_DONE = (
    r"(?:udformes|udarbejdes|opdateres|undersøges|sendes|udsendes|fremsendes|eftersendes|indkaldes|afklares|etableres|oprettes|laves|formuleres|indhentes|inviteres|planlægges|arrangeres|"
    r"indarbejdes|tilrettes|afholdes|nedsættes|følges op|tages kontakt|rettes henvendelse|beskrives|vurderes|træffes)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row. `needs_time`: outside the decision it counts only when a time to come or a recurrence is told with it."""

    rule: str
    kind: str
    parts: frozenset[str]
    words: re.Pattern[str]
    needs_time: bool = False
    needs_recurrence: bool = False


def _row(rule: str, kind: str, parts: frozenset[str], words: str, **needs: bool) -> Phrase:
    return Phrase(rule, kind, parts, re.compile(words), **needs)


PHRASES = (
    # deferred: the item itself was put off
    _row("put off", "deferred", DECISION, r"^(?:\d+\.\s*(?:at\.?\s*)?)?(?:[Ss]agen|[Pp]unktet|[Dd]røftelsen|[Bb]ehandlingen|[Bb]eslutningen|[Ii]ndstillingen|[Oo]rienteringen)?\b[^.]{0,40}?\b(?:[Uu]dsat|[Uu]dsættes|[Uu]dskydes|[Uu]dskudt|[Uu]dsættelse)\b(?! for)"),
    _row("put off by the body", "deferred", DECISION, r"\b(?:besluttede|beslutter|vedtog|enedes om)\s+at\s+(?:udsætte|udskyde)\b"),
    _row("moved to a later day", "deferred", DECISION, r"\b(?:[Dd]ialogmødet|[Mm]ødet|[Tt]emamødet|[Bb]esøget|[Ss]agen)\b.{0,80}\b(?:udsættes|udskydes|flyttes)\b.{0,40}\btil\b"),
    # an extraordinary meeting
    _row("extraordinary meeting", "extra_meeting", DECISION, r"\b(?:holde|afholde|afholdes|afholder|holdes|indkalde(?:s|r)?(?: til)?|besluttes|arrangere(?:s|r)?|planlægge(?:s|r)?)\b.{0,30}\b(?:et )?ekstraordinært\s+(?:\w+)?møde"),
    # questions to the administration
    _row("asks", "question", DECISION, r"\b(?:ønsker|vil gerne|besluttede|beder om)\b.{0,30}\bat\s+(?:spørge|få svar på|få oplyst|vide|få at vide)\b"),
    _row("wants to know", "question", DECISION, r"\b(?:ønsker|ønskede|vil gerne have)\s+(?:oplyst|svar på|at vide|en forklaring|belyst|uddybet)\b"),
    _row("asks the administration", "question", DECISION, r"\b(?:spørger|spurgte til|stiller spørgsmål(?:et)? til|forespørger)\b.{0,60}\b(?:forvaltning|administration|om\b|hvad|hvor|hvorfor|hvordan|hvilke)"),
    _row("is asked to answer", "question", DECISION, r"\b(?:beder|bedes|anmoder|anmodes|opfordrer)\b.{0,60}\b(?:svare|besvare|oplyse|redegøre for|forklare|svar på)\b"),
    # somebody is to be heard
    _row("shall be heard", "hearing", DECISION, r"\b(?:[A-ZÆØÅ]\w*rådet|[A-ZÆØÅ]?\w*udvalget|parterne|brugerne|borgerne|pårørende|MED-\w+)\b.{0,60}\b(?:skal\s+)?(?:høres|inddrages og høres)\b"),
    _row("sent out to be heard", "hearing", DECISION, r"\b(?:sendes|sende|ønskes sendt|skal(?: sendes)?|bliver sendt)\b.{0,60}\bi\s+(?:\w+\s+)?høring\b"),
    # the answer to a hearing
    _row("answers a hearing", "hearing_response", DECISION, r"\b(?:afgive[rs]?|afgiver|skrive[rs]?|skriver|sende[rs]?|indsende[rs]?|udarbejde[rs]?|formulere[rs]?|godkendte?|godkender)\b.{0,60}\b(?:hørings?svar|udtalelse til høringen|bemærkninger til høringen)"),
    _row("has an answer", "hearing_response", DECISION, r"\b[Hh]øringssvar(?:et)?\b.{0,60}\b(?:sendes|afgives|fremsendes|udarbejdes|formuleres|skrives|indsendes)\b"),
    _row("has remarks to a hearing", "hearing_response", DECISION, r"\b[Hh]øringssvaret skal\b"),
    # status reports
    _row("wants a status", "status_report", DECISION, rf"\b{_WANTS}.{{0,90}}\b{_STATUS}\b"),
    _row("gets a status", "status_report", DECISION, rf"\b{_GETS}\b.{{0,90}}\b{_STATUS}\b"),
    _row("a status is given", "status_report", DECISION, rf"\b{_STATUS}\b.{{0,60}}\b(?:forelægges|gives|fremlægges|præsenteres|ønskes|sendes|skal gives|udarbejdes|følger)\b"),
    _row("is kept informed", "status_report", DECISION, r"\b(?:[Uu]dvalget|[Rr]ådet|[Bb]yrådet|\w+rådet|\w+udvalget)\b.{0,40}\b(?:holdes|orienteres|vil blive orienteret|skal orienteres|ønsker at blive orienteret|ønsker at blive holdt)\b.{0,40}"),
    _row("standing status", "status_report", TOLD, rf"\b(?:besluttede|vedtog|ønske[rd]e?|{_GETS[3:-1]})\b.{{0,120}}\b{_STATUS}", needs_recurrence=True),
    _row("standing status, put first", "status_report", TOLD, rf"\b{_STATUS}\b.{{0,80}}\b(?:forelægges|gives|fremlægges|sendes|præsenteres|udarbejdes)\b", needs_recurrence=True),
    _row("promised status", "status_report", TOLD, rf"\b(?:vil (?:få|modtage|blive forelagt|blive orienteret|blive præsenteret|blive givet)|forelægges|får|modtager|skal have|gives|præsenteres for)\b.{{0,90}}\b{_STATUS}\b", needs_time=True),
    _row("a status to come", "status_report", TOLD, rf"\b{_STATUS}\b.{{0,60}}\b(?:forelægges|vil blive (?:forelagt|fremlagt|givet|præsenteret)|gives|fremlægges)\b", needs_time=True),
    # the case comes back
    _row("comes back", "return", DECISION, r"\b(?:tages op igen|tages op på ny|optages igen|genoptages|genbehandles|behandles igen|drøftes igen|drøftes på ny|drøftes videre|behandles på ny|vender? (?:sagen )?(?:tilbage|retur)|kommer (?:igen|tilbage|retur)|forelægges (?:igen|på ny)|fremlægges igen)\b"),
    _row("on a coming meeting", "return", DECISION, r"\b(?:på|til|ved)\s+(?:et|det|udvalgets|rådets)?\s*(?:kommende|næste|senere|førstkommende|efterfølgende|følgende)\s+(?:ordinære\s+|udvalgs|råds|byråds)?møde\b"),
    _row("on the agenda", "return", DECISION, r"\b(?:sættes|sætter|sætte|tages|optages|kommer)\b.{0,40}\bpå\s+(?:en\s+|et\s+)?(?:dagsorden|(?:et\s+)?(?:kommende|næste))"),
    _row("presented anew", "return", DECISION, r"\b(?:forelægges?|fremlægger|fremlægges|præsenteres for|ny sag)\b.{0,120}\b(?:ny sag|nyt forslag|nyt oplæg|revideret|på mødet|ved udvalgets møde|møde i|møde den)\b"),
    _row("stays with the body", "return", DECISION, r"\b[Ss]agen\s+følges\b"),
    _row("promised back", "return", TOLD, r"\b(?:[Ss]agen|[Ff]orslaget|[Pp]lanen|[Ee]mnet|[Pp]unktet)\b.{0,40}\b(?:forelægges|genoptages|tages op|vender tilbage|fremlægges|behandles)\b.{0,30}\b(?:igen|på ny|endeligt)\b", needs_time=True),
    # tasks
    _row("does", "task", DECISION, rf"\b{_AGENT}\b(?:,[^,.]{{0,120}},)?.{{0,40}}?\b{_DOES_NOW}\b"),
    _row("shall do", "task", DECISION, rf"\b{_AGENT}\b.{{0,60}}?\b(?:skal|vil|bedes|bør|får til opgave at|har fået til opgave at|opfordres til at|anmodes om at|pålægges at|bemyndiges til at|kan)\b.{{0,60}}?\b{_DOES}\b"),
    _row("is asked to do", "task", DECISION, rf"\b(?:beder|bad|anmoder|anmodede|opfordrer|opfordrede|pålægger)\b.{{0,60}}?\b(?:om\s+)?(?:at\s+)?{_DOES}\b"),
    _row("shall be done", "task", DECISION, rf"\b(?:[Dd]er\s+|[A-ZÆØÅ]\w+\s+)?(?:skal|bør|ønskes)\b.{{0,60}}?\b{_BE_DONE}\b"),
    _row("decided to do", "task", DECISION, rf"\b(?:besluttede|beslutter|enedes om|aftalte|det aftaltes|[Dd]et (?:blev )?(?:aftalt|besluttet))\b.{{0,60}}?,?\s*at\s+(?:\w+\s+)?{_DOES}\b"),
    _row("is done", "task", DECISION, rf"\b[Dd]er\s+{_BE_DONE}\b"),
)
