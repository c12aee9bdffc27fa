"""Items that a line names by their order or by numbers in words: `tredje til femte punkt`, `de to sidste sager`, `punkt tre og fire`.

The table of how they are named: each row finds such words, and they are put as numbers, so that a line is read as if it had these.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from .folding import LINES

_ORDINALS = (
    "første", "anden|andet", "tredje|tredie", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende", "ellevte|elvte", "tolvte",
    "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende", "tyvende",
)  # fmt: skip
_CARDINALS = ("et|ét|én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve")  # fmt: skip
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_VALUES = {word: n for words in (_ORDINALS, _CARDINALS, _ROMANS) for n, one in enumerate(words, 1) for word in one.lower().split("|")}
_FROM_END = {"sidste": 0, "næstsidste": 1, "tredjesidste": 2, "trediesidste": 2, "fjerdesidste": 3, "femtesidste": 4}

_HOW = r"(?:(?:lukkede?|fortrolige|hemmelige|ikke[\s-]offentlige|egentlige|ordinære)\s+)?"
_KIND = r"(?:dagsordens?)?(?:punkt|sag|emne)"
_THING = rf"{_HOW}(?:{_KIND}(?:er|erne|et|en|ets|ens)?(?!\w)|pkt\b\.?)"
_THINGS = rf"{_HOW}(?:{_KIND}(?:er|erne)|emnerne)(?!\w)"
_THE = r"(?:\b(?:de|den|det|dagsordenens|mødets|listens)\s+)*"
_PLACE = rf"(?<!\w)(?:(?:aller|(?:næst|tred[ji]e|fjerde|femte)[\s-]?)?sidste|{'|'.join(_ORDINALS)}|\d{{1,3}}\.(?![\d.]))(?!\w)"
_COUNT = rf"(?<!\w)(?:{'|'.join(_CARDINALS)}|\d{{1,2}})(?!\w)"
_NUMBER = rf"(?<!\w)(?:{'|'.join(_CARDINALS)}|(?-i:[IVX]{{1,4}}))(?!\w)"
_TO = r"\s*(?:(?:\b(?:til(?:\s+og\s+med)?|indtil|(?:og\s+)?(?:op|frem)\s+til|t/m)|\bt\s?\.?\s?o\s?\.?\s?m)(?!\w)\.?|[–—~…→÷-]|\.\.)\s*"
_AND = r"\s*(?:,(?:\s*(?:og|samt)\b)?|\b(?:og|samt|såvel\s+som|plus|eller)\b|[&+/])\s*"
_TELLS = r"\s+(?:er|var|bliver|blev|behandle\w*|drøfte\w*|luk\w+|holdes|holdt|tages|foregår|foregik|må|skal|kan)\b"
_SEVERAL = 20  # numbers that are read together
_NEAR = 30  # letters before the words, where `punkter:` may stand


@dataclass(frozen=True, slots=True)
class OrdinalRule:
    """A way of naming items; `places` are those that the words found name among so many items, the first of which is 1."""

    name: str
    pattern: str
    places: Callable[[re.Match[str], int], list[int]]


def _named(found: re.Match[str], many: int) -> list[int]:
    """Each place told, and those between two that `til` joins; none where nothing shows that the words are about items."""
    words = found.group()
    if not (
        _IS_THING.search(words)
        or _IS_TOLD.match(found.string, found.end())
        or _IS_HEADED.search(found.string[max(0, found.start() - _NEAR) : found.start()])
    ):
        return []
    told = list(_EACH.finditer(words))
    places: list[int] = []
    for k, one in enumerate(told):
        place = _value(one.group(), many)
        if k and _JOINS.search(words[told[k - 1].end() : one.start()]):
            places += range(places[-1], place)
        places.append(place)
    return places


def _counted(found: re.Match[str], many: int) -> list[int]:
    """The first or the last ones, as many as told."""
    count = min(many, _value(found["count"] or found["after"], many))
    return list(range(1, count + 1)) if (found["end"] or found["before"]).lower() == "første" else list(range(many + 1 - count, many + 1))


def _all(_found: re.Match[str], many: int) -> list[int]:
    """All there are, where nobody can tell how many are meant."""
    return list(range(1, many + 1))


NAMINGS = (
    OrdinalRule(
        "as many at one end",
        rf"{_THE}(?:(?P<count>{_COUNT})\s+(?P<end>første|sidste)|(?<!\w)(?P<before>første|sidste)\s+(?P<after>{_COUNT}))(?:\s+{_THINGS}|(?={_TELLS}))",
        _counted,
    ),
    OrdinalRule("nobody knows how many at one end", rf"{_THE}(?<!\w)(?:første|sidste)\s+{_THINGS}", _all),
    # "De midterste to punkter", "Hvert andet punkt", "punkterne med lige numre"
    OrdinalRule(
        "nobody knows which",
        rf"{_THE}(?<!\w)(?:midterste|mellemste|hver(?:t)?\s+(?:{'|'.join(_ORDINALS)}))\s+(?:{_COUNT}\s+)?(?:{_THINGS}|{_THING})|\b{_THINGS}\s+(?:med\s+)?(?:u?lige)(?:\s+num(?:mer|re))?(?!\w)",
        _all,
    ),
    OrdinalRule(
        "numbers in words",
        rf"\b{_THING}\s+(?:(?:nr|nummer)\b\.?\s*)?{_NUMBER}(?:(?:{_TO}|{_AND})(?:{_THING}\s+)?(?:(?:nr|nummer)\b\.?\s*)?{_NUMBER}){{0,30}}",
        _named,
    ),
    # "et andet punkt" is another one
    OrdinalRule(
        "by their order",
        rf"(?<!\bet )(?<!\ben )(?<!\bintet )(?<!\bingen ){_THE}{_PLACE}(?:\s+{_THING})?(?:(?:{_TO}|{_AND}){_THE}{_PLACE}(?:\s+{_THING})?){{0,30}}",
        _named,
    ),
)
_COMPILED = [(naming, re.compile(naming.pattern, re.IGNORECASE)) for naming in NAMINGS]
_EACH = re.compile(rf"{_PLACE}|{_NUMBER}", re.IGNORECASE)
_JOINS = re.compile(_TO, re.IGNORECASE)
_IS_THING = re.compile(rf"\b{_THING}", re.IGNORECASE)
_IS_TOLD = re.compile(rf"{_TELLS}|\s+og\s+(?:de\s+)?(?:(?:efter)?følgende|resterende|øvrige)\b", re.IGNORECASE)
_IS_HEADED = re.compile(r"\b(?:punkter|punkterne|sager|sagerne|emner|emnerne)\s*:?\s*$", re.IGNORECASE)
_MAY_NAME = re.compile(
    rf"sidste|midterste|mellemste|\bhvert?\b|\bu?lige\b|(?<!\w)(?:{'|'.join(_ORDINALS)})(?!\w)|\d\.|\b(?:{_KIND}|pkt)\w*\.?\s+(?:nr\.?\s*|nummer\s+)?{_NUMBER}",
    re.IGNORECASE,
)


def in_numbers(text: str, numbers: list[int]) -> str:
    """The text with the items named so put as numbers: of `numbers`, which are the items' own in the order of the document.

    A place and the number of the same name are both meant where they are of two items.
    """
    if not _MAY_NAME.search(text):
        return text
    for naming, regex in _COMPILED:
        text = regex.sub(partial(_put_named, naming, numbers), text)
    return text


@lru_cache(maxsize=LINES)
def as_numbers(text: str) -> str:
    """The same where nobody knows the items: of a document with as many as words can name."""
    return in_numbers(text, list(range(1, len(_ORDINALS) + 1)))


def _put_named(naming: OrdinalRule, numbers: list[int], found: re.Match[str]) -> str:
    return _put(found, naming.places(found, len(numbers)), numbers)


def _put(found: re.Match[str], places: list[int], numbers: list[int]) -> str:
    every = set(numbers)
    meant = sorted({numbers[n - 1] for n in places if 0 < n <= len(numbers)} | (set(places) & every))
    pieces = [", ".join(map(str, meant[i : i + _SEVERAL])) for i in range(0, len(meant), _SEVERAL)]
    return " og ".join(f"punkt {piece}" for piece in pieces) or found.group()


def _value(words: str, many: int) -> int:
    words = re.sub(r"[\s-]|\.$", "", words.lower()).removeprefix("aller")
    if words in _FROM_END:
        return many - _FROM_END[words]
    return int(words) if words.isdecimal() else _VALUES.get(words, 0)
