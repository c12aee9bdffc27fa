"""People an item tells of: who was away, who stood in, who came from outside, who went to the council, who was appointed."""

import re

from minutes.facts import Absence, Appointment, BroughtToCouncil, Guest, Substitute
from minutes.reading import Block

from .names import NAME_LIST_PATTERN, PERSON_PATTERN, clean_name, is_party, lists_people, split_names
from .sections import Part, place_of
from .sentences import sentences
from .vocabulary import one_line_label

_LIST = NAME_LIST_PATTERN
_PERSON = PERSON_PATTERN
_PARTY = r"(?:\s*\([^()]{1,40}\))?"

_ABSENT = re.compile(
    rf"(?P<names>{_LIST}?)\s+(?:havde\s+(?:meldt\s+)?(?:forfald|afbud)|(?:var|er)\s+fraværende|meldte\s+afbud|har\s+meldt\s+afbud|udeblev\b[^.]{{0,30}}|deltog\s+ikke\s+i\s+mødet)\b"
    rf"|\b(?:[Aa]fbud(?:\s+fra)?|[Ff]raværende|[Ii]kke\s+til\s?stede|[Ff]orfald)\s*:?\s+(?P<listed>{_LIST})"
)
_NOT_PART = re.compile(
    rf"(?P<left>{_LIST}?)\s+(?:var|er|erklærede\s+sig|blev\s+erklæret|blev\s+vurderet|ansås\s+for)\s+inhabil\w*"
    rf"|(?P<names>{_LIST}?)\s*(?:,\s*)?(?:deltog|deltager|deltage|medvirkede)\s+"
    r"(?:på\s+grund\s+af\s+inhabilitet\s+|grundet\s+inhabilitet\s+|derfor\s+)?ikke\b(?!\s+i\s+mødet)"
    rf"|(?P<out>{_LIST}?)\s+forlod\s+(?:mødet|lokalet|salen)\s+under\s+(?:punktet|behandlingen|sagens)"
)
_SUBSTITUTE = re.compile(
    rf"(?P<name>{_PERSON}){_PARTY},?\s+(?:deltog|deltager|mødte|møder|var|er|indtrådte|indtræder)?\s*(?:(?:i\s+mødet|herefter|derefter|derfor)\s+)?(?:som\s+|er\s+)?(?:stedfortræder|suppleant)\s+for\s+(?P<of>{_PERSON})"
    rf"|(?P<name2>{_PERSON}){_PARTY}\s*\(?\s*(?:deltog|mødte|deltager|møder|indtrådte)?\s*(?:i\s+stedet\s+for|for)\s+(?P<of2>{_PERSON}){_PARTY}\s+(?:som\s+)?(?:stedfortræder|suppleant)"
    rf"|(?P<name3>{_PERSON}){_PARTY}\s+(?:deltog|mødte|deltager|møder|indtrådte)\s+i\s+stedet\s+for\s+(?P<of3>{_PERSON})"
    rf"|(?P<of8>{_PERSON}){_PARTY}\s+havde\s+(?:meldt\s+)?(?:afbud|forfald),?\s+og\s+(?P<name8>{_PERSON}){_PARTY}\s+deltog\s+i\s+stedet"
    rf"|[Ii]\s+stedet\s+for\s+(?P<of4>{_PERSON}){_PARTY}\s+(?:deltog|mødte|deltager|møder|indtrådte)\s+(?P<name4>{_PERSON})"
    rf"|(?P<name5>{_PERSON}){_PARTY}\s*\(\s*(?:stedfortræder|suppleant)\s+for\s+(?P<of5>{_PERSON})"
    rf"|(?:[Ss]tedfortræder|[Ss]uppleant)(?:\s+for\s+(?P<of6>{_PERSON}){_PARTY})?\s*:?\s*(?:var\s+|er\s+)?(?P<name6>{_PERSON})(?:{_PARTY}\s+for\s+(?P<of7>{_PERSON}))?"
)
_TO_COUNCIL = re.compile(
    rf"(?P<names>{_LIST}?)\s+(?:begær(?:ede|er|te)|ønske(?:de|r)|forlang(?:te|er))\s+(?:sagen|punktet|beslutningen|spørgsmålet)\s+"
    rf"(?:indbragt|forelagt|i|bragt|afgjort|videre|til|for)\b[^.]{{0,60}}?(?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)",
)
_UNDER = r"(?:under|ved|i|til|på)\s+(?:behandlingen\s+af\s+|behandling\s+af\s+|drøftelsen\s+af\s+)?(?:punkt(?:et|erne)?\b|sagen|sagens\s+behandling|behandlingen|dette\s+punkt|dagsordenspunktet|punkt\s+\d|pkt|mødet|drøftelsen)"
_GUEST_COMES = re.compile(rf",?\s+(?:deltager|deltog|deltage|medvirker|medvirkede|deltagende)\s+{_UNDER}")
_GUEST_AFTER = re.compile(
    r"(?:[Uu]nder|[Vv]ed|[Tt]il)\s+(?:behandlingen\s+af\s+|behandling\s+af\s+|drøftelsen\s+af\s+)?(?:punktet|sagen|dette\s+punkt|sagens\s+behandling|dagsordenspunktet)\s+"
    r"(?:deltog|deltager|medvirkede|medvirker)\s+(?P<who>[^.\n]{3,300})"
)
_NO_GUEST = re.compile(r"\b(?:deltog|deltager|deltage|medvirkede)\s+(?:\w+\s+){0,3}ikke\b|stedfortræder|suppleant")
_LONGEST_LIST = 300
_AS_TITLE = r"[a-zæøåA-ZÆØÅ][\w/æøåÆØÅ-]*(?:\s+(?:for|i|af|på|ved|og)\s+[^,.]{2,80}|\s[a-zæøå-]+){0,3}"
_NAME_THEN_TITLE = re.compile(rf"(?P<name>{_PERSON}){_PARTY}\s*(?:,\s*|\s+fra\s+|\s*\()(?P<title>[^,()]{{3,90}})")
_TITLE_THEN_NAME = re.compile(
    rf"(?P<title>(?:[A-ZÆØÅ]?[a-zæøå/-]{{3,}})(?:\s+(?:[a-zæøå/-]+|for|i|af|på|ved)){{0,5}})\s+(?P<name>{_PERSON})"
)
_APPOINTED = re.compile(
    rf"\b(?:udpegede|udpeger|valgte|vælger|udpegedes|valgtes|udpegning\s+af)\s+(?P<after>{_LIST})"
    rf"|(?P<before>{_LIST}?)\s+(?:blev|er|bliver|udpeges|vælges|blev\s+enstemmigt)\s*(?:udpeget|valgt|genvalgt|konstitueret)?\s*(?P<to>(?:til|som|i)\s+[^.\n]{{3,120}})"
    rf"|\b(?:[Uu]dpeget|[Vv]algt)\s+(?:blev|er)?\s*:?\s*(?P<named>{_LIST})"
    rf"|\b[Ss]om\s+(?P<role>[a-zæøå][^.\n]{{3,100}}?)\s+(?:valgtes|udpegedes|udpeges|vælges|blev\s+valgt|blev\s+udpeget)\s+(?P<chosen>{_LIST})"
)
_MEMBER_JOINS = re.compile(
    rf"\b[Mm]edlem(?:merne)?(?:\s+af\s+[\wæøå]+)?\s+(?P<names>{_LIST}?)(?:,\s+i\s+samarbejde\s+med[^.]{{0,200}}?|,)?\s+(?:indgår|indtræder|deltager|sidder)\s+i\s+(?P<to>[^\n]{{3,160}}?)(?=\.\s+[A-ZÆØÅ]|\.?$)"
)
_CUE = re.compile(r"udpeg|valgt|valgte|vælges|vælger|indgår|indtræder|konstituer", re.IGNORECASE)
_TO = re.compile(r"\s+(?P<to>(?:til|som|i|at\s+indgå\s+i)\s+\S.*)", re.DOTALL)


