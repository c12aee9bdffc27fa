"""The people who are reminded for a body: its secretaries, chair and members, and which of them may read an item."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from danish.folding import name_key
from meetings.models import AgendaItem, Membership, Person, SecretaryAssignment
from reminders.deadlines import Addressee, Duty

KEY_LENGTH = 200


@dataclass(frozen=True, slots=True)
class PersonSeat:
    """A person's seat on a body, with the key of the person's addressee."""

    key: str
    person: int
    is_chair: bool
    first_day: date
    last_day: date | None

    def is_held_on(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class BodyPeople:
    """The secretaries' addressee keys and the seats of some bodies, by the body's key."""

    secretaries: dict[int, list[str]]
    seats: dict[int, list[PersonSeat]] = field(default_factory=dict)

    def secretaries_of(self, body: int | None, duty: Duty = Duty.SECRETARY) -> list[Addressee]:
        return [Addressee(key, duty) for key in self.secretaries.get(body, ())]

    def chairs_of(self, body: int, day: date, duty: Duty = Duty.CHAIR) -> list[Addressee]:
        return [Addressee(seat.key, duty) for seat in self.seats.get(body, ()) if seat.is_chair and seat.is_held_on(day)]

    def members_of(self, body: int, day: date) -> list[Addressee]:
        return [Addressee(seat.key, Duty.MEMBER) for seat in self.seats.get(body, ()) if seat.is_held_on(day)]


def people_of(bodies: Collection[int], *, seats: bool = False) -> BodyPeople:
    """The secretaries of the bodies: one query; with the `seats`, those of substitutes left out, two."""
    secretaries = defaultdict(list)
    assigned = SecretaryAssignment.objects.filter(body__in=bodies).order_by("pk")
    for body, user in assigned.values_list("body", "user"):
        secretaries[body].append(f"user:{user}")
    return BodyPeople(secretaries, _seats(bodies) if seats else {})


def _seats(bodies: Collection[int]) -> dict[int, list[PersonSeat]]:
    found = defaultdict(list)
    held = Membership.objects.filter(body__in=bodies).exclude(role=Membership.Role.SUBSTITUTE).order_by("pk")
    for body, role, person, user, first, last in held.values_list("body", "role", "person", "person__user", "first_day", "last_day"):
        found[body].append(PersonSeat(person_key(person, user), person, role == Membership.Role.CHAIR, first, last))
    return found


def person_key(person: int, user: int | None) -> str:
    """The addressee's key of a person: that of the user when he or she can log in."""
    return f"user:{user}" if user else f"person:{person}"


def name_addressee(name: str, duty: Duty) -> Addressee:
    """A unit or an outside party, known by name only."""
    return Addressee(f"name:{comparison_key(name)}", duty, name)


def comparison_key(name: str) -> str:
    return name_key(name)[:KEY_LENGTH]


def people_named(names: Iterable[str]) -> dict[str, str]:
    """The addressee's keys of those names that are one person's each, by comparison key: one query."""
    keys = {comparison_key(name) for name in names}
    found = defaultdict(list)
    for key, person, user in Person.objects.filter(key__in=keys).values_list("key", "pk", "user"):
        found[key].append(person_key(person, user))
    return {key: people[0] for key, people in found.items() if len(people) == 1}


@dataclass(frozen=True, slots=True)
class Readers:
    """Returns the readers of each of some items with its decision, by the item's key. In doubt nobody may."""

    public: set[int]
    insiders: dict[int, set[str]]

    def among(self, addressees: Iterable[Addressee], item: int | None, *, public: bool = False) -> list[Addressee]:
        """Those of the addressees who may read the item; where there is none, or everybody may, all of them."""
        everybody = public if item is None else item in self.public
        return [one for one in addressees if everybody or (item is not None and one.key in self.insiders.get(item, ()))]


def readers_of(items: Iterable[AgendaItem], people: BodyPeople, *, today: date) -> Readers:
    """One query when any is closed. The meetings are at hand, and `people` has the people of the items' bodies.

    Of what is not public only those who can log in read anything.
    """
    items = {item.pk: item for item in items}
    closed = [pk for pk, item in items.items() if item.closed]
    barred = AgendaItem.shut_out.through.objects.filter(agendaitem__in=closed)
    shut_out = set(barred.values_list("agendaitem", "person")) if closed else set()
    public, insiders = set(), {}
    for pk, item in items.items():
        if not item.closed and item.meeting.minutes_published_at:
            public.add(pk)
        seats = people.seats.get(item.body_id, ())
        seated = [seat.key for seat in seats if seat.is_held_on(today) and (pk, seat.person) not in shut_out]
        insiders[pk] = {key for key in (*people.secretaries.get(item.body_id, ()), *seated) if key.startswith("user:")}
    return Readers(public, insiders)
