"""The parties that a sentence names as heard, in running text or in the list under it."""

import re

from reader.obligations.bodies import bodies_in, body_meant
from reader.obligations.passages import Passage, Setting
from reader.parsing.names import presentable

# "i høring", "i offentlig høring", "i otte ugers høring"
IN_HEARING = r"(?:(?:i|til)\s+(?:\w+\s+(?:ugers|måneders|dages)\s+)?(?:\w+\s+)?høring\b|til\s+(?:udtalelse|kommentering|offentlig debat)\b)"
_HEARING = rf"\b(?:{IN_HEARING}|[Hh]øringsmateriale\w*|en (?:\w+ )?høring\b|[Dd]er er (?:\w+ )?høring\b)"
_AMONG = r"(?:hos|ved|blandt|(?<!frem\s)(?:i|til)(?=\s+(?:[A-ZÆØÅ]|\w*(?:råd|udvalg|bestyrelse|forening|organisation)|alle |de ))|via(?=\s+[A-ZÆØÅ]))"
# "sendes i høring hos A, B og C" · "i høring frem til den 7. januar ved A samt B": what stands between is time and the like.
_SENT_TO = re.compile(rf"{_HEARING}[^:;]{{0,90}}?\b{_AMONG}\s+(?P<parties>[A-ZÆØÅa-zæøå].*)", re.DOTALL)
_PARTIES_ARE = re.compile(r"\b[Hh]øringsparter(?:ne)?(?: er)?:?\s+(?P<parties>[A-ZÆØÅ].*)", re.DOTALL)
_IN_HEARING = re.compile(r"\b(?:skal|kan) i (?:\w+ )?høring (?:hos|ved) (?P<parties>.*)", re.DOTALL)
# "Skolebestyrelserne har haft forslaget i høring" · "Ældrerådet høres om"
_SUBJECT = re.compile(
    rf"^(?:(?P<parties>[A-ZÆØÅ][\wæøå-]+(?:,? (?:og )?[A-ZÆØÅ][\wæøå-]+){{0,4}}) (?:har (?:haft|fået)|får|fik|høres|skal høres|bliver hørt|er blevet hørt|(?:modtog|har modtaget) [^.,]{{2,60}} {IN_HEARING})|"
    r"(?P<remarking>[A-ZÆØÅ][\wæøå-]+(?: [a-zæøå]*(?:bestyrelse|råd|forening|organisation)\w*)?) "
    r"kan (?:komme med|sende|afgive|give) (?:\w+ )?(?:bemærkninger|høringssvar|indsigelser))\b"
)
_SOME = re.compile(r"(?:ne|bestyrelser|råd|foreninger|organisationer)$")
# "Ældrerådets bemærkninger": the body asked for them.
_ASKED_FOR = re.compile(
    r"^(?P<parties>[A-ZÆØÅ][\wæøå-]+(?:,? (?:og )?[A-ZÆØÅ][\wæøå-]+){0,4}) (?:bedes|er bedt|blev bedt|anmodes|er anmodet|er blevet bedt) om "
)
_SPEAKS = re.compile(
    r"^(?P<parties>[A-ZÆØÅ][\wæøå-]+(?:,? (?:og )?[A-ZÆØÅ][\wæøå-]+){0,4}) (?:skal|kan|har kunnet|er \w+ og har kunnet) (?:udtale sig|svare|sende \w*bemærkninger|komme med \w*bemærkninger)\b"
)
_OF_THEM = re.compile(
    r"\b[Hh]øring(?:en)? (?:af|hos|blandt|i) (?P<parties>[^()]{3,90}?)(?: ?\(| (?:slutter|løber|afsluttes|begynder|starter|gennemføres|udløber)\b)"
)
# Any such, and not the meeting's own.
_ANY = frozenset({"råd", "udvalg", "bestyrelser", "nævn"})
_REMARKS = re.compile(r"s (?:bemærkninger|høringssvar|udtalelse|kommentarer) til\b")
_ASKED = re.compile(r"^(?:bl\.\s?a\.|blandt andet|blandt andre|følgende(?: \w+)?:?|de følgende(?: \w+)?:?)\s+", re.IGNORECASE)
# Where a running list of parties is over.
_OVER = re.compile(
    r"\s*(?:,?\s*(?:frem til|indtil|(?:og )?med\s+(?:\w*frist|svar\b|høring)|med svar|senest|inden\b|i perioden|fra den|fra d\.|fra \d|med henblik|hvor|der\b|som\b|"
    r"og (?:er|blev|har|høring\w*|svar\w*|(?:behandl|forelæg|fremlæg|godkend|vedtag|drøft)\w*|\w+ (?:er|skal|kan|vil|sendes|forelægges|behandles))\b|i\s+(?:\d+ uger|\w+ uger|januar|februar|marts|april|maj|juni|juli|"
    r"august|september|oktober|november|december|foråret|efteråret|sommeren)|[Hh]øringsfrist|på (?:møde|kommunens|hjemmeside)|samt på|"
    r"til (?:den|d\.|\d|og med|uge|primo|medio|ultimo|udgangen)|den \d|medio|ultimo|primo)|[.;:]).*$",
    re.DOTALL,
)
_SPLIT = re.compile(r"\s*,\s*(?:og\s+|samt\s+)?|\s+(?:og|samt)\s+(?=[A-ZÆØÅ])|\s+samt\s+|\s+og\s+(?!(?:pårørende|bruger))(?=[a-zæøå])")
_NO_PARTY = re.compile(
    r"^(?:følgende|parter|parterne|bl\.?\s?a\.?|blandt andet|mv\.?|m\.fl\.?|m\.v\.|andre|høring\w*|det|den|de|at|den \d.*|\d.*)$",
    re.IGNORECASE,
)
_NAMES_PARTIES = re.compile(r"\b(?:hos|ved|blandt|til|følgende|parter|interessenter)\b", re.IGNORECASE)
_HEARS = re.compile(rf"{_HEARING}|\b[Hh]øringspart|skal høres|\bhøres|høringsberettigede")


