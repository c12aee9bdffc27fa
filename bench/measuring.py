"""How a ratio is taken: both sides in turn, so that whatever else the machine does falls on both, and the middle of each."""

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
    at_most: float

    @property
    def value(self) -> float:
        return self.measured / self.against

    def __str__(self) -> str:
        verdict = "holds" if self.value <= self.at_most else "DOES NOT HOLD"
        return (
            f"{self.title}: {self.measured * 1000:.0f} ms against {self.against * 1000:.0f} ms "
            f"= {self.value:.2f} times; at most {self.at_most} ({verdict})"
        )


def ratio(title: str, measured: Callable[[], object], against: Callable[[], object], *, at_most: float) -> Ratio:
    """`ROUNDS` turns of each after one that does not count."""
    measured(), against()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        times[0].append(_seconds(measured))
        times[1].append(_seconds(against))
    return Ratio(title, statistics.median(times[0]), statistics.median(times[1]), at_most)


def _seconds(call: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
