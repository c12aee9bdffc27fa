"""A column of the contents list that marks each entry with a letter or a sign: `Å` and `L`, or what a line beside it explains."""

import re

from .closed import line_says
from .clues import clue_in
from .folding import plain
from .paired_lines import CLOSED_CODES, OPEN_CODES

_LONGEST = 200
_DIGIT = re.compile(r"\d")
# "# = lukket sag", "(L): behandles uden tilhørere", "* uden tilhørere"
_LEGEND = re.compile(
    r"[\s(\[]*(?:(?P<sign>[*†‡¹²³⁴⁵#¤°+]{1,3})[)\]]?\s*[=:–-]?\s*|(?P<letter>[A-ZÆØÅ]{1,2})[)\]]?\s*(?:[=:]|betyder|\s[–-])\s*)(?=[^\W\d_])"
)
_PAGE = re.compile(r"(?:[\s.…_]+\d{1,3})?\s*$")
_LAST = re.compile(r"(?:^|[\s.…_(\[]|(?<=\w)(?=[*†‡#¤°]))(?P<code>[^\W\d_]{1,2}|[*†‡¹²³⁴⁵#¤°+]{1,3})[)\].]?$")
_FIRST = re.compile(r"[(\[]?(?P<code>[^\W\d_]{1,2}|[*†‡¹²³⁴⁵#¤°+]{1,3})[)\].:]?\s+(?=(?:\w+\s)?\d|[A-ZÆØÅ])")
_SECOND = re.compile(r"\W*\d{1,4}[.)]?\s+[(\[]?(?P<code>[^\W\d_]{1,2})[)\].:]?\s+(?=[A-ZÆØÅ])")
_LAST_WORD = re.compile(r"(?P<rest>.*\w)\W*\s(?P<last>[^\W\d_][^\s\d]*)$")
_LONGEST_HEAD = 80
_CHOICE = re.compile(r"\s*\(\s*\w{1,4}\s*/\s*\w{1,4}\s*\)\s*$")  # "Offentlig (J/N)"
_WORDS_FIRST = re.compile(r"(?P<words>[^\W\d_][^\d:]{0,24}?)\s+(?=\d{1,4}[.):]?\s)")  # "Lukket  2. Klage"
_MEANINGS = re.compile(r"(?<!\w)(?P<letter>[A-ZÆØÅ]{1,2})\s*=\s*(?P<means>[^=,;]+)")  # "B = beslutning, L = lukket"
# A letter alone says little: it may head a kind of business or be somebody's initial.
_ALONE = frozenset({"L", "LP", "LD"})


def sign_explained(text: str) -> str | None:
    """The letter or sign that a line explains, with or without its meaning being that what bears it is closed."""
    found = _LEGEND.match(text) if len(text) <= _LONGEST else None
    return (found["sign"] or found["letter"]) if found else None


def marked_in_column(lines: list[str]) -> dict[int, str]:
    """By its place each entry that a column marks as closed, with the words that say so: the letter, or the line that explains it."""
    explained = explained_in(lines)
    found = {i: words for i, line in enumerate(lines) if (words := words_first(line)) and (line_says(words) == "closed" or clue_in(words))}
    for pattern in (_LAST, _FIRST, _SECOND):
        codes = {i: code for i, line in enumerate(lines) if sign_explained(line) is None and (code := _code(pattern, line))}
        said = set(codes.values())
        small = {code.lower() for code in said}
        paired = bool(small & OPEN_CODES) and bool(small & CLOSED_CODES)
        for i, code in codes.items():
            if code in explained:
                if explained[code]:
                    found.setdefault(i, explained[code])
            elif (paired and code.lower() in CLOSED_CODES) or (code in _ALONE and said <= _ALONE):
                found.setdefault(i, code)
    return found


def explained_in(lines: list[str]) -> dict[str, str]:
    """By the letter or sign each that a line explains, with the line where it says that what bears it is closed, else with ""."""
    found: dict[str, str] = {}
    for line in lines:
        sign = sign_explained(line)
        for one in _MEANINGS.finditer(line[:_LONGEST]):
            found[one["letter"]] = line if clue_in(one["means"]) else ""
        if sign and sign not in found:
            found[sign] = line if clue_in(line) else ""
    return found


def answered_under_heads(lines: list[str]) -> dict[int, str]:
    """By its place each row of a table that answers the head of a column so: `Nej` under `Offentlig`, `x` under `Lukket`."""
    found = _answered_last(lines)
    heads: list[str] = []
    for i, line in enumerate(lines):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > 1 and not any(cell[:1].isdigit() for cell in cells):
            heads = cells
        for head, cell in zip(heads, cells, strict=False):
            if head and cell and cells is not heads and line_says(f"{head.rstrip(' :?')}: {cell}") == "closed":
                found.setdefault(i, f"{head}: {cell}")
    return found


def _answered_last(lines: list[str]) -> dict[int, str]:
    """The same of a table set with spaces, whose last column is the one about publicity."""
    found: dict[int, str] = {}
    head = ""
    for i, line in enumerate(lines):
        last = _LAST_WORD.match(_CHOICE.sub("", line)) if "\t" not in line and len(line) <= _LONGEST else None
        if not line[:1].isdigit():
            head = last["last"].rstrip(":?") if last and len(line) <= _LONGEST_HEAD and not _DIGIT.search(line) else ""
        elif head and last and line_says(f"{head}: {last['last']}") == "closed":
            found[i] = f"{head}: {last['last']}"
    return found


def words_first(line: str) -> str | None:
    """The words before the number of an entry."""
    found = _WORDS_FIRST.match(plain(line[:_LONGEST].replace("\t", " ")))
    return found["words"] if found else None


def _code(pattern: re.Pattern[str], line: str) -> str | None:
    """The letters or the sign where the column stands; the page number is left out."""
    text = plain(line[: _LONGEST * 2].replace("\t", " "))
    page = _PAGE.search(text) if pattern is _LAST else None
    bare = text[: page.start()] if page else text
    found = pattern.search(bare) if pattern is _LAST else pattern.match(bare)
    return found["code"] if found else None
