"""Counting work instead of timing it: the same on every machine, however busy it is."""

import sys
from collections.abc import Callable
from types import FrameType


def calls(act: Callable[[], object]) -> int:
    """Counts the calls of functions, Python's own among them, that an act makes. A pattern's matching is one call, however long it takes."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count


def growth(act: Callable[[int], object], *, size: int, times: int = 4) -> float:
    """Says how many times the calls grow where the size grows `times` times. What is made at the first use does not count."""
    act(size)
    return calls(lambda: act(size * times)) / calls(lambda: act(size))
