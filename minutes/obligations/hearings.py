"""Hearings an item tells of: what is sent out to be heard, until when, and by whom."""

import re

from danish.folding import name_key
from danish.periods import Direction, Period, Precision
from minutes import facts
from minutes.obligations.passages import HEARING_STEMS, Passage, Setting, own_words
from minutes.parsing.names import BODY, presentable

# A sentence is about a consultation when it says so; a reply, a memo or the statute of one is not.
_ABOUT = re.compile(
    r"\b(?:i\s+(?:\w+\s+)?høring|[Hh]øringsfrist\w*|[Hh]øringsperiode\w*|[Ff]rist(?:en)? for (?:aflevering af |indsendelse af |at (?:afgive|indsende) )?høringssvar|[Hh]øringen\b|[Hh]øringsproces\w*|[Hh]øringsfase\w*|"
    r"(?:sendes|sendt|sende) til høring|offentlig høring|partshøring)"
)
_DEADLINE = re.compile(
    r"(?:[Hh]øringsfrist(?:en)?|[Ff]rist(?:en)?(?: for (?:\w+ ){0,4}?(?:høringssvar(?:ene|et)?|bemærkninger|svar))?|[Hh]øringssvar(?:ene|et)?(?: \w+){0,4}? senest|svarfrist(?:en)?|[Ss]idste frist)"
)
# "Efter høringsfristens udløb behandles forslaget i september": what follows the deadline is no deadline.
_FOLLOWING = re.compile(r"\b(?:[Ee]fter|[Nn]år)\s+(?:endt\s+|udløb(?:et)? af\s+)?høring\w*")
_AFTER = re.compile(r"\b(?:sendes|behandl\w+|forelægges|fremlægges|efterfølgende|herefter)\b")
_UNTIL = re.compile(r"\b(?:frem til|indtil|til og med|til|senest|inden|udløber|slutter|afsluttes)\s*(?:den|d\.)?\s*$", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:sendes|sendt|sende|send(?:er)?|udsendes|udsendt|lægges|fremsendes)\b.{0,80}\bi\s+(?:\w+\s+)?høring\b", re.IGNORECASE
)
_WITH = re.compile(
    r"\b(?:i|til)\s+(?:\w+\s+)?høring\b\s*[^.:]{0,60}?\b(?:ved|hos|blandt|(?:i|til)(?=\s+[A-ZÆØÅ]))\s+(?P<parties>[A-ZÆØÅa-zæøå].*)"
)
_HOS = re.compile(
    r"\b(?:hos|ved|blandt|til)\s+(?:bl\.\s?a\.\s+|blandt andet\s+|følgende\s+(?:parter|interessenter|høringsparter|organer)?\s*:?\s*)?(?P<parties>\S.*)"
)
_PARTIES_END = re.compile(
    r"\s*(?:,?\s*(?:frem til|indtil|med\s+(?:\w*frist|svarfrist)|senest|inden\b|i perioden|fra den|fra d\.|med henblik|hvor|der\b|som\b|og er\b|og blev\b|i\s+(?:\d+ uger|januar|februar|marts|april|maj|juni|juli|august|"
    r"september|oktober|november|december|foråret|efteråret|sommeren)|[Hh]øringsfrist|på (?:møde|kommunens|hjemmeside)|samt på|til (?:den|d\.)|medio|ultimo|primo)|[.;:]).*$",
    re.DOTALL,
)
_SPLIT = re.compile(
    r"\s*,\s*(?:og\s+|samt\s+)?|\s+(?:og|samt)\s+(?=[A-ZÆØÅ])|\s+samt\s+|\s+og\s+(?=(?:den|det|de|alle|øvrige|relevante|berørte)\b)"
)
_NO_PARTY = re.compile(
    r"^(?:følgende|parter|parterne|bl\.?\s?a\.?|blandt andet|mv\.?|m\.fl\.?|m\.v\.|andre|høring|det|den|de|at|\d.*)$", re.IGNORECASE
)
_INVITES_PARTIES = re.compile(r"\b(?:høring|høringssvar)", re.IGNORECASE)


