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
    """The other condition of a row: nothing; a time to come or an occasion ("når …"); a recurrence; that an answer is still owed."""

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
        """Tells whether the row takes the sentence; `low` is `text` in small letters, which only names of people are not looked for in."""
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

SHOWN_AT_A_MEETING = ("shown at a meeting", "shown at a meeting, named first")
# What `clauses.deed_in` takes, when no row does.
DEED = Phrase("somebody does something", "task", DECISION, re.compile(""), Needs.NOTHING, is_weak=True)

PHRASES = (
    # The item itself was put off.
    _decided("put off", "deferred", r"^\W*(?:[\d., og]*(?:at\.? ?)?)(?:@item )?(?:(?:blev|bliver|er|ønskes|foreslås) )?(?:udsat(?! for| af)|udsættes(?! for)|udskydes|udskudt|udsættelse)"),
    _decided("put off, within", "deferred", r"@item … (?:udsættes(?! for)|udsat(?! for| af)|udskydes|udskudt|overføres til|tages af dagsordenen|udgår … behandles)"),
    _decided("put off, whatever it is", "deferred", r"(?<!frist)(?<!fristen)(?<!perioden) (?:er |blev |bliver |må |skal )?(?:udskudt|udskydes|udskyde|udsættes|udsat) (?:\w+ )?(?:til|indtil|igen)"),
    _decided("moved on to a later meeting", "deferred", r"(?:skubbes|rykkes|rykket|skubbet|flyttes|flyttet|overføres|overført|udskydes|udsættes|udskudt|gemmes|venter)(?: \w+){0,3}? til (?:@later|næste gang|mødet|\w+mødet|et senere|(?:rådets|udvalgets|bestyrelsens) møde|efter \w*(?:ferien|møde\w*|besøg\w*))"),
    _decided("kept for later", "deferred", r"(?:gemmes|skydes|vente|skubbes|rykkes|må vente) (?:\w+ ){0,2}?til"),
    _decided("was not reached", "deferred", r"(?:nåede|nåedes|nået|nås) (?:vi |rådet |udvalget |man )?ikke|ikke (?:nået|behandlet|drøftet)(?! af)|sprunget over|ikke (?:tid til|færdigbehandlet|færdigdrøftet)|står over|måtte vige|tager ikke stilling|(?:må|måtte|skal) (?:\w+ )?(?:afvente|vente)"),
    _decided("goes round again", "deferred", r"@item går om|^\W*går om"),
    _decided("put off by the body", "deferred", r"(?<!for )(?<!de )(?<!til )(?<!og )(?<!af )(?<!socialt )(?<!mod at )(?:udsætte[r]?|udsatte|udskyde[r]?|udskød) (?:@item|sin|(?!den\b)\w+(?:en|et|ne)\b|den(?! \d| første| sidste)|til)"),
    _decided("off the agenda", "deferred", r"(?:tages|taget|trækkes|trukket) af dagsordenen|udgik|når(?:ede)? ikke … næste (?:møde|gang)|ikke nå(?:s|ede|et)? … næste (?:møde|gang)|@item (?:\w+ )?ikke nået"),
    _decided("drawn back, and comes again", "deferred", r"(?:sagen|punktet|forslaget|indstillingen) trækkes … (?:genoptag\w*|behandles|forelægges|fremlægges)"),
    _decided("let rest", "deferred", r"(?:sparke[rs]?|sender|sendes|sparket|sendt) (?:@item )?til hjørne|@item (?:\w+ )?(?:hviler|parkeres|parkeret|skydes|skubbes|(?:sættes|stilles|lægges) (?:på pause|i bero|på is|til side))"),
    _decided("pushed on", "deferred", r"(?:skyde[r]?|skubbe[r]?|skød) (?:@item|den|det) … til"),
    _decided(MOVED, "deferred", r"@gathering … (?:udsættes|udskydes|flyttes|rykkes) … til"),
    # An extraordinary meeting is to be called.
    _decided("extraordinary meeting", "extra_meeting", r"(?:holde[rs]?|afholde[rs]?|indkalde[rs]?|arrangere[rs]?|planlægge[rs]?|aftale[rs]?|fastsætte[rs]?|mødes til) … (?:ekstraordinært|ekstra) \w*møde"),
    _decided("a meeting more", "extra_meeting", r"(?<!det )(?<!på )(?<!til )(?:ekstraordinært|ekstra) (?:\w{3,})?møde(?! i går)|mødes ekstraordinært|indkaldes ekstraordinært"),
    # The administration is asked something.
    _decided("asks", "question", r"(?:ønsker|vil gerne|besluttede|beder om|bad om) … (?:at (?:spørge|få svar|få oplyst|vide|få at vide|få belyst|få en forklaring))"),
    _decided("wants to know", "question", r"(?:ønsker|ønskede|vil gerne have|efterlyser|efterlyste|beder om|bad om|ønskes) … (?:oplyst|svar på|at vide|en forklaring|forklaret|belyst|uddybet|oplysninger om)"),
    _decided("asks the administration", "question", r"(?:spørger|stiller spørgsmål(?:et)?|forespørger|stiller følgende spørgsmål)"),
    _decided("passes on a question", "question", r"(?:videregive[rs]?|viderebringe[rs]?|besvare[rs]?|svarer på|svare på|svar(?:et)? på) (?:\w+ ){0,4}?spørgsmål(?:et|ene)?"),
    _decided("has an answer ready", "question", r"(?:lovet|lover|har|have|klar med|kommer med) (?:et |\w+ ){0,2}?svar(?:et)? (?:klar|inden|senest|på|til|i|om)(?! høring)"),
    _decided("wants to be told who", "question", r"(?:ønske[rs]?|ønskede|beder om|bad om|efterlyse[rs]?) (?:\w+ )?(?:oplysning(?:er)?|besked) om, (?:hvem|hvad|hvor\w*|hvilke\w*|om)"),
    _decided("is given time to answer", "question", r"(?:til at|om at|at|skal) svare(?! på høring)|(?:beder om|bad om|ønsker|ønskede) (?:en |nærmere )?(?:uddybning|forklaring|redegørelse for, hvorfor)"),
    _decided("comes back with an answer", "question", r"(?:vend|meld)\w+ tilbage med (?:et |\w+ )?svar"),
    _decided("would like to know how many", "question", r"(?:vil gerne|ønsker at|ville gerne) vide,? (?:hvor (?:mange|meget|stor\w*|længe|ofte)|hvem|hvilke\w*|hvorfor|hvad … koster|om)"),
    _decided("inquires", "question", r"forhøre[rs]? sig"),
    _decided("is going to ask", "question", r"(?:vil|skal|kan|ønsker at|lovede at|aftalt at|besluttede at) (?:\w+ ){0,2}?(?:spørge|forespørge|forhøre)"),
    _decided("raises a question", "question", r"(?:rejse[rs]?|stille[rs]?|tage[rs]?|sende[rs]?) (?:\w+ ){0,2}?spørgsmål(?:et|ene)?"),
    _decided("asks others what", "question", r"(?:hører|forhører sig) … (?:hvad|hvor\w*|hvem|hvilke\w*|om)"),
    _decided("asks for the reason", "question", r"(?:efterspurgte|efterlyste|efterspørger|efterlyser|bad om|beder om|ønskede|ønsker|udbad sig) … (?:begrundelse|forklaring|svar|årsagen)"),
    _decided("is going to answer", "question", r"(?:lovede|lover|vil|skal)(?:,? at)? (?:\w+ ){0,2}?(?:svare|besvare|give (?:et )?svar)|besvarer … spørgsmål\w*|svarer (?:\w+ )?(?:skriftligt|på mail|på spørgsmål\w*)"),
    _decided("gets an answer", "question", r"(?:skaffer|indhenter|får|søger|finder) (?:et )?svar (?:på|fra|hos)"),
    _decided("is asked to answer", "question", r"(?:beder|bedes|bad|anmoder|anmodes|anmodede|opfordrer) … (?:svare|besvare|oplyse|redegøre for|forklare)"),
    _decided("is to be answered", "question", r"spørgsmål(?:et|ene)? … (?:besvares|undersøges|afklares|sendes|videregives)"),
    _decided("asked, answer owed", "question", r"(?:spurgte|blev spurgt|spurgt)(?! os| rådet| udvalget)", Needs.ANSWER),
    # Somebody is to be heard.
    _decided("shall be heard", "hearing", r"(?:@body|\w+rådet|parterne|brugerne|borgerne|pårørende|beboerne|forældrene|personalet|MED-\w+|organisationerne|naboerne) … (?:høres|bliver hørt|blive hørt|inddrages og høres)"),
    _decided("is going to hear", "hearing", r"(?:vil|skal|ønsker at|besluttede at|vedtog at|bad om at) (?:\w+ ){0,2}?høre (?!mere|nærmere|nyt|om|hvordan|fra|resultat)\w+"),
    _decided("takes a round with them", "hearing", r"tage[rs]? (?:en |endnu en )?(?:ny |ekstra )?(?:runde|drøftelse) (?:mere |til )?(?:med|hos) \w+(?:ne|erne)"),
    _decided("whoever it is shall be heard", "hearing", r"(?:skal|bør) (?:\w+ ){0,2}?(?:høres|spørges til råds|blive hørt)(?! om alle)|tages med på råd"),
    _decided("draws them in", "hearing", r"(?:inddrager|hører|inddrage) (?:\w+ ){0,2}?\w{3,}(?:ne|råd|rådet|personalet)(?! (?:i sagen|,))"),
    _decided("asked before it is settled", "hearing", r"(?:bliver|skal) (?:\w+ )?(?:spurgt|hørt)|(?:ønsker|ønskede|vil have|beder om at få) … (?:i|til) (?:\w+ )?høring"),
    _decided("asks for remarks", "hearing", r"^[^,]{0,50}indhente[rs]? … (?:bemærkninger|udtalelse\w*|høringssvar|kommentarer)|(?:sende[rs]?|udsende[rs]?) (?:\w+ ){0,3}?til (?:bemærkninger|udtalelse|kommentering)|(?:sendes|sende) … (?:ud )?til (?:bemærkninger|udtalelse|kommentering)"),
    _decided("shall be drawn in", "hearing", r"(?:\w{3,}råde(?:t|ne)|parterne|brugerne|borgerne|(?:de )?pårørende|beboerne|forældrene|personalet|organisationerne|naboerne) (?:\w+ )?(?:inddrages|bliver inddraget|tages med på råd)(?! i)"),
    _decided("sent out to be heard", "hearing", r"(?:sendes|sende|ønskes sendt|bliver sendt|udsendes|rundsendes|lægges|fremlægges|udsende|sender|udsender) … (?:i|til) (?:\w+ ){0,3}høring"),
    _decided("goes out to be heard", "hearing", r"^(?:(?!\b(?:når|hvis|inden|før|om|ikke|har|var)\b)[^,]){0,80}? (?:kommer|går|ryger) (?:\w+ ){0,2}?i (?:\w+ ){0,2}?høring"),
    # A hearing is to be answered.
    _decided("answers a hearing", "hearing_response", r"(?:afgive[rs]?|skrive[rs]?|sende[rs]?|indsende[rs]?|fremsende[rs]?|udarbejde[rs]?|formulere[rs]?|godkend(?:te|er|t|es)|lave[rs]?|færdiggøre[rs]?) … (?:\w*hørings?svar(?:et)?|høringsudtalelse|udtalelse til høringen|bemærkninger til høringen)"),
    _decided("a hearing is answered", "hearing_response", r"(?:svarer?|besvare[rs]?) (?:på )?(?:\w+ )?høring(?:en|erne)?|høring(?:en|erne) … besvares"),
    _decided("says yes or no to a hearing", "hearing_response", r"svarer? … (?:på|til) (?:\w+ ){0,2}?høring(?:en)?"),
    _decided("remarks to others", "hearing_response", r"(?:afgive[rs]?|skrive[rs]?|sende[rs]?|indsende[rs]?|fremsende[rs]?|indgive[rs]?|aflevere[rs]?) … (?:bemærkninger|indsigelse\w*|udtalelse) til (?!referat|dagsorden)\w+|(?:skrive[rs]?|formulere[rs]?|sende[rs]?) … svar (?:på|til) høringen"),
    _decided("takes the draft for an answer", "hearing_response", r"(?:vedtog|tiltrådte|godkendte|vedtages|tiltrædes|underskrive[rs]?) … høringssvar(?:et)?"),
    _decided("is to settle the answer", "hearing_response", r"(?:bemyndiges|mandat|får|overlades) … høringssvar(?:et)?"),
    _decided("an answer is made", "hearing_response", r"høringssvar(?:et)? (?:\w+ ){0,6}?(?!godkendes|behandles|gennemgås|drøftes|vedlægges|forelægges|indgår|ventes|forventes|modtages)\w{3,}es"),
    _decided("an answer to a hearing is agreed", "hearing_response", r"svar(?:et)? (?:på|til) (?:\w+ ){0,2}?høring\w* … (?:vedtaget|godkendt|tiltrådt|vedtages)|(?:sender|skriver|formulerer|laver|indsender|afgiver|sendes|skrives|laves) … (?:svar|bemærkning\w*|kommentar\w*|input) (?:til|på) (?:\w+ ){0,2}?høring\w*"),
    _decided("an answer is agreed", "hearing_response", r"(?:^\W*|et )høringssvaret? (?:[^,;]{1,60} )?(?:blev|er|bliver|var) (?:\w+ )?(?:godkendt|vedtaget|tiltrådt|sendt)"),
    _decided("has an answer", "hearing_response", r"høringssvaret? … (?:skal|sendes|afgives|fremsendes|udarbejdes|formuleres|skrives|indsendes|rettes til)"),
    # A status is wanted or promised, once or again and again.
    _decided("wants a status", "status_report", r"@wants(?!,? at (?:\w+en|\w+et) (?:indeholder|omfatter|også|viser|tager)) … @status(?! (?:indeholder|omfatter|også omfatter))"),
    _decided("wants to hear how it goes", "status_report", r"(?:vil gerne|ønsker at|gerne vil|ønskede at|vil) (?:\w+ )?høre (?:nyt|hvordan|om (?:udviklingen|fremdriften|resultat\w*|erfaring\w*|hvordan))|fortælle[r]? … hvordan (?:det|de\w*|\w+en|\w+et) … (?:går|gik|forløber)|hvordan det går med"),
    _decided("tells at a meeting", "status_report", r"(?:vil|skal|kommer og) … (?:(?:@meeting|@later) … (?:orientere[r]?|informere[r]?)|(?:orientere[r]?|informere[r]?) … (?:@meeting|@later))"),
    _decided("is gathered up then", "status_report", r"samles op|følges op på (?:erfaringerne|ordningen|forsøget|indsatsen|effekten|resultaterne)", Needs.TIME),
    _decided("wants news", "status_report", r"(?:efterlyse[rs]?|efterlyste|efterspørge[rs]?|efterspurgte|anmode[rs]? om|anmodede om|ønske[rs]? (?:at )?(?:få|have|høre|løbende)?|vil (?:gerne )?(?:have|høre|se)|beder om|bad om)(?: \w+){0,3}? (?:nyt|tal(?:lene)?|data|statistik|nyheder) (?:om|for|fra|på|over|at se)"),
    _decided("gets to see", "status_report", r"(?:@body|vi|medlemmerne) (?:(?:vil|skal|ønsker at) )?(?:få[r]?|have) (?!@item)(?:\w+ ){1,4}?at se"),
    _decided("is told back", "status_report", r"(?:^|der |herom )(?:\w+ )?(?:meldes tilbage|afrapporteres|rapporteres|redegøres|berettes|gives (?:\w+ )?besked)"),
    _decided("tells again and again", "status_report", r"(?:redegør|orienterer|informerer|rapporterer|afrapporterer|opdaterer|beretter)", Needs.RECURRENCE),
    _decided("is told something", "status_report", r"(?:@body|vi) (?:vil |skal |ønsker at )?(?:få[r]?|modtage[r]?) (?:\w+ )?besked|(?:orienteres|informeres|underrettes|opdateres) løbende"),
    _decided("will see what comes of it", "status_report", r"(?:vil|ønsker)(?: gerne)?(?: at)? (?:vide|se|høre),? (?:hvad|hvordan) \w+ (?:fører til|kommer ud|virker|udvikler|går)"),
    _decided("keeps the body informed", "status_report", r"(?:holder|holde) (?:@body|medlemmerne|os) (?:ajour|opdateret|orienteret|underrettet)"),
    _decided("is asked to inform", "status_report", r"(?:bedes|skal|bør|tilsagn om at|lovet at|lovede at|lover at|beder \w+) (?:\w+ ){0,2}?(?:informere|orientere|underrette|opdatere|afrapportere|rapportere|give (?:\w+ )?(?:@status|en melding))"),
    _decided("promises a status", "status_report", r"@agent (?:har )?(?:lovede|lover|lovet) (?:(?:@body|os|medlemmerne) )?(?:en|et) (?:\w+ ){0,2}?@status"),
    _decided("is promised a status", "status_report", r"(?:@body|der) (?:blev|er) (?:\w+ )?lovet (?:en|et) (?:\w+ ){0,2}?@status"),
    _decided("is wished for again and again", "status_report", r"ønskes? … (?:oplyst|forelagt|fremlagt|at få|at se)", Needs.RECURRENCE),
    _decided("shown again and again", "status_report", r"(?:gennemgås|gennemgår|oplyst|oplyses|opgøres|fremlagt|forelagt|fremlægges|forelægges|sendes|sender|leverer)", Needs.RECURRENCE),
    _decided("hears more", "status_report", r"fortæller (?:mere|nærmere),? når|(?:lader sig|vil lade sig) (?:opdatere|orientere|informere)|hører (?:vi )?(?:mere|nærmere|nyt)|(?:ser frem|glæder sig) til at høre"),
    _decided("is told when", "status_report", r"orienteres @body|(?:orienterer|informerer|underretter) (?:@body|medlemmerne)(?:,? (?:når|så snart|hvis|løbende|igen|skriftligt)| @meeting)"),
    _decided("is judged then", "status_report", r"(?:evalueres|gøres op)", Needs.TIME),
    _decided("followed up later", "status_report", r"der følges op|følges der op"),
    _decided("a new status", "status_report", r"^\W*(?:ny|næste|fornyet|en ny) (?:\w+ )?@status", Needs.TIME),
    _decided("nothing but a status and its time", "status_report", r"^\W*(?:(?:mundtlig|skriftlig|kort) )?@status (?:(?!\w+e[sr]\b)\w+ ){0,3}?(?:i|på|til|om|primo|medio|ultimo|sidst|efter|ved) [^,]{2,40}$", Needs.TIME),
    _decided("gets a status", "status_report", r"@gets … @status"),
    _decided("a status is given", "status_report", r"@status … @shown"),
    _decided("is kept informed", "status_report", r"(?:holdes|(?:ønsker|ønskede|bad om|beder om|vil gerne|anmoder om|skal) (?:\w+ ){0,2}(?:at )?(?:blive )?(?:holdt|orienteret|orienteres|informeret|underrettet|underrettes)) … (?:orienteret|informeret|underrettet|ajour|opdateret|orienteres|om|når|hvis|til)"),
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
    _told("numbers again and again", "status_report", r"@body … (?:får|modtager|forelægges|præsenteres) … (?:tal|nøgletal|data|statistik)", Needs.RECURRENCE),
    _told("comes and tells again and again", "status_report", r"(?:fortæller|orienterer|redegør|informerer|beretter) (?:for |til )?@body", Needs.RECURRENCE),
    _told("treated by the body again and again", "status_report", r"(?:behandles|drøftes|gennemgås|gøres op|følges) (?:af|i|på) … @body", Needs.RECURRENCE),
    _told("the administration tells again and again", "status_report", r"@administration (?:orienterer|informerer|redegør|afrapporterer|rapporterer)", Needs.RECURRENCE),
    _told("has asked for it again and again", "status_report", r"har (?:\w+ )?(?:ønsket|bedt om|besluttet) … @status", Needs.RECURRENCE),
    _told("told at the meetings", "status_report", r"(?:orienteres|gives) … (?:rådets|udvalgets|bestyrelsens) møder", Needs.RECURRENCE),
    _told("regularly told", "status_report", r"@body … (?:orienteres|orienteret) … om", Needs.RECURRENCE),
    _told("promised status", "status_report", r"@body … (?:vil (?:\w+ )?(?:få|modtage|blive (?:forelagt|præsenteret|givet))|forelægges|får|modtager|skal have|præsenteres for|forventes at (?:få|modtage)|forventer at (?:få|modtage)) … @status", Needs.TIME),
    _told("status shown then", "status_report", r"(?:vil blive (?:forelagt|fremlagt|givet|præsenteret)|forelægges|fremlægges|gives) … @status", Needs.TIME),
    _told("the administration gives one then", "status_report", r"@administration … (?:forelægger|fremlægger|giver|aflægger|vil … (?:forelægge|fremlægge|give|aflægge)) … (?:@status … @body|@body … @status)", Needs.TIME),
    _told("a status to come", "status_report", r"@status … (?:forelægges|gives|fremlægges|præsenteres|vil blive (?:forelagt|fremlagt|givet|præsenteret))", Needs.TIME),
    _told("sent again and again", "status_report", r"(?:sender|sendes|udsendes|udsender) … @status … @body", Needs.RECURRENCE),
    _told("will be told", "status_report", r"(?:@body|der) … (?:vil blive orienteret|orienteres)(?: … om)?", Needs.TIME),
    _told("promised back with a status", "status_report", r"(?:vender|vil vende) tilbage … @body … med … @status", Needs.NOTHING),
    # The case comes back to this body.
    _decided("comes back", "return", r"@again"),
    _decided("comes back with a case", "return", r"(?:vender|vende|komme[r]?) (?:tilbage )?… med (?:en (?:ny )?sag|et (?:nyt |revideret )?(?:oplæg|forslag|notat)|en (?:model|plan)|forslag)"),
    _decided("back at a meeting", "return", r"(?:vende[r]?|kommer) (?:sagen )?(?:tilbage|retur) … (?:@meeting|@later|med)"),
    _decided("comes with an offer", "return", r"kommer … med (?:et|en) (?:\w+ )?(?:oplæg|forslag|sag|notat|plan|model|bud|udspil|løsning)"),
    _decided("wants it back", "return", r"(?:ønsker|ønskede|vil gerne have|beder om|bad om at få) (?:sagen|punktet|emnet|forslaget|den|det) (?:\w+ )?(?:tilbage|igen|genfremsat|genoptaget|forelagt|på (?:ny|mødet|dagsordenen|et|næste)|behandlet|drøftet)"),
    _decided("standing item", "return", r"(?:faste?|stående) (?:dagsordens)?punkt(?:er)?|på dagsordenen", Needs.RECURRENCE),
    _decided("wants it shown", "return", r"(?:vil|ønsker|ønskede|skal|vil gerne|bad om|beder om)(?: at)? … (?:have|få) … (?:forelagt|fremlagt|præsenteret)"),
    _decided("comes and tells", "return", r"komme[r]? … (?:og|for at) (?:fortælle[r]?|orientere[r]?|holde[r]? oplæg|vise[r]?)"),
    _decided("on the agenda", "return", r"(?:sættes|sætter|sætte|tages|optages|kommer|lægges|dagsordensættes|sat) … (?:på som punkt|som punkt|på (?:en |et )?(?:dagsorden\w*|(?:et )?(?:kommende|næste)))"),
    _decided("shown at a meeting", "return", r"(?:forelægge[rs]?|forelagt|fremlægge[rs]?|præsentere[rs]? for|præsenteres|ny sag) … (?:ny sag|nyt forslag|nyt oplæg|revideret|@meeting|på et møde|@later)"),
    _decided("shown at a meeting, named first", "return", r"(?:@meeting|@later) … (?:at )?(?:forelægge[rs]?|fremlægge[rs]?|præsenteres|forelagt)"),
    _decided("treated at a meeting", "return", r"(?:behandles|drøftes|genbehandles) (?:igen )?(?:@meeting|på @later|@later)|(?:en )?(?:ny )?(?:drøftelse|behandling) … (?:på )?@later"),
    _decided("talked of at a later meeting", "return", r"(?:høre mere|høre nærmere|få besøg|drøfte\w*|besøges) … på (?:et )?@later"),
    _decided("is invited to the meeting", "return", r"(?:er inviteret|inviteres|indbydes|er indbudt) (?:til|på) (?:@meeting|@later|\w*mødet)", Needs.TIME),
    _decided("goes on then", "return", r"(?:fortsætter|fortsættes) (?:i|på|til)|(?:anden|2\.|ny|fornyet) behandling (?:i|på|den)", Needs.TIME),
    _decided("on a day of its meetings", "return", r"(?<!jf\. )(?:på|til|ved|i) (?:(?:rådets|udvalgets|vores|bestyrelsens) )?(?!\w*(?:tema|dialog|borger|informations|forældre|formands|års)møde)\w*møde[t]? (?:i|den|d\.)", Needs.TIME, is_weak=True),
    _decided("taken up then", "return", r"^\W*(?:tages|genoptages|optages|behandles|drøftes)(?: op)? (?:i|på|til|efter|når)"),
    _decided("for a later agenda", "return", r"^\W*(?:til|på) (?:næste )?dagsorden(?:en)? (?:i|den|til|på)", Needs.TIME),
    _decided("wants a new draft then", "return", r"@wants … (?:forslag|oplæg|udkast|notat|plan|model) … (?:@meeting|@later|på \w+mødet)"),
    _decided("shown anew", "return", r"(?:forelagt|fremlagt|behandlet|drøftet|forelægges|fremlægges) (?:på ny|igen)|skal op igen"),
    _decided("looks at it then", "return", r"(?:ses|se|ser|kigge[rs]?) (?:\w+ )?på (?:\w+ ){0,3}?(?:@later|til \w+|næste gang)"),
    _decided("shows it then", "return", r"^[^,]{0,80}?\b(?:fremlægger|forelægger|præsenterer)", Needs.TIME),
    _decided("shall show it then", "return", r"(?:skal|vil|bedes) … (?:fremlægge|forelægge)", Needs.TIME),
    _decided("keeps an eye on it", "return", r"følger (?:@item|udviklingen)"),
    _decided("sees it again", "return", r"(?:se|ser|tage|tager|får|få|have|kigge|kigger) (?:på )?(?:@item|den|det) (?:\w+ ){0,2}?(?:igen|endnu en gang|en gang til)"),
    _decided("shown for a decision", "return", r"(?:fremlægge[rs]?|forelægge[rs]?|bringe[rs]?|komme[r]?) (?:\w+ ){0,3}?til (?:afgørelse|beslutning|drøftelse|godkendelse|(?:fornyet |ny )?behandling)"),
    _decided("visits the body", "return", r"besøger (?:\w*(?:rådet|udvalget|bestyrelsen)|os)", Needs.TIME),
    _decided("at a meeting of the body", "return", r"@comes … (?:@meeting|@later|på et møde)|(?:@meeting|@later) … @comes", Needs.TIME),
    _decided("at the next meeting of the body", "return", r"@comes … (?:på|til|ved) @later|gæster"),
    _decided("takes a stand then", "return", r"tages? (?:der )?stilling", Needs.TIME),
    _decided("stays with the body", "return", r"(?:sagen|emnet) følges"),
    _decided("comes back some time", "return", r"(?:vende[r]?|vil vende) (?:\w+ )?tilbage", is_weak=True),
    _decided("at a coming meeting", "return", r"(?:på|til|ved) @later", is_weak=True),
    _told("kept informed", "status_report", r"(?:holdes|(?:bliver?|blive) (?:\w+ )?holdt) (?:\w+ )?(?:orienteret|underrettet|opdateret|ajour)", Needs.TIME),
    _told("promised back", "return", r"@item … (?:forelægges|genoptages|tages op|vender tilbage|fremlægges|behandles|kommer) … (?:igen|på ny)|@item … gen(?:besøges|drøftes|fremlægges|fremsættes|forelægges|optages)", Needs.TIME),
    # Somebody must do something.
    _decided("tells then", "task", r"@agent(?:,[^,.]{0,120},)?[^.,]{0,40}? @tells", Needs.TIME),
    _decided("finds", "task", r"@agent … finder (?:en|et|frem|tid)"),
    _decided("it is sent", "task", r"(?:den|det|svaret|brevet|referatet|\w*beretningen|materialet) (?:\w+ )?(?:sendes|rundsendes|fremsendes|udsendes)"),
    _decided("takes part", "task", r"@agent … indgår i (?:\w+ ){0,2}\w*(?:gruppen?|udvalget|samarbejdet|arbejdet|planlægningen)"),
    _decided("takes it up with others", "task", r"@agent … tager … (?:(?:op|videre) (?:med|til|over for)|med (?:videre )?til)"),
    _decided("takes upon", "task", r"(?:påtager sig|påtog sig|tager sig af|lovede,? at|har lovet,? at|lover,? at|tilbød at)"),
    _decided("must be there by then", "task", r"^\W*(?:skal|bør) (?:\w+ ){0,2}?(?:foreligge|være|ligge|ske|\w{2,}es)", Needs.TIME),
    _decided("is asked to do anything", "task", r"(?:@body|der|derfor|herefter|idet … ,|samtidig) (?:beder|bad|anmoder|anmodede|opfordrer|opfordrede|pålægger|pålagde) … (?:om|til|,) at \w+|bedes @agent (?:\w+ )?\w+e|@agent (?:bedes|anmodes om at|opfordres til at|pålægges at) (?:\w+ )?\w+e"),
    _decided("waits for a paper", "task", r"afventer (?:et |en )?\w*(?:notat|oplysninger|udkast|tilbud|beregning\w*) fra", is_weak=True),
    _decided("wants to see the place", "task", r"ønsker (?:en |et )(?:besigtigelse|rundvisning|dialog\w*|fællesmøde)"),
    _decided("is asked for by a day", "task", r"bedes \w+(?:t|et)", Needs.NOTHING, is_weak=True),
    _decided("is told to", "task", r"^\W*(?:husk|send|meld|kontakt|undersøg|tilmeld|ring)", is_weak=True),
    _decided("each of them does", "task", r"hver(?:t)? (?:medlem|især|formand|afdeling) \w+er"),
    _decided("promises of himself", "task", r"(?:oplyste|sagde|fortalte|meddelte|nævnte|svarede|oplyser|siger), at (?:hun|han|de|vi|forvaltningen|administrationen) (?:vil|\w+er)(?! ikke)"),
    _decided("is sent the thing", "task", r"(?:får|få|have) (?:\w+ )?tilsendt"),
    _decided("then somebody does", "task", r"^(?:til|inden|før|efter|herefter|derudover|desuden|endvidere|samtidig)\b[^,.]{0,60}? @does (?:@agent|alle|man)"),
    _decided("shall do", "task", r"@agent … (?:skal|vil|bedes|får til opgave at|opfordres til at|anmodes om at|pålægges at|bedes om at) … @todo"),
    _decided("is asked to do", "task", r"(?:beder|bad|anmoder|anmodede|opfordrer|opfordrede|pålægger|pålagde) … @todo"),
    _decided("shall be done", "task", r"(?:skal|bør|ønskes|ønsker) … @done"),
    _decided("was asked to do", "task", r"blev (?:\w+ )?(?:bedt om|anmodet om|opfordret til|pålagt) … @todo"),
    _decided("will be done", "task", r"(?:vil|skal|bør) (?:\w+ ){0,3}blive @been"),
    _decided("wants it received", "task", r"(?:ønsker|forventer|forudsætter), at … (?:er|bliver) (?:modtaget|fremsendt|afleveret|udarbejdet|færdig\w*|sendt)", Needs.TIME),
    _decided("decided to do", "task", r"(?:besluttede|beslutter|vedtog|vedtager|bestemte|bestemmer|valgte|(?:er|var) enige om|enedes om|aftalte|aftaltes|aftalt|besluttet|blev enige om)(?: \w+){0,3}?,? at (?:\w+ )?(?:@todo|tage på|tage til|besøge|deltage|holde \w*(?:møde|dag))"),
    _decided("decided to do anything", "task", r"(?:besluttede|beslutter|vedtog|vedtager|bestemte|valgte|enige om|enighed om|enedes om|aftalte|aftaltes|aftalt|besluttet|vedtaget|besluttedes)(?: \w+){0,3}?,? at (?:\w+ )?(?!@settled)\w{2,}e"),
    _decided("is done", "task", r"der (?:\w+ )?(?!etableres (?!(?:en|et) \w*(?:gruppe|udvalg|samarbejde)))@done"),
    _decided("is invited", "task", r"(?:inviteres|indbydes|indkaldes|kontaktes|rykkes|rundsendes|udsendes|omdeles|opdateres|eftersendes)"),
    _decided("has until then", "task", r"@agent har (?:en )?frist … at \w{3,}e"),
    _decided("in charge, and by when", "task", r"(?:ansvarlig|tovholder|frist|deadline)(?: for [^:]{1,40})?:", Needs.NOTHING),
)  # fmt: skip
