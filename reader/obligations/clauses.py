"""The clauses of a decision that say what somebody does next: any verb in the present, active or passive, but for those that are no deeds.

Pure. `deed_in` goes from a sentence to the deed it promises; `without_denials` leaves out what a sentence says is not done.
"""

import re
from dataclasses import dataclass

from reader.obligations.verbs import NO_DEED, NO_INFINITIVE, NO_PASSIVE
from reader.obligations.words import AGENTS, any_of
from reader.parsing.names import PERSON_PATTERN

_CAPITAL = r"[A-ZÆØÅ][\wæøåéü'’.-]*"
# A word that begins a sentence has a capital without being a name: "Skolen laver …". Few first names end as such a word does.
_LIKE_NOUNS = (
    r"Karen|Kirsten|Kristen|Christen|Morten|Jørgen|Torben|Thorben|[CK]arsten|Søren|Maren|Preben|Ellen|Helen|Steen|Sten|Esben|Ben|Owen|Hussein|"
    r"Birgit|Margit|Margaret|Mehmet|Ahmet|Janet|Harriet|Elisabet|Irene|Helene|Lene|Rene|Solene|Marlene|Charlene|Malene|Magdalene|Verne|Jørn|Jens|Hans"
)
_NO_NAME = (
    rf"(?!(?!(?:{_LIKE_NOUNS})\b)\w+(?:ens?|ets?|ernes?|enes?)\b)(?!(?:Der|Det|De|Den|Dette|Disse|Her|Hvis|Når|Som|Nu|Punkt|Sagen?|Ingen|Kommunen?|Region\w*|KL|Staten|Et|"
    r"En|Ad|Udsat|Taget|Ny|Efter|Herefter|Derefter|Desuden|Derudover|Endvidere|Samtidig|Til|På|I|Ved|For|Med|Om|Fra|Inden|Idet|Ansøger|Bygherre|Borgere?|"
    r"Beboere|Brugere|Forældre|Elever|Medarbejdere|Liste|Gruppe|Flere|Mange|Andre|Kommende|Nye|Næste|Fremtidige|Øvrige|Samme|Hele|Alle|Ingen|Enkelte|Begge|Hver|Hvert|Danske?|Landsforening\w*|\w+(?:styrelse|tilsyn|ministeri|råd|udvalg))\b)"
)
_NAME = rf"{_NO_NAME}{_CAPITAL}(?: (?:af|von|van|de|el) )?(?: {_CAPITAL}){{0,3}}"
_NAMES = rf"(?:{_NAME}(?:, {_CAPITAL}(?: {_CAPITAL}){{0,2}})*,? (?:og|samt) {_CAPITAL}(?: {_CAPITAL}){{0,3}}|{_NAME})"
_OFFICES = (
    *AGENTS, r"leder(?:en)?", r"medarbejder(?:en|ne)?", r"medlemmer(?:ne)?", r"kasserer(?:en)?", r"koordinator(?:en)?", r"planlægger(?:en)?", r"inspektør(?:en)?", r"ingeniør(?:en)?",
    r"afdeling(?:en)?", r"arkitekt(?:en)?", r"rådgiver(?:en)?", r"vejleder(?:en)?", r"(?<!\w)center(?:et|ret)", r"staben", r"jurist(?:en)?",
    r"(?<!\w)formænd(?:ene)?", r"tovholder(?:en|ne)?", r"repræsentant(?:en|erne)", r"suppleant(?:en|erne)", r"controller(?:en)?", r"specialist(?:en)?",
    r"pædagog(?:en|er|erne)?", r"pedel(?:len|ler|lerne)?", r"lærer(?:en|ne)?", r"bibliotekar(?:en|er|erne)?", r"gartner(?:en|ne)?", r"redaktør(?:en)?", r"revisor(?:en)?",
    r"sygeplejerske(?:n|r|rne)?", r"terapeut(?:en|er|erne)?", r"sagsbehandler(?:en|ne)?", r"partierne", r"grupperne", r"teamet", r"webmaster(?:en)?", r"vicevært(?:en)?",
)  # fmt: skip
_OFFICE = (
    rf"(?i:(?:(?:den|det|de) (?:\w+e )?)?(?:{_CAPITAL}s )?\w*{any_of(_OFFICES)})(?: (?:for|fra|i|på|ved) (?:{_CAPITAL}|\w+)(?: (?:og )?{_CAPITAL})*)?"
    rf"(?: {_CAPITAL}(?: {_CAPITAL})*)?"
)
_DOER = rf"(?:(?:{_OFFICE}(?:,? og (?:{_OFFICE}|{_NAME}))?)|{_NAMES}|(?i:vi|alle(?: medlemmer)?|man|begge))"
_ADVERB = r"(?:(?:også|herefter|derefter|desuden|derudover|endvidere|samtidig|snarest|nu|selv|så|dog|straks) )?"
_PRESENT = r"(?P<verb>[a-zæøå]{2,}er|ser|[a-zæøå]*(?:gør|går|slår)|når|syr|mødes)"
_FRONT = r"(?:[^:,.;]{1,50}: |Ad \d+[.:)] |\d+[.)] |Ad pkt\. \d+[.:]? )?"
# "Formanden skriver …", "Logo: Noor laver …", ", og Bo henter …", "aftalt, at Anker og Ditte laver …"
_DOES = re.compile(
    rf"(?:^\W*{_FRONT}|[;:] |(?<!om)(?:,? og |, men |, mens |, at |, idet |(?:besluttede|aftalt|aftaltes|vedtog|vedtaget) at ))"
    rf"(?P<doer>{_DOER}) {_ADVERB}{_PRESENT}\b(?P<rest>(?:[^.;]|(?<=\d)\.)*)"
)
# "Til næste møde finder formanden …", "Idet udvalget tiltræder, udarbejder forvaltningen …": what stands first turns the order round.
_TURNED = re.compile(
    rf"(?:^\W*(?!(?:Det|Der|Den|Hvis|Når)\b)(?P<front>{_CAPITAL}[^.;:]{{0,90}}?)|[;,] )\b{_PRESENT} (?P<doer>(?!hos\b){_DOER})\b(?P<rest>(?:[^.;]|(?<=\d)\.)*)"
)
_BUSY = re.compile(
    rf"(?:^\W*{_FRONT}|,? og |, at )(?P<doer>{_DOER}) (?:står for|er (?:på \w+|ansvarlig(?:e)? for|tovholdere? (?:for|på))|har (?:ansvaret|opgaven)|skal på \w+)\b"
)
_SHALL = re.compile(rf"(?:^\W*{_FRONT}|,? og |, at )(?P<doer>{_DOER}) (?P<verb>skal|må) (?:\w+ ){{0,2}}?(?P<deed>[a-zæøå]{{3,}}e)\b")
# "Visitator lover at …", "Konsulenten sagde, at han …", "Formandskabet fik mandat til …": who takes it upon himself, or is given it.
_TAKES_IT = re.compile(
    rf"^\W*{_FRONT}(?P<doer>{_DOER}|[A-ZÆØÅ]\w+) (?:lover|lovede|har lovet|tilbyder|tilbød|påtager sig|påtog sig|har sagt ja til|"
    r"(?:oplyste|sagde|fortalte|meddelte|nævnte|oplyser|siger), at (?:han|hun|de|den)\b|(?:fik|får) (?:mandat|til opgave|ansvaret))"
)
_PASSIVE = r"(?P<verb>(?!deres|vores|fælles|alles|andres|ellers|synes|findes|ens\b)[a-zæøå]{2,}(?:es|ås))"
# The subject of a passive is known: "notatet suppleres", "de nævnte skader udbedres", "en liste lægges".
_THING = r"(?:[^\W\d]\w*[^.,;:]{0,70}?)"
_IS_DONE = re.compile(rf"(?:^\W*{_FRONT}|[;:] |, og |, at |, idet )(?P<thing>{_THING}) (?:\w+ )?{_PASSIVE}\b(?P<rest>(?:[^.;]|(?<=\d)\.)*)")
_LEFT_TO_BE_DONE = re.compile(
    rf"^\W*(?:Derefter|Herefter|Desuden|Efterfølgende|Til næste møde|Samtidig|Endvidere) {_PASSIVE} (?P<thing>\w+(?:en|et|ne)\b|en |et |der )(?P<rest>(?:[^.;]|(?<=\d)\.)*)"
)
_WILL_BE = re.compile(
    rf"(?:^\W*{_FRONT}|, og |, at )(?P<thing>{_THING}) (?P<verb>bliver|vil blive) (?:\w+ ){{0,2}}?(?P<been>\w{{2,}}(?:et|dt|gt|nt|rt|st|bt|kt|lt|pt))\b(?P<rest>(?:[^.;]|(?<=\d)\.)*)"
)
_FINITE = re.compile(
    r"\b(?:er|var|har|havde|blev|bliver|kan|kunne|skal|skulle|vil|ville|må|bør|burde|fik|får|gik|kom|tog|gav|så|(?<!\b[Dd]e )(?<!\b[Dd]en )(?<!\b[Dd]et )\w{3,}(?:ede|te)(?!\w))\b"
)
# What these do, or what is done to them, is told and not promised.
_OUTSIDE = re.compile(
    r"\b(?:kommunen|regionen|ministeriet|staten|politiet|\w+styrelsen|\w*tilsynet|ansøger\w*|bygherren?|entreprenøren|ejer(?:en|ne)?|borger(?:e|en|ne)|"
    r"bruger(?:e|en|ne)|bebo(?:er|ere|eren|erne)|elever(?:ne)?|forældrene|skolerne|børn(?:ene)?|lov(?:en|givningen)|regl(?:er|erne)|\w*vedtægt(?:en|erne)?|"
    r"forretningsordenen)\b",
    re.IGNORECASE,
)
# A case that goes on to the next body is on its way; nobody here has to do more.
_CASE = re.compile(r"\b(?:sagen|punktet|indstillingen|forslaget|budgettet)\b", re.IGNORECASE)
_ON_THEIR_WAY = frozenset({"sendes", "oversendes", "fremsendes", "videresendes", "hjemsendes", "tilbagesendes"})
_BY_RULE = re.compile(
    r"\b(?:ifølge|i henhold til|jf\.|efter (?:loven|reglerne|§)|normalt|sædvanligvis|som regel|altid|hvert? (?:år|måned|uge|dag)|typisk|som hidtil)\b",
    re.IGNORECASE,
)
_LEAVES_IT = re.compile(
    r"^(?:[^,;]{0,60}? til (?:efterretning|orientering|kende|sig\b(?! (?:på|til)))\b| (?:\w+ )?(?:forbehold|afstand|imod|vægt|højde|stilling|hensyn|afsæt|udgangspunkt|del i|tak|"
    r"tilsagn|dispensation|tilladelse|afslag|mandat|bemyndigelse|udtryk|mulighed|anledning|grønt lys|opbakning|støtte|tilskud|ros|medhold|"
    r"ikke|næppe|aldrig|ingen|intet|hverken)\b)"
)
# Of these verbs only some things are deeds: "finder ud af", not "finder det vigtigt".
_DEED_ONLY = {
    "finder": re.compile(r" (?:ud af|frem|en |et |tid|sted|emner|datoer|lokale)"),
    "følger": re.compile(r" op\b"),
    "ser": re.compile(r" (?:nærmere )?(?:på|efter)\b"),
    "gør": re.compile(r" (?:status|rede|klar|rent|noget ved)\b"),
    "går": re.compile(r" (?:i gang|videre med|i dialog|i tænkeboks|til \w+en\b)"),
    "arbejder": re.compile(r" videre (?:med|på)\b(?=.* og )"),
    "holder": re.compile(r" (?:øje|kontakt|oplæg)\b"),
    "tænker": re.compile(r" (?:over|videre)"),
}
# "Aftalt, at …": only what is agreed, asked or promised is done, not what somebody thinks or a rule demands.
_AGREED = re.compile(
    r"\b(?:beslutte\w*|aftal\w*|enig\w*|ønske\w*|vedt[oa]g\w*|bestem\w*|bad|beder|lov(?:ede|er|et)|anmod\w*|godkend\w*|foreslået|forudsat|således|betingelse\w*)\b",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r",? og (?:\w+ )?(?P<verb>[a-zæøå]{2,}er)\b")
