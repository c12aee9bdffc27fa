"""Members said to be disqualified (inhabil), in all the ways minutes put it.

Whoever is named here is shut out of a closed item until a secretary says otherwise, so a name too many is better than one too few.
"""

import re

from .names import BODY, NAME_LIST_PATTERN, PERSON_PATTERN, clean_name, split_names
from .sentences import sentences

# The name of a disqualified member whom the document does not name.
UNNAMED = "Unavngivet"
_STEM = re.compile(r"inhabil", re.IGNORECASE)
# "grundet habilitet", "af habilitetsgrunde": disqualified only where somebody also took no part.
_OF_COMPETENCE = re.compile(
    r"(?:grundet|pga\.?|på\s+grund\s+af|af\s+hensyn\s+til)\s+(?:\w+\s+)?habilitet|habilitets(?:mæssige\s+)?(?:grunde|årsager)",
    re.IGNORECASE,
)
_JUDGED = r"(?:er|var|blev|bliver|anses|ansås|anset|findes|fandt|fandtes|fundet|kendt\w*|erklære\w*|vurdere\w*|være)"
# "ikke habil" says the same as "inhabil".
_UNFIT = re.compile(r"\bikke(?:-|\s+(?:(?:er|var|blev|kunne\s+være|anses\s+for|være)\s+)?)habil(?!itet)(?:e|t)?\b", re.IGNORECASE)
# A reason of interest, and beside it that somebody left or took no part.
_INTEREST = re.compile(
    r"interessekonflikt|i\s+familie\s+med|beslægtet\s+med|gift\s+med|(?:egen|personlig|særlig|økonomisk)\s+interesse", re.IGNORECASE
)
_LEFT = re.compile(
    r"\b(?:deltog|deltager|medvirkede)\s+(?:\w+\s+)?ikke\b|\bforlod\s+\w*(?:mødet|lokalet|salen)|\btrådte\s+(?:af\s+vejen|ud)|\bvar\s+(?:ikke\s+til\s?stede|fraværende)",
    re.IGNORECASE,
)
_STEPPED_ASIDE = re.compile(r"\btrådte\s+af\s+vejen\b", re.IGNORECASE)
_LAST_NAME_FIRST = re.compile(
    r"^\W*(?P<last>[A-ZÆØÅ][\wæøå-]+),\s+(?P<first>[A-ZÆØÅ][\wæøå-]+(?:\s[A-ZÆØÅ][\wæøå-]+)?)\s*:?\s+(?:(?:er|var)\s+)?(?:inhabil|ikke[-\s]habil)"
)
_TITLED = re.compile(
    r"\b(?:[a-zæøå]*medlem|[a-zæøå]*formand(?:en)?|borgmester(?:en)?|rådmand(?:en)?)\s+(?P<word>[A-ZÆØÅ][a-zæøå]+)\b(?!\s[A-ZÆØÅ])"
)
_FOUND_UNFIT = re.compile(r"\bat\s+(?P<word>[A-ZÆØÅ][a-zæøå]{2,})\s+(?:ikke\s+)?(?:er|var|blev|måtte|skulle)\b")
_VERB = re.compile(r"\s+(?:ERKLÆRE|DELTOG|FORLOD|MELDTE|ER\b|VAR\b|BLEV\b|FANDTES|KENDTES|ANSÅS|OPLYSTE|TRÅDTE).*", re.DOTALL)
_NOT = re.compile(
    rf"\bikke\s+(?:{_JUDGED}\s+){{0,3}}(?:for\s+)?(?:at\s+være\s+)?inhabil(?!itet)"
    rf"|\b{_JUDGED}\s+(?:\w+\s+)?ikke\s+(?:[A-ZÆØÅ]\S*\s+|og\s+|{_JUDGED}\s+|for\s+|at\s+){{0,8}}inhabil|\bingen\s+(?:\w+\s+){{0,2}}inhabil",
    re.IGNORECASE,
)
# The noun alone is a topic; with one of these it has come to something.
_CAME_OF_IT = re.compile(
    r"\bforlod|\bikke\b|\bgik\b|\btrådte\b|\bfraværende|grundet|pga|på\s+grund\s+af|erklære|konstater|meld|oplys|opmærksom|:", re.IGNORECASE
)
_CLAUSE = re.compile(r"\b(?:at|idet|mens|hvor|da|fordi)\s+")
_FOUND_BY_THE_BODY = re.compile(
    r"\b(?:fandt|finder|erklærede|erklærer|kendte|kender|anså|anser|anse|vurderede|vurderer|afgjorde)\s+(?!sig\b)", re.IGNORECASE
)
_LISTED = re.compile(rf"\b(?:[Ii]nhabil\w*|[Hh]abilitet)(?:\s+(?:i|ved|under|til)\s+\w+){{0,2}}\s*:\s*(?P<names>{NAME_LIST_PATTERN})")
_PERSON = re.compile(PERSON_PATTERN)
_WHOSE = re.compile(rf"(?P<name>{PERSON_PATTERN}?)s\s+(?:\w+\s+)?(?:inhabilitet|habilitet|interesse\w*)\b")
_BY_ONE_WORD = re.compile(
    r"\W*(?P<word>[A-ZÆØÅ][a-zæøå]{2,})\s+(?:er|var|blev|erklære\w*|meldte|fandtes|kendtes|ansås|anses|forlod|deltog|oplyste)\b"
)
_NOBODY = frozenset(
    [
        "den",
        "det",
        "der",
        "han",
        "hun",
        "de",
        "man",
        "hvis",
        "når",
        "ingen",
        "alle",
        "medlemmer",
        "medlemmet",
        "medlemmerne",
        "personen",
        "personer",
        "reglerne",
        "udvalget",
        "rådet",
        "byrådet",
        "bestyrelsen",
        "kommunalbestyrelsen",
        "forvaltningen",
        "administrationen",
        "kommunen",
        "sagen",
        "punktet",
        "vedkommende",
        "ansatte",
        "embedsmænd",
    ]
)


