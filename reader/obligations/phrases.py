"""The table of follow-ups: one row for each way of asking or promising. A new phrase is a new row here and a row in the table of sentences.

A row says which kind of follow-up, the words, and, outside the decision, what else must be told. `@name` stands for words of `words.py`,
`…` for up to 90 characters. A decision asks in the present tense; elsewhere only what recurs, or is promised for a time to come, is open.
The first row of a kind takes the sentence. docs/obligations.md explains how to teach the reader a new one.
"""

import re
from dataclasses import dataclass
from enum import Enum

from reader.obligations import prefilter
from reader.obligations.prefilter import has
from reader.obligations.words import NAMES

_NAME_STEMS = {"status": prefilter.STATUS, "later": ("møde",), "gathering": ("møde", "besøg", "tur", "dag", "besigt")}
# A row with this looks for names, and so at capitals.
_CAPITALS = "(?-i:"
DECISION = frozenset({"decision"})
TOLD = frozenset({"summary", "other"})


class Needs(Enum):
    """What else must be told: nothing; a time to come or an occasion ("når …"); a recurrence; that an answer is still owed."""

    NOTHING = "nothing"
    TIME = "time"
    RECURRENCE = "recurrence"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Phrase:
    """`is_weak`: any other kind of follow-up in the sentence takes it from this one. A sentence
    with none of its `stems`, when it has any, is not looked at."""

    rule: str
    kind: str
    parts: frozenset[str]
    words: re.Pattern[str]
    needs: Needs
    is_weak: bool = False
    stems: tuple[str, ...] = ()
    has_names: bool = False

    def takes(self, text: str, low: str) -> bool:
        """Whether the row takes the sentence; `low` is `text` in small letters, which only names of people are not looked for in."""
        if self.stems and not has(low, self.stems):
            return False
        return self.words.search(text if self.has_names else low) is not None


def _pattern(row: str) -> re.Pattern[str]:
    named = re.sub(r"@(\w+)", lambda name: NAMES[name[1]], row)
    row = r"(?<!\w)(?:" + named.replace(" … ", "…").replace("…", r"\b.{0,90}?\b") + r")(?!\w)"
    return re.compile(row, re.IGNORECASE if _CAPITALS in row else 0)


def _has_names(row: str) -> bool:
    return _CAPITALS in row or "@agent" in row


def _stems(row: str) -> tuple[str, ...]:
    """Of these a sentence of the row holds one: its longest plain word, else those of a name in it; empty where neither is sure."""
    while row != (row := re.sub(r"\([^()]*\)(?:[?*+]|\{[^}]*\})?", "…", row)):
        pass
    if "|" in row:
        return ()
    names = re.findall(r"@(\w+)", row)
    row = re.sub(r"@\w+|\[[^]]*\][?*+]?|\w\?|\\\w", "…", row)
    word = max((word.strip() for word in re.split(r"[^a-zæøå ]+", row)), key=len)
    return (word,) if len(word) > 3 else next((_NAME_STEMS[name] for name in names if name in _NAME_STEMS), ())


def _decided(rule: str, kind: str, words: str, needs: Needs = Needs.NOTHING, *, is_weak: bool = False) -> Phrase:
    return Phrase(rule, kind, DECISION, _pattern(words), needs, is_weak, _stems(words), _has_names(words))


def _told(rule: str, kind: str, words: str, needs: Needs) -> Phrase:
    return Phrase(rule, kind, TOLD, _pattern(words), needs, stems=_stems(words), has_names=_has_names(words))


MOVED = "moved to a later day"