_BEFORE_A_DEED = frozenset({"deltager", "går", "kommer", "ser", "arbejder", "gennemgår", "møder", "tager", "holder", "besøger", "mødes"})
_WITH_SOMETHING = frozenset({"give", "sende", "tage", "spørge", "holde"})
_MAY = re.compile(r"\bk(?:an|unne)\b")  # what can be done is not promised
_PAST_PASSIVE = re.compile(r"\w+(?:[lrgbdpv]tes|edes)")
_DENIED = re.compile(
    r"^(?:(?!\b(?:som|der|hvis|hvorfor|hvordan|at|om|inden)\b)[^,])*?\b(?:ikke|aldrig|næppe|ingen|intet|hverken|afst(?:år|od) fra|undlader|undlod)\b(?! (?:blot|kun|alene|mindst|senere))"
)
_CLAUSES = re.compile(r"(,? men |; |,? og (?=(?:\w+ )?[a-zæøå]{2,}(?:er|es)\b))")


@dataclass(frozen=True, slots=True)
class Deed:
    """The deed to be done: the verb as it stands, and the words for who does it, empty where a passive names nobody."""

    verb: str
    doer: str


def deed_in(text: str) -> Deed | None:
    """The deed that a sentence of a decision promises; None where it tells what is, what has been, what a rule says or what others do."""
    if _BY_RULE.search(text):
        return None
    return _active(text) or _passive(text)