def speaks_of_it(sentence: str) -> bool:
    """Tells whether the sentence says that somebody is disqualified, and not that somebody is not, or what the rules are."""
    if _OF_COMPETENCE.search(sentence) or (_LISTED.search(sentence) and not _STEM.search(sentence)):
        return True
    if _UNFIT.search(sentence) or _STEPPED_ASIDE.search(sentence) or (_INTEREST.search(sentence) and _LEFT.search(sentence)):
        return not _NOT.search(sentence)
    if not _STEM.search(sentence) or _NOT.search(sentence):
        return False
    return bool(re.search(r"inhabil(?!itet)", sentence, re.IGNORECASE) or _CAME_OF_IT.search(sentence))


def leaves_open_whom(text: str) -> bool:
    """Tells whether the text may speak of disqualification though nobody is named: in a closed item somebody must say whom it means."""
    told = sentences(text)
    return any(speaks_of_it(one) or (_STEM.search(one) and not _NOT.search(one)) for one in told)


def disqualified_in(sentence: str, before: str = "") -> list[str]:
    """The names of the disqualified in a sentence that `speaks_of_it`; where it names nobody, those of the sentence `before` it.

    An office or a first name alone ("Formanden", "Amina") is a name too: which member it means is for the secretary to say.
    """
    turned = _LAST_NAME_FIRST.search(sentence)
    if turned:
        return [f"{turned['first']} {turned['last']}"]
    listed = _LISTED.search(sentence)
    if listed and (names := split_names(listed["names"])):
        return names
    whose = _WHOSE.search(sentence)
    if whose:
        return split_names(whose["name"])
    stem = re.search(r"inhabil|habilitet", sentence, re.IGNORECASE) or _UNFIT.search(sentence)
    clauses = _CLAUSE.split(sentence[: stem.start()] if stem else sentence)
    found = _names_in(_after_verdict(clauses[-1])) or _names_in(" ".join(clauses))
    found = found or _names_in(sentence[stem.end() :] if stem else "")
    word = _BY_ONE_WORD.match(sentence)
    if not found and word and word["word"].lower() not in _NOBODY and not BODY.search(word["word"]):
        return [word["word"]]
    alone = _TITLED.search(sentence) or _FOUND_UNFIT.search(sentence)
    if not found and alone and alone["word"].lower() not in _NOBODY and not BODY.search(alone["word"]):
        return [alone["word"]]
    return found or _names_in(before)


def _after_verdict(clause: str) -> str:
    """The text after the verb of a clause in which the body finds somebody disqualified; else all of it."""
    verdicts = list(_FOUND_BY_THE_BODY.finditer(clause))
    rest = clause[verdicts[-1].end() :] if verdicts else ""
    return rest if _names_in(rest) else clause


def _names_in(text: str) -> list[str]:
    names = [clean_name(_VERB.sub("", match.group())) for match in _PERSON.finditer(text) if not BODY.search(match.group())]
    names = [name.title() if name and name.isupper() else name for name in names]
    return list(dict.fromkeys(name for name in names if name))
