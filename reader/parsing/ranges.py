"""The items that a line means beside those whose numbers it names: `3 t.o.m. 5`, `3 og de to følgende`, `3 og resten af dagsordenen`."""

import re
from itertools import pairwise

_MONTHS = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
# numbers of something else than items
_ELSEWHERE = re.compile(
    rf"§+\s*\d+\w?(?:\W{{1,3}}(?:stk|nr|pkt)\b\.?\s*\d+(?:\s*(?:[,–-]|og)\s*\d+(?!\s*\w))*)*|\b(?:stk|bilag|lov|tillæg|side|s)\b\.?\s*(?:nr\.?\s*)?\d+"
    rf"|\b(?:kl|klokken)\b\.?\s*\d{{1,2}}(?:[.:]\d\d)?|\b\d{{1,2}}[.:]\d\d(?!\d)|\b\d{{1,2}}\.?\s*{_MONTHS}(?:\s+\d{{4}})?|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    r"|\bd(?:en)?\b\.?\s*\d{1,2}\.(?!\.)|\b\d+\s*(?:kr|mio|pct|procent|%|år|dage|uger|timer|minutter|medlemmer|stemmer|bilag|sider)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<!\w)(?<!\d[.:/])\d{1,3}(?!\w|[.:/]\d)")
_SENTENCE_ENDS = re.compile(r"[!?;]|(?<!\bpkt)(?<!\bnr)\.\s+(?=[A-ZÆØÅ])")
_LISTED = re.compile(r"(?:\W|\b(?:og|samt|plus|eller|punkt\w*|pkt|sag\w*|nr|nummer|emne\w*)\b)*", re.IGNORECASE)
_JOINS = re.compile(r"[–—÷~…→>-]|\.\.", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:er|var|bliver|blev|behandle\w*|drøfte\w*|luk[kt]\w*|holdes|holdt|åb\w+|tages|flyttes|udsættes|før|efter|inden)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\s*[:|\t]|\.?\s+(?:[–—-]\s+)?(?!(?:Pkt|Punkt|Sag|Nr)\b)[A-ZÆØÅ][a-zæøå]{2}"
)  # of a list's entry: "3. Salg af 5 grunde"
_ONWARDS = re.compile(
    r"(?<!\w)(?:(?:efter)?følgende|efterfulgt|frem(?:efter|over|ad)?|videre|resten|rest|resterende|øvrige|næste|kommende|senere|herefter|derefter|opefter|nedefter|(?:der)?udover|andre|sidste|flere|alle|ff?\.|m\.?\s?fl|m\.?\s?v|osv|etc)(?!\w)"
    r"|\bpunkter\w*\s+(?:der)?efter\b|\b(?:til|og|ud)\s+(?:slut\w*|ud|enden|ende|dagsordenens)\b|[–—-]\s*slut\b"
    r"|\d\s*(?:ff?(?!\w)|\+(?!\s*\d)|[–—-]+\s*(?:$|(?:er|var|behandles|lukkes)\b))",
    re.IGNORECASE,
)
_LONGEST = 100
# "Lukket punkt 3 til 5", "Lukket punkt 3 og følgende": over its items, though it reads as the heading of one
_HEADS_SEVERAL = re.compile(
    r"\W*(?:lukke\w*|fortrolig\w*)\W+(?:(?:dagsordens?)?(?:punkt|pkt|sag|emne)\w*|nr)\W*(?:nr\W*)?\d{1,3}\W+(?:(?:og|samt|til|med|tom|nr|t|o|m|de|op|(?:punkt|pkt|sag)\w*)\b\W*)*(?:\d|(?:efter)?følgende|frem|resten|øvrige)",
    re.IGNORECASE,
)


def heads_several(heading: str) -> bool:
    """Tells whether the heading is a mark over several items, whose first number it has."""
    return bool(_HEADS_SEVERAL.match(heading))


def meant_with(text: str, named: set[int], every: set[int]) -> set[int]:
    """The `named` numbers and those of `every` item that a sentence may mean with them: all between two that it joins, all after the first
    where it speaks of further ones."""
    text = _ELSEWHERE.sub(lambda found: " " + "x" * (len(found.group()) - 1), text)
    return named.union(*(_meant(sentence, named, every) for sentence in _SENTENCE_ENDS.split(text)))


def _meant(sentence: str, named: set[int], every: set[int]) -> set[int]:
    numbers = list(_NUMBER.finditer(sentence))
    first = next((k for k, one in enumerate(numbers) if int(one.group()) in named), None)
    if first is None:
        return set()
    found: set[int] = set()
    for above, below in pairwise(numbers[first:]):
        between = sentence[above.end() : below.start()]
        low, high = int(above.group()), int(below.group())
        if _TELLS.search(between) or _TITLE.match(between):
            continue
        if _LISTED.fullmatch(between) and not _JOINS.search(between):
            found.add(high)
        elif abs(high - low) <= _LONGEST:
            found |= set(range(min(low, high), max(low, high) + 1))
    if _ONWARDS.search(sentence, numbers[first].start()):
        found |= {one for one in every if one >= int(numbers[first].group())}
    return found
