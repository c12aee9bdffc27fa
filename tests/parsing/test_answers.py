"""Decisions that answer the recommendations apart, in words or on one line."""

import pytest

from tests.parsing.of_text import item_of

ASKED = ("Indstilling", "Centret indstiller,", "1. at regnskabet godkendes,", "2. at huset males,", "3. at taget lægges om.")


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (["Første indstilling godkendt. Anden indstilling udsat. Tredje indstilling forkastet."], "1 approved, 2 deferred, 3 rejected"),
        (["Punkt 1 godkendt.", "Punkt 2 blev udsat.", "Punkt 3 taget til efterretning."], "1 approved, 2 deferred, 3 noted"),
        (["Punkt 1 og 3 godkendt. Punkt 2 udsættes."], "1 approved, 3 approved, 2 deferred"),
        (["1. at godkendt. 2. at udsat. 3. at drøftet."], "1 approved, 2 deferred, 3 discussed"),
        (["Ad 1) godkendt. Ad 2) udsat."], "1 approved, 2 deferred"),
        (["1 – godkendt.", "2 – udsat."], "1 approved, 2 deferred"),
        (["Godkendt. Punkt 2 i notatet er rettet."], "None approved"),
        (["Punkt 2 i notatet er rettet. Godkendt."], "None approved"),
    ],
)
def test_each_recommendation_has_its_own_answer(decision, expected):
    found = item_of(*ASKED, "Beslutning", *decision).outcomes
    assert ", ".join(f"{one.recommendation} {one.outcome}" for one in found) == expected