def absences_of(parts: list[Part]) -> list[Absence]:
    """Who was away (absent) or took no part in this item (did_not_participate)."""
    found: dict[str, Absence] = {}
    for part in parts:
        for block in part.blocks:
            label = one_line_label(block.text)
            if (label and label[0] == "absence") or (part.role == "absence" and lists_people(block.text)):
                _absent(found, split_names((label[1] if label else block.text).replace("\n", ", ")), "absent", block)
                continue
            for sentence in sentences(block.text) if _AWAY.search(block.text) else ():
                for match in _ABSENT.finditer(sentence):
                    _absent(found, split_names(_last_clause(match["names"] or match["listed"])), "absent", block)
                for match in _NOT_PART.finditer(sentence):
                    _absent(found, split_names(_last_clause(match["names"] or match["left"] or match["out"])), "did_not_participate", block)
    return list(found.values())


_AWAY = re.compile(
    r"forfald|fravær|afbud|deltog\s+(?:\w+\s+){0,4}ikke|deltager ikke|medvirkede ikke|inhabil|forlod|ikke til ?stede", re.IGNORECASE
)


def _absent(found: dict[str, Absence], names: list[str], kind: str, block: Block) -> None:
    for name in names:
        if not is_party(name):
            found.setdefault(name, Absence(name, kind, place_of([block])))


