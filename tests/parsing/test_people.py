"""People an item tells of."""

import pytest

from tests.parsing.of_text import FRONT, decided, item_of, minutes_of


@pytest.mark.parametrize(
    ("text", "absences"),
    [
        ("Bo Dam havde forfald.", [("Bo Dam", "absent")]),
        ("Afbud: Bo Dam (V) og Eva Sø (A)", [("Bo Dam", "absent"), ("Eva Sø", "absent")]),
        ("Fraværende: Bo Dam", [("Bo Dam", "absent")]),
        ("Bo Dam, Eva Sø og Ib Bæk var fraværende.", [("Bo Dam", "absent"), ("Eva Sø", "absent"), ("Ib Bæk", "absent")]),
        ("Bo Dam havde meldt afbud.", [("Bo Dam", "absent")]),
        ("Bo Dam deltog ikke i sagens behandling.", [("Bo Dam", "did_not_participate")]),
        ("Bo Dam og Eva Sø deltog ikke i behandlingen af punktet på grund af inhabilitet.",
         [("Bo Dam", "did_not_participate"), ("Eva Sø", "did_not_participate")]),
        ("Bo Dam (V) erklærede sig inhabil og deltog ikke i sagens behandling.", [("Bo Dam", "did_not_participate")]),
        ("Bo Dam var erklæret inhabil og deltog ikke i sagens behandling.", [("Bo Dam", "did_not_participate")]),
        ("Bo Dam havde erklæret sig inhabil.", [("Bo Dam", "did_not_participate")]),
        ("Bo Dam forlod lokalet på grund af inhabilitet.", [("Bo Dam", "did_not_participate")]),
        ("Bo Dam forlod mødet under behandlingen.", [("Bo Dam", "did_not_participate")]),
        ("Bo Dam forlod mødet kl. 18.", []),
        ("På grund af inhabilitet deltog Bo Dam ikke.", [("Bo Dam", "did_not_participate")]),
        ("Inhabil: Bo Dam", [("Bo Dam", "did_not_participate")]),
        ("Bo Dam var fraværende under punktet.", [("Bo Dam", "did_not_participate")]),
        ("Bo Dam og Eva Sø var forhindrede i at deltage.", [("Bo Dam", "absent"), ("Eva Sø", "absent")]),
        ("Bo Dam har meldt afbud.", [("Bo Dam", "absent")]),
        ("Der var afbud fra Bo Dam.", [("Bo Dam", "absent")]),
        ("Fravær: Bo Dam", [("Bo Dam", "absent")]),
        ("Fraværende i sagen: Bo Dam.", [("Bo Dam", "absent")]),
        ("Forvaltningen deltog ikke i mødet.", []),
        ("Fraværende: Ingen", []),
    ],
)  # fmt: skip
def test_absences(text, absences):
    assert [(one.name, one.kind) for one in decided("Godkendt.", text).absences] == absences


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Eva Sø deltog som stedfortræder for Bo Dam", ("Eva Sø", "Bo Dam")),
        ("Eva Sø (A) mødte som suppleant for Bo Dam (V).", ("Eva Sø", "Bo Dam")),
        ("Eva Sø deltog i stedet for Bo Dam.", ("Eva Sø", "Bo Dam")),
        ("I stedet for Bo Dam deltog Eva Sø.", ("Eva Sø", "Bo Dam")),
        ("Bo Dam havde meldt afbud, og Eva Sø deltog i stedet.", ("Eva Sø", "Bo Dam")),
        ("Stedfortræder for Bo Dam: Eva Sø", ("Eva Sø", "Bo Dam")),
        ("Eva Sø (A) mødte for Bo Dam (V).", ("Eva Sø", "Bo Dam")),
        ("Som stedfortræder for Bo Dam mødte Eva Sø.", ("Eva Sø", "Bo Dam")),
        ("Afbud: Bo Dam (V), i stedet mødte Eva Sø (A).", ("Eva Sø", "Bo Dam")),
    ],
)
def test_substitutes(text, pair):
    assert [(one.name, one.for_name) for one in decided("Godkendt.", text).substitutes] == [pair]


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        ("Centerleder Tove Lund deltager under behandling af punktet.", [("Tove Lund", "Centerleder")]),
        ("Tove Lund, leder af Værestedet Havnen, deltog under punktet.", [("Tove Lund", "leder af Værestedet Havnen")]),
        (
            "Centerleder Tove Lund og jurist Kai Friis deltog i behandlingen af sagen.",
            [("Tove Lund", "Centerleder"), ("Kai Friis", "jurist")],
        ),
        ("Under punktet deltog socialchef Tove Lund.", [("Tove Lund", "socialchef")]),
        ("Gæst: Tove Lund, Bisserne", [("Tove Lund", "Bisserne")]),
        ("Forvaltningen deltager på rådets møde og giver en orientering.", []),
        ("Bo Dam deltog ikke under punktet.", []),
        ("Borgerne deltager under mødet i arbejdet.", []),
    ],
)
def test_guests(text, guests):
    assert [(guest.name, guest.title) for guest in item_of("Sagsfremstilling", text).guests] == guests


@pytest.mark.parametrize(
    "text",
    [
        "Bo Dam begærede sagen i byrådet.",
        "Bo Dam (V) begærede sagen indbragt for kommunalbestyrelsen.",
        "Bo Dam ønsker sagen indbragt for byrådet.",
        "Udvalget godkendte forslaget, idet Bo Dam begærede sagen forelagt byrådet.",
    ],
)
def test_brought_to_the_council(text):
    assert [one.name for one in decided("Godkendt.", text).brought_to_council] == ["Bo Dam"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rådet udpegede Bo Dam og Eva Sø til arbejdsgruppen.", ["Bo Dam", "Eva Sø"]),
        ("Bo Dam blev udpeget som rådets repræsentant i styregruppen.", ["Bo Dam"]),
        ("Som formand valgtes Eva Sø.", ["Eva Sø"]),
        (
            "Det blev besluttet, at medlem Bo Dam, i samarbejde med sekretær Ida Vang, indgår i en arbejdsgruppe om en ny hjemmeside.",
            ["Bo Dam"],
        ),
        ("Udvalget udpeger to medlemmer på næste møde.", []),
    ],
)
def test_appointments(text, names):
    assert [one.name for one in decided(text).appointments] == names


def test_only_the_body_s_own_decision_appoints_and_excuses():
    item = item_of("Ældrerådet, 2. marts 2021, pkt. 3:", "Bo Dam blev udpeget til formand. Eva Sø havde forfald.", "Beslutning", "Drøftet.")
    assert (item.appointments, item.absences) == ([], [])


def test_the_front_page_tells_who_came_and_who_was_away():
    front = FRONT + "Mødedeltagere\n\nBo Dam, Brugerrådet (formand)\nEva Sø, Byrådet\n\nAfbud:\n\nIb Bæk\n\n"
    minutes = minutes_of(front + "Punkt 1: Velkomst\n\nBeslutning\n\nGodkendt.\n")
    assert minutes.meeting.attendees == ["Bo Dam", "Eva Sø"]
    assert [one.name for one in minutes.meeting.absent] == ["Ib Bæk"]