PHRASES = (
    # The item itself was put off.
    _decided("put off", "deferred", r"^\W*(?:[\d., og]*(?:at\.? ?)?)(?:@item )?(?:(?:blev|bliver|er|ønskes|foreslås) )?(?:udsat(?! for| af)|udsættes(?! for)|udskydes|udskudt|udsættelse)"),
    _decided("put off, within", "deferred", r"@item … (?:udsættes(?! for)|udsat(?! for| af)|udskydes|udskudt|overføres til|tages af dagsordenen|udgår … behandles)"),
    _decided("put off by the body", "deferred", r"(?:udsætte[r]?|udsatte|udskyde[r]?|udskød) (?:@item|sin|den|til)"),
    _decided("off the agenda", "deferred", r"(?:tages|taget|trækkes|trukket) af dagsordenen|udgik|når(?:ede)? ikke … næste (?:møde|gang)|ikke nå(?:s|ede|et)? … næste (?:møde|gang)|@item (?:\w+ )?ikke nået"),
    _decided("drawn back, and comes again", "deferred", r"(?:sagen|punktet|forslaget|indstillingen) trækkes … (?:genoptag\w*|behandles|forelægges|fremlægges)"),
    _decided("let rest", "deferred", r"@item (?:\w+ )?(?:hviler|parkeres|parkeret|skydes|skubbes|(?:sættes|stilles|lægges) (?:på pause|i bero|på is|til side))"),
    _decided("pushed on", "deferred", r"(?:skyde[r]?|skubbe[r]?|skød) (?:@item|den|det) … til"),
    _decided(MOVED, "deferred", r"@gathering … (?:udsættes|udskydes|flyttes|rykkes) … til"),
    # An extraordinary meeting is to be called.
    _decided("extraordinary meeting", "extra_meeting", r"(?:holde[rs]?|afholde[rs]?|indkalde[rs]?|arrangere[rs]?|planlægge[rs]?|aftale[rs]?|fastsætte[rs]?|mødes til) … (?:ekstraordinært|ekstra) \w*møde"),
    # The administration is asked something.
    _decided("asks", "question", r"(?:ønsker|vil gerne|besluttede|beder om|bad om) … (?:at (?:spørge|få svar|få oplyst|vide|få at vide|få belyst|få en forklaring))"),
    _decided("wants to know", "question", r"(?:ønsker|ønskede|vil gerne have|efterlyser|efterlyste|beder om|bad om|ønskes) … (?:oplyst|svar på|at vide|en forklaring|forklaret|belyst|uddybet|oplysninger om)"),
    _decided("asks the administration", "question", r"(?:spørger|stiller spørgsmål(?:et)?|forespørger|stiller følgende spørgsmål)"),
    _decided("is asked to answer", "question", r"(?:beder|bedes|bad|anmoder|anmodes|anmodede|opfordrer) … (?:svare|besvare|oplyse|redegøre for|forklare)"),
    _decided("is to be answered", "question", r"spørgsmål(?:et|ene)? … (?:besvares|undersøges|afklares|sendes|videregives)"),
    _decided("asked, answer owed", "question", r"(?:spurgte|blev spurgt|spurgt)(?! os| rådet| udvalget)", Needs.ANSWER),
    # Somebody is to be heard.
    _decided("shall be heard", "hearing", r"(?:@body|\w+rådet|parterne|brugerne|borgerne|pårørende|beboerne|forældrene|personalet|MED-\w+|organisationerne|naboerne) … (?:høres|bliver hørt|blive hørt|inddrages og høres)"),
    _decided("shall be drawn in", "hearing", r"(?:\w{3,}råde(?:t|ne)|parterne|brugerne|borgerne|(?:de )?pårørende|beboerne|forældrene|personalet|organisationerne|naboerne) (?:\w+ )?(?:inddrages|bliver inddraget|tages med på råd)(?! i)"),
    _decided("sent out to be heard", "hearing", r"(?:sendes|sende|ønskes sendt|bliver sendt|udsendes|lægges|fremlægges|udsende) … (?:i|til) (?:\w+ )?høring"),
    # A hearing is to be answered.
    _decided("answers a hearing", "hearing_response", r"(?:afgive[rs]?|skrive[rs]?|sende[rs]?|indsende[rs]?|fremsende[rs]?|udarbejde[rs]?|formulere[rs]?|godkend(?:te|er|t|es)|lave[rs]?|færdiggøre[rs]?) … (?:\w*hørings?svar(?:et)?|høringsudtalelse|udtalelse til høringen|bemærkninger til høringen)"),
    _decided("a hearing is answered", "hearing_response", r"(?:svarer?|besvare[rs]?) (?:på )?(?:\w+ )?høring(?:en|erne)?|høring(?:en|erne) … besvares"),
    _decided("has an answer", "hearing_response", r"høringssvaret? … (?:skal|sendes|afgives|fremsendes|udarbejdes|formuleres|skrives|indsendes|rettes til)"),
    # A status is wanted or promised, once or again and again.
    _decided("wants a status", "status_report", r"@wants(?!,? at (?:\w+en|\w+et) (?:indeholder|omfatter|også|viser|tager)) … @status(?! (?:indeholder|omfatter|også omfatter))"),
    _decided("wants to hear how it goes", "status_report", r"(?:vil gerne|ønsker at|gerne vil|ønskede at|vil) (?:\w+ )?høre (?:nyt|hvordan|om (?:udviklingen|fremdriften|resultat\w*|erfaring\w*|hvordan))|fortælle[r]? … hvordan (?:det|de\w*|\w+en|\w+et) … (?:går|gik|forløber)|hvordan det går med"),
    _decided("tells at a meeting", "status_report", r"(?:vil|skal|kommer og) … (?:(?:@meeting|@later) … (?:orientere[r]?|informere[r]?)|(?:orientere[r]?|informere[r]?) … (?:@meeting|@later))"),
    _decided("is gathered up then", "status_report", r"samles op|følges op på (?:erfaringerne|ordningen|forsøget|indsatsen|effekten|resultaterne)", Needs.TIME),
    _decided("gets a status", "status_report", r"@gets … @status"),
    _decided("a status is given", "status_report", r"@status … @shown"),
    _decided("is kept informed", "status_report", r"(?:holdes|(?:ønsker|beder om|vil gerne|anmoder om|skal) (?:\w+ ){0,2}(?:at )?(?:blive )?(?:holdt|orienteret|orienteres|underrettet|underrettes)) … (?:orienteret|underrettet|ajour|opdateret|orienteres|om|når|hvis|til)"),
    _decided("the administration tells", "status_report", r"@administration … (?:orienterer|informerer) … (?:@later|@meeting|når|løbende|igen|hvert?|kvartalsvist?|(?:halv)?årligt|månedligt)"),
    _decided("is told", "status_report", r"(?:@body|der) … (?:vil blive orienteret|orienteres)"),
    _decided("a status is made", "status_report", r"(?:en|et|ny|nyt) (?:\w+ )?@status … (?:udarbejdes|sendes|følger|afgives)"),
    _decided("a quarterly status", "status_report", r"@status … (?:hvert|hver|kvartalsvis|årligt|halvårligt)", Needs.RECURRENCE),
    _told("standing status", "status_report", r"@body … (?:få|får|fået|modtage|modtager|modtaget|have|forelægges|forelagt|præsenteres for|orienteres) … @status", Needs.RECURRENCE),
    _told("standing status, how often first", "status_report", r"(?:får|modtager|gives|forelægges|fremlægges|præsenteres) … @body … @status", Needs.RECURRENCE),
    _told("standing status, decided", "status_report", r"(?:besluttede|vedtog|ønskede|ønsker|bad) … @status", Needs.RECURRENCE),
    _told("standing status, at each meeting", "status_report", r"(?:på|ved) hvert møde … (?:fremlægger|giver|forelægges|fremlægges|orienteres|gives) … @status", Needs.RECURRENCE),
    _told("standing status, given", "status_report", r"@administration(?! og) … (?:udarbejder|giver|forelægger|fremlægger|afrapporterer|orienterer|rapporterer|aflægger|forelægge|fremlægge|orientere|afrapportere|give|udarbejde) … (?:@status|@body)", Needs.RECURRENCE),
    _told("standing status, put first", "status_report", r"@status … @shown … (?:@body|@administration|møde\w*)", Needs.RECURRENCE),
    _told("standing status, put last", "status_report", r"(?:forelægges|gives|fremlægges|præsenteres) … @status … @body", Needs.RECURRENCE),
    _told("shown again and again", "status_report", r"@body … (?:får|modtager|vil få|skal have|bliver|vil blive) … (?:forelagt|fremlagt|præsenteret)", Needs.RECURRENCE),
    _told("told at the meetings", "status_report", r"(?:orienteres|gives) … (?:rådets|udvalgets|bestyrelsens) møder", Needs.RECURRENCE),
    _told("regularly told", "status_report", r"@body … (?:orienteres|orienteret) … om", Needs.RECURRENCE),
    _told("promised status", "status_report", r"@body … (?:vil (?:\w+ )?(?:få|modtage|blive (?:forelagt|præsenteret|givet))|forelægges|får|modtager|skal have|præsenteres for|forventes at (?:få|modtage)|forventer at (?:få|modtage)) … @status", Needs.TIME),
    _told("status shown then", "status_report", r"(?:vil blive (?:forelagt|fremlagt|givet|præsenteret)|forelægges|fremlægges|gives) … @status", Needs.TIME),
    _told("the administration gives one then", "status_report", r"@administration … (?:forelægger|fremlægger|giver|aflægger|vil … (?:forelægge|fremlægge|give|aflægge)) … (?:@status … @body|@body … @status)", Needs.TIME),
    _told("a status to come", "status_report", r"@status … (?:forelægges|gives|fremlægges|præsenteres|vil blive (?:forelagt|fremlagt|givet|præsenteret))", Needs.TIME),
    _told("will be told", "status_report", r"(?:@body|der) … (?:vil blive orienteret|orienteres) … om", Needs.TIME),
    _told("promised back with a status", "status_report", r"(?:vender|vil vende) tilbage … @body … med … @status", Needs.NOTHING),
    # The case comes back to this body.
    _decided("comes back", "return", r"@again"),
    _decided("comes back with a case", "return", r"(?:vender|vende|komme[r]?) (?:tilbage )?… med (?:en (?:ny )?sag|et (?:nyt |revideret )?(?:oplæg|forslag|notat)|en (?:model|plan)|forslag)"),
    _decided("back at a meeting", "return", r"(?:vende[r]?|kommer) (?:sagen )?(?:tilbage|retur) … (?:@meeting|@later|med)"),
    _decided("comes with an offer", "return", r"kommer … med (?:et|en) (?:\w+ )?(?:oplæg|forslag|sag|notat|plan|model|bud|udspil|løsning)"),
    _decided("wants it back", "return", r"(?:ønsker|ønskede|vil gerne have|beder om|bad om at få) (?:sagen|punktet|emnet|forslaget|den|det) (?:\w+ )?(?:tilbage|igen|genfremsat|genoptaget|forelagt|på (?:ny|mødet|dagsordenen|et|næste)|behandlet|drøftet)"),
    _decided("standing item", "return", r"(?:fast|stående) (?:dagsordens)?punkt|på dagsordenen", Needs.RECURRENCE),
    _decided("wants it shown", "return", r"(?:vil|ønsker|ønskede|skal|vil gerne|bad om|beder om)(?: at)? … (?:have|få) … (?:forelagt|fremlagt|præsenteret)"),
    _decided("comes and tells", "return", r"komme[r]? … (?:og|for at) (?:fortælle[r]?|orientere[r]?|holde[r]? oplæg|vise[r]?)"),
    _decided("on the agenda", "return", r"(?:sættes|sætter|sætte|tages|optages|kommer|lægges|dagsordensættes|sat) … (?:på som punkt|som punkt|på (?:en |et )?(?:dagsorden\w*|(?:et )?(?:kommende|næste)))"),
    _decided("shown at a meeting", "return", r"(?:forelægge[rs]?|forelagt|fremlægge[rs]?|præsentere[rs]? for|præsenteres|ny sag) … (?:ny sag|nyt forslag|nyt oplæg|revideret|@meeting|på et møde|@later)"),
    _decided("shown at a meeting, named first", "return", r"(?:@meeting|@later) … (?:at )?(?:forelægge[rs]?|fremlægge[rs]?|præsenteres|forelagt)"),
    _decided("treated at a meeting", "return", r"(?:behandles|drøftes|genbehandles) (?:igen )?(?:@meeting|på @later|@later)|(?:en )?(?:ny )?(?:drøftelse|behandling) … (?:på )?@later"),
    _decided("talked of at a later meeting", "return", r"(?:høre mere|høre nærmere|få besøg|drøfte\w*|besøges) … på (?:et )?@later"),
    _decided("stays with the body", "return", r"(?:sagen|emnet) følges"),
    _decided("comes back some time", "return", r"(?:vende[r]?|vil vende) (?:\w+ )?tilbage", is_weak=True),
    _decided("at a coming meeting", "return", r"(?:på|til|ved) @later", is_weak=True),
    _told("promised back", "return", r"@item … (?:forelægges|genoptages|tages op|vender tilbage|fremlægges|behandles|kommer) … (?:igen|på ny)|@item … gen(?:besøges|drøftes|fremlægges|fremsættes|forelægges|optages)", Needs.TIME),
    # Somebody must do something.
    _decided("does", "task", r"@agent(?:,[^,.]{0,120},)?[^.,]{0,40}? @does"),
    _decided("does, by first name", "task", r"(?!@outsider )(?-i:[A-ZÆØÅ])[\w-]+ @does"),
    _decided("tells then", "task", r"@agent(?:,[^,.]{0,120},)?[^.,]{0,40}? @tells", Needs.TIME),
    _decided("finds", "task", r"@agent … finder (?:en|et|frem|tid)"),
    _decided("it is sent", "task", r"(?:den|det|svaret|brevet|referatet|\w*beretningen|materialet) (?:\w+ )?(?:sendes|rundsendes|fremsendes|udsendes)"),
    _decided("takes part", "task", r"@agent … indgår i (?:\w+ ){0,2}\w*(?:gruppen?|udvalget|samarbejdet|arbejdet|planlægningen)"),
    _decided("takes it up with others", "task", r"@agent … tager … (?:(?:op|videre) (?:med|til|over for)|med (?:videre )?til)"),
    _decided("takes upon", "task", r"@agent … (?:påtager sig|påtog sig|tager sig af|lovede at|har lovet at|tilbød at)"),
    _decided("is sent the thing", "task", r"(?:får|få|have) (?:\w+ )?tilsendt"),
    _decided("then somebody does", "task", r"^(?:til|inden|før|efter|herefter|derudover|desuden|endvidere|samtidig)\b[^,.]{0,60}? @does (?:@agent|alle|man)"),
    _decided("shall do", "task", r"@agent … (?:skal|vil|bedes|får til opgave at|opfordres til at|anmodes om at|pålægges at|bedes om at) … @todo"),
    _decided("is asked to do", "task", r"(?:beder|bad|anmoder|anmodede|opfordrer|opfordrede|pålægger|pålagde) … @todo"),
    _decided("shall be done", "task", r"(?:skal|bør|ønskes|ønsker) … @done"),
    _decided("was asked to do", "task", r"blev (?:\w+ )?(?:bedt om|anmodet om|opfordret til|pålagt) … @todo"),
    _decided("will be done", "task", r"(?:vil|skal|bør) (?:\w+ ){0,3}blive @been"),
    _decided("wants it received", "task", r"(?:ønsker|forventer|forudsætter), at … (?:er|bliver) (?:modtaget|fremsendt|afleveret|udarbejdet|færdig\w*|sendt)", Needs.TIME),
    _decided("decided to do", "task", r"(?:besluttede|beslutter|vedtog|vedtager|bestemte|bestemmer|valgte|(?:er|var) enige om|enedes om|aftalte|aftaltes|aftalt|besluttet|blev enige om)(?: \w+){0,3}?,? at (?:\w+ )?(?:@todo|tage på|tage til|besøge|deltage|holde \w*(?:møde|dag))"),
    _decided("is done", "task", r"der (?:\w+ )?@done"),
    _decided("is invited", "task", r"(?:inviteres|indbydes|indkaldes|kontaktes|rykkes|rundsendes|udsendes|omdeles|opdateres|eftersendes)"),
    _decided("in charge, and by when", "task", r"(?:ansvarlig|tovholder|frist|deadline):", Needs.NOTHING),
)  # fmt: skip
