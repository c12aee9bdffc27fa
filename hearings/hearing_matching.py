"""Matching of two hearings of a body that seem to be one written down twice, with the reasons. Pure.

Better silent than wrong: the secretary looks at each. They are about the same thing, and their deadlines lie near each other, as far as both
are known; two that name different senders, or stand in different roles, are two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from danish.folding import name_key
from danish.likeness import like_titles

NEAR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class KnownHearing:
    """A hearing in plain values. `deadlines` are the one in force and those before it, `parties` the keys of their names and bodies."""

    role: str
    subject: str
    item: int | None = None
    matter: int | None = None
    case: int | None = None
    sender: str = ""
    parties: frozenset[str] = frozenset()
    deadlines: Sequence[date] = ()


def reasons_for(first: KnownHearing, second: KnownHearing) -> tuple[str, ...]:
    """Codes among item, matter, case, subject, sender, parties, same_deadline and near_deadline; none where they seem to be two."""
    senders = {name_key(first.sender), name_key(second.sender)} - {""}
    if len(senders) == 2 or (first.role and second.role and first.role != second.role):
        return ()
    distance = _distance(first, second)
    if distance is not None and distance > NEAR:
        return ()
    about = {
        "item": _same(first.item, second.item),
        "matter": _same(first.matter, second.matter),
        "case": _same(first.case, second.case),
        "subject": like_titles(first.subject, second.subject),
    }
    told = {
        "sender": bool(first.sender and second.sender),
        "parties": bool(first.parties & second.parties),
        "same_deadline": distance == timedelta(0),
        "near_deadline": bool(distance),
    }
    return tuple(code for code, holds in (about | told).items() if holds) if _is_enough(about, told, distance) else ()


def _is_enough(about: dict[str, bool], told: dict[str, bool], distance: timedelta | None) -> bool:
    """One item can tell of several hearings, and a matter of one after another: then the words must be alike, too."""
    if about["item"]:
        return about["subject"] and told["same_deadline"]
    if distance is None:
        return about["subject"] and (told["sender"] or told["parties"])
    return about["subject"] or ((about["matter"] or about["case"]) and (told["same_deadline"] or told["sender"]))


def _same(first: int | None, second: int | None) -> bool:
    return first is not None and first == second


def _distance(first: KnownHearing, second: KnownHearing) -> timedelta | None:
    """The least number of days between two of their deadlines; None where one has none."""
    return min((abs(one - other) for one in first.deadlines for other in second.deadlines), default=None)
