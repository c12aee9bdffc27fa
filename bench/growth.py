"""Reading a text four times as long, against reading it as it is: four times the work where it grows with the length, sixteen where with its square.

The tests count calls of the same texts, which a pattern that goes back over what it has read does not show; the processor's time does.
"""

import time
from collections.abc import Iterator

from bench.measuring import Ratio
from reader.pipeline import understand

FRONT = "REFERAT Socialudvalget d. 05-06-2018\n\nMødedato Tirsdag d. 05. juni 2018 kl. 15:30\n\n"
ITEM = "Punkt 1: Varmestue\n\n27.15.00-A08-1-18\n\nSagsfremstilling\n\n{text}\n\nBeslutning\n\n{decision}\n\nPunkt 2: Budget\n\nBeslutning\n\nGodkendt.\n"
REPEATED = [
    "A", "9", "27.15.00-A08-1-", "27.15.00-A08-1-18 ", "a ", "Aa ", "\t", "a\t", ". ", "A. ", "- ", "(", "( ", ", ", "Aa Bb, ", "Ole Hansen og ",
    "at ", ": ", "d. 3. maj 2018 ", "kl. 15 ", "hver ", "udvalget for ", "Punkt 3 ", "lukket - ", "Aa-", "....",
]  # fmt: skip
PLACES = {
    "a text": FRONT + ITEM.format(text="{}", decision="Godkendt."),
    "a decision": FRONT + ITEM.format(text="Tekst.", decision="{}"),
    "votes": FRONT + ITEM.format(text="Tekst.", decision="Godkendt. Imod stemte {}."),
    "those who took no part": FRONT + ITEM.format(text="Tekst.", decision="Godkendt. {} deltog ikke i sagens behandling."),
    "a promise": FRONT + ITEM.format(text="Forvaltningen vender tilbage med en status {} i 2018.", decision="Godkendt."),
    "a hearing": FRONT + ITEM.format(text="Sagen sendes i høring hos {} senest den 5. juli 2018.", decision="Godkendt."),
    "a recommendation": FRONT + ITEM.format(text="Indstilling\n\nDet indstilles,\n\nat {}", decision="Godkendt."),
    "the front page": FRONT + "Fraværende: {}\n\n" + ITEM.format(text="Tekst.", decision="Godkendt."),
    "who was not there": FRONT + "Ikke til stede: {}\n\n" + ITEM.format(text="Tekst.", decision="Godkendt."),
    "a title": FRONT + ITEM.format(text="Tekst.", decision="Godkendt.").replace("Varmestue", "Varmestue {}"),
    "the time plan": FRONT + "Tidsplan\n\n15:30 - 15:40\t{}\n\n" + ITEM.format(text="Tekst.", decision="Godkendt."),
}
FEW, TIMES, AT_MOST = 3_000, 4, 9.0
NOISE = 0.01  # seconds of the processor that any reading may take


def text(place: str, unit: str, characters: int) -> str:
    """Returns minutes in which a unit is repeated at a place until it has that many characters."""
    return PLACES[place].replace("{}", (unit * (characters // len(unit) + 1))[:characters])


def measure() -> Iterator[Ratio]:
    """Yields for each place the worst of all that is repeated, by processor time; what looks bad once is measured three times more."""
    for place in PLACES:
        _seconds(place, "a ", 10)
        measured = {unit: _growth(place, unit) for unit in REPEATED}
        worst = max(REPEATED, key=lambda unit: measured[unit].value)
        again = [measured[worst], *(_growth(place, worst) for _ in range(3))] if measured[worst].value > AT_MOST else [measured[worst]]
        yield min(again, key=lambda ratio: ratio.value)


def _growth(place: str, unit: str) -> Ratio:
    title = f"Reading {place} of {unit!r} four times as long"
    return Ratio(title, _seconds(place, unit, FEW * TIMES), _seconds(place, unit, FEW) + NOISE, AT_MOST)


def _seconds(place: str, unit: str, characters: int) -> float:
    data = text(place, unit, characters).encode()
    begun = time.process_time()
    understand(data, "x")
    return time.process_time() - begun