def hearings_of(item: facts.Item, passages: list[Passage], setting: Setting) -> list[facts.Hearing]:
    """The item's hearings, one for each deadline; one without a deadline only when the item tells of no other."""
    found: list[facts.Hearing] = []
    for passage in passages:
        if not passage.has(HEARING_STEMS) or not _ABOUT.search(own_words(passage)):
            continue
        deadline, opens = _times(passage, setting)
        parties = _parties(passage)
        if deadline is None and not parties and not _SENT.search(passage.text):
            continue
        hearing = facts.Hearing(item.title, opens, deadline, parties, passage.text, _rule(deadline, parties), at=passage.at)
        _add(found, hearing)
    return [hearing for hearing in found if hearing.deadline or len(found) == 1]


def _rule(deadline, parties: list[str]) -> str:
    return "tells a deadline" if deadline else "names who is heard" if parties else "is sent out"


def _add(found: list[facts.Hearing], new: facts.Hearing) -> None:
    """One consultation told twice is one: the same deadline, or one telling that lacks it."""
    for known in found:
        if known.deadline == new.deadline or None in (known.deadline, new.deadline):
            if known.deadline is None and new.deadline is not None:
                known.deadline, known.quote, known.rule, known.at = new.deadline, new.quote, new.rule, new.at
            known.opens = known.opens or new.opens
            keys = {name_key(party) for party in known.parties}
            known.parties += [party for party in new.parties if name_key(party) not in keys]
            return
    found.append(new)


def _times(passage: Passage, setting: Setting) -> tuple:
    """Deadline and opening: the period that a word for a deadline leads to, and the one the sending out has."""
    text, deadline, opens = passage.text, None, None
    for period in passage.periods(setting):
        if period.last is None or period.precision is Precision.OPEN or period.direction is Direction.FROM:
            continue
        if _is_deadline(text, period):
            deadline = deadline or period.last
            if period.first and period.last and period.first != period.last and period.precision is Precision.DAY:
                opens = opens or facts.Days(period.first, period.first)
        elif _SENT.search(text[: period.start]) and deadline is None and period.first:
            opens = opens or facts.Days(period.first, period.last)
    return deadline, opens


def _is_deadline(text: str, period: Period) -> bool:
    before, words = text[: period.start], text[period.start : period.end].casefold()
    if period.direction is Direction.BY and _INVITES_PARTIES.search(text):
        return True
    near = before[-70:]
    word = _DEADLINE.search(near)
    if word and (_AFTER.search(near[word.end() :]) or _FOLLOWING.search(before)):
        return False
    if word or _UNTIL.search(near):
        return True
    is_range = period.first != period.last and period.precision is Precision.DAY
    return is_range and ("høring" in before.casefold() or words.startswith(("fra", "i perioden")))


def _parties(passage: Passage) -> list[str]:
    text = own_words(passage)
    if passage.listed and _names_a_list_of_parties(text):
        return [party for entry in passage.listed if (party := _party(entry))]
    match = _WITH.search(text)
    named = match["parties"] if match else None
    if named is None and _SENT.search(text):
        tail = text[_SENT.search(text).end() :]
        match = _HOS.search(tail[:200])
        named = match["parties"] if match else None
    if named is None:
        return []
    named = re.sub(r"^(?:bl\.\s?a\.|blandt andet|blandt andre|følgende(?: parter)?:?)\s+", "", named)
    named = _PARTIES_END.sub("", named)
    return [party for piece in _pieces(named) if (party := _party(piece))]


def _names_a_list_of_parties(text: str) -> bool:
    return bool(
        re.search(r"\b(?:hos|ved|blandt|til|følgende|parter)\b", text)
        and re.search(r"\bi\s+(?:\w+\s+)?høring\b|[Hh]øringspart|skal høres|høres", text)
    )


def _pieces(named: str) -> list[str]:
    """The parties of a running list; `Børne- og familieudvalget` stays one."""
    bodies = {match.start(): match.group() for match in BODY.finditer(named)}
    marked, last = "", 0
    for start, name in sorted(bodies.items()):
        marked += named[last:start] + name.replace(",", "\0").replace(" og ", "\1")
        last = start + len(name)
    marked += named[last:]
    return [piece.replace("\0", ",").replace("\1", " og ") for piece in _SPLIT.split(marked)]


def _party(text: str) -> str | None:
    name = re.sub(r"\s*\((?:via|ved|se)\b[^()]*\)", "", text).strip(" .,;:–-\t")
    name = re.sub(r"^(?:og|samt|hos|ved|i|til)\s+", "", name)
    if not 2 < len(name) <= 120 or _NO_PARTY.match(name):
        return None
    return presentable(name)
