"""Absences: members away or without part in an item, their substitutes, and those who had the case brought to the council.

The verb is found first and the names are taken from the words before it, so that reading stays quick however long the sentence.
"""

import re

from reader.facts import Absence, BroughtToCouncil, Substitute
from reader.reading import TextBlock

from .disqualification import disqualified_in, speaks_of_it
from .names import NAME_LIST_PATTERN, PERSON_PATTERN, clean_name, is_party, lists_people, split_names
from .sections import ItemPart, place_of
from .sentences import sentences
from .vocabulary import one_line_label

_PERSON = PERSON_PATTERN
_PARTY = r"(?:\s*\([^()]{1,40}\))?"
_CAME = r"(?:deltog|deltager|mødte|møder|var\s+mødt|indtrådte|indtræder|afløste)"

_BECAUSE = r"(?:(?:på\s+grund\s+af|grundet|pga\.?)\s+(?:\w+\s+)?inhabilitet\s+|derfor\s+|således\s+)?"
_ITEM = r"(?:dette\s+)?(?:punkt(?:et)?\b|behandlingen|sagens|sagen|drøftelsen|afstemningen|dagsordenspunktet)"
AWAY = re.compile(
    r"\s(?:"
    rf"(?P<absent>(?:havde|har|er)\s+(?:meldt\s+|sendt\s+)?(?:forfald|afbud)|(?:var|er)\s+fraværende(?!\s+(?:under|ved|i)\s+{_ITEM})|(?:har\s+)?(?:meldte?|sendte?)\s+afbud|udeblev\b"
    r"|deltog\s+ikke\s+i\s+mødet|mødte\s+ikke|(?:var|er)\s+ikke\s+mødt|(?:var|er)\s+forhindre(?:t|de|et)\b|(?:var|er)\s+meldt\s+(?:fraværende|syge?)"
    rf"|var\s+ikke\s+til\s?stede(?!\s+(?:under|ved|i|på\s+grund)))"
    r"|(?P<disqualified>(?:var|er|blev|(?:havde\s+|har\s+)?(?:erklære(?:de|t)|meldt|meldte|kendte?|anså|anset)\s+(?:sig\s+)?|blev\s+vurderet|ansås\s+for)\s*(?:erklæret\s+|kendt\s+|anset\s+for\s+)?(?:som\s+)?inhabil\w*)"
    rf"|(?:deltog|deltager|deltage|medvirkede)\s+{_BECAUSE}ikke\b|kunne\s+ikke\s+(?:medvirke|deltage)\b"
    rf"|var\s+{_BECAUSE}(?:ikke\s+til\s?stede|fraværende)\s+(?:under|ved|i|på\s+grund)\b"
    rf"|forlod\s+{_BECAUSE}(?:mødet|\w*lokalet|\w*salen)\s+(?:under|ved|inden|før|mens|på\s+grund|grundet|pga|som\s+inhabil)\b"
    r")"
)
_LISTED = re.compile(
    rf"\b(?:[Aa]fbud(?:\s+fra)?|[Ff]raværende(?:\s+(?:i|under|ved)\s+(?:sagen|punktet))?|[Ff]ravær|[Ii]kke\s+til\s?stede|[Ff]orfald|(?P<unfit>[Ii]nhabil(?:e|itet)?))\s*:?\s+(?:var\s+|er\s+)?(?P<names>{NAME_LIST_PATTERN})"
)
# The verb before the name: "På grund af inhabilitet deltog Bo Dam ikke", "Under punktet forlod Bo Dam mødet"
_TURNED = re.compile(
    rf"\b(?:inhabilitet|[Uu]nder\s+\w+|[Ii]nhabil)\s+(?:deltog|medvirkede|forlod|var)\s+(?P<names>{_PERSON}(?:{_PARTY}(?:,\s+|\s+og\s+){_PERSON}){{0,4}}){_PARTY}\s+(?:ikke\b|fraværende|\w*lokalet|mødet|\w*salen)"
)
_CUE = re.compile(r"forfald|udeblev|fravær|afbud|\bikke\b|habil|forlod|forhindre|meldt syg|trådte af vejen", re.IGNORECASE)
_SUBSTITUTES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<name>{_PERSON}){_PARTY},?\s+(?:{_CAME}|var|er)?\s*(?:(?:i\s+mødet|herefter|derefter|derfor)\s+)?(?:som\s+|er\s+)?"
        rf"(?:stedfortræder|suppleant)\s+for\s+(?P<of>{_PERSON})",
        rf"(?P<of>{_PERSON}){_PARTY}\s+[-–]\s+(?P<name>{_PERSON}){_PARTY}\s+{_CAME}\s+som\s+(?:stedfortræder|suppleant)",
        rf"(?P<name>{_PERSON}){_PARTY}\s*\(\s*(?:stedfortræder|suppleant)\s+for\s+(?P<of>{_PERSON})",
        rf"(?P<name>{_PERSON}){_PARTY}\s+{_CAME}\s+i\s+stedet\s+for\s+(?P<of>{_PERSON})",
        rf"(?P<of>{_PERSON}){_PARTY}\s+havde\s+(?:meldt\s+)?(?:afbud|forfald),?\s+og\s+(?P<name>{_PERSON}){_PARTY}\s+deltog\s+i\s+stedet",
        rf"(?P<name>{_PERSON}){_PARTY}\s+(?:mødte|deltog|var\s+mødt)\s+for\s+(?P<of>{_PERSON})",
        rf"(?P<of>{_PERSON}){_PARTY},?\s+i\s+(?:hans|hendes\s+)?stedet?\s+(?:mødte|deltog)\s+(?P<name>{_PERSON})",
        rf"(?P<name>{_PERSON}){_PARTY}\s*\(i\s+stedet\s+for\s+(?P<of>{_PERSON})",
        rf"[Ss]om\s+(?:stedfortræder|suppleant)\s+for\s+(?P<of>{_PERSON}){_PARTY}\s+{_CAME}\s+(?P<name>{_PERSON})",
        rf"[Ii]\s+stedet\s+for\s+(?P<of>{_PERSON}){_PARTY}\s+{_CAME}\s+(?P<name>{_PERSON})",
        rf"(?:[Ss]tedfortræder|[Ss]uppleant)\s+for\s+(?P<of>{_PERSON}){_PARTY}\s*:?\s*(?:var\s+|er\s+)?(?P<name>{_PERSON})",
        rf"(?:[Ss]tedfortræder|[Ss]uppleant)\s*:?\s*(?P<name>{_PERSON}){_PARTY}\s+for\s+(?P<of>{_PERSON})",
    )
)
_TO_COUNCIL = re.compile(
    r"\s(?:begær(?:ede|er|te|es)|ønske(?:de|r)|forlang(?:te|er))\s+(?:sagen|punktet|beslutningen|spørgsmålet)\s+"
    r"(?:indbragt|forelagt|i|bragt|afgjort|videre|til|for)\b[^.]{0,60}?(?:[Bb]yråd|[Kk]ommunalbestyrelse|[Bb]orgerrepræsentation|[Rr]egionsråd)"
)
STOOD_IN = re.compile(r"\s[-–]\s[^,\n]{0,120}?(?:stedfortræder|suppleant)[^,\n]*")
_CLAUSE = re.compile(r"\b(?:at|idet|mens|hvor|da|fordi)\s+")
_LONGEST_LIST = 400


