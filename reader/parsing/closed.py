"""Tells whether a title, a line or a heading marks what it stands on as closed or open: the table of `marks`, asked by the kind of place."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from reader.reading import TextBlock

from . import marks
from .folding import LINES, plain
from .marks import DOORS, MARK
from .ordinals import as_numbers
from .prefilter import words_in

_LONGEST_TITLE = 400
_LONGEST_LINE = 160
_LONGEST_HEADING = 100
_LONGEST_QUESTION, _LONGEST_ANSWER = 40, 20
OWN_LINES = 5  # lines below a title among which its mark stands
# Among other particulars on a line: "J.nr.: 29.15.00   Initialer: BJ   Lukket sag", "Sag 12/9911 | Lukket"
_AMONG = re.compile(r"(?<![/\w])(?:Lukket|LUKKET|Fortroligt?|FORTROLIGT?)(?![/:\w])(?!\s+(?![Pp]unkt|[Ss]ag|PUNKT|SAG)[a-zæøå])")
_PARTICULARS = re.compile(r"(?:[A-ZÆØÅ][\wæøå./ -]{1,30}[:.]\s|\d[\d.]{3}|.{1,40}[|/]\s|[A-ZÆØÅ]{2,8}\s)")
_NONE = re.compile(r"[:=]\s*(?:ingen|nej|nul|0|[-–÷])\W*$", re.IGNORECASE)  # "Lukket punkt: ingen."
_OF_ONE_ITEM = re.compile(
    r"(?:(?:dette|denne|det|den)\s+)?(?:dagsordens?)?(?:punkt(?:et)?|sag(?:en)?|emne(?:t)?)\s+(?:er|var|blev|bliver|\w{3,}e[sd]\w{0,3})\b|(?:dagsordens?)?(?:punktet|sagen|emnet)\s"
    r"|(?!.*\b(?:punkter|sager|emner|møde|resten|følgende|øvrige|resterende|del)(?:ne|t|en)?\b).*\b(?:behandledes|behandlet|drøftedes|drøftet|orientering)\b.*\bdør",
    re.IGNORECASE,
)
_NAMES_ITEMS = re.compile(r"\b(?:punkt|pkt|sag)\w*\W{0,3}(?:nr\.?\s*)?\d|,\s+(?:idet|da|men|så|hvor|at|der|som|og)\b", re.IGNORECASE)
# "Lukkede punkter (2 stk., fremlægges på mødet):"
_REMARK = re.compile(
    r"\s*\((?=[^()]*[^\W\d_]{3})(?![^()]*\b(?:åb|luk|ikke|fortrol|punkt|pkt|sag|nr|samt|ingen|intet|udelad|jf|§))[^()]{4,80}\)(?=\W*$)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\W*(?:lukket|(?:behandle(?:t|s|des)\s+|drøfte(?:t|s|des)\s+)?{DOORS}|fortroligt?|ikke[\s-]*offentligt?|åb(?:en|ent)|offentligt?)(?:\s*(?:punkt|sag|pkt\.?|dagsordenspunkt|emne))?\W*$",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"[\s(\[]*(?:\S{1,3}\s*=|(?:[Pp]unkter|[Ss]ager|[Ee]mner)\w*\s+(?:\w+\s+){0,2}(?:mærket|markeret|angivet|forsynet|afmærket)\s|(?P<sign>[*†‡#¤°]){1,3}\)?\s+\w(?!.*(?P=sign)\s*$))"
)  # "# = lukket sag", "** for lukkede døre"
_BEGINS = re.compile(rf"\W*{MARK}(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\d{1,4}|[A-ZÆØÅa-zæøå]|[ivxIVX]{1,4})[.)]\s+")
# "Beslutninger i lukkede punkter", "(LP 3)", "12L": numbers of a closed count
_CLOSED_NUMBER = re.compile(
    r"\W*(?:(?:dagsordens)?punkt|pkt\.?|sag|nr\.?)?\s*(?:nr\.?\s*)?(?:LP?[\s.-]?\d{1,4}|\d{1,4}\s?L)(?![\w/])", re.IGNORECASE
)
# One letter or two away from the word: a slip of the keys where a mark stands.
_LEADING = re.compile(r"\W*([^\W\d_]{3,11})\W*(?:[-–:/|)\]*]|(?:punkt|sag|pkt)\b|$)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[-–:/|(\[*,]\s*|^)([^\W\d_]{3,11})\W*$")
_BESIDE = re.compile(r"(?:[-–:/|(\[*,]\s*|^)([^\W\d_]{3,11})\s+(?:dagsordens)?(?:punkt|sag|pkt)\W*$", re.IGNORECASE)
_BROKEN = re.compile(r"[(\[]([^()\[\]\d]{5,14})[)\]]")
_SHORTENED = re.compile(r"l[uy]?[kc]{1,4}[eæ]{0,2}[td]{1,4}e?|luk{1,2}|lukkes", re.IGNORECASE)
_NEAR = ("lukket", "lukkede", "fortrolig", "fortroligt")
_REAL_WORDS = {"lukker", "lukke", "rykket", "rykkede", "trykket", "lykkes", "lykkedes", "dukket", "dukkede", "sukket", "bukket", "nikket", "lukning", "pakket", "lakket", "lokket", "lokkede", "lukten", "plukket", "plukkede", "slukket", "slukkede", "flikket", "lukkede", "stukket", "frokost", "utrolig", "utroligt", "fortrolig", "lukket", "fortroligt", "lykken", "bukkede", "hulket", "fortrinlig", "fortalt", "lægget", "bakket", "rakket", "takket", "makket", "pukket", "hakket"}  # fmt: skip


def title_is_closed(title: str) -> bool:
    """Tells whether an item's title marks it as closed."""
    return _says(title, "title", _LONGEST_TITLE) == "closed"


