"""Who was away, who took no part in an item, who stood in for whom, and who had the case brought to the council.

The verb is found first and the names are taken from the words before it, so that reading stays quick however long the sentence.
"""

import re

from minutes.facts import Absence, BroughtToCouncil, Substitute
from minutes.reading import Block

from .names import NAME_LIST_PATTERN, PERSON_PATTERN, clean_name, is_party, lists_people, split_names
from .sections import Part, place_of
from .sentences import sentences
from .vocabulary import one_line_label

_PERSON = PERSON_PATTERN
_PARTY = r"(?:\s*\([^()]{1,40}\))?"
_CAME = r"(?:deltog|deltager|mødte|møder|indtrådte|indtræder)"

AWAY = re.compile(
    r"\s(?:"
    r"(?P<absent>havde\s+(?:meldt\s+)?(?:forfald|afbud)|(?:var|er)\s+fraværende|(?:har\s+meldt|meldte)\s+afbud|udeblev\b|deltog\s+ikke\s+i\s+mødet)"
    r"|(?P<disqualified>(?:var|er|(?:havde\s+)?erklære(?:de|t)\s+sig|blev\s+erklæret|blev\s+vurderet|ansås\s+for)\s+inhabil\w*)"
    r"|(?:deltog|deltager|deltage|medvirkede)\s+(?:(?:på\s+grund\s+af|grundet)\s+inhabilitet\s+|derfor\s+)?ikke\b"
    r"|var\s+ikke\s+til\s?stede\s+under\b"
    r"|forlod\s+(?:mødet|lokalet|salen)\s+under\s+(?:punktet|behandlingen|sagens)"
    r")"
)
_LISTED = re.compile(rf"\b(?:[Aa]fbud(?:\s+fra)?|[Ff]raværende|[Ii]kke\s+til\s?stede|[Ff]orfald)\s*:?\s+(?P<names>{NAME_LIST_PATTERN})")
_CUE = re.compile(r"forfald|udeblev|fravær|afbud|\bikke\b|inhabil|forlod", re.IGNORECASE)
_SUBSTITUTES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<name>{_PERSON}){_PARTY},?\s+(?:{_CAME}|var|er)?\s*(?:(?:i\s+mødet|herefter|derefter|derfor)\s+)?(?:som\s+|er\s+)?"
        rf"(?:stedfortræder|suppleant)\s+for\s+(?P<of>{_PERSON})",
        rf"(?P<of>{_PERSON}){_PARTY}\s+[-–]\s+(?P<name>{_PERSON}){_PARTY}\s+{_CAME}\s+som\s+(?:stedfortræder|suppleant)",
        rf"(?P<name>{_PERSON}){_PARTY}\s*\(\s*(?:stedfortræder|suppleant)\s+for\s+(?P<of>{_PERSON})",
        rf"(?P<name>{_PERSON}){_PARTY}\s+{_CAME}\s+i\s+stedet\s+for\s+(?P<of>{_PERSON})",
        rf"(?P<of>{_PERSON}){_PARTY}\s+havde\s+(?:meldt\s+)?(?:afbud|forfald),?\s+og\s+(?P<name>{_PERSON}){_PARTY}\s+deltog\s+i\s+stedet",
        rf"[Ii]\s+stedet\s+for\s+(?P<of>{_PERSON}){_PARTY}\s+{_CAME}\s+(?P<name>{_PERSON})",
        rf"(?:[Ss]tedfortræder|[Ss]uppleant)\s+for\s+(?P<of>{_PERSON}){_PARTY}\s*:?\s*(?:var\s+|er\s+)?(?P<name>{_PERSON})",
        rf"(?:[Ss]tedfortræder|[Ss]uppleant)\s*:?\s*(?P<name>{_PERSON}){_PARTY}\s+for\s+(?P<of>{_PERSON})",
    )
)
_TO_COUNCIL = re.compile(
    r"\s(?:begær(?:ede|er|te)|ønske(?:de|r)|forlang(?:te|er))\s+(?:sagen|punktet|beslutningen|spørgsmålet)\s+"
    r"(?:indbragt|forelagt|i|bragt|afgjort|videre|til|for)\b[^.]{0,60}?(?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)"
)
STOOD_IN = re.compile(r"\s[-–]\s[^,\n]*?(?:stedfortræder|suppleant)[^,\n]*")
_CLAUSE = re.compile(r"\b(?:at|idet|mens|hvor|da|fordi)\s+")
_LONGEST_LIST = 400


def absences_of(parts: list[Part]) -> list[Absence]:
    """Who was away (absent) or took no part in this item (did_not_participate)."""
    found: dict[str, Absence] = {}
    for part in parts:
        for block in part.blocks:
            label = one_line_label(block.text)
            if (label and label[0] == "absence") or (part.role == "absence" and lists_people(block.text)):
                names = STOOD_IN.sub("", label[1] if label else block.text)
                _add(found, split_names(names.replace("\n", ", ")), "absent", block)
            elif _CUE.search(block.text):
                for sentence in sentences(block.text):
                    _absences_in(found, sentence, block)
    return list(found.values())


def _absences_in(found: dict[str, Absence], sentence: str, block: Block) -> None:
    told = 0
    for match in AWAY.finditer(sentence):
        _add(found, names_before(sentence, match.start(), told), "absent" if match["absent"] else "did_not_participate", block)
        told = match.end()
    for match in _LISTED.finditer(sentence):
        _add(found, split_names(match["names"]), "absent", block)


def _add(found: dict[str, Absence], names: list[str], kind: str, block: Block) -> None:
    for name in names:
        if not is_party(name):
            found.setdefault(name, Absence(name, kind, place_of([block])))


def names_before(sentence: str, verb: int, told: int = 0) -> list[str]:
    """The names right before a verb: what stands before "at", "idet" or "mens", or was told already, belongs to another clause."""
    return split_names(_CLAUSE.split(sentence[max(told, verb - _LONGEST_LIST) : verb])[-1])


def substitutes_of(parts: list[Part]) -> list[Substitute]:
    """Who stood in for whom."""
    found: dict[str, Substitute] = {}
    for part in parts:
        for block in part.blocks:
            if "tedfortræder" in block.text or "uppleant" in block.text or "stedet" in block.text:
                for sentence in sentences(block.text):
                    for match in (match for pattern in _SUBSTITUTES for match in pattern.finditer(sentence)):
                        name, of = clean_name(match["name"]), clean_name(match["of"])
                        if name and of:
                            found.setdefault(name, Substitute(name, of, place_of([block])))
    return list(found.values())


def brought_to_council_of(parts: list[Part]) -> list[BroughtToCouncil]:
    """Members who had the case sent on to the council (kommunestyrelsesloven § 23)."""
    found: dict[str, BroughtToCouncil] = {}
    for part in parts:
        for block in part.blocks:
            for sentence in sentences(block.text) if _TO_COUNCIL.search(block.text) else ():
                for match in _TO_COUNCIL.finditer(sentence):
                    for name in names_before(sentence, match.start()):
                        found.setdefault(name, BroughtToCouncil(name, place_of([block])))
    return list(found.values())
