"""The rows of the register that names, numbers and items of a reading stand for, as far as the actor may know."""

from dataclasses import dataclass, field
from typing import Any

from cases import numbers
from cases.access import Actor
from cases.models import Case, Matter
from danish.folding import name_key
from meetings.models import Body, Person
from meetings.selectors import matter_titles
from minutes.matching import Match, Matches
from minutes.matching.matches import body_names, personal_names
from minutes.wording import say
from reader import facts

NEW = ("unknown", "new_matter")


@dataclass(frozen=True, slots=True)
class RowFinding:
    """`row` of the register, or None, and the reason in Danish; `is_new`: it will be made."""

    printed: str
    row: Any
    reason: str
    is_new: bool


@dataclass(slots=True)
class Findings:
    """By what is printed: bodies, people and cases; `matters` go by the item's place in the document, from 0."""

    body: RowFinding
    bodies: dict[str, RowFinding] = field(default_factory=dict)
    people: dict[str, RowFinding] = field(default_factory=dict)
    cases: dict[str, RowFinding] = field(default_factory=dict)
    matters: list[RowFinding] = field(default_factory=list)

    @property
    def names(self) -> list[tuple[str, RowFinding]]:
        """Every name of the document, bodies first."""
        return [*self.bodies.items(), *self.people.items()]


def findings(minutes: facts.Minutes, matches: Matches, actor: Actor) -> Findings:
    """A row that `actor` may not know of (known from a closed item elsewhere) is shown as new: four queries."""
    bodies = Body.objects.in_bulk(_ids([matches.body, *matches.bodies.values()]))
    people = Person.objects.visible_to(actor).in_bulk(_ids(matches.people.values()))
    cases = Case.objects.visible_to(actor).in_bulk(_ids(matches.cases.values()))
    titles = matter_titles(_ids(matches.matters), actor)
    matters = {pk: Matter(pk=pk, title=title) for pk, title in titles.items()}
    found = Findings(body=_found(matches.body, bodies))
    for name in body_names(minutes):
        found.bodies[name] = _found(matches.bodies[name_key(name)], bodies)
    for name in personal_names(minutes):
        found.people[name] = _found(matches.people[name_key(name)], people)
    for item in minutes.items:
        if item.case_number:
            found.cases[item.case_number] = _found(matches.cases[numbers.parse(item.case_number).key], cases)
    found.matters = [_found(match, matters, unknown="new_matter") for match in matches.matters]
    return found


def _ids(matches) -> set[int]:
    return {match.id for match in matches if match.id is not None and match.id > 0}


def _found(match: Match, rows: dict, *, unknown: str = "unknown") -> RowFinding:
    row = rows.get(match.id)
    hidden = match.id is not None and match.id > 0 and row is None
    reason = unknown if hidden else match.reason
    return RowFinding(match.printed, row, say(reason, {"name": match.printed}), is_new=reason in NEW)