def parties_of(passage: Passage, text: str, setting: Setting) -> list[str]:
    """The parties named in `text`, what the sentence says in its own words, or else in the list under it; each as it is printed."""
    if passage.listed and _NAMES_PARTIES.search(text) and _HEARS.search(text):
        return [party for entry in passage.listed if (party := _party(entry.split("\t")[0]))]
    named = next(
        (match["parties"] for row in (_SENT_TO, _IN_HEARING, _PARTIES_ARE, _OF_THEM, _ASKED_FOR, _SPEAKS) if (match := row.search(text))),
        None,
    )
    if named is None and (match := _SUBJECT.match(text)):
        subject = match["parties"] or match["remarking"]
        named = subject if bodies_in(subject) or _SOME.search(subject) else None
    if named is None:
        return [body_meant(body.name, setting) for body in bodies_in(text) if _REMARKS.match(text, body.end)]
    named = _OVER.sub("", _ASKED.sub("", named))
    return [party if party.casefold() in _ANY else body_meant(party, setting) for piece in _pieces(named) if (party := _party(piece))]


def _pieces(named: str) -> list[str]:
    """The parties of a running list; `Børne- og familieudvalget` and `MED-udvalget for Social og Sundhed` stay one each."""
    marked, last = "", 0
    for body in bodies_in(named):
        marked += named[last : body.start] + body.name.replace(",", "\0").replace(" og ", "\1")
        last = body.end
    marked += named[last:]
    return [piece.replace("\0", ",").replace("\1", " og ") for piece in _SPLIT.split(marked)]


def _party(text: str) -> str | None:
    name = re.sub(r"\s*\((?:via|ved|se)\b[^()]*\)", "", text).strip(" .,;:–-\t")
    name = re.sub(r"^(?:og|samt|hos|ved|i|til)\s+", "", name)
    if not 2 < len(name) <= 120 or _NO_PARTY.match(name):
        return None
    return presentable(name)
