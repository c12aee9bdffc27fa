"""The front page in its many forms, and what is no minutes at all."""

import datetime as dt

import pytest

from reader.parsing import NoMinutes
from tests.parsing.of_text import minutes_of

ITEM = "\n\n1. Velkomst\n\nSagsnr.: 20/1234\n\nBeslutning\n\nGodkendt.\n"

FRONTS = {
    "one title line": "REFERAT Ældrerådet d. 03-03-2020 kl. 15:00",
    "dashes": "Ældrerådet – Referat – 3. marts 2020 kl. 15.00",
    "a sentence": "Referat fra ordinært møde i Ældrerådet tirsdag den 3. marts 2020 kl. 15.00",
    "lines": "Referat\n\nÆldrerådet\n\nTirsdag den 3. marts 2020 kl. 15.00",
    "labels": "Referat Ældrerådet\n\nMødedato: 3. marts 2020\nMødetidspunkt: kl. 15.00",
    "labels on lines of their own": "UDVALG\n\nÆldrerådet\n\nMØDE\n\nReferat\n\nSTARTTIDSPUNKT\n\n03-03-2020 15:00:00",
    "a table": "Referat\n\nUdvalg:\tÆldrerådet\nDato:\t3. marts 2020\nTid:\t15.00",
    "capitals": "REFERAT\n\nÆLDRERÅDET\n\nDATO: 03.03.2020\n\nTID: KL. 15.00",
    "with its term": "REFERAT Ældrerådet 2018 - 2021 d. 03-03-2020\n\nMødedato Tirsdag d. 03. marts 2020 kl. 15:00",
}  # fmt: skip


@pytest.mark.parametrize("name", FRONTS)
def test_body_day_and_hour(name):
    meeting = minutes_of(FRONTS[name] + ITEM).meeting
    assert (meeting.body, meeting.date.isoformat(), f"{meeting.start:%H:%M}") == ("Ældrerådet", "2020-03-03", "15:00")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("Mødested Rådhuset, lokale 4", "Rådhuset, lokale 4"),
        ("Sted:\tPlejehjemmet Lunden", "Plejehjemmet Lunden"),
        ("3. marts 2020 kl. 15.00 i Byrådssalen", "Byrådssalen"),
        ("Tirsdag den 3. marts 2020 kl. 15.00\nMødelokale 2, Rådhuset", "Mødelokale 2, Rådhuset"),
        ("Lokale\n\nTeams-møde", "Teams-møde"),
        ("03-03-2020 kl. 15:00\n\nTeams", "Teams"),
        ("03-03-2020 kl. 15:00\n\nOnlineudvalg", None),
    ],
)
def test_place(lines, place):
    assert minutes_of(f"Referat Ældrerådet 03-03-2020\n\n{lines}{ITEM}").meeting.place == place


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("Tid: 15.00 - 17.30", "17:30"),
        ("Sluttidspunkt: 17.30", "17:30"),
        ("Mødedato: 3. marts 2020 kl. 15–17", "17:00"),
        ("Mødet afsluttet: kl. 17:30", "17:30"),
        ("Start: 15:00   Slut: 17:30", "17:30"),
    ],
)
def test_end_on_the_front_page(line, end):
    assert f"{minutes_of(f'Referat Ældrerådet 03-03-2020{chr(10) * 2}{line}{ITEM}').meeting.end:%H:%M}" == end


def test_end_at_the_close_of_the_document():
    minutes = minutes_of(f"Referat Ældrerådet 03-03-2020{ITEM}\nMødet hævet kl. 18.45\n")
    assert f"{minutes.meeting.end:%H:%M}" == "18:45"
    assert minutes.items[-1].decision == "Godkendt."
    assert "18.45" in minutes.meeting.front_page


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Til stede: Eva Sø (A), Bo Dam (V) og Ib Bæk", ["Eva Sø", "Bo Dam", "Ib Bæk"]),
        ("Deltagere:\n\nEva Sø, Danske Ældre (formand)\nBo Dam, Byrådet", ["Eva Sø", "Bo Dam"]),
        ("Mødedeltagere\n\nFormand Eva Sø, Bo Dam, Ib Bæk", ["Eva Sø", "Bo Dam", "Ib Bæk"]),
    ],
)
def test_attendees(listed, names):
    assert minutes_of(f"Referat Ældrerådet 03-03-2020\n\n{listed}{ITEM}").meeting.attendees == names


@pytest.mark.parametrize(("title", "kind"), [("Referat", "minutes"), ("Beslutningsprotokol", "minutes"), ("Dagsorden", "agenda")])
def test_minutes_or_agenda(title, kind):
    undecided = "\n\nPunkt 1: Velkomst\n\n27.15.00-A08-1-20\n\nIndstilling\n\nDet indstilles, at dagsordenen godkendes.\n"
    assert minutes_of(f"{title} Ældrerådet 03-03-2020{undecided}").kind == kind


@pytest.mark.parametrize(
    "text",
    ["Indkøb:\n- mælk\n- rugbrød\n- 12 æg", "Kære Eva\n\nTak for sidst!\n\nHilsen Bo", "a,b,c\n1,2,3", "Lorem ipsum dolor sit amet. " * 40],
)
def test_other_texts_are_no_minutes(text):
    with pytest.raises(NoMinutes):
        minutes_of(text)


def test_minutes_without_items_are_still_minutes():
    assert minutes_of("Referat af møde i Ældrerådet den 3. marts 2020\n\nMødet blev aflyst.").items == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24.11.20 - Referat af skolebestyrelsesmøde\n\n", ("Skolebestyrelsen", dt.date(2024, 11, 20), None)),
        ("Referat\nLindholm Ældreråd\n13-09-2022 kl. 09:30\nTeams\n\n", ("Lindholm Ældreråd", dt.date(2022, 9, 13), "Teams")),
        ("Byrådet\n\nPubliceret 15-12-2015\n\nMandag den 14-12-2015 kl. 18:00\n\n", ("Byrådet", dt.date(2015, 12, 14), None)),
        (
            "LINDHOLM BYRÅD\n\nKulturudvalget\n\nMødet den 18.09.2013, kl. 15:00\n\n",
            ("Kulturudvalget", dt.date(2013, 9, 18), None),
        ),
        (
            "Protokol\n\nTirsdag den 11. oktober 2011 kl. 08:15 afholdt Kulturudvalget møde i udvalgsværelse 1.\n\n",
            ("Kulturudvalget", dt.date(2011, 10, 11), "udvalgsværelse 1"),
        ),
        (
            "Referat\n\nMøde nr. 8, den 19. september 2023, kl. 18:30 i sognegården\n\nMenighedsrådet\n\n",
            ("Menighedsrådet", dt.date(2023, 9, 19), "sognegården"),
        ),
    ],
)
def test_other_front_pages(text, expected):
    meeting = minutes_of(text + "1. Velkomst\n\nBeslutning\n\nGodkendt.\n\n2. Eventuelt\n\nBeslutning\n\nIntet.\n").meeting
    assert (meeting.body, meeting.date, meeting.place) == expected