def substitutes_of(parts: list[Part]) -> list[Substitute]:
    """Who stood in for whom."""
    found: dict[str, Substitute] = {}
    for part, block in _blocks(parts, "tedfortræder", "uppleant", "stedet"):
        for line in re.split(r"(?<=[.\n])\s+", block.text):
            for match in _SUBSTITUTE.finditer(line):
                groups = match.groupdict()
                name = next((groups[key] for key in groups if key.startswith("name") and groups[key]), None)
                of = next((groups[key] for key in groups if key.startswith("of") and groups[key]), None)
                name, of = clean_name(name or ""), clean_name(of or "")
                if name and (of or part.role == "absence"):
                    found.setdefault(name, Substitute(name, of, place_of([block])))
    return list(found.values())


def brought_to_council_of(parts: list[Part]) -> list[BroughtToCouncil]:
    """Members who had the case sent on to the council."""
    found: dict[str, BroughtToCouncil] = {}
    for _, block in _blocks(parts, "begær", "ønske", "forlang"):
        for sentence in sentences(block.text):
            for match in _TO_COUNCIL.finditer(sentence):
                for name in split_names(_last_clause(match["names"])):
                    found.setdefault(name, BroughtToCouncil(name, place_of([block])))
    return list(found.values())


def guests_of(parts: list[Part]) -> list[Guest]:
    """People who came for the item: "Centerleder Bo Dam deltager under punktet", "Bo Dam, centerleder, deltog under punktet"."""
    found: dict[str, Guest] = {}
    for part in parts:
        for block in part.blocks:
            label = one_line_label(block.text)
            if part.role == "presence" or (label and label[0] == "presence"):
                _welcome(found, label[1] if label else block.text, block)
            elif "delt" in block.text or "medvirk" in block.text:
                for sentence in sentences(block.text):
                    who = _who_comes(sentence)
                    if who and not _NO_GUEST.search(sentence):
                        _welcome(found, who, block)
    return list(found.values())


def _who_comes(sentence: str) -> str | None:
    """The words that say who takes part in the item, before the verb or after it."""
    comes = _GUEST_COMES.search(sentence)
    if comes:
        return sentence[max(0, comes.start() - _LONGEST_LIST) : comes.start()]
    after = _GUEST_AFTER.search(sentence)
    return after["who"] if after else None


