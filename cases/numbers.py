"""Case numbers as values: the KLE form is recognised and sorted by its parts, any other form is kept as printed.

`27.15.00-A08-1-19` = KLE subject (group.subgroup.subject) – facet – serial – two-digit year
(KL's Emnesystematik, KLE; the form is that of SBSYS, eDoc and other municipal systems).
"""

import re
from dataclasses import dataclass

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_KLE = re.compile(
    r"(?P<subject>[0-9]{2}\.[0-9]{2}\.[0-9]{2})-(?P<facet>[AGIKPSØ][0-9]{2})-(?P<serial>[0-9]{1,6})-"
    # A full year outside the century that two digits stand for would come back as another year.
    r"(?P<year>[0-9]{2}|19[7-9][0-9]|20[0-6][0-9])",
    re.IGNORECASE,
)
# A body files its own business under one meeting case: A08 "organisation of associations and unofficial councils",
# P35 "minutes and preparation of meetings" (KLE facets). Under those one number is many topics.
_MEETING_CASE_FACETS = frozenset({"A08", "P35"})
_CENTURY_TURNS_AT = 70  # two-digit years from 70 on are of the 1900s: municipal journals of this form begin about 1970
_LETTERS_LAST = str.maketrans({"z": "z0", "æ": "z1", "ø": "z2", "å": "z3"})


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
    def is_one_topic(self) -> bool:
        """Tells whether the number can be told to be one topic's, and not the case under which a body files all its own business."""
        return self.is_kle and self.facet not in _MEETING_CASE_FACETS

    @property
    def key(self) -> str:
        """The key under which two prints of a number are the same number: case, spacing and kinds of dash do not count."""
        return _plain(self.text).casefold()

    @property
    def sort_key(self) -> str:
        """A string of a–z and 0–9 in whose plain order numbers stand by their parts, KLE numbers first."""
        if self.subject is not None and self.facet is not None:
            facet = self.facet.casefold().replace("ø", "z")
            return f"0{self.subject.replace('.', '')}{facet}{self.serial:06d}{self.year}"
        parts = re.findall(r"[0-9]+|[a-zæøå]+", self.text.casefold())
        return "1" + "0".join(_by_value(part) if part.isdigit() else part.translate(_LETTERS_LAST) for part in parts)[:180]

    def __str__(self) -> str:
        return self.text


def parse(printed: str) -> CaseNumber:
    """The number that `printed` is. Never refuses one: what is not of the KLE form is kept with its spaces tidied."""
    match = _KLE.fullmatch(_plain(printed))
    if not match:
        return CaseNumber(" ".join(printed.split()))
    subject, facet, serial = match["subject"], match["facet"].upper(), int(match["serial"])
    return CaseNumber(f"{subject}-{facet}-{serial}-{match['year'][-2:]}", subject, facet, serial, _full_year(match["year"]))


def _plain(printed: str) -> str:
    return re.sub(f"[{_DASHES}]", "-", re.sub(r"[\s\0]+", "", printed))  # PostgreSQL refuses NUL


def _by_value(digits: str) -> str:
    """Digits led by how many count, so that text order is the order of the values."""
    digits = digits.lstrip("0")
    return f"{len(digits):02d}{digits}"


def _full_year(printed: str) -> int:
    year = int(printed)
    if year > 99:
        return year
    return year + (1900 if year >= _CENTURY_TURNS_AT else 2000)
