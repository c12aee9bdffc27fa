"""Short lines that stand alone right over items and take turns: `Med offentlighed` and `Uden offentlighed`, `ÅP` and `LP`.

A line that no row of `marks` knows is a mark where it takes turns with one about publicity.
"""

import re
from collections import Counter

from reader.reading import TextBlock

from .closed import half_of, line_says
from .clues import clue_in
from .folding import plain
from .marks import THING
from .names import body_in_title

_LONGEST = 60
_MOST_LABELS = 3  # among more there is no telling what takes turns with what
_DIGIT = re.compile(r"\d")
_CODE = re.compile(rf"\W*(?:{THING}\W+)?(?P<code>[^\W\d_]{{1,2}})(?:\W+{THING})?\W*$", re.IGNORECASE)
OPEN_CODES = frozenset({"å", "åp", "åd", "o", "op"})
_KEPT_ONES = {"closed", "maybe"}
_MEANING = {"closed": True, "open": False, "maybe": None}
CLOSED_CODES = frozenset({"l", "lp", "ld", "f", "fp"})
_ABOUT_PUBLICITY = re.compile(
    r"åb(?:en|ent|ne)\b|luk|offentl|fortro|hemmel|\bdør|tilhør|publi|\bpress|adgang|tilgængelig|intern|medlem|\bnet\w*|hjemmeside|borger",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"(?<!\w)(?:ikke|ej|uden|ingen|kun|alene|begræns\w*|forbeholdt|non|no|undtag\w*|udeluk\w*|skjul\w*|spær\w*)(?!\w)", re.IGNORECASE
)


def label_of(block: TextBlock) -> str | None:
    """The plain text of a line that could be a label over an item; None for any other."""
    text = block.text
    if (
        block.kind not in ("paragraph", "heading")
        or len(text) > _LONGEST
        or text.endswith((".", "?", "!", ";", ","))
        or _DIGIT.search(text)
    ):
        return None
    return plain(text)


def told_by_pairs(labels: dict[int, str]) -> dict[int, bool | None]:
    """Of the lines over items those that say something of them: True closed, False open, None that they may be closed."""
    times = Counter(labels.values())
    if len(times) == 1:
        return {i: _MEANING[said] for i, label in labels.items() if (said := line_says(label))}
    says = _by_stems(_by_codes({label: _says(label) for label in times}))
    if len(times) <= _MOST_LABELS:
        kept = _KEPT_ONES & set(says.values())
        opened_again = any(said == "open" and times[label] > 1 for label, said in says.items())
        other = "open" if kept else "maybe" if opened_again else None
        says = {label: said or (None if body_in_title(label) else other) for label, said in says.items()}
    return {i: _MEANING[said] for i, label in labels.items() if (said := says[label])}


def _says(label: str) -> str | None:
    said = line_says(label)
    if said:
        return said
    half = half_of(label)
    if half is not None:
        return "closed" if half else "open"
    return "maybe" if clue_in(label) else None


def _by_codes(says: dict[str, str | None]) -> dict[str, str | None]:
    """One letter for what is open and one for what is closed tell each other: `Å` and `L`."""
    codes = {label: _code(label) for label in says}
    if not (OPEN_CODES & set(codes.values()) and CLOSED_CODES & set(codes.values())):
        return says
    meant = {**dict.fromkeys(OPEN_CODES, "open"), **dict.fromkeys(CLOSED_CODES, "maybe")}
    return {label: said or meant.get(codes[label]) for label, said in says.items()}


def _by_stems(says: dict[str, str | None]) -> dict[str, str | None]:
    """Of two labels about publicity one denies or limits it."""
    about = {label for label, said in says.items() if said or _ABOUT_PUBLICITY.search(label)}
    kept = {label for label in about if says[label] in _KEPT_ONES or _KEPT.search(label)}
    plain_ones = {label for label in says if not _KEPT.search(label)}
    denied = {label for label in says.keys() - plain_ones if any(_words(label) & _words(other) for other in plain_ones)}
    about |= denied | {other for other in plain_ones if any(_words(other) & _words(label) for label in denied)}
    kept |= denied
    if not kept or kept == about:
        return says
    return {label: said or ("maybe" if label in kept else "open" if label in about else None) for label, said in says.items()}


def _words(label: str) -> set[str]:
    return {word for word in re.findall(r"\w{4,}", label.lower()) if not _KEPT.fullmatch(word)}


def _code(label: str) -> str:
    """The one or two letters of a label that is nothing else but for a word such as `punkt`."""
    found = _CODE.match(label)
    return found["code"].lower() if found else ""
