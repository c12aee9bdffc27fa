"""The rule in the database agrees with the table said in plain Python, whoever looks and whatever the state of the item."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accounts.models import Role
from meetings.access import actor_for
from meetings.models import AgendaItem, Membership
from tests.access.people import TODAY
from tests.factories import COPENHAGEN, AgendaItemFactory, BodyFactory, MeetingFactory, PersonFactory, UserFactory

BODIES = 2
NEAR_TODAY = st.integers(-2, 2).map(lambda days: TODAY + dt.timedelta(days=days))
WHEN = st.none() | st.just(dt.datetime(2018, 8, 1, 12, tzinfo=COPENHAGEN))
SEATS = st.lists(
    st.fixed_dictionaries(
        {
            "body": st.integers(0, BODIES - 1),
            "role": st.sampled_from(Membership.Role.values),
            "first_day": NEAR_TODAY,
            "length": st.none() | st.integers(0, 3),
        }
    ),
    max_size=3,
    unique_by=lambda seat: (seat["body"], seat["role"], seat["first_day"]),
)
ITEMS = st.lists(
    st.fixed_dictionaries(
        {
            "body": st.integers(0, BODIES - 1),
            "closed": st.booleans(),
            "agenda": WHEN,
            "minutes": WHEN,
            "shuts_out": st.booleans(),
        }
    ),
    min_size=1,
    max_size=4,
)


def last_day(seat: dict) -> dt.date | None:
    return None if seat["length"] is None else seat["first_day"] + dt.timedelta(days=seat["length"])


def oracle(*, role: str, active: bool, seats: list[dict], manages: set[int], item: dict) -> str:
    """The table "Who sees what": - not there, i the item, d its decision too."""
    known = active and role != Role.NONE
    sits = known and any(
        seat["body"] == item["body"]
        and seat["role"] != Membership.Role.SUBSTITUTE
        and seat["first_day"] <= TODAY
        and (last_day(seat) is None or last_day(seat) >= TODAY)
        for seat in seats
    )
    managed = known and role == Role.SECRETARY and item["body"] in manages
    published = item["agenda"] is not None or item["minutes"] is not None
    if (known and role == Role.ADMINISTRATOR) or managed or (sits and not (item["closed"] and item["shuts_out"])):
        return "d"
    if item["closed"] or not published:
        return "-"
    return "d" if item["minutes"] is not None or sits else "i"


class RuleTest(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(
        role=st.sampled_from(Role.values),
        active=st.sampled_from([True, True, True, False]),
        seats=SEATS,
        manages=st.sets(st.integers(0, BODIES - 1)),
        items=ITEMS,
    )
    def test_the_rule_is_the_table(self, role, active, seats, manages, items):
        bodies = BodyFactory.create_batch(BODIES)
        person = PersonFactory(user=UserFactory(role=role, is_active=active))
        for seat in seats:
            person.memberships.create(body=bodies[seat["body"]], role=seat["role"], first_day=seat["first_day"], last_day=last_day(seat))
        for index in manages:
            bodies[index].secretary_assignments.create(user=person.user)
        rows = []
        for item in items:
            meeting = MeetingFactory(body=bodies[item["body"]], agenda_published_at=item["agenda"], minutes_published_at=item["minutes"])
            rows.append(AgendaItemFactory(meeting=meeting, closed=item["closed"]))
            if item["shuts_out"]:
                rows[-1].shut_out.add(person)

        actor = actor_for(person.user, today=TODAY)
        seen = {row.pk: "d" if row.decision_shown else "i" for row in AgendaItem.objects.visible_to(actor).telling_decisions(actor)}

        expected = [oracle(role=role, active=active, seats=seats, manages=manages, item=item) for item in items]
        assert [seen.get(row.pk, "-") for row in rows] == expected
