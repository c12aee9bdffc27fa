"""A ratio is taken with both sides in turn, so that whatever else the machine does falls on both, and the middle of each."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 9


@dataclass(frozen=True, slots=True)
class Ratio:
    """Median seconds of the thing measured and of what it is measured against."""

    title: str
    measured: float
    against: float
    at_most: float | None  # None where nothing is promised

    @property
    def value(self) -> float:
        return self.measured / self.against

    def __str__(self) -> str:
        told = f"{self.title}: {self.measured * 1000:.3g} ms against {self.against * 1000:.3g} ms = {self.value:.2f} times"
        if self.at_most is None:
            return told
        return f"{told}; at most {self.at_most} ({'holds' if self.value <= self.at_most else 'DOES NOT HOLD'})"


def ratio(title: str, measured: Callable[[], object], against: Callable[[], object], *, at_most: float) -> Ratio:
    """`ROUNDS` turns of each after one that does not count."""
    measured(), against()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        times[0].append(_seconds(measured))
        times[1].append(_seconds(against))
    return Ratio(title, statistics.median(times[0]), statistics.median(times[1]), at_most)


def middle(call: Callable[[], object]) -> float:
    """Median seconds of `ROUNDS` calls after one that does not count, for what cannot be taken in turn."""
    call()
    return statistics.median(_seconds(call) for _ in range(ROUNDS))


def _seconds(call: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
