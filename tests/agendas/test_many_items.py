"""An agenda of forty items whose good order has been shuffled."""

import dataclasses
import random

import pytest

from agendas.timeplan import MeetingToPlan, make_plan, suggest_order
from tests.agendas.meetings import item, meeting

GUESTS = ("Ida", "Bo", "Eva", "Jens", "Liv", "Mads")


def forty_items(chance: random.Random) -> MeetingToPlan:
    """In good order: each guest's two or three items together, the guest free half an hour before and after, two fixed times, three breaks."""
    begins = sorted(chance.sample(range(2, 36, 4), len(GUESTS)))
    guest_of = {begin + place: guest for begin, guest in zip(begins, GUESTS, strict=True) for place in range(chance.choice([2, 3]))}
    items = [
        item(
            f"{place}",
            chance.choice([5, 5, 10, 10, 15]),
            guests=guest_of.get(place, ""),
            keep={0: "first", 39: "last"}.get(place, ""),
        )
        for place in range(40)
    ]
    planned = meeting(*items, start="9:00", end="18:00", breaks=((15, 90), (45, 190), (15, 310)))
    rows = {row.key: row for row in make_plan(planned).rows}
    windows = {}
    for guest in GUESTS:
        own = [rows[str(place)] for place, one in guest_of.items() if one == guest]
        windows[guest] = ((own[0].start - 30, own[-1].end + 30),)
    fixed = chance.sample([place for place in range(1, 39) if place not in guest_of], 2)
    items = [dataclasses.replace(one, fixed_start=rows[one.key].start) if place in fixed else one for place, one in enumerate(items)]
    return dataclasses.replace(planned, items=tuple(items), windows=windows)


@pytest.mark.parametrize("seed", range(12))
def test_every_guest_and_every_fixed_time_has_its_place_again(seed):
    chance = random.Random(seed)
    planned = forty_items(chance)
    while make_plan(planned).findings:  # a break between a guest's items
        planned = forty_items(chance)
    shuffled = list(planned.items)
    for _ in range(10):
        shuffled.insert(chance.randrange(40), shuffled.pop(chance.randrange(40)))
    suggestion = suggest_order(dataclasses.replace(planned, items=tuple(shuffled)))
    codes = {finding.code for finding in suggestion.plan.findings}
    assert not codes & {"guest_outside_window", "guest_waits", "fixed_start_missed", "over_run", "no_break", "not_first", "not_last"}
    assert all(one.reason for one in suggestion.moved)
    assert suggest_order(dataclasses.replace(planned, items=suggestion.items)).moved == ()
