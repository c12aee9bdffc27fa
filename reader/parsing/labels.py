"""Number, label and title of an item's heading, also where the number is another than those of the running count."""

import re
from functools import lru_cache

from .candidates import NUMBERED, WORDED
from .folding import LINES
from .ordinals import as_numbers

_WORD = r"(?:(?:[Dd]agsordens?)?[Pp]unkt|PUNKT|[Pp]kt\.?|PKT\.?|[Ss]ag|SAG|[Ee]mne|LP|[Nn]r\.?)"
# "Punkt L1: …", "L 3. …", "Punkt 12L - …", "Punkt A: …"
LETTERED = re.compile(
    rf"(?:(?P<word>{_WORD})\s*(?:nr\.?\s*)?)?(?P<number>[A-ZÆØÅ]{{1,2}}[\s.-]?\d{{1,4}}|\d{{1,4}}\s?[A-ZÆØÅa-e]|[A-ZÆØÅ]|\d{{1,3}}\.\d{{1,2}})(?![\w/.-]\w)\s*(?:[:.)]|[-–—](?=\s)|(?=\s))\s*(?P<title>.*)$",
    re.DOTALL,
)
_NAMED = re.compile(
    r"(?:punkt|pkt|sag|emne)\w*(?:\W{0,3}|\s[^.:;\d]{0,80}:\s*)(?:nr\.?\s*)?(\d{1,4}(?:(?:[ ,;–—-]{1,3}|\s+og\s+|\s*,?\s*samt\s+|\s+til\s+|\s+og\s+(?:med\s+)?)\d{1,4}){0,20})(?![./]?\d)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,4})(?:\s*[-–—]\s*|\s+til\s+(?:og\s+med\s+)?)(\d{1,4})")
_LONGEST_RANGE = 100
_LOOSE = re.compile(r"(?P<number>\d{1,4})\s*[.):-]?\s*(?P<title>[(\[*\"“”»A-ZÆØÅ].*)$", re.DOTALL)


def parsed(text: str) -> tuple[int | None, str, str]:
    """Number, label and title of a heading that is an item's whatever its number is like; no number gives None and ""."""
    text = text.replace("\t", " ")
    match = WORDED.match(text) or NUMBERED.match(text) or _LOOSE.match(text)
    if match:
        groups = match.groupdict()
        label = f"{groups['word']} {match['number']}" if groups.get("word") else match["number"]
        return int(match["number"]), label, match["title"].strip()
    match = LETTERED.match(text)
    if match and (match["word"] or len(match["number"]) > 1):
        digits = re.fullmatch(r"(\d{1,4})\s?L", match["number"])
        return (
            int(digits[1]) if digits else None,
            f"{match['word']} {match['number']}" if match["word"] else match["number"],
            match["title"].strip(),
        )
    return None, "", text.strip()


def names_only_items(text: str) -> bool:
    """Tells whether the line ends with the numbers of the items that it speaks of: `Lukkede sager: nr. 2`."""
    return any(not re.search(r"\w", text[named.end() :]) for named in _NAMED.finditer(text))


@lru_cache(maxsize=LINES)
def numbers_in(text: str) -> frozenset[int]:
    """The numbers of items that the line names, with those between `3-5`."""
    found: set[int] = set()
    for named in _NAMED.finditer(text):
        found |= set(map(int, re.findall(r"\d{1,4}", named[1])))
        for one in _RANGE.finditer(named[1]):
            low, high = int(one[1]), int(one[2])
            if "til" in one.group():  # "Punkt 5 til 3"
                low, high = sorted((low, high))
            if 0 < high - low <= _LONGEST_RANGE:
                found |= set(range(low, high + 1))
    return frozenset(found)


def names_items(text: str) -> bool:
    """Tells whether the line names items, by numbers or by their order."""
    return bool(numbers_in(as_numbers(text)))


def names_several(text: str) -> bool:
    """Tells whether the line names several items by their order."""
    told = as_numbers(text)
    return told != text and len(numbers_in(told)) > 1
