"""The role of a body in a hearing that its minutes tell of: it has sent something out, or it is consulted. Pure."""

import re
from typing import Literal

Role = Literal["issuer", "consulted"]

# Within the sentence: "den 4. marts" and "bl.a." do not end it.
_TO_HEARING = r"(?:[^.;:]|\.(?!\s+(?-i:[A-ZÆØÅ]))){0,160}?\b(?:i|til)\s+(?:\w+\s+)?høring\b"
_SENDS = r"(?:ud)?(?:sender?|sendte|sendt)\b(?!\s+(?:et |sit |sine |rådets )?(?:høringssvar|svar|bemærkninger|kommentarer))"
# "besluttede enstemmigt at sende", "har sendt", "vil lade … sende"; in minutes written as a report also "sender".
_VERB = rf"(?:\s+(?:har|havde|vil|skal|kan|at|enstemmigt|beslutte\w*|besluttet|vedtog|vedtager|vedtaget|valgte|ønsker|ønskede|godkendte|selv|nu|derfor|den \d+\. \w+(?: \d{{4}})?)\b,?){{0,6}}\s+{_SENDS}"
_BODY_ITSELF = r"\b(?!by|regions)(?:\w+-?)?rådet"
_ITSELF_SENDS = re.compile(rf"{_BODY_ITSELF}{_VERB}{_TO_HEARING}", re.IGNORECASE)
_ITSELF_HAS_IT_SENT = re.compile(
    rf"{_BODY_ITSELF}\s+(?:har\s+)?(?:beslutte\w*|godkend\w*|vedt\w+|indstille\w*)(?:\s+enstemmigt)?,?\s+at\b[^.;:,]{{0,100}}\bsende[rs]\b{_TO_HEARING}",
    re.IGNORECASE,
)
_OUTSIDE = r"\b(?:\w*minister(?:en|iet)?|\w*styrelsen|region(?:en|srådet)?|Region \w+|folketinget|KL|staten)"
_OTHERS = rf"(?:{_OUTSIDE}|\b\w*(?:udvalget|byrådet|kommunalbestyrelsen|borgerrepræsentationen|magistraten|forvaltningen|kommunen|direktionen|borgmesteren|afdelingen))"


def _sent_by(who: str) -> re.Pattern[str]:
    return re.compile(rf"{who}{_VERB}{_TO_HEARING}|\bsendes\s+af\s+{who}{_TO_HEARING}|\bsendt\b{_TO_HEARING}\s+af\s+{who}", re.IGNORECASE)


_SENT_FROM_OUTSIDE = _sent_by(_OUTSIDE)
_SENT_BY_OTHERS = _sent_by(_OTHERS)
# What is to be sent out now, told without a sender: the body at whose meeting it is told sends it.
_IS_TO_BE_SENT = re.compile(rf"\b(?:(?:ud)?sendes|(?:frem)?lægges|skal|bliver (?:ud)?sendt)\b{_TO_HEARING}", re.IGNORECASE)


def role_of(*, body_is_advisory: bool, own_name_among_parties: bool, has_parties: bool, quote: str) -> Role:
    """The role of the body whose minutes say `quote`.

    Whoever is named among the parties is consulted. So is an advisory body otherwise, for that is what it is there for, unless the sentence
    says that it sends the thing out itself, or has it sent to parties of whom it is none. Any other body sends, unless the sentence has
    an authority outside the municipality do so.
    """
    if own_name_among_parties:
        return "consulted"
    if not body_is_advisory:
        return "consulted" if _SENT_FROM_OUTSIDE.search(quote) else "issuer"
    if _ITSELF_SENDS.search(quote) or _ITSELF_HAS_IT_SENT.search(quote):
        return "issuer"
    if has_parties and _IS_TO_BE_SENT.search(quote) and not _SENT_BY_OTHERS.search(quote):
        return "issuer"
    return "consulted"
