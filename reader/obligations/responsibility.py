"""The person or body that has to act: the one a sentence names; a body that asks is not the one who owes the answer."""

import re

from reader.obligations.bodies import bodies_in, body_meant, is_own
from reader.obligations.clauses import doer_in
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
# Whom something is given to, or with whom it is done, is not the one who does it.
_RECEIVES = re.compile(r"(?<!overlades )(?<!op )\b(?:til|over for|hos|med) (?:\w+ ){0,2}$", re.IGNORECASE)
_NOBODY = frozenset({"man", "alle", "begge"})
_ASKING = frozenset({"question", "status_report", "deferred", "hearing", "return"})


def responsible(text: str, kind: str, setting: Setting) -> str | None:
    """Gives the one who has to act, as far as the sentence says: who does it or takes it upon himself, else the first agent named in it.

    None where it names nobody but those who ask, or who are given something.
    """
    doer = doer_in(text)
    if doer and doer.lower() not in _NOBODY and (called := _called(doer, setting)) and not (kind in _ASKING and called == setting.body):
        return called
    found = [
        (match.start(), name or match.group())
        for pattern, name in _AGENTS
        for match in pattern.finditer(text)
        if kind in _ASKING or not _RECEIVES.search(text[: match.start()])
    ]
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
        if _RECEIVES.search(text[: match.start()]):
            continue
        if not any(body.start <= match.start() < body.end for body in bodies) and not named.endswith("Kommune"):
            return named
    acting = [body for body in bodies if not _RECEIVES.search(text[: body.start]) and not text[body.end :].startswith("s ")]
    return body_meant(acting[0].name, setting) if acting else None


def _called(doer: str, setting: Setting) -> str | None:
    """The name that who does it goes by; the body itself for "vi" and "rådet"."""
    if doer.lower() == "vi" or is_own(doer, setting):
        return setting.body
    for pattern, name in _AGENTS:
        if name and pattern.fullmatch(doer):
            return name
    return doer[:1].upper() + doer[1:]
