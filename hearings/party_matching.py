"""Parties that seem to be one under two spellings, and names that seem to be no party at all, with the reasons. Pure.

Better silent than wrong: the secretary looks at each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from danish.folding import fold, name_key
from danish.likeness import nearly_same_name

# Where something is announced, and the public at large: told after "sendes i høring", but nobody who could answer as one.
_CHANNEL = r"\w*(?:hjemmesider?n?e?|høringsportal(?:en)?|internettet|facebook(?:side)?|annonce(?:r|ring)?|plandata)"
_PRESS = r"\w*(?:pressen?|medier(?:ne)?|ugeavis(?:en|er|erne)?|lokalavis(?:en|er|erne)?|dagblade(?:t|ne)?)"
_PUBLIC = r"(?:offentlighed(?:en)?|alle|enhver|alle interesserede(?: parter)?|interesserede(?: parter)?|øvrige interessenter|andre)"
_BEFORE = r"(?:(?:på|via|i|gennem|den|de|det|lokale|digitale|offentlige|brede|samlede|\w+s)\s+){0,4}"
_NO_PARTY = re.compile(rf"{_BEFORE}(?:{_CHANNEL}|{_PRESS}|{_PUBLIC})(?:\s+(?:generelt|i øvrigt|plandata\.dk))?")
_ENDINGS = re.compile(r"(?:ernes|enes|erne|ets|ens|ene|et|en|er|e|s)$")
_SHORTEST_STEM = 4
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_PLACE = re.compile(r" (?:i|for|ved|på) ")


@dataclass(frozen=True, slots=True)
class PartyName:
    """A party of a hearing by its key: its name as printed, the body it means, and whether it has answered or declined."""

    key: int
    name: str
    body: int | None = None
    has_replied: bool = False


@dataclass(frozen=True, slots=True)
class SameParty:
    """`gone` seems to be another spelling of `kept`; `reasons` are among body, spelling, ending, abbreviation and place."""

    kept: int
    gone: int
    reasons: tuple[str, ...]


def same_parties(parties: Sequence[PartyName]) -> list[SameParty]:
    """The pairs that seem to be one party, in the order of `parties`; the one that the register knows, or that has replied, is kept."""
    found = []
    for first, second in combinations(parties, 2):
        if reasons := _reasons(first, second, parties):
            kept, gone = (second, first) if _weight(second) > _weight(first) else (first, second)
            found.append(SameParty(kept.key, gone.key, reasons))
    return found


def no_parties(parties: Sequence[PartyName]) -> list[int]:
    """The keys of those that seem to be no party: neither a body of the register nor anybody who has replied."""
    return [party.key for party in parties if not (party.body or party.has_replied) and _NO_PARTY.fullmatch(fold(party.name))]


def _weight(party: PartyName) -> tuple[bool, bool]:
    return party.body is not None, party.has_replied


def _reasons(first: PartyName, second: PartyName, parties: Sequence[PartyName]) -> tuple[str, ...]:
    if first.body and second.body:
        return ("body",) if first.body == second.body else ()
    a, b = first.name, second.name
    holds = {
        "ending": name_key(a) != name_key(b) and _stems(a) == _stems(b) != [],
        "spelling": _is_spelling(a, b),
        "abbreviation": _is_abbreviation(a, b) or _is_abbreviation(b, a),
        "place": _adds_place(a, b, parties) or _adds_place(b, a, parties),
    }
    return tuple(code for code, is_so in holds.items() if is_so)[:1]


def _is_spelling(a: str, b: str) -> bool:
    """The same letters, or a slip in a long word; Vest and Øst are no slip, nor are two numbers."""
    if name_key(a) == name_key(b):
        return True
    words, others = fold(a).split(), fold(b).split()
    if len(words) != len(others):
        return False
    differing = [(word, other) for word, other in zip(words, others, strict=True) if word != other]
    return all(not re.search(r"\d", word + other) and nearly_same_name(word, other) for word, other in differing)


def _stems(name: str) -> list[str]:
    """The words less their endings: Ældreråd and Ældrerådet are one."""
    words = re.findall(r"[\wæøå]+", fold(name))
    return [word[: match.start()] if (match := _ENDINGS.search(word)) and match.start() >= _SHORTEST_STEM else word for word in words]


def _is_abbreviation(short: str, name: str) -> bool:
    """`DH` of `Danske Handicaporganisationer`, and what either has in brackets."""
    if inside := _IN_BRACKETS.search(name):
        outside = name[: inside.start()] + name[inside.end() :]
        return name_key(short) in (name_key(outside), name_key(inside[1]))
    letters = re.sub(r"\W", "", short)
    initials = "".join(word[0] for word in re.findall(r"[\wæøå]+", name))
    return 2 <= len(letters) == len(initials) and letters.isupper() and letters == initials.upper() and name != short


def _adds_place(short: str, name: str, parties: Sequence[PartyName]) -> bool:
    """`Ældrerådet i Havneby` is `Ældrerådet`, when no other of the parties is one of another place."""
    longer = [one.name for one in parties if (found := _PLACE.search(one.name)) and name_key(one.name[: found.start()]) == name_key(short)]
    return longer == [name]
