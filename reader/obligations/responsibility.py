"""The person or body that has to act: the one a sentence names; a body that asks is not the one who owes the answer."""

import re

from reader.obligations.bodies import bodies_in, body_meant
from reader.obligations.passages import Setting
from reader.parsing.names import PERSON_PATTERN

_AGENTS = (
    (re.compile(r"\b(?:forvaltning|administration)(?:en|er|erne)\b", re.IGNORECASE), "Forvaltningen"),
    (re.compile(r"\bsekretariatet\b", re.IGNORECASE), "Sekretariatet"),
    (re.compile(r"\bsekretær(?:en)?\b", re.IGNORECASE), "Sekretæren"),
    (re.compile(r"\bdirektionen\b", re.IGNORECASE), "Direktionen"),
    (re.compile(r"\bformandskabet\b", re.IGNORECASE), "Formandskabet"),
    (re.compile(r"\bformanden\b", re.IGNORECASE), "Formanden"),
    (re.compile(r"\bnæstformanden\b", re.IGNORECASE), "Næstformanden"),
    (re.compile(r"\bborgmesteren\b", re.IGNORECASE), "Borgmesteren"),
    (re.compile(r"\bmedlemmerne\b", re.IGNORECASE), "Medlemmerne"),
    (re.compile(r"\b(?:arbejds|tilgængeligheds|styre)gruppen\b", re.IGNORECASE), None),
    (re.compile(r"\b(?:direktør|centerleder|afdelingsleder|projektleder|\w+chef)(?:en)\b", re.IGNORECASE), None),
)
_PERSON = re.compile(PERSON_PATTERN)
_TOGETHER = re.compile(r"\b(?:i samarbejde|sammen|i dialog) med (?:\w+ ){0,2}$", re.IGNORECASE)
# Here the sentence's own body is the one that waits for somebody else.
_ASKING = frozenset({"question", "status_report", "deferred", "hearing", "return"})


def responsible(text: str, kind: str, setting: Setting) -> str | None:
    """Gives the one who has to act, as far as the sentence says: the first agent named in it, or the person who acts together with that one.

    None where it names nobody but those who ask.
    """
    found = [(match.start(), name or match.group()) for pattern, name in _AGENTS if (match := pattern.search(text))]
    if found:
        start, agent = min(found)
        together = _TOGETHER.search(text[:start])
        person = _PERSON.search(text[: together.start()]) if together else None
        return person.group().strip(" .,") if person else agent[:1].upper() + agent[1:]
    if kind == "question":
        return "Forvaltningen"
    if kind in _ASKING:
        return None
    bodies = bodies_in(text)
    for match in _PERSON.finditer(text):
        named = match.group().strip(" .,")
        if not any(body.start <= match.start() < body.end for body in bodies) and not named.endswith("Kommune"):
            return named
    return body_meant(bodies[0].name, setting) if bodies else None