def absences_of(parts: list[ItemPart]) -> list[Absence]:
    """Gives those who were away (absent) or took no part in this item (did_not_participate)."""
    found: dict[str, Absence] = {}
    for part in parts:
        for block in part.blocks:
            label = one_line_label(block.text)
            if (label and label[0] == "absence") or (part.role == "absence" and lists_people(block.text)):
                names = STOOD_IN.sub("", label[1] if label else block.text)
                _add(found, split_names(names.replace("\n", ", ")), "absent", block)
            elif _CUE.search(block.text):
                told = sentences(block.text)
                for before, sentence in zip(["", *told], told, strict=False):
                    _absences_in(found, sentence, block)
                    _disqualified_in(found, sentence, before, block)
    return list(found.values())


def _disqualified_in(found: dict[str, Absence], sentence: str, before: str, block: TextBlock) -> None:
    """A disqualified member took no part, whether or not the sentence says that too."""
    if not speaks_of_it(sentence):
        return
    told = [one for name, one in found.items() if name in sentence and one.kind == "did_not_participate"]
    for name in [one.name for one in told] or disqualified_in(sentence, before):
        found.setdefault(name, Absence(name, "did_not_participate", place_of([block]))).disqualified = True


def _absences_in(found: dict[str, Absence], sentence: str, block: TextBlock) -> None:
    told = 0
    for match in AWAY.finditer(sentence):
        _add(found, names_before(sentence, match.start(), told), "absent" if match["absent"] else "did_not_participate", block)
        told = match.end()
    for match in _TURNED.finditer(sentence):
        _add(found, split_names(match["names"]), "did_not_participate", block)
    for match in _LISTED.finditer(sentence):
        _add(found, split_names(match["names"]), "did_not_participate" if match["unfit"] else "absent", block)


def _add(found: dict[str, Absence], names: list[str], kind: str, block: TextBlock) -> None:
    for name in names:
        if not is_party(name):
            found.setdefault(name, Absence(name, kind, place_of([block])))


def names_before(sentence: str, verb: int, told: int = 0) -> list[str]:
    """The names right before a verb: what stands before "at", "idet" or "mens", or was told already, belongs to another clause."""
    return split_names(_CLAUSE.split(sentence[max(told, verb - _LONGEST_LIST) : verb])[-1])


def substitutes_of(parts: list[ItemPart]) -> list[Substitute]:
    """Gives the substitutes, each with the one he or she stood in for."""
    found: dict[str, Substitute] = {}
    for part in parts:
        for block in part.blocks:
            if "tedfortræder" in block.text or "uppleant" in block.text or "stedet" in block.text or " for " in block.text:
                for sentence in sentences(block.text):
                    for match in (match for pattern in _SUBSTITUTES for match in pattern.finditer(sentence)):
                        name, of = clean_name(match["name"]), clean_name(match["of"])
                        if name and of:
                            found.setdefault(name, Substitute(name, of, place_of([block])))
    return list(found.values())


def brought_to_council_of(parts: list[ItemPart]) -> list[BroughtToCouncil]:
    """Members who had the case sent on to the council (kommunestyrelsesloven § 23)."""
    found: dict[str, BroughtToCouncil] = {}
    for part in parts:
        for block in part.blocks:
            for sentence in sentences(block.text) if _TO_COUNCIL.search(block.text) else ():
                for match in _TO_COUNCIL.finditer(sentence):
                    for name in names_before(sentence, match.start()):
                        found.setdefault(name, BroughtToCouncil(name, place_of([block])))
    return list(found.values())
