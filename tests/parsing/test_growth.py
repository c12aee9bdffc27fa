"""A document four times as long takes about four times as long to understand, whatever it repeats and wherever that stands."""

import time

import pytest

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
FEW, TIMES, AT_MOST = 3_000, 4, 9  # four times the work where it grows with the length, sixteen where with its square
NOISE = 0.01  # seconds of the processor that any reading may take


def seconds(place: str, unit: str, characters: int) -> float:
    data = PLACES[place].replace("{}", (unit * (characters // len(unit) + 1))[:characters]).encode()
    begun = time.process_time()
    understand(data, "x")
    return time.process_time() - begun


def growth(place: str, unit: str) -> float:
    return seconds(place, unit, FEW * TIMES) / (seconds(place, unit, FEW) + NOISE)


@pytest.mark.parametrize("place", PLACES)
def test_the_work_grows_with_the_length_and_not_with_its_square(place):
    seconds(place, "a", 10)  # what is made at the first use does not count
    suspects = [unit for unit in REPEATED if growth(place, unit) > AT_MOST]
    assert [unit for unit in suspects if min(growth(place, unit) for _ in range(3)) > AT_MOST] == []


@pytest.mark.parametrize("place", ["a text", "a title", "a decision"])
@pytest.mark.parametrize("unit", ["A", "27.15.00-A08-1-", "https://x.dk/a%20"])
def test_a_long_word_is_kept_letter_by_letter(place, unit):
    word = unit * 200
    _document, minutes = understand(PLACES[place].replace("{}", f"Se {word} og mere").encode(), "x")
    item = minutes.items[0]
    assert word in "\n".join([item.title, item.decision or "", *(section.text for section in item.sections)])