def doer_in(text: str) -> str:
    """The words for who does the deed or takes it upon himself; "" where nobody is named."""
    if match := _TAKES_IT.search(text):
        return match["doer"]
    deed = deed_in(text)
    return deed.doer if deed else ""


def _active(text: str) -> Deed | None:
    for pattern in (_DOES, _TURNED):
        for match in pattern.finditer(text):
            front = match["front"] if pattern is _TURNED else ""
            if (_is_deed(match) or _goes_on(match)) and not (front and (_FINITE.search(front) or _OUTSIDE.search(match["doer"]))):
                return Deed(match["verb"], match["doer"])
    shall = _SHALL.search(text)
    if shall and (shall["deed"] not in NO_INFINITIVE or shall["deed"] in _WITH_SOMETHING):
        return Deed(shall["verb"], shall["doer"])
    busy = _BUSY.search(text)
    return Deed("er", busy["doer"]) if busy else None


def _goes_on(match: re.Match[str]) -> bool:
    """Tells whether who does no deed first does one then: "deltager i mødet og melder tilbage"."""
    return match["verb"] in _BEFORE_A_DEED and bool((then := _AND_THEN.search(match["rest"])) and then["verb"] not in NO_DEED)


def _is_deed(match: re.Match[str]) -> bool:
    if (only := _DEED_ONLY.get(match["verb"])) and not only.match(match["rest"]):
        return False
    if match.group().startswith(", at ") and not _AGREED.search(match.string[: match.start()]):
        return False
    return (
        (bool(only) or match["verb"] not in NO_DEED)
        and not _LEAVES_IT.match(match["rest"])
        and not re.match(r" (?:selv|ikke)\b", match["rest"])
    )


