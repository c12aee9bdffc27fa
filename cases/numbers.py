"""Case numbers as values: the KLE form is recognised and sorted by its parts, any other form is kept as printed.

`27.15.00-A08-1-19` = KLE subject (group.subgroup.subject) – facet – serial – two-digit year
(KL's Emnesystematik, KLE; the form is that of SBSYS, eDoc and other municipal systems).
"""

from dataclasses import dataclass
import re

_KLE = re.compile(
    r"(?P<subject>\d{2}\.\d{2}\.\d{2})\s*[-–]\s*(?P<facet>[AGIKPSØ]\d{2})\s*[-–]\s*(?P<serial>\d{1,6})\s*[-–]\s*(?P<year>\d{2}|\d{4})",
    re.IGNORECASE,
)
_CENTURY_TURNS_AT = 70  # two-digit years from 70 on are of the 1900s: municipal journals of this form begin about 1970


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number. `text` is how it is shown; the four parts are None when it is not of the KLE form."""

    text: str
    subject: str | None = None
    facet: str | None = None
    serial: int | None = None
    year: int | None = None

    @property
    def is_kle(self) -> bool:
        return self.subject is not None

    @property
    def key(self) -> str:
        """What makes two prints of a number the same number: case, spacing and kinds of dash do not count."""
        return re.sub(r"\s+", "", self.text).replace("–", "-").casefold()

    @property
    def sort_key(self) -> str:
        """A string of a–z and 0–9 in whose plain order numbers stand by their parts, KLE numbers first."""
        if self.is_kle:
            facet = self.facet.casefold().replace("ø", "z")
            return f"0{self.subject.replace('.', '')}{facet}{self.serial:06d}{self.year}"
        parts = re.findall(r"\d+|[a-zæøå]+", self.text.casefold())
        return "1" + "0".join(part.zfill(9) if part.isdigit() else _sortable(part) for part in parts)[:180]

    def __str__(self) -> str:
        return self.text


def _sortable(letters: str) -> str:
    return letters.translate(str.maketrans({"æ": "z1", "ø": "z2", "å": "z3"}))


def parse(printed: str) -> CaseNumber:
    """The number that `printed` is. Never refuses one: what is not of the KLE form is kept with its spaces tidied."""
    text = " ".join(printed.split())
    match = _KLE.fullmatch(text)
    if not match:
        return CaseNumber(text)
    subject, facet, serial = match["subject"], match["facet"].upper(), int(match["serial"])
    return CaseNumber(f"{subject}-{facet}-{serial}-{match['year'][-2:]}", subject, facet, serial, _full_year(match["year"]))


def _full_year(printed: str) -> int:
    year = int(printed)
    if year > 99:
        return year
    return year + (1900 if year >= _CENTURY_TURNS_AT else 2000)
