"""The same minutes under many kinds of item headings: each is read to the same items, since one reading explains the document better than others."""

import pytest

from reader.parsing.heading_forms import roman

from .of_text import FRONT, minutes_of

ITEMS = [
    ("Nyt værested på havnen", "27.15.00-A08-4-20", "Det indstilles,\n\n1. at værestedet åbnes\n\n2. at der søges en leder", "Godkendt."),
    ("Budget for natcafeen", "00.30.00-S00-2-20", "Det indstilles,\n\n1. at budgettet drøftes", "Drøftet. Udvalget ønsker tal for 2022."),
    ("Lukket", "81.03.00-P19-1-20", "", ""),
    (
        "Status for gadeplansindsatsen",
        "27.00.00-G01-7-19",
        "Det indstilles,\n\n1. at status tages til efterretning",
        "Taget til efterretning.",
    ),
    ("Eventuelt", "00.22.02-G01-1-20", "", "Intet."),
]
NUMBERED = {
    "Punkt 16: Title": "Punkt {n}: {title}",
    "16. Title": "{n}. {title}",
    "16) Title": "{n}) {title}",
    "• 16 Title": " • {n} {title}",
    "Sag nr. 16, the title below": "Sag nr. {n}\n{title}",
    "Ad. 16) Title": "Ad. {n}) {title}",
    "§ 16. Title": "§ {n}. {title}",
    "Beslutningspunkt 16: Title": "Beslutningspunkt {n}: {title}",
    "Tema 16: Title": "Tema {n}: {title}",
    "Dagsordenens punkt 16 Title": "Dagsordenens punkt {n} {title}",
    "16/21 Title": "{n}/21 {title}",
    "Punkt 16 Title": "Punkt {n} {title}",
}
UNNUMBERED = {
    "Emne: Title": "Emne: {title}",
    "IV. Title": "{roman}. {title}",
    "D. Title": "{letter}. {title}",
    "1. Title, each of them": "1. {title}",
    "Title": "{title}",
}


def document(label: str) -> str:
    text = FRONT
    for k, (title, case_number, recommendation, decision) in enumerate(ITEMS):
        heading = label.format(n=16 + k, roman=("I", "II", "III", "IV", "V")[k], letter="ABCDE"[k], title=title)
        text += f"{heading}\n\n{case_number}\n\n"
        if recommendation:
            text += f"Sagsfremstilling\n\nDer er kommet flere brugere i vinter.\n\nIndstilling\n\n{recommendation}\n\n"
        if decision:
            text += f"Beslutning\n\n{decision}\n\n"
    return text


def read(label: str) -> list[tuple]:
    return [(item.number, item.title, item.case_number, item.closed, item.decision) for item in minutes_of(document(label)).items]


def wanted(first: int | None) -> list[tuple]:
    return [
        (first + k if first else None, title, case_number, title == "Lukket", decision or None)
        for k, (title, case_number, _recommendation, decision) in enumerate(ITEMS)
    ]


@pytest.mark.parametrize("label", NUMBERED.values(), ids=NUMBERED)
def test_items_are_found_under_any_word_and_number(label):
    assert read(label) == wanted(16)


@pytest.mark.parametrize("label", UNNUMBERED.values(), ids=UNNUMBERED)
def test_items_are_found_though_nothing_numbers_them(label):
    assert read(label) == wanted(None)


def test_items_numbered_by_chapter_are_found_where_a_chapter_begins_anew():
    text = document("Punkt {n}: {title}")
    for whole, printed in ((16, "16.1"), (17, "16.2"), (18, "17.1"), (19, "17.2"), (20, "19.1")):
        text = text.replace(f"Punkt {whole}:", f"Punkt {printed}:")
    found = [(item.label, item.title) for item in minutes_of(text).items]
    assert found == [(f"Punkt {label}", title) for label, (title, *_) in zip(("16.1", "16.2", "17.1", "17.2", "19.1"), ITEMS, strict=True)]


def test_a_count_that_starts_over_below_the_open_items_is_doubted():
    text = document("Tema {n}: {title}") + "Tema 1: Nabosag\n\n27.15.00-A08-9-20\n\nBeslutning\n\nGodkendt.\n\n"
    last = minutes_of(text).items[-1]
    assert (last.title, last.closed) == ("Nabosag", True)


@pytest.mark.parametrize(("figures", "number"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("LVIII", 58)])
def test_roman_figures(figures, number):
    assert roman(figures) == number