def _welcome(found: dict[str, Guest], who: str, block: Block) -> None:
    for name, title in people_with_titles(who):
        found.setdefault(name, Guest(name, title, place_of([block])))


def people_with_titles(text: str) -> list[tuple[str, str | None]]:
    """`Centerleder Bo Dam og Eva Holm, afdelingsleder` as [("Bo Dam", "Centerleder"), ("Eva Holm", "afdelingsleder")]."""
    people: list[tuple[str, str | None]] = []
    for piece in re.split(
        r"\s*;\s*|\s+(?:og|samt)\s+(?=(?:[a-zæøå-]+\s+){0,3}[A-ZÆØÅ][a-zæøå]+\s+[A-ZÆØÅ])|,\s+(?=[A-ZÆØÅ][a-zæøå]+\s+[A-ZÆØÅ][a-zæøå]+(?:\s*[,(]|$))",
        text,
    ):
        piece = piece.strip(" .,:")
        match = _NAME_THEN_TITLE.match(piece)
        if match:
            people.append((match["name"], match["title"].strip(" .)")))
            continue
        match = re.fullmatch(rf"{_PERSON}{_PARTY}", piece)
        if match and not _starts_with_title(piece):
            people.append((clean_name(piece) or piece, None))
            continue
        match = _TITLE_THEN_NAME.search(piece) or _CAPITAL_TITLE.match(piece)
        if match:
            people.append((match["name"], match["title"].strip()))
    return [(name, title) for name, title in people if clean_name(name) and not is_party(name)]


_TITLE_WORD = r"[A-ZÆØÅ]?[\wæøå-]*(?:leder|chef|direktør|konsulent|medarbejder|sekretær|koordinator|formand|læge|sygeplejerske|rådgiver|jurist|planlægger|arkitekt|ingeniør|pædagog|forstander|inspektør|projektleder|fuldmægtig|økonom|psykolog|terapeut|vejleder|specialist|borgmester)(?:en)?"
_CAPITAL_TITLE = re.compile(rf"(?P<title>{_TITLE_WORD}(?:\s+(?:for|i|på|ved|af)\s+[^,]{{2,60}}?)?)\s+(?P<name>{_PERSON})$")


def _starts_with_title(text: str) -> bool:
    return bool(re.match(rf"{_TITLE_WORD}\s", text))


def appointments_of(parts: list[Part]) -> list[Appointment]:
    """Members the body's own decision appoints to something."""
    found: dict[str, Appointment] = {}
    for part in parts:
        for block in part.blocks if part.role == "decision" else ():
            for sentence in sentences(block.text) if _CUE.search(block.text) else ():
                for names, to in _appointed(sentence):
                    for name in names:
                        if not is_party(name):
                            found.setdefault(name, Appointment(name, to, place_of([block])))
    return list(found.values())


def _appointed(sentence: str) -> list[tuple[list[str], str | None]]:
    joins = _MEMBER_JOINS.search(sentence)
    if joins:
        return [(split_names(joins["names"]), f"i {joins['to'].strip(' .')}")]
    found = []
    for match in _APPOINTED.finditer(sentence):
        listed = match["after"] or match["named"] or match["chosen"]
        if listed:
            to = _TO.search(listed)
            names, purpose = (listed[: to.start()], to["to"]) if to else (listed, match["role"])
        elif match["before"] and re.search(r"udpeg|valgt|vælges|konstituer", match.group()):
            names, purpose = _last_clause(match["before"]), match["to"]
        else:
            continue
        found.append((split_names(names), purpose.strip(" .") if purpose else None))
    return found


def _last_clause(names: str) -> str:
    """The names right before the verb: what stands before "at", "idet" or "mens" belongs to another clause."""
    return re.split(r"\b(?:at|idet|mens|hvor|da|fordi)\s+", names)[-1]


def _blocks(parts: list[Part], *cues: str) -> list[tuple[Part, Block]]:
    return [(part, block) for part in parts for block in part.blocks if any(cue in block.text for cue in cues)]
