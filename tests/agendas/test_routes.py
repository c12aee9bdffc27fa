"""The route that a case was to take, compared with the one it took."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendas.routes import RouteState, Stop, Visit, compare, next_stop

COMMITTEE, ECONOMY, COUNCIL, HEARD = 1, 2, 3, 4
PLAN = [
    Stop(COMMITTEE, dt.date(2027, 4, 6), dt.date(2027, 4, 6)),
    Stop(ECONOMY, dt.date(2027, 5, 1), dt.date(2027, 5, 31)),
    Stop(COUNCIL, dt.date(2027, 6, 1), dt.date(2027, 6, 30)),
]
FIRST, TODAY = dt.date(2027, 1, 1), dt.date(2027, 6, 1)


def at(body: int, day: str, **how: bool) -> Visit:
    return Visit(body, dt.date.fromisoformat(f"2027-{day}"), **how)


def told(*visits: Visit, stops=PLAN, today=TODAY) -> list[str]:
    """Each step in short: the body, its state, the days, and ! where it is late."""
    names = {COMMITTEE: "U", ECONOMY: "Ø", COUNCIL: "B", HEARD: "R"}
    steps = compare(stops, visits, today=today)
    return [
        " ".join([names[step.body], step.state.value, *(f"{visit.day:%m-%d}" for visit in step.visits), *["!"] * step.is_late])
        for step in steps
    ]


@pytest.mark.parametrize(
    ("visits", "expected"),
    [
        ([], ["U next !", "Ø later !", "B later"]),
        ([at(COMMITTEE, "04-06")], ["U treated 04-06", "Ø next !", "B later"]),
        ([at(COMMITTEE, "04-06"), at(ECONOMY, "06-12", is_over=False)], ["U treated 04-06", "Ø on_agenda 06-12 !", "B later"]),
        (
            [at(COMMITTEE, "04-06"), at(ECONOMY, "05-12"), at(COUNCIL, "06-12")],
            ["U treated 04-06", "Ø treated 05-12", "B treated 06-12"],
        ),
        # the council has taken it past the economic committee
        ([at(COMMITTEE, "04-06"), at(COUNCIL, "05-20")], ["U treated 04-06", "Ø left_out", "B treated 05-20"]),
        # put off at the committee, and taken up again
        ([at(COMMITTEE, "04-06"), at(COMMITTEE, "05-04")], ["U treated 04-06 05-04 !", "Ø next !", "B later"]),
        # a council that is asked on the way
        (
            [at(COMMITTEE, "04-06"), at(HEARD, "04-20"), at(ECONOMY, "05-12")],
            ["U treated 04-06", "R beside 04-20", "Ø treated 05-12", "B next"],
        ),
        # the council sends it back, and the committee treats it again
        (
            [at(COMMITTEE, "04-06"), at(ECONOMY, "05-12"), at(COUNCIL, "05-20"), at(COMMITTEE, "05-30")],
            ["U treated 04-06 05-30 !", "Ø treated 05-12", "B treated 05-20"],
        ),
        ([at(COMMITTEE, "04-06", is_put_off=True)], ["U put_off 04-06 !", "Ø later !", "B later"]),
        ([at(COMMITTEE, "04-06", is_put_off=True), at(COMMITTEE, "05-04")], ["U treated 04-06 05-04 !", "Ø next !", "B later"]),
        ([at(HEARD, "03-01")], ["R beside 03-01", "U next !", "Ø later !", "B later"]),
    ],
)
def test_each_body_of_the_route(visits, expected):
    assert told(*visits) == expected


def test_a_body_that_treats_it_twice_has_each_visit_at_its_own_stop():
    stops = [Stop(COMMITTEE), Stop(HEARD), Stop(COMMITTEE), Stop(COUNCIL)]
    assert told(at(COMMITTEE, "04-06"), stops=stops) == ["U treated 04-06", "R next", "U later", "B later"]
    assert told(at(COMMITTEE, "04-06"), at(HEARD, "04-20"), at(COMMITTEE, "05-04"), stops=stops) == [
        "U treated 04-06",
        "R treated 04-20",
        "U treated 05-04",
        "B next",
    ]


@pytest.mark.parametrize(
    ("visits", "expected"),
    [
        ([], COMMITTEE),
        ([at(COMMITTEE, "04-06")], ECONOMY),
        ([at(COMMITTEE, "06-06", is_over=False)], None),  # it is on an agenda already
        ([at(COMMITTEE, "04-06"), at(COUNCIL, "05-20")], None),
    ],
)
def test_whose_turn_it_is(visits, expected):
    step = next_stop(compare(PLAN, visits, today=TODAY))
    assert (step and step.body) == expected


bodies = st.integers(1, 4)
routes = st.lists(bodies, max_size=6)
# body, day of the year, whether the meeting was held, whether the body put it off
visited = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 300), st.booleans(), st.booleans()), max_size=8)


@settings(deadline=None)
@given(routes, visited)
def test_every_stop_is_told_once_in_order_and_every_visit_once(route, ways):
    planned = [Stop(body) for body in route]
    taken = [Visit(body, FIRST + dt.timedelta(days), key, *how) for key, (body, days, *how) in enumerate(ways)]
    steps = compare(planned, taken, today=TODAY)
    assert [step.stop for step in steps if step.stop] == planned
    assert sorted(visit.key for step in steps for visit in step.visits) == sorted(visit.key for visit in taken)
    assert all(visit.body == step.body for step in steps for visit in step.visits)
    assert sum(step.state == RouteState.NEXT for step in steps) <= 1


@settings(deadline=None)
@given(routes)
def test_a_case_that_took_its_route_has_been_treated_by_all(route):
    planned = [Stop(body) for body in route]
    taken = [Visit(body, FIRST + dt.timedelta(place), place) for place, body in enumerate(route)]
    assert all(step.state == RouteState.TREATED for step in compare(planned, taken, today=TODAY))
