"""Planning an agenda of forty items, and suggesting an order for it, against planning one of four."""

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterator

from agendas.timeplan import ItemToPlan, Keep, MeetingToPlan, PlannedBreak, make_plan, suggest_order
from bench.measuring import ROUNDS, Ratio

START = 9 * 60
GUESTS = ("Ida", "Bo", "Eva", "Jens", "Liv", "Mads")
REPEATED = 50  # so short a thing is timed that often at once


def measure() -> Iterator[Ratio]:
    four, forty = a_meeting(4), a_meeting(40)
    calls: tuple[Callable[[], object], ...] = (
        lambda: [make_plan(four) for _ in range(REPEATED)],
        lambda: make_plan(forty),
        lambda: (make_plan(forty), suggest_order(forty)),
    )
    rounds = [[_seconds(call) for call in calls] for _ in range(ROUNDS + 1)][1:]
    against, planning, suggesting = (statistics.median(times) for times in zip(*rounds, strict=True))
    yield Ratio("Planning 40 items against planning 4", planning, against / REPEATED, at_most=None)
    yield Ratio("Planning 40 items and suggesting an order against planning 4", suggesting, against / REPEATED, at_most=None)


def a_meeting(count: int) -> MeetingToPlan:
    """The items of a guest for every six, three each, stand all over the agenda; two have fixed times; there is a break for every ten."""
    chance = random.Random(count)
    guests = [(guest,) for guest in GUESTS[: count // 6] for _ in range(3)]
    guests += [()] * (count - len(guests))
    chance.shuffle(guests)
    items = [
        ItemToPlan(
            place, f"Punkt {place}", chance.choice([5, 10, 15]), guests=guests[place], keep={0: Keep.FIRST, count - 1: Keep.LAST}.get(place)
        )
        for place in range(count)
    ]
    breaks = (PlannedBreak(15),) * max(1, count // 12)
    length = sum(item.minutes or 0 for item in items) + 15 * len(breaks)
    windows = {guest: ((START + (begin := chance.randrange(0, length - 60, 5)), START + begin + 120),) for guest in GUESTS[: count // 6]}
    return MeetingToPlan(START, START + length, tuple(items), breaks, windows)


def _seconds(call: Callable[[], object]) -> float:
    gc.collect()
    begun = time.process_time()
    call()
    return time.process_time() - begun