def _passive(text: str) -> Deed | None:
    for pattern in (_IS_DONE, _LEFT_TO_BE_DONE):
        if (match := pattern.search(text)) and match["verb"] not in NO_PASSIVE and not _is_told(match):
            return Deed(match["verb"], _by_whom(match["rest"]))
    if (match := _WILL_BE.search(text)) and match["been"] not in NO_PASSIVE and not _is_told(match):
        return Deed(match["verb"], _by_whom(match["rest"]))
    return None


def _is_told(match: re.Match[str]) -> bool:
    if _MAY.search(match.string[match.end("thing") : match.start("verb")]):
        return True
    if _PAST_PASSIVE.fullmatch(match["verb"]) or (match.group().startswith(", at ") and not _AGREED.search(match.string[: match.start()])):
        return True
    if match["verb"] in _ON_THEIR_WAY and _CASE.search(match["thing"]):
        return True
    return bool(_FINITE.search(match["thing"]) or _OUTSIDE.search(match["thing"]) or _LEAVES_IT.match(match["rest"]))


def _by_whom(rest: str) -> str:
    match = re.search(rf"\baf (?P<doer>{_OFFICE}|{_NAMES}|{PERSON_PATTERN}|{_CAPITAL})", rest)
    return match["doer"] if match else ""


def is_no_deed(infinitive: str) -> bool:
    """Tells whether who decides to do so has decided and has nothing left to do: "besluttede at godkende"."""
    return infinitive in NO_INFINITIVE


def without_denials(text: str) -> str:
    """The sentence without those of its main clauses that say what is not done: "Rådet afgiver ikke høringssvar, men skriver til …"."""
    parts = _CLAUSES.split(text)
    kept = "".join(
        "" if _DENIED.match(part) else part + (parts[place + 1] if place + 1 < len(parts) else "")
        for place, part in enumerate(parts)
        if place % 2 == 0
    )
    return kept.strip(" ,;")
