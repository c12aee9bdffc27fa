"""How minutes say that an item is closed, wherever they say it.

Denmark's councils close the doors on some items (kommunestyrelsesloven § 10). The mark stands in the title, on a line of its own, last on
the line of the case number, as the answer to a label, or once as a heading over all the closed items. A word of closing in running text
says nothing of the item: a road, a school and a circle can be closed, too.
"""

import re

from minutes.reading import Block

_THING = r"(?:punkt(?:er)?|sag(?:er)?|dagsorden(?:spunkt(?:er)?|en)?|møde|mødesag(?:er)?|del|behandling|afsnit)"
_DOORS = r"(?:(?:til\s+|sager\s+til\s+|punkter\s+til\s+)?(?:behandling|behandles?|behandlet|efterretning|orientering|drøftelse|beslutning)?\s*[-–,:]?\s*)?for\s+lukkede\s+døre"
MARK = (
    rf"(?:lukke(?:t|de)(?:\s+{_THING})?(?:\s+[-–]?\s*for\s+lukkede\s+døre)?|ikke[\s-]*(?:offentlig|åben)(?:t|e)?(?:\s+{_THING})?"
    rf"|fortrolig(?:t|e)?(?:\s+{_THING})?|{_DOORS}|på\s+lukket\s+(?:dagsorden|møde)|i\s+lukket\s+møde)"
)
_IS = r"(?:er|var|behandles|behandledes|behandlet|(?:er|blev)\s+behandlet|optages|er\s+optaget)"
_SUBJECT = r"(?:(?:dette|det)\s+)?(?:dagsordens)?(?:punkt(?:et)?|sag(?:en)?)"
_TITLE = re.compile(
    rf"\W*(?:{MARK})\W*$"
    rf"|[(\[*]*(?:{MARK})\s*[)\]*]*\s*(?:[-–—:/]|\)|\])"
    rf"|[(\[]?lukke(?:t|de)\s+(?:punkt|sag|dagsordenspunkt)\b"
    rf"|[(\[]?fortrolig(?:t)?\s+(?:punkt|sag)\b"
    rf"|(?-i:LUKKET)\s+\S"
    rf"|.*[(\[]\s*(?:{_SUBJECT}\s+{_IS}\s+)?(?:{MARK})\s*[)\]]"
    rf"|.*\s[-–—:/|]\s*(?:{MARK})\W*$|.*[,:]\s+(?:{MARK})\W*$"
    rf"|.*\S\s+(?-i:Lukket|LUKKET|Fortroligt|FORTROLIGT)(?:\s+(?:punkt|sag))?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = r"(?:åb(?:en|ent)\s*/\s*lukket|offentlighed|offentlig|åb(?:en|ent)(?:\s+(?:sag|punkt))?|status|(?:sags|punkt|dagsordens|møde)?type|adgang|dagsorden|sagen\s+er|punktet\s+er)"
_LINE = re.compile(
    rf"\W*(?:{MARK})\W*$"
    rf"|{_SUBJECT}\s+{_IS}\s+(?:{MARK})\W*$"
    rf"|{_LABEL}\s*[:?]?\s+(?:nej|{MARK})\W*$|{_LABEL}:(?:nej|{MARK})\W*$"
    rf"|(?:lukket(?:\s+(?:punkt|sag))?|fortroligt?)\s*[:?]\s*(?:ja|x)\W*$"
    rf"|(?:{MARK})\W*(?:jf|iht|i\s+henhold|efter|på\s+grund)\b.{{0,80}}$",
    re.IGNORECASE,
)
# Among other particulars on a line: "J.nr.: 29.15.00   Initialer: BJ   Lukket sag", "Sag 12/9911 | Lukket"
_AMONG = re.compile(r"(?<![/\w])(?:Lukket|LUKKET)(?![/:\w])(?!\s+(?![Pp]unkt|[Ss]ag|PUNKT|SAG)[a-zæøå])")
_PARTICULARS = re.compile(r"(?:[A-ZÆØÅ][\wæøå./ -]{1,30}[:.]\s|\d[\d.]{3}|.{1,40}[|/]\s|[A-ZÆØÅ]{2,8}\s)")
_SENTENCE = re.compile(
    rf"{_SUBJECT}\s+(?:blev\s+|er\s+)?behandle(?:t|s|des)\s+(?:for\s+lukkede\s+døre|på\s+lukket\s+\w+|i\s+lukket\s+\w+)\W*$", re.IGNORECASE
)

_OPEN = r"(?:åb(?:en|ent|ne)|(?<!ikke )(?<!ikke-)offentlig(?:t|e)?)"
_HALF_THING = (
    r"(?:(?:dags|møde)ordens?(?:punkter)?|dagsorden|punkter|sager|møde|mødesager|del|afsnit|behandling|session|referat|beslutningsprotokol)"
)
_BEFORE = r"(?:(?:[A-Z]|[IVX]{1,4}|\d)[.)]\s+)?(?:(?:referat|protokol|udskrift)(?:en)?\s+(?:fra|af|for|over)\s+)?(?:den\s+|mødets\s+|dagsordenens\s+|punkter\s+(?:på|til)\s+|sager\s+(?:på|til)\s+)?"
_HALF = re.compile(
    rf"\W*{_BEFORE}(?:(?P<closed>lukke(?:t|de)|ikke[\s-]*(?:offentlig|åb)\w*|fortrolige?)|(?P<open>{_OPEN}|tillægs))\s*[-–]?\s*{_HALF_THING}"
    rf"(?:\s+(?:af|for|på|til|fra|i|den|d\.)\b.{{0,60}})?\W*$"
    r"|\W*(?:[A-ZÆØÅ][^.:]{0,50}?[\s–-]+)?for\s+(?:(?P<shut>lukkede)|(?P<ajar>åbne))\s+døre\W*$"
    r"|\W*(?:dagsorden|punkter|sager|møde|del)\s*[-–,:(]\s*(?:(?P<late>lukke[td]e?)|(?P<open_late>åb(?:en|ent|ne)))\W*$",
    re.IGNORECASE,
)
_CLOSING_DOORS = re.compile(
    r"(?:mødet|dørene)\s+(?:blev\s+|er\s+)?(?:herefter\s+)?lukke(?:t|des|de)(?:\s+for\s+(?:offentligheden|tilhørere))?\W*$", re.IGNORECASE
)
_OF_ONE_ITEM = re.compile(rf"{_SUBJECT}\s+(?:{_IS}|blev)\b", re.IGNORECASE)
# An item's own word that it is open, which counts for more than the heading it stands under: "5 (Åben) Eventuelt".
_OPEN_TITLE = re.compile(
    r"\W*\(åben(?:t)?(?:\s+(?:sag|punkt))?\)|.*\(åben(?:t)?(?:\s+(?:sag|punkt))?\)\W*$|åben(?:t)?\s*[-–:]\s", re.IGNORECASE
)
_BARE = re.compile(r"\W*(?:lukke(?:t|de)|for\s+lukkede\s+døre|fortroligt?|ikke[\s-]*offentligt?)\W*$", re.IGNORECASE)
_LONGEST_HEADING = 100
_OWN_LINES = 5  # lines below a title among which its mark stands


def title_is_closed(title: str) -> bool:
    """Whether an item's title marks it as closed."""
    return bool(_TITLE.match(title))


def title_is_open(title: str) -> bool:
    """Whether an item's title marks it as open."""
    return bool(_OPEN_TITLE.match(title))


def lines_are_closed(blocks: list[Block]) -> bool:
    """Whether the lines below an item's title mark it as closed, or any line of the item says it was treated behind closed doors."""
    return any(is_mark(block) or _is_marked_particular(block) for block in blocks[:_OWN_LINES]) or any(
        _SENTENCE.match(block.text) for block in blocks if len(block.text) <= _LONGEST_HEADING
    )


def is_mark(block: Block) -> bool:
    """Whether the line, or a cell of the row, is nothing but the mark of a closed item."""
    texts = block.cells if block.kind == "table_row" else (block.text,)
    return any(len(text) <= 160 and _LINE.match(text.replace("\t", " ")) for text in texts)


def _is_marked_particular(block: Block) -> bool:
    return len(block.text) <= 200 and bool(_AMONG.search(block.text)) and bool(_PARTICULARS.match(block.text.replace("\t", " ")))


def half_of(text: str) -> bool | None:
    """Whether a heading begins the closed half of the agenda (True) or the open one (False); None for any other line."""
    if len(text) > _LONGEST_HEADING:
        return None
    if _CLOSING_DOORS.match(text):
        return True
    found = _HALF.match(text.replace("\t", " "))
    if not found or _OF_ONE_ITEM.match(text):
        return None
    return bool(found["closed"] or found["shut"] or found["late"])


def is_bare_mark(text: str) -> bool:
    """Whether the line is the mark alone, "Lukket", which may belong to the item above or head those below."""
    return bool(_BARE.match(text))


# Words that make one ask whether an item is closed: in a short line any mark of it, in a sentence only what can mean nothing else.
_CLUE_IN_LINE = re.compile(
    rf"\blukke(?:t|de)\s+{_THING}\b|\bfor\s+lukkede\s+døre\b|\bikke[\s-]*offentlig(?:t|e)?\s+(?:{_THING}|behandling)\b|^\W*(?:{MARK})\W*$|[(\[]\s*lukket\b|\b(?-i:LUKKET)\b"
    r"|[-–:|]\s*lukket\W*$|\blukket\s*:\s*ja\b|^\W*fortroligt?\b",
    re.IGNORECASE,
)
_CLUE_IN_SENTENCE = re.compile(
    r"\bbehandle(?:s|t|des)\s+(?:for\s+lukkede\s+døre|(?:på|i|som|under)\s+(?:et\s+)?lukket\s+\w+)|\bdørene\s+(?:blev\s+)?lukke(?:t|des)\b",
    re.IGNORECASE,
)
_SHORT = 60


def closing_words_in(line: str) -> str | None:
    """The words of a line that speak of a closed item; None where it has none."""
    found = (_CLUE_IN_LINE if len(line) <= _SHORT else _CLUE_IN_SENTENCE).search(line)
    return found.group().strip(" \t-–:|([") if found else None
