"""Makes the people, cases and matters that a document names and the register does not have yet."""

from dataclasses import replace

from cases.models import Matter
from cases.services import cases_for
from danish.folding import name_key
from meetings.models import Person
from minutes.matching import Matches
from minutes.storing.column_limits import fitted
from reader import facts


def make_newcomers(minutes: facts.Minutes, matches: Matches) -> dict[str, list[int]]:
    """Fill in the ids that `matches` lacks. Returns the rows made, by model label, so that they can be taken back.

    A name that belongs to two people of the register stays unmatched: which one is meant is the secretary's to say.
    """
    created = {
        "cases.case": _cases(matches),
        "meetings.person": _people(matches),
        "cases.matter": _matters(minutes, matches),
    }
    return {label: ids for label, ids in created.items() if ids}


def _cases(matches: Matches) -> list[int]:
    cases, made = cases_for(numbers=[match.printed for match in matches.cases.values() if match.id is None])
    for key, match in matches.cases.items():
        if match.id is None:
            matches.cases[key] = replace(match, id=cases[key])
    return made


def _people(matches: Matches) -> list[int]:
    unknown = [match for match in matches.people.values() if match.reason == "unknown"]
    people = Person.objects.bulk_create(Person(**fitted(Person, {"name": match.printed})) for match in unknown)
    for match, person in zip(unknown, people, strict=True):
        matches.people[name_key(match.printed)] = replace(match, id=person.pk)
    return [person.pk for person in people]


def _matters(minutes: facts.Minutes, matches: Matches) -> list[int]:
    new = list(dict.fromkeys(match.id for match in matches.matters if match.id is not None and match.id < 0))
    matters = Matter.objects.bulk_create(Matter(**fitted(Matter, {"title": minutes.items[-1 - place].title})) for place in new)
    ids = {place: matter.pk for place, matter in zip(new, matters, strict=True)}
    matches.matters = [replace(match, id=ids.get(match.id, match.id)) for match in matches.matters]
    return [matter.pk for matter in matters]
