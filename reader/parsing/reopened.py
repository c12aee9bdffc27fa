"""Lines that tell of doors opened again, and so that what was treated before them was closed."""

import re
from dataclasses import dataclass

from .folding import plain
from .sentences import sentences

_LONGEST = 400
_AGAIN = r"(?<!\w)(?:igen|atter|på\s?ny|tilbage)(?!\w)|\bgen(?:åbn|indkald|indlad|indtræd|optag|optog)\w*"
_NEXT = rf"{_AGAIN}|(?<!\w)(?:herefter|derefter|derpå|hvorefter|herpå|nu|fortsat\w*|fortsætter|fortsætte|resten|resterende|øvrige|fra\s+dette\s+punkt)(?!\w)"
_ELSEWHERE = r"(?!\s+(?:til|ved)\b|\s+(?:i|på)\s+(?!ny\b))"  # "døren til kælderen"
_CLAUSES = re.compile(r",\s+(?=(?:og|men|som|der|hvor\w*|mens|da|idet|nu|efter)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A clause tells it that has all of these, in any order."""

    who: re.Pattern[str]
    does: re.Pattern[str]
    when: re.Pattern[str]


def _telling(who: str, does: str, when: str) -> _Telling:
    return _Telling(*(re.compile(pattern, re.IGNORECASE) for pattern in (who, does, when)))


_AUDIENCE = r"\b(?:tilhører\w*|publikum|presse\w*|offentligheden|journalist\w*|fremmødte\w*)\b"
_TELLINGS = (
    _telling(rf"(?<!s )\bdør(?:e|en|ene)\b{_ELSEWHERE}", r"\b(?:gen)?åbne(?:de|des|s|t)\b", _AGAIN),
    _telling(r"\bdør(?:e|en|ene)\b", r"\b(?:gik|går|slået|slås|lukket|lukkes)\s+(?:\w{1,20}\s+)?op\b|\blod\b[^,]*\båbne\b", _NEXT),
    _telling(rf"\bdør(?:en|ene)\b{_ELSEWHERE}", r"\båbne(?:des|s|t)\b", rf"{_NEXT}|^\W*døre?ne\s+(?:blev\s+|er\s+)?\w+\W*$"),
    _telling(r"\bfor\s+åbne\s+døre\b|\bsom\s+(?:et\s+)?(?:åbent|offentligt)\s+møde\b|\b(?:i|på)\s+åbent\s+(?!brev|hav)\w+", r"", _NEXT),
    _telling(r"\bmødet\b", r"\båb\w+\s+(?:\w{1,20}\s+){0,2}(?:til|for)\s+(?:offentlighed|tilhører|publikum|presse)\w*", _NEXT),
    _telling(
        r"\bmødet\b",
        r"\båbent\b|\boffentligt\b(?!\s+tilgængelig)|\boffentlighed\b",
        rf"{_AGAIN}|\b(?:blev|bliver|er|var)\s+(?:herefter|derefter|nu)\s+(?:åbent|offentligt)\b",
    ),
    _telling(r"\bmødet\b", r"\b(?:gen)?åbne(?:de|des|s|t)?\b", r"(?<!\w)(?:igen|atter|på\s?ny)(?!\w)|\bgenåbn\w*"),
    _telling(
        r"\b(?:åbn?en?t?|offentlige?t?)\s+(?:dagsorden|del|mødedel|møde|behandling)\b",
        r"",
        rf"{_AGAIN}|\bover\s+til\b|\b(?:fortsat\w*|fortsætter|genoptog\w*)\b",
    ),
    _telling(r"\b(?:salen|lokalet|mødet|dørene)\b", r"\båbne\w*\s+(?:\w{1,20}\s+)?for\s+(?:publikum|tilhør|presse|offentlig)\w*", r""),
    _telling(r"\badgang\s+for\s+alle\b", r"", _AGAIN),
    _telling(
        _AUDIENCE,
        r"\b(?:luk(?:ket|kes|kedes)|kald(?:t|es|tes)|inviter\w+|hentet|vendte|komm?e?r?|kom|fik|fået|gik|gå|adgang|ind|indtog|velkom\w+|bedt|budt|bydes|sad|tog|genind\w+|indladt|åbne\w+|overvære\w*|følge|deltage|til\s+stede)\b",
        _AGAIN,
    ),
    _telling(
        _AUDIENCE,
        r"\b(?:hentet|hentes|(?:luk(?:ket|kes)|kaldt|kaldes|komme|kom|gå|gik|budt|bedt|inviteret)\s+ind)\b",
        r"\b(?:blev|bliver|kunne|måtte|kom)\b",
    ),
    _telling(
        r"\b(?:\w{1,12}(?:optagelse|transmission|streaming)|optagelse|transmission|streaming)(?:e?n)?\b(?!\s+(?:i|på|af)\b)",
        r"\b(?:genoptag\w*|genoptog\w*|genstart\w*|starte[ts]|tændt|tændes|slået\s+til)\b",
        rf"{_AGAIN}|\bgenstart\w*",
    ),
    _telling(r"\bdørlukning\w*|\blukke(?:t|de)\s+(?:møde|døre|del)\b", r"\b(?:ophør\w*|ophæve\w*|ophørt|forbi|sluttede)\b", r""),
)
_MAY_TELL = re.compile(
    r"dør|møde|dagsorden|tilhør|publikum|presse|offentlig|journalist|fremmødte|åben|åbne|adgang|optagelse|transmission|streaming",
    re.IGNORECASE,
)
_MAY_TELL_WHEN = re.compile(rf"{_NEXT}|ophør|ophæv|forbi|slutte|genstart|åbne|hente|\bind\b", re.IGNORECASE)


def tells_of_reopening(text: str) -> str | None:
    """The clause of a line that tells of it; None where none does."""
    if len(text) > _LONGEST or not _MAY_TELL.search(text):
        return None
    folded = plain(text)
    if not _MAY_TELL_WHEN.search(folded):
        return None
    clauses = (clause for one in sentences(folded) for clause in _CLAUSES.split(one))
    return next((clause for clause in clauses if any(_tells(telling, clause) for telling in _TELLINGS)), None)


def _tells(telling: _Telling, clause: str) -> bool:
    return bool(telling.who.search(clause) and telling.does.search(clause) and telling.when.search(clause))
