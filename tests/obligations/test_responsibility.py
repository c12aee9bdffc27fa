"""Who is to act is the one the sentence names first, and a person who acts together with an office before the office."""

import datetime as dt

import pytest

from reader.obligations import Setting
from reader.obligations.responsibility import responsible

COUNCIL = Setting("Ældrerådet", dt.date(2025, 3, 12))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Gerda Thorup laver i samarbejde med sekretær Bo Lund et udkast.", "Gerda Thorup"),
        ("Gerda Thorup taler sammen med forvaltningen om busserne.", "Gerda Thorup"),
        ("Forvaltningen laver sammen med Gerda Thorup et udkast.", "Forvaltningen"),
        ("Formanden skriver sammen med sekretæren et brev.", "Formanden"),
        ("Sekretæren skriver til Gerda Thorup.", "Sekretæren"),
        ("Gerda Thorup skriver et brev.", "Gerda Thorup"),
    ],
)
def test_who_is_to_act(sentence, who):
    assert responsible(sentence, "task", COUNCIL) == who
