"""The rows of a made-up register in order: who there is, then the calendar with its items, then what came of them."""

import datetime as dt

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from accounts.models import Role, User
from bench.filling import FUNCTIONS, run
from bench.register import Size
from bench.register_items import fill_cases, fill_items, fill_meetings, fill_parts
from bench.register_promises import fill_hearings, fill_promises
from bench.vocabulary import FIRST, make_words
from cases.models import Subject
from meetings.models import Body, Membership, Person, SecretaryAssignment

READERS = {"administrator": Role.ADMINISTRATOR, "sekretaer": Role.SECRETARY, "chef": Role.SECRETARY, "medlem": Role.MEMBER}
NAMES = ["Byrådet", "Økonomiudvalget", "Socialudvalget"]
GIVEN = (
    "Anne",
    "Bente",
    "Camilla",
    "Dorte",
    "Eva",
    "Freja",
    "Gitte",
    "Hanne",
    "Inger",
    "Karen",
    "Lene",
    "Anders",
    "Bo",
    "Carsten",
    "Erik",
    "Jens",
)
FAMILY = ("Nielsen", "Jensen", "Hansen", "Pedersen", "Andersen", "Christensen", "Larsen", "Holm", "Lund", "Kjær", "Bach", "Dahl", "Friis")
SEATS, OUTSIDE, SUBJECTS = 9, 12, 400


def fill_register(size: Size) -> None:
    """All of it, in the tables of the connection, which are empty."""
    today = timezone.localdate()
    run(FUNCTIONS)
    make_words(seed=size.seed)
    _fill_bodies(size)
    _fill_people(size, today)
    Subject.objects.bulk_create(Subject(code=f"{n // 20:02d}.{n % 20:02d}.05", title=f"Emne {n}") for n in range(SUBJECTS))
    fill_cases(size)
    fill_meetings(size, today)
    fill_items(size)
    fill_parts(size)
    fill_promises(size, today)
    fill_hearings(size, today)


def _fill_bodies(size: Size) -> None:
    """The bodies of keys 1 to `size.bodies`, then those outside; a secretary of three of them and one of all."""
    names = [*NAMES, *(f"{word.capitalize()}udvalget" for word in FIRST), *(f"{word.capitalize()}rådet" for word in FIRST)]
    names = list(dict.fromkeys(names))[: size.bodies]
    kinds = [
        Body.Kind.COUNCIL if n == 0 else Body.Kind.ADVISORY if name.endswith("rådet") else Body.Kind.COMMITTEE
        for n, name in enumerate(names)
    ]
    bodies = [Body(pk=n, name=name, slug=f"organ-{n}", kind=kind) for n, (name, kind) in enumerate(zip(names, kinds, strict=True), 1)]
    bodies += [Body(pk=size.bodies + n, name=f"Forening {n}", slug=f"forening-{n}", kind=Body.Kind.OUTSIDE) for n in range(1, OUTSIDE + 1)]
    Body.objects.bulk_create(bodies)
    password = make_password("skala-maaling")
    users = {
        name: User.objects.create(username=name, name=name.capitalize(), role=role, password=password) for name, role in READERS.items()
    }
    served = [(users["sekretaer"], body) for body in bodies[:3]] + [(users["chef"], body) for body in bodies[: size.bodies]]
    SecretaryAssignment.objects.bulk_create(SecretaryAssignment(user=user, body=body) for user, body in served)
    run("SELECT setval(pg_get_serial_sequence('meetings_body', 'id'), (SELECT max(id) FROM meetings_body))")


def _fill_people(size: Size, today: dt.date) -> None:
    """Three times nine people to a body, of whom nine sit in each term; the member who logs in sits on two."""
    count = size.bodies * SEATS * 3
    people = [
        Person(pk=n + 1, name=f"{GIVEN[n % len(GIVEN)]} {FAMILY[n % len(FAMILY)]} {FAMILY[n // len(FAMILY) % len(FAMILY)]} {n}")
        for n in range(count)
    ]
    member = Person(pk=count + 1, name="Maren Måler", user=User.objects.get(username="medlem"))
    Person.objects.bulk_create([*people, member])
    run("SELECT setval(pg_get_serial_sequence('meetings_person', 'id'), (SELECT max(id) FROM meetings_person))")
    seats = []
    for body in range(size.bodies):
        for term, year in enumerate(range(today.year - size.years - 1, today.year + 1, 4)):
            first, last = dt.date(year, 1, 1), dt.date(year + 3, 12, 31)
            seats += [
                Membership(
                    person_id=person_of(body, term, seat), body_id=body + 1, first_day=first, last_day=last if last < today else None
                )
                for seat in range(SEATS)
            ]
    seats += [Membership(person=member, body_id=body, first_day=dt.date(today.year - 1, 1, 1)) for body in (2, 3)]
    Membership.objects.bulk_create(seats)


def person_of(body: int, term: int, seat: int) -> int:
    """The key of who has a seat, from 0 each."""
    return body * SEATS * 3 + (term * 5 + seat) % (SEATS * 3) + 1
