"""Lines that tell that the open part of the meeting ended there, and so that what follows them may be closed."""

import re

from .folding import plain
from .sentences import sentences

_LONGEST = 160
_AUDIENCE = r"\b(?:tilhører(?:e|ne|s)?|publikum|pressen?|offentligheden|journalister(?:ne)?)\b"
_OPEN_PART = r"\b(?:åb(?:en|ent|ne)|offentlige?t?)\s+(?:møde|del|mødedel|dagsorden|behandling|session|punkter|sager|afdeling)(?:t|en|ne)?\b"
_OVER = r"\b(?:slut|slutte(?:r|de|t|s)|afslutte(?:t|s|des)|hæve(?:t|s|des)|ophæve(?:t|s|des)|ophør(?:te|er|t)|forbi|færdig(?:behandlet)?|endte|ender)\b"
_HERE = r"(?:\s+(?:kl\b\.?|klokken|her|herefter|hermed|dermed|nu|efter\s+\w+\s*\w*)\s*)*[\s\d.:]*\W*$"
_CLOCK = r"(?:(?:kl\b\.?|klokken)\s*\d{1,2}(?:\s?[.:]\s?\d\d)?|\d{1,2}[.:]\d\d)"  # a sentence may be cut at "Kl."
_LEAVE = r"(?:gå|forlade|forføje|fortrække|trække\s+sig|træde\s+(?:ud|uden)|gå\s+ud)"
_NOT_IN = r"(?!\s+(?:ind|op|til|over|med|videre|rundt)\b)"
_TELLS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_OPEN_PART}(?:\s+(?:af|i)\s+mødet)?\s+(?:(?:er|var|blev|bliver|nu|herefter|hermed)\s+){{0,2}}{_OVER}{_HERE}",
        rf"{_OVER}\s+(?:(?:på|for|med|af|den|det|de|mødets)\s+){{0,3}}{_OPEN_PART}(?:\s+(?:af|i)\s+mødet)?{_HERE}",
        rf"\bmøde(?:t)?\s+(?:(?:er|var|blev|bliver|nu|herefter)\s+){{0,2}}(?:{_OVER}|\bluk(?:ket|kes|kedes)\b)\s+for\s+(?:offentlighed|tilhører|publikum|presse)\w*",
        rf"\b(?:anmode(?:de|des|s|t)?|bad|bedes|bedt|opfordre(?:de|des|s|t)?)\b(?:\s+\w{{1,20}}){{0,4}}?\s+(?:om\s+)?at\s+{_LEAVE}\b",
        rf"{_AUDIENCE}(?:\s+(?:og|samt)\s+\w+)?\s+(?:(?:herefter|derefter|nu|blev|bliver|sendes|sendt|vises|vist)\s+){{0,2}}(?:gik|går|ud|ude|forlader|udvises)\b{_NOT_IN}",
        r"\bmødet\s+(?:fortsatte(?:s)?|fortsætter|fortsættes|fortsat)\s+(?:(?:nu|herefter|derefter)\s+)?(?:internt|i\s+enrum|i\s+lukke\w+|uden\s+\w+)\b",
        r"\b(?:live)?(?:stream|transmission|optagelse)\w*\s+(?:\w{1,20}\s+)?(?:afbryd|stopp|sluk|stands)\w*\s+(?:her|nu|herefter)\b",
        r"\bdør(?:en|ene)\s+(?:(?:blev|er|nu|herefter)\s+){0,2}(?:sat(?:tes)?|sættes)\s+i\s+lås\b",
        r"^\W*lukket\s+(?:fra\s+)?kl\b",
        rf"^\W*(?:{_CLOCK}\W*\s)?(?:dør(?:en|ene|e)?|mødet|salen)\s+(?:(?:blev|bliver|nu|herefter)\s+){{0,2}}luk(?:ke[rs]|kedes|ket)(?:\s+{_CLOCK})?\W*$",
        rf"^\W*(?:{_CLOCK}|herefter|derefter|nu)\W*\s(?:blev\s+|bliver\s+)?(?:luk(?:ke[rs]|kedes|ket)\s+)?(?:dør(?:en|ene)|mødet|salen)(?:\s+lukket)?\W*$",
        rf"^\W*(?:{_CLOCK}\W*\s)?(?:af)?lukning\s+af\s+(?:dør(?:en|ene|e)?|mødet|salen)(?:\s+{_CLOCK})?\W*$",
    )
)
_MAY_TELL = re.compile(r"åb|offentl|tilhør|publikum|presse|journalist|mødet?\b|stream|transm|optag|dør|lukket|salen", re.IGNORECASE)


def tells_of_end(text: str) -> str | None:
    """The words of a short line that tell of it; None where none do."""
    if len(text) > _LONGEST or not _MAY_TELL.search(text):
        return None
    for one in sentences(plain(text)):
        for tells in _TELLS:
            if found := tells.search(one):
                return found.group().strip(" \t-–.")
    return None
