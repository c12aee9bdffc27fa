"""The matches of a whole document."""

from dataclasses import dataclass, field, replace

from cases import numbers
from danish.folding import name_key
from minutes.matching.known import KnownItem, KnownMatter, Register
from minutes.matching.matters import find_matter
from minutes.matching.names import find_body, find_person, is_personal
from minutes.pairing import pair
from reader import facts
from reader.headlines import is_supplement


@dataclass(frozen=True, slots=True)
class Match:
    """`printed` was taken to be row `id` of the register, or something new when None, because of `reason` (see `minutes.wording`)."""

    printed: str
    id: int | None
    reason: str


@dataclass(slots=True)
class Matches:
    """The rows of the register for each name, number and item of a document.

    `matters` goes by the item's place in the document (from 0). A new matter, which several items may share, has a negative id until
    `minutes.storing.new_rows` has made it; a closed item has none.
    """

    body: Match
    bodies: dict[str, Match] = field(default_factory=dict)
    people: dict[str, Match] = field(default_factory=dict)
    cases: dict[str, Match] = field(default_factory=dict)
    matters: list[Match] = field(default_factory=list)

    def body_id(self, name: str | None) -> int | None:
        match = self.bodies.get(name_key(name or ""))
        return match.id if match else None

    def person_id(self, name: str | None) -> int | None:
        match = self.people.get(name_key(name or ""))
        return match.id if match else None


def match(minutes: facts.Minutes, register: Register) -> Matches:
    """Every match `minutes` needs, from the register as it is now."""
    own, reason = find_body(minutes.meeting.body or "", register.bodies)
    result = Matches(body=Match(minutes.meeting.body or "", own.id if own else None, reason))
    for name in body_names(minutes):
        found, reason = find_body(name, register.bodies)
        result.bodies.setdefault(name_key(name), Match(name, found.id if found else None, reason))
    for name in promising_names(minutes):
        # Anybody can be heard, so only a body's very name is taken for the body.
        found, reason = find_body(name, register.bodies)
        if found and reason == "same_name":
            result.bodies.setdefault(name_key(name), Match(name, found.id, reason))
    for name in personal_names(minutes):
        person, reason = find_person(name, register.people, result.body.id)
        result.people.setdefault(name_key(name), Match(name, person.id if person else None, reason))
    for item in minutes.items:
        if item.case_number:
            key = numbers.parse(item.case_number).key
            known = register.cases.get(key)
            result.cases.setdefault(key, Match(item.case_number, known, "same_number" if known else "unknown"))
    result.matters = _matters(minutes, register, result)
    return result


def _matters(minutes: facts.Minutes, register: Register, result: Matches) -> list[Match]:
    matters, matches = list(register.matters), []
    origins = pair(register.own_items, minutes.items, adds=is_supplement(minutes))
    for index, item in enumerate(minutes.items):
        if item.closed:
            matches.append(Match(item.title, None, "closed"))
            continue
        origin = origins[index]
        matter_id, reason = (None, "") if origin is None else (register.own_matters[origin], "as_before")
        if matter_id is None:
            matter_id, reason = find_matter(item, matters, quoted_items(item, register, result))
        if matter_id is None:
            matter_id = -1 - index
        if item.case_number:
            # What this item is may be continued by a later one of the same document.
            matters.append(KnownMatter(matter_id, numbers.parse(item.case_number).key, (item.title,)))
            matters = _joined(matters)
        matches.append(Match(item.title, matter_id, reason))
    return matches


def _joined(matters: list[KnownMatter]) -> list[KnownMatter]:
    by_id: dict[tuple[int, str], KnownMatter] = {}
    for matter in matters:
        key = (matter.id, matter.case_key)
        known = by_id.get(key)
        by_id[key] = replace(known, titles=known.titles + matter.titles) if known else matter
    return list(by_id.values())


def quoted_items(item: facts.ItemFacts, register: Register, matches: Matches) -> list[KnownItem]:
    """The register's items that `item` quotes as its earlier treatments."""
    return [
        known
        for earlier in item.earlier_treatments
        for known in register.items
        if known.body_id == matches.body_id(earlier.body) and known.number == earlier.item_number and earlier.date in (None, known.date)
    ]


def body_names(minutes: facts.Minutes) -> list[str]:
    """Every body's name in the document, its own first, each spelling once."""
    names = [minutes.meeting.body]
    for item in minutes.items:
        names += item.recommended_to
        names += [earlier.body for earlier in item.earlier_treatments]
        names += [reference.body for reference in item.references]
    return list(dict.fromkeys(name for name in names if name))


def promising_names(minutes: facts.Minutes) -> list[str]:
    """Those who are heard, expected to treat a case or owed a report, each spelling once."""
    names: list[str] = []
    for item in minutes.items:
        names += [treatment.body for treatment in item.planned_treatments]
        names += [party for hearing in item.hearings for party in hearing.parties]
        names += [follow_up.recipient for follow_up in item.follow_ups if follow_up.recipient]
    return list(dict.fromkeys(names))


def personal_names(minutes: facts.Minutes) -> list[str]:
    """Every person's name in the document, each once. Party lists in votes are not people."""
    names = [*minutes.meeting.attendees, *(entry.name for entry in minutes.meeting.absent)]
    for item in minutes.items:
        for vote in item.votes:
            names += vote.for_names + vote.against_names
        for part in (item.absences, item.brought_to_council, item.appointments, item.guests):
            names += [entry.name for entry in part]
        for substitute in item.substitutes:
            names += [substitute.name, substitute.for_name or ""]
    return list(dict.fromkeys(name for name in names if is_personal(name)))
