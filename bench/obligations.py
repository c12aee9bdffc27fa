"""Reading the obligations and proposals of a document on top of its structure, against reading its structure alone."""

import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bench.measuring import ROUNDS, Ratio
from reader import facts, parsing, reading
from reader.obligations import find_obligations
from reader.proposals import find_proposals

FORTY_PAGES = Path(__file__).resolve().parent / "forty_pages.pdf"


def measure(file: Path = FORTY_PAGES) -> Ratio:
    """Processor time, for it is all computing; the bytes are taken apart beforehand."""
    document = reading.read(file.read_bytes(), file.name)

    def structure() -> facts.Minutes:
        return parsing.parse(document)

    def both() -> None:
        minutes = parsing.parse(document)
        find_obligations(minutes)
        find_proposals(minutes)

    structure(), both()
    rounds = [(_seconds(both), _seconds(structure)) for _ in range(ROUNDS)]
    measured, against = (statistics.median(times) for times in zip(*rounds, strict=True))
    return Ratio("Reading structure, obligations and proposals against reading structure", measured, against, at_most=2.0)


def _seconds(call: Callable[[], object]) -> float:
    gc.collect()
    begun = time.process_time()
    call()
    return time.process_time() - begun