def title_is_open(title: str) -> bool:
    """Tells whether an item's title marks it as open, which counts for more than the heading it stands under: "5 (Åben) Eventuelt"."""
    return _says(title, "title", _LONGEST_TITLE) == "open"


def begins_with_mark(text: str) -> bool:
    """Tells whether a line begins with the words of a mark: `Lukket punkt: …`, `(Fortroligt) …`."""
    return bool(_BEGINS.match(plain(text[:_LONGEST_LINE])))


def number_is_closed(text: str) -> bool:
    """Tells whether the heading begins with a number of a closed count of its own: `Punkt L1`, `LP 3`, `Punkt 12L`."""
    return bool(_CLOSED_NUMBER.match(plain(text[:40])))


def document_is_closed(line: str) -> bool:
    """Tells whether a line of the front page says that the whole document is closed."""
    return _says(line, "document", 200) == "closed"


def line_says(text: str) -> str | None:
    """`closed` or `open` of a line that is nothing but the mark of its item; None for any other line."""
    return None if _EXPLAINS.match(text) else _says(text, "line", _LONGEST_LINE)


def block_says(block: TextBlock) -> str | None:
    """The same of a block, or of a cell of a row."""
    texts = block.cells if block.kind == "table_row" else (block.text,)
    if heads_columns(block):
        return None
    said = {line_says(text) for text in texts} | (
        {line_says(block.text.replace("\t", ": ").replace("::", ":"))} if len(texts) == 2 else set()
    )
    return "closed" if "closed" in said else "open" if "open" in said else "closed" if _is_marked_particular(block) else None


def heads_columns(block: TextBlock) -> bool:
    """Tells whether a row has a column for what is open and one for what is closed, and so says nothing of any item."""
    said = {line_says(cell) == "closed" if is_bare_mark(cell) else half_of(cell) for cell in block.cells}
    return {True, False} <= said


def lines_are_closed(blocks: list[TextBlock]) -> bool:
    """Tells whether the lines below an item's title mark it as closed, or any line of the item says it was treated behind closed doors."""
    own = blocks[:OWN_LINES]
    return any(block_says(block) == "closed" for block in (*own, *_answered(blocks[: OWN_LINES + 1]))) or any(
        _says(block.text, "line_anywhere", _LONGEST_HEADING) == "closed" for block in blocks
    )


