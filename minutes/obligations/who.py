"""Who is meant: "udvalget", "rådet" and "vi" are the body whose minutes these are, "forvaltningen" the administration."""

import re

from minutes.obligations.passages import Setting
from minutes.parsing.names import BODY, PERSON_PATTERN, presentable

_OWN = frozenset({"udvalget", "rådet", "bestyrelsen", "nævnet", "kommissionen", "udvalg", "råd"})
_AGENTS = (
    (re.compile(r"\b(?:forvaltning|administration)(?:en|er|erne)\b", re.IGNORECASE), "Forvaltningen"),
    (re.compile(r"\bsekretariatet\b", re.IGNORECASE), "Sekretariatet"),
    (re.compile(r"\bsekretær(?:en)?\b", re.IGNORECASE), "Sekretæren"),
    (re.compile(r"\bformandskabet\b", re.IGNORECASE), "Formandskabet"),
    (re.compile(r"\bformanden\b", re.IGNORECASE), "Formanden"),
    (re.compile(r"\bnæstformanden\b", re.IGNORECASE), "Næstformanden"),
    (re.compile(r"\b(?:borgmester|direktør|centerleder|afdelingsleder|projektleder)(?:en)?\b", re.IGNORECASE), None),
    (re.compile(r"\bmedlemmerne\b", re.IGNORECASE), "Medlemmerne"),
    (re.compile(r"\barbejdsgruppen\b", re.IGNORECASE), "Arbejdsgruppen"),
)
_PERSON = re.compile(PERSON_PATTERN)


def is_own(name: str, setting: Setting) -> bool:
    """Whether a body's name in running text means the meeting's own body."""
    return name.casefold() in _OWN or (setting.body is not None and _key(name) == _key(setting.body))


def body_meant(name: str, setting: Setting) -> str:
    """The name the body goes by: its own for "udvalget" and "rådet"."""
    return setting.body if is_own(name, setting) and setting.body else presentable(name)


def responsible(text: str, setting: Setting) -> str | None:
    """Who has to act, as far as the sentence says: the first agent named in it; the body itself only when nobody else is."""
    found = [(match.start(), name or match.group()) for pattern, name in _AGENTS if (match := pattern.search(text))]
    if found:
        return min(found)[1]
    bodies = {match.span() for match in BODY.finditer(text)}
    for match in _PERSON.finditer(text):
        if not any(start <= match.start() < end for start, end in bodies) and not match.group().endswith("Kommune"):
            return match.group()
    body = BODY.search(text)
    return body_meant(body.group(), setting) if body else None


def _key(name: str) -> str:
    # Udsatterrådet and Udsatterådet, udvalg and udvalget: doubled letters and the definite ending do not count.
    return re.sub(r"(.)\1", r"\1", re.sub(r"[\W_]", "", name.casefold())).removesuffix("et").removesuffix("s")
