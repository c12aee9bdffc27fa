"""People who come for an item or are sent on from it: guests from outside, and members appointed to something."""

import re

from reader.facts import Appointment, GuestFacts
from reader.reading import TextBlock

from .names import NAME_LIST_PATTERN, PERSON_PATTERN, clean_name, is_party, split_names
from .sections import ItemPart, place_of
from .sentences import sentences
from .vocabulary import one_line_label

_LIST = NAME_LIST_PATTERN
_PERSON = PERSON_PATTERN
_PARTY = r"(?:\s*\([^()]{1,40}\))?"

_UNDER = r"(?:under|ved|i|til|på)\s+(?:behandlingen\s+af\s+|behandling\s+af\s+|drøftelsen\s+af\s+)?(?:punkt(?:et|erne)?\b|sagen|sagens\s+behandling|behandlingen|dette\s+punkt|dagsordenspunktet|punkt\s+\d|pkt|mødet|drøftelsen)"
_GUEST_COMES = re.compile(rf",?\s+(?:deltager|deltog|deltage|medvirker|medvirkede|deltagende)\s+{_UNDER}")
_GUEST_AFTER = re.compile(
    r"(?:[Uu]nder|[Vv]ed|[Tt]il)\s+(?:behandlingen\s+af\s+|behandling\s+af\s+|drøftelsen\s+af\s+)?(?:punktet|sagen|dette\s+punkt|sagens\s+behandling|dagsordenspunktet)\s+"
    r"(?:deltog|deltager|medvirkede|medvirker)\s+(?P<who>[^.\n]{3,300})"
)
_NO_GUEST = re.compile(
    r"\b(?:deltog|deltager|deltage|medvirkede)\s+(?:\w+\s+){0,3}ikke\b|stedfortræder|suppleant|forhindre(?:t|de)\s+i\b|kunne\s+ikke\b"
)
_LONGEST_LIST = 300
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
_CLAUSE = re.compile(r"\b(?:at|idet|mens|hvor|da|fordi)\s+")
_CUE = re.compile(r"udpeg|valgt|valgte|vælges|vælger|indgår|indtræder|konstituer", re.IGNORECASE)
_TO = re.compile(r"\s+(?P<to>(?:til|som|i|at\s+indgå\s+i)\s+\S.*)", re.DOTALL)


def guests_of(parts: list[ItemPart]) -> list[GuestFacts]:
    """People who came for the item: "Centerleder Bo Dam deltager under punktet", "Bo Dam, centerleder, deltog under punktet"."""
    found: dict[str, GuestFacts] = {}
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


def _welcome(found: dict[str, GuestFacts], who: str, block: TextBlock) -> None:
    for name, title in people_with_titles(who):
        found.setdefault(name, GuestFacts(name, title, place_of([block])))


def people_with_titles(text: str) -> list[tuple[str, str | None]]:
    """`Centerleder Bo Dam og Eva Holm, afdelingsleder` as [("Bo Dam", "Centerleder"), ("Eva Holm", "afdelingsleder")]."""
    people: list[tuple[str, str | None]] = []
    for piece in re.split(
        r"\s*;\s*|\s+(?:og|samt)\s+(?=(?:[a-zæøå-]+\s+){0,3}[A-ZÆØÅ][a-zæøå]+\s+[A-ZÆØÅ])|,\s+(?=[A-ZÆØÅ][a-zæøå]+\s+[A-ZÆØÅ][a-zæøå]+(?:\s*[,(]|$))",
        text,
    ):
        piece = _HOURS.sub("", piece).strip(" .,:")
        match = _NAME_THEN_TITLE.match(piece)
        if match and not _starts_with_title(piece):
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


_TITLE_WORD = r"[A-ZÆØÅ]?[\wæøå-]*(?i:leder|chef|direktør|konsulent|medarbejder|sekretær|koordinator|formand|læge|sygeplejerske|rådgiver|jurist|planlægger|repræsentant|arkitekt|ingeniør|pædagog|forstander|inspektør|projektleder|fuldmægtig|økonom|psykolog|terapeut|vejleder|specialist|borgmester)(?:en)?"
_CAPITAL_TITLE = re.compile(rf"(?P<title>{_TITLE_WORD}(?:\s+(?:for|i|på|ved|af)\s+[^,]{{2,60}}?)?)\s+(?P<name>{_PERSON})$")


_HOURS = re.compile(r",?\s*\bkl\.?\s*\d.*$", re.DOTALL)


def _starts_with_title(text: str) -> bool:
    return bool(re.match(rf"{_TITLE_WORD}\s", text))


def appointments_of(parts: list[ItemPart]) -> list[Appointment]:
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
            names, purpose = _CLAUSE.split(match["before"])[-1], match["to"]
        else:
            continue
        found.append((split_names(names), purpose.strip(" .") if purpose else None))
    return found