def _answered(blocks: list[TextBlock]) -> list[TextBlock]:
    """Each cell of a row with the cell over it as its label: `Offentlig` over `Nej`."""
    return [
        replace(below, kind="paragraph", text=f"{label.rstrip(' :')}: {cell}", cells=())
        for above, below in pairwise(blocks)
        if above.kind == below.kind == "table_row" and len(above.cells) == len(below.cells)
        for label, cell in zip(above.cells, below.cells, strict=True)
        if label and cell
    ]


def answer_says(label: TextBlock, answer: TextBlock) -> str | None:
    """The same of a line with the line below it as its answer: `Offentlig`, and below it `Nej`."""
    if label.kind == "table_row" or answer.kind == "table_row" or len(label.text) > _LONGEST_QUESTION or len(answer.text) > _LONGEST_ANSWER:
        return None
    if is_bare_mark(label.text) and is_bare_mark(answer.text):
        return None  # the heads of two columns
    return line_says(f"{label.text.rstrip(' :?')}: {answer.text}")


def lines_are_open(blocks: list[TextBlock]) -> bool:
    """Tells whether the lines below an item's title mark it as open."""
    return any(block_says(block) == "open" for block in blocks[:OWN_LINES])


def half_of(text: str) -> bool | None:
    """Tells whether a heading begins the closed half of the agenda (True) or the open one (False); None for any other line."""
    if len(text) > _LONGEST_HEADING or _EXPLAINS.match(text):
        return None
    folded = _REMARK.sub("", plain(text))
    if _OF_ONE_ITEM.match(folded) or _NAMES_ITEMS.search(folded):
        return None
    said = _said(folded, "half")
    if said == "closed" and as_numbers(folded) != folded:  # "Andet og tredje punkt behandles for lukkede døre"
        return None
    return None if said is None else said == "closed"


def is_bare_mark(text: str) -> bool:
    """Tells whether the line is the mark of one item alone, "Lukket", which may belong to the item above or to the one below."""
    return len(text) <= _LONGEST_HEADING and not _EXPLAINS.match(text) and bool(_BARE.match(plain(text)))


def looks_misspelled(text: str) -> str | None:
    """The word where a mark would stand that is all but one: `Luket: Klage`, `(Lukkket)`; None where there is none."""
    if len(text) > _LONGEST_TITLE:
        return None
    folded = plain(text)
    if ". " in folded or ") " in folded:
        folded = _NUMBERED.sub("", folded)
    broken = (found[1].lower().replace(" ", "") for found in _BROKEN.finditer(folded) if " " in found[1])
    if any(one not in _REAL_WORDS and any(_is_near(one, mark) for mark in _NEAR) for one in broken):
        return text
    for found in (_LEADING.match(folded), _TRAILING.search(folded[-40:]), _BESIDE.search(folded[-40:])):
        word = found[1] if found else ""
        if word and word.lower() not in _REAL_WORDS and (_SHORTENED.fullmatch(word) or any(_is_near(word.lower(), mark) for mark in _NEAR)):
            return word
    return None


def _is_marked_particular(block: TextBlock) -> bool:
    return (
        len(block.text) <= 200
        and not _NONE.search(block.text)
        and bool(_AMONG.search(block.text))
        and bool(_PARTICULARS.match(block.text.replace("\t", " ")))
    )


def _says(text: str, place: str, longest: int) -> str | None:
    return _said(plain(text), place) if len(text) <= longest else None


def _said(folded: str, place: str) -> str | None:
    words = _words_of(folded)
    return next((mark.says for mark in _ROWS[place] if not mark.needs.isdisjoint(words) and mark.regex.match(folded)), None)


@lru_cache(maxsize=LINES)
def _words_of(folded: str) -> set[str]:
    return words_in(folded, _WORDS)


def _is_near(word: str, mark: str) -> bool:
    """Tells whether one letter more, less, other or swapped makes `word` the `mark`."""
    if word == mark or abs(len(word) - len(mark)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, mark, strict=False)) if a != b), min(len(word), len(mark)))
    a, b = word[start:], mark[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


_ROWS = {place: marks.of(place) for place in ("title", "line", "line_anywhere", "half", "document")}
_WORDS = frozenset().union(*(mark.needs for mark in marks.MARKS))
