"""Which blocks head a part of an item, in a document that may or may not style its headings."""

import datetime as dt
import re
from dataclasses import dataclass

from danish.dates import DATE_PATTERN, find_date
from reader.reading import TextBlock

from .names import BODY_PATTERN, body_in_title, presentable
from .vocabulary import INLINE, role_of

_CORE = {"sagsfremstilling", "økonomi", "videre proces", "baggrund", "lovgrundlag", "sagsbeskrivelse", "økonomiske konsekvenser"}
_CASE = "(?:som\\s+)?(?:pkt|punkt|sag)\\.?\\s*(?:nr\\.?\\s*)?(?P<item>\\d{1,4})"
_ON = r"(?:,|\s)\s*(?:(?:på|fra|i)\s+(?:sit\s+)?mødet?\s+)?(?:af\s+)?(?:[a-zæø]+dag\s+)?(?:d\.\s*|den\s+)?"
# "Beslutning fra Socialudvalget, 9. februar 2021, pkt. 17:" · "Beslutning Ældrerådet den 04-12-2012" · "Beslutning i Byrådet"
_DECISION_OF = re.compile(
    rf"(?:Beslutning|Besluttet|Vedtaget|Vedtagelse|Konklusion|Afgørelse|Protokollat|Protokol|Udtalelse|Behandling|Behandlet|Anbefaling|Indstilling)(?:en|er)?(?P<link>\s+(?:fra|i|af|for|på)(?:\s+mødet\s+i)?)?(?:\s+(?P<body>[A-ZÆØÅ§][^\d:]{{2,70}}?|{BODY_PATTERN}))?"
    rf"(?:{_ON}{DATE_PATTERN})?(?:\s*,?\s*\(?{_CASE}\)?)?\s*[:.]?$"
)
# "Socialudvalgets beslutning den 04.12.2012" · "Socialudvalgets beslutning" · "Socialudvalgets møde den 4. december 2012:"
_BODYS_DECISION = re.compile(
    rf"(?P<body>[A-ZÆØÅ][^\d:.]{{2,70}}?)s\s+(?:(?P<meeting>møde)|beslutning|konklusion|afgørelse|udtalelse|behandling|anbefaling|indstilling)(?:{_ON}{DATE_PATTERN})?(?:\s*,?\s*\(?{_CASE}\)?)?\s*[:.]?$"
)
# "Socialudvalget, 22. maj 2018, pkt. 67:" · "Økonomiudvalget den 4. juni 2018"
_BODY_AND_DATE = re.compile(rf"(?P<body>[A-ZÆØÅ][^\d:.]{{2,70}}?){_ON}{DATE_PATTERN}(?:\s*,?\s*\(?{_CASE}\)?)?\s*[:.]?$")
# "01-10-2018 Magistraten", as a case's course is told
_DAY_AND_BODY = re.compile(rf"{DATE_PATTERN}:?\s+(?P<body>[A-ZÆØÅ][^\d:.]{{2,60}}?):?$")
# Before a date and an item number any name in capitals is a body's: "Børn, Unge og Læring, 7. januar 2020, pkt. 133:"
_TITLE_CASE = re.compile(r"[A-ZÆØÅ][\w.-]*(?:,? (?:og |& )?[A-ZÆØÅ][\w.-]*){0,6}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A part's heading as printed, without its colon. Of a decision that names its body: body, day and item number."""

    text: str
    role: str
    rest: str = ""
    body: str | None = None
    date: dt.date | None = None
    item: int | None = None


class Headings:
    """Recognises headings; made once for a document, since how it sets some of them apart tells what the others are."""

    def __init__(self, blocks: list[TextBlock]) -> None:
        known = [(block, block.text.strip(" :.").lower()) for block in blocks if len(block.text) < 60 and role_of(block.text)]
        self._styled = {word for block, word in known if block.kind == "heading"}
        core = [block for block, word in known if word in _CORE or role_of(block.text) not in ("other", "absence", "presence")]
        self.levels = {block.level for block in core if block.kind == "heading"}
        # Some councils number the parts of every item: "1. Resumé", "2. Sagsfremstilling". No item has such a title.
        self._are_numbered = sum(bool(_NUMBERED_PART.match(block.text)) for block in blocks if len(block.text) < 40) > 1
        self._colons = sum(block.text.endswith(":") for block in core) * 2 > len(core)
        self._bullets = sum(_heads_part(block.text) for block in blocks if block.kind == "list_item") > 1
        # "Teknisk Udvalg 07.11.2022" over what was decided, without a colon; once only it may be a line of the front page.
        self._bare_days = sum(_is_bare_day(block) for block in blocks[_FRONT_LINES:]) > 1
        self._days_first = sum(_is_day_first(block) for block in blocks[_FRONT_LINES:]) > 1
        self._told: dict[int, tuple[TextBlock, Heading | None]] = {}  # every stage of the parser asks of every block

    def of(self, block: TextBlock) -> Heading | None:
        """The heading this block is, or None."""
        told = self._told.get(id(block))
        if told is None:
            told = self._told[id(block)] = (block, self._found(block))  # it holds the block, so that no other gets its id
        return told[1]

    def _found(self, block: TextBlock) -> Heading | None:
        if block.kind == "table_row":
            return self._of_row(block)
        if block.kind == "list_item" and not (self._bullets and _heads_part(block.text)):
            return None
        text = _NUMBERING.sub("", block.text) if self._are_numbered and len(block.text) < 60 else block.text
        if len(text) > 200 and not text[:30].lower().startswith(_INLINE_STARTS) and "s beslutning:" not in text[:50]:
            return None
        role = role_of(text)
        if role:
            return Heading(text.rstrip(" :."), role) if self._counts(block, text, role) else None
        named = _named_decision(text, set_apart=block.kind == "heading" or (self._bare_days and _is_bare_day(block)))
        if named is None and self._days_first and _is_day_first(block):
            match = _DAY_AND_BODY.match(text)
            assert match
            named = Heading(text.rstrip(" :."), "decision", body=presentable(match["body"]), date=find_date(text))
        if named:
            return named
        inline = INLINE.match(text)
        if inline and block.kind != "heading":
            return Heading(inline["word"], role_of(inline["word"] + ":") or "decision", inline["rest"])
        if block.kind == "heading" and block.level in self.levels and len(text) < 120:
            return Heading(text.rstrip(" :"), "other")
        return None

    def known(self, block: TextBlock) -> Heading | None:
        """The heading this block is by its words; None too where only its looks set it apart, as those of an item's own heading do."""
        found = self.of(block)
        return found if found and (role_of(found.text) or found.body or found.date or found.rest or role_of(block.text)) else None

    def _counts(self, block: TextBlock, text: str, role: str) -> bool:
        word = text.strip(" :.").lower()
        if block.kind == "heading":
            return True
        if word in self._styled:
            return False
        if role == "other" and word not in _CORE:
            return not self.levels and text.endswith(":") <= self._colons
        return True

    def _of_row(self, block: TextBlock) -> Heading | None:
        filled = [cell for cell in block.cells if cell]
        role = role_of(filled[0]) if filled and block.cells[0] else None
        if role is None or filled[0].strip(" :.").lower() in self._styled:
            return None
        return Heading(filled[0].rstrip(" :."), role, "\n".join(filled[1:]))


_NUMBERED_PART = re.compile(r"\d{1,2}\.?\s+(?:Resum[eé]|Sagsfremstilling|Indstilling|Beslutning|Bilag|Baggrund)\s*:?$", re.IGNORECASE)
_NUMBERING = re.compile(r"^\d{1,2}\.?\s+(?=[A-ZÆØÅ])")
_TERM = re.compile(
    r"\s*\((?:19|20)?\d\d\s?[-–/]\s?(?:19|20)?\d\d\)|\s(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?=\s+(?:den|d\.))"
)  # a body's term
_FRONT_LINES = 8
_INLINE_STARTS = (
    "beslutning", "referat", "aftale", "konklusion", "indstilling", "sagsfremstil", "resum", "baggrund", "økonomi", "indhold",
    "lovgrundlag", "videre proces", "besluttet", "vedtaget", "det blev besluttet",
)  # fmt: skip


def _is_bare_day(block: TextBlock) -> bool:
    match = _BODY_AND_DATE.match(block.text) if block.kind == "paragraph" and len(block.text) <= 100 and block.text[-1:].isdigit() else None
    body = body_in_title(match["body"]) if match else None
    return match is not None and body is not None and _whole_body(match["body"], body) == presentable(match["body"])


def _is_day_first(block: TextBlock) -> bool:
    match = _DAY_AND_BODY.match(block.text) if block.kind == "paragraph" and len(block.text) <= 80 and block.text[:1].isdigit() else None
    return match is not None and _TITLE_CASE.fullmatch(match["body"]) is not None


def _whole_body(name: str, body: str) -> str:
    """The body as it is printed, where the word for it ends a name in capitals: Teknisk Udvalg."""
    return presentable(name) if _TITLE_CASE.fullmatch(name) and presentable(name).endswith(body) else body


def _heads_part(text: str) -> bool:
    """Tells whether the words are those of a decision's, a recommendation's or a presentation's heading; some councils print them as bullets."""
    if len(text) > 100 or not text[:1].isupper():
        return False
    return (
        text.strip(" :.").lower() in _CORE
        or role_of(text) in ("decision", "recommendation")
        or _named_decision(text, set_apart=False) is not None
    )


def _named_decision(text: str, *, set_apart: bool) -> Heading | None:
    if len(text) > 160:
        return None
    text = _TERM.sub("", text)
    for pattern in (_DECISION_OF, _BODYS_DECISION, _BODY_AND_DATE):
        match = pattern.match(text)
        if not match:
            continue
        name, date = match["body"], find_date(text)
        if pattern is _DECISION_OF and not name and date is None:
            continue
        body = body_in_title(name) if name else None
        numbered = pattern is _BODY_AND_DATE and match["item"] and _TITLE_CASE.fullmatch(name)
        body = _whole_body(name, body) if name and body else body
        if pattern is not _DECISION_OF and not numbered and not (body and presentable(name) == body):
            continue
        item = int(match["item"]) if match["item"] else None
        bare = pattern is _BODY_AND_DATE or (pattern is _BODYS_DECISION and match["meeting"])
        if pattern is _BODY_AND_DATE and item is None and not set_apart and not text.endswith(":"):
            continue
        if bare and (date is None or (pattern is _BODYS_DECISION and text.endswith("."))):
            continue
        role = "recommendation" if "ndstilling" in text[: match.end("body") + 14 if name else 12] and date is None else "decision"
        return Heading(text.rstrip(" :."), role, body=body or (presentable(name) if name else None), date=date, item=item)
    return None
