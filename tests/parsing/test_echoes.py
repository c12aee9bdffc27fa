"""What an open item tells of a closed one, and what of a closed item reads as the next: both are in doubt."""

import pytest

from tests.parsing.of_text import FRONT, minutes_of
from tests.parsing.test_marks import CASE, DECIDED, standing

DOUBT = "in doubt"
ITEMS = f"{FRONT}1. Vejplan\n\n{CASE.format(1)}{DECIDED}2. Lukket: Opsigelse\n\n{CASE.format(2)}{DECIDED}3. Eventuelt\n\n{CASE.format(3)}{DECIDED}"


@pytest.mark.parametrize(
    "told",
    [
        "Note til punkt 2: Bo Dam blev ringet op.",
        "Opfølgningsliste\n2. Brev til Bo Dam sendes inden 1. maj.",
        "Opgaver\n1. Kort over vejen laves.\n2. Brev til Bo Dam sendes.",
        "Punkt\tBeslutning\n1\tGodkendt\n2\tBo Dam opsiges\n3\tIntet",
        "Se også punkt 2 om Bo Dam.",
        "Under punkt 2 blev Bo Dam opsagt.",
        "Beslutninger i korte træk:\n1) Godkendt\n2) Bo Dam opsiges\n3) Intet",
        "2 - Bo Dam skal have brev",
        "#2 Bo Dam skal have brev",
        "P2: Bo Dam skal have brev",
        "Vedr. det andet punkt: Bo Dam har fået brev.",
        "Beslutninger: 1: godkendt, 2: Bo Dam opsiges, 3: intet",
        "Opgave\tAnsvarlig\tPunkt\nBrev til Bo Dam\tNN\t2",
    ],
)
def test_what_is_told_of_a_closed_item_by_its_number(told):
    assert standing(minutes_of(f"{ITEMS}{told}\n"))[2] == DOUBT


@pytest.mark.parametrize(
    "told",
    [
        "Rådet ønsker:\n1. flere bænke.\n2. mere lys.",
        "Note til punkt 3: Der var kage.",
        "2. maj holdes der fest.",
        "Se punkt 2 i lokalplanen.",
        "Sagsnr.: 2-13-3-57-16",
        "Byrådet behandlede punkt 2 på mødet den 4. januar.",
        "Sted\tPunkt\nHavnen\t3",
    ],
)
def test_numbers_of_its_own_leave_an_item_open(told):
    assert standing(minutes_of(f"{ITEMS}{told}\n"))[2] == "open"


@pytest.mark.parametrize(
    "text",
    [
        "Indstilling\n\n1. at en afdelingsleder ansættes\n\n",
        "Sagsfremstilling\n\nDer er tre ansøgere.\n\nBeslutning fra Økonomiudvalget den 4. januar 2021\n\n",
    ],
)
def test_the_item_below_a_closed_one_that_breaks_off_may_be_its_text(text):
    items = f"{FRONT}1. Vejplan\n\n{CASE.format(1)}{DECIDED}2. Lukket: Ansættelse\n\n{CASE.format(2)}{text}"
    below = f"3. Bo Dam indkaldes\n\n{CASE.format(3)}{DECIDED}4. Eventuelt\n\n{CASE.format(4)}{DECIDED}"
    assert standing(minutes_of(items + below)) == ["open", "closed", DOUBT, "open"]


def test_a_closed_item_of_which_only_the_decision_is_told_does_not_break_off():
    assert standing(minutes_of(ITEMS))[2] == "open"
    told = ITEMS.replace(f"{CASE.format(2)}{DECIDED}", f"{CASE.format(2)}Beslutning fra Udsatterådet den 9. marts 2021\n\n")
    assert standing(minutes_of(told))[2] == "open"


def test_a_line_below_a_closed_item_that_has_the_number_of_another_item_may_be_its_text():
    items = f"{FRONT}4. Vejplan\n\n{CASE.format(1)}{DECIDED}5. Lukket: Opsigelse\n\nSpørgsmål\n\n6. Hvor længe har Bo Dam boet der?\n\n{DECIDED}"
    below = f"6. Broer\n\n{CASE.format(3)}{DECIDED}7. Eventuelt\n\n{CASE.format(4)}{DECIDED}"
    assert standing(minutes_of(items + below)) == ["open", "closed", DOUBT, DOUBT, "open"]
