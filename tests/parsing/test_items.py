"""Where items begin and end, and what stands in them, in the layouts councils use."""

import pytest

from reader.parsing.titles import looks_like_title
from reader.reading import TextBlock
from tests.parsing.of_text import FRONT, decided, item_of, minutes_of


def titles(text: str):
    return [(item.number, item.title) for item in minutes_of(text).items]


CONTENTS = "Indholdsfortegnelse\n\nVelkomst.....\t3\nNyt være.....\t4\n\n"
BODY = "Sagsnr.: 20/1234\n\nBeslutning\n\nGodkendt.\n\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Punkt 7: Velkomst", "Punkt 8: Nyt værested"),
        ("Punkt 7 - Velkomst", "Punkt 8 - Nyt værested"),
        ("Pkt. 7 Velkomst", "Pkt. 8 Nyt værested"),
        ("Sag nr. 7: Velkomst", "Sag nr. 8: Nyt værested"),
        ("Dagsordenspunkt 7: Velkomst", "Dagsordenspunkt 8: Nyt værested"),
        ("Nr.7 - Velkomst", "Nr.8 - Nyt værested"),
        ("7. Velkomst", "8. Nyt værested"),
        ("7) Velkomst", "8) Nyt værested"),
        ("7 Velkomst", "8 Nyt værested"),
        ("7\tVelkomst", "8\tNyt værested"),
        ("Punkt 7\n\nVelkomst", "Punkt 8\n\nNyt værested"),
        ("Velkomst\nSag nr. 7", "Nyt værested\nSag nr. 8"),
        ("PUNKT 7: Velkomst", "PUNKT 8: Nyt værested"),
        ("PKT. 7\nVelkomst", "PKT. 8\nNyt værested"),
        ("Emne 7: Velkomst", "Emne 8: Nyt værested"),
        ("7.Velkomst", "8.Nyt værested"),
    ],
)
def test_numbered_items(first, second):
    assert titles(FRONT + CONTENTS + f"{first}\n\n{BODY}{second}\n\n{BODY}") == [(7, "Velkomst"), (8, "Nyt værested")]


def test_items_without_numbers_stand_above_their_case_number():
    assert titles(FRONT + f"Velkomst\n\n{BODY}Nyt værested\n\n{BODY}") == [(None, "Velkomst"), (None, "Nyt værested")]


def test_one_question_may_be_a_title_and_several_are_a_text():
    asked = ("Hvad nu med stationen?", "Har rådet forslag til indhold? - Herunder: Hvad kan rådet tilbyde?")
    assert [looks_like_title(TextBlock("paragraph", text, 1, 1, 1)) for text in asked] == [True, False]


def test_a_contents_list_without_page_numbers_is_no_item():
    listed = "Dagsorden\n\n1. Velkomst\n2. Nyt værested på hav\n\n"
    assert titles(FRONT + listed + f"1. Velkomst\n\n{BODY}2. Nyt værested på havnen\n\n{BODY}") == [
        (1, "Velkomst"),
        (2, "Nyt værested på havnen"),
    ]


def test_numbered_lists_in_the_text_are_no_items():
    text = (
        "Sagsfremstilling\n\nPlanen har tre dele:\n\n1. Herberger\n2. Væresteder\n3. Rådgivning\n\n2. marts 2020 blev planen sendt ud.\n\n"
    )
    assert titles(FRONT + f"1. Velkomst\n\n{BODY}{text}2. Eventuelt\n\n{BODY}") == [(1, "Velkomst"), (2, "Eventuelt")]


def test_an_item_without_parts_fills_the_gap_its_number_leaves():
    assert titles(FRONT + f"4. Velkomst\n\n{BODY}5. Meddelelser\n\nIngen.\n\n6. Eventuelt\n\n{BODY}") == [
        (4, "Velkomst"),
        (5, "Meddelelser"),
        (6, "Eventuelt"),
    ]


CLOSED_TITLES = [
    "Lukket", "(Lukket)", "LUKKET", "Lukket punkt", "Lukket sag", "Lukket - Køb af grund", "Lukket: Køb af grund", "LUKKET Køb af grund",
    "(Lukket) Køb af grund", "Lukket punkt Køb af grund", "Køb af grund (Lukket)", "Køb af grund [lukket]", "Køb af grund - Lukket",
    "Køb af grund – lukket punkt", "Køb af grund, for lukkede døre", "Køb af grund Lukket", "Personsag (punktet er lukket)",
    "Fortroligt: Køb af grund", "Køb af grund (Fortroligt)", "Ikke offentlig - Køb af grund",
]  # fmt: skip
CLOSED_LINES = [
    "Lukket", "Lukket sag", "LUKKET PUNKT", "(lukket)", "Fortroligt", "Ikke offentlig", "For lukkede døre", "Dette punkt er lukket.",
    "Punktet behandles for lukkede døre.", "Punktet behandledes for lukkede døre.", "Sagen er behandlet i lukket møde", "Åben/lukket: Lukket",
    "Offentlighed: Lukket", "Offentlig: Nej", "Åben sag: Nej", "Lukket: Ja", "Status: Lukket", "Lukket punkt, jf. styrelseslovens § 10",
    "Dok.nr.: 188   Initialer: BJ   Lukket sag",
]  # fmt: skip


@pytest.mark.parametrize(("title", "line"), [(title, "") for title in CLOSED_TITLES] + [("Køb af grund", line) for line in CLOSED_LINES])
def test_closed_items(title, line):
    minutes = minutes_of(FRONT + f"Punkt 1: Velkomst\n\n{BODY}Punkt 2: {title}\n\nSagsnr.: 20/77\n\n{line}\n\nPunkt 3: Eventuelt\n\n{BODY}")
    assert [item.closed for item in minutes.items] == [False, True, False]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Lukket kreds af beboere", ""),
        ("Lukning af skolen", ""),
        ("Et lukket system for affald", ""),
        ("Lukketider på havnen", ""),
        ("Skolen er lukket", ""),
        ("Rapport om lukkede afdelinger", ""),
        ("Fortrolighed i sagsbehandlingen", ""),
        ("Køb af grund (Åben)", "Åben"),
        ("Køb af grund", "Åben/lukket: Åben"),
        ("Køb af grund", "Svømmehallen er lukket i juli."),
    ],
)
def test_what_is_closed_in_the_world_closes_no_item(title, line):
    minutes = minutes_of(FRONT + f"Punkt 1: Velkomst\n\n{BODY}Punkt 2: {title}\n\nSagsnr.: 20/77\n\n{line}\n\nPunkt 3: Eventuelt\n\n{BODY}")
    assert [item.closed for item in minutes.items] == [False, False, False]


@pytest.mark.parametrize(
    "heading",
    [
        "Lukket dagsorden", "Lukkede punkter", "LUKKEDE SAGER", "B. Lukkede sager:", "Lukket møde", "Punkter på lukket møde:", "For lukkede døre",
        "Til behandling - for lukkede døre", "Til behandling – for lukkede døre", "SAGER FOR LUKKEDE DØRE", "Den lukkede del af mødet",
        "Ikke-offentlige sager", "Fortrolige punkter", "Dagsorden - lukket", "Mødet lukkedes for offentligheden", "Lukket",
    ],
)  # fmt: skip
def test_a_heading_closes_the_items_below_it_until_one_opens_them_or_says_it_is_open(heading):
    text = f"1. Velkomst\n\n{BODY}{heading}\n\n2. Køb af grund\n\nSagsnr.: 20/77\n\n3. Salg af grund\n\nSagsnr.: 20/78\n\n"
    minutes = minutes_of(FRONT + text + f"4. (Åben) Budget\n\n{BODY}Åbne punkter\n\n5. Eventuelt\n\n{BODY}")
    assert [item.closed for item in minutes.items] == [False, True, True, False, False]


def test_minutes_of_a_closed_meeting_are_closed_throughout():
    minutes = minutes_of("Referat af lukket møde i Udsatterådet den 9. marts 2021\n\n" + f"1. Velkomst\n\n{BODY}2. Eventuelt\n\n{BODY}")
    assert [item.closed for item in minutes.items] == [True, True]
    assert minutes.meeting.body == "Udsatterådet"


def test_numbered_attachments_are_no_items_even_with_the_next_case_number_below():
    text = "Sagsnr. 12/838\n1. Velkomst\n\nBeslutning\n\nGodkendt.\n\nBilag\n\n1. Kort\n2. Plan\n\nSagsnr. 12/99\n2. Eventuelt\n\nBeslutning\n\nIntet.\n"
    minutes = minutes_of(FRONT + text)
    assert [(item.number, item.title, item.case_number) for item in minutes.items] == [(1, "Velkomst", "12/838"), (2, "Eventuelt", "12/99")]
    assert [one.title for one in minutes.items[0].attachments] == ["Kort", "Plan"]


def test_a_case_number_last_in_the_item_is_its_own():
    text = "1. Velkomst\n\nBeslutning\n\nGodkendt.\n\nSagsnr. 12/838\n\n2. Eventuelt\n\nBeslutning\n\nIntet.\n\nSagsnr. 12/99\n"
    assert [(item.case_number, item.decision) for item in minutes_of(FRONT + text).items] == [("12/838", "Godkendt."), ("12/99", "Intet.")]


def test_a_closed_half_of_the_agenda_closes_all_in_it():
    minutes = minutes_of(
        FRONT
        + f"Åben dagsorden\n\n1. Velkomst\n\n{BODY}Lukket dagsorden\n\n2. Køb af grund\n\n{BODY}Åbne punkter\n\n3. Eventuelt\n\n{BODY}"
    )
    assert [item.closed for item in minutes.items] == [False, True, False]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("27.15.00-A08-1-18", "27.15.00-A08-1-18"),
        ("Sagsnr.: 12/27845   Dok.nr.: 188214/12", "12/27845"),
        ("Sagsnummer: 330-2018-3619", "330-2018-3619"),
        ("J.nr. 2012-28504", "2012-28504"),
        ("Journalnr.: 01.02G00 - 2017/27088", "01.02G00 - 2017/27088"),
        ("Acadre: MDR-2016-02836", "MDR-2016-02836"),
        ("Sags id: EMN-2019-00881", "EMN-2019-00881"),
        ("12/27845", "12/27845"),
        ("Sagnr.: 1-13-3-57-16", "1-13-3-57-16"),
        ("Journalnr. 28.03.00-P22-1-13, sagsansvarlig: Ida Vang", "28.03.00-P22-1-13"),
    ],
)
def test_case_numbers_are_kept_as_printed(line, number):
    item = minutes_of(FRONT + f"Punkt 7: Velkomst\n\n{line}\n\nBeslutning\n\nGodkendt.\n").items[0]
    assert (item.case_number, item.decision) == (number, "Godkendt.")


@pytest.mark.parametrize("line", ["Sagen koster 12/27 af puljen.", "1.043.224 kr.", "2018", "Telefon 86 12 34 56", "Dok.nr.: 188214/12"])
def test_what_is_no_case_number(line):
    assert minutes_of(FRONT + f"Punkt 7: Velkomst\n\n{line}\n\nBeslutning\n\nGodkendt.\n").items[0].case_number is None


def test_a_dash_for_a_missing_heading_and_a_part_without_text():
    item = item_of("Resume", "-", "Forvaltningen indstiller til Ældrerådet", "1. at planen drøftes", "Beslutning", "Drøftet.", "Bilag")
    assert [section.heading for section in item.sections] == ["Resume", "Indstilling", "Beslutning", "Bilag"]
    assert [one.text for one in item.recommendations] == ["at planen drøftes"]
    assert item.sections[0].text == ""


def test_a_heading_that_comes_twice_is_a_sub_heading_the_first_time():
    item = item_of("Sagsfremstilling", "Planen er klar.", "Økonomi", "Den koster lidt.", "Økonomi", "Der er ingen udgifter.")
    assert [(section.heading, section.text) for section in item.sections] == [
        ("Sagsfremstilling", "Planen er klar.\n\nØkonomi\n\nDen koster lidt."), ("Økonomi", "Der er ingen udgifter."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "body", "date", "number"),
    [
        ("Socialudvalget, 22. februar 2021, pkt. 67:", "Socialudvalget", "2021-02-22", 67),
        ("Beslutning fra Børne- og familieudvalget, 22. februar 2021, pkt. 7:", "Børne- og familieudvalget", "2021-02-22", 7),
        ("Beslutning i Økonomiudvalget den 22-02-2021", "Økonomiudvalget", "2021-02-22", None),
        ("Beslutning Udvalget for Kultur & Fritid den 22.02.2021:", "Udvalget for Kultur & Fritid", "2021-02-22", None),
        ("Handicaprådets beslutning den 22.02.2021", "Handicaprådet", "2021-02-22", None),
        ("Børn, Unge og Læring, 22. februar 2021, pkt. 133:", "Børn, Unge og Læring", "2021-02-22", 133),
    ],
)
def test_what_other_bodies_decided_before(heading, body, date, number):
    item = item_of(heading, "Anbefales.", "Beslutning", "Godkendt.")
    (earlier,) = item.earlier_treatments
    assert (earlier.body, earlier.date.isoformat(), earlier.item_number, earlier.decision) == (body, date, number, "Anbefales.")
    assert item.decision == "Godkendt."


@pytest.mark.parametrize(
    "heading",
    [
        "Beslutning",
        "Beslutning:",
        "Udsatterådets beslutning den 09.03.2021",
        "Beslutning i Udsatterådet den 9. marts 2021",
        "Rådets beslutning",
        "Referat:",
        "Beslutninger",
        "Udsatterådets møde den 9. marts 2021:",
        "Udsatterådets konklusion",
        "Behandlet i Udsatterådet den 09-03-2021",
        "Konklusion:",
        "Besluttet:",
        "Det blev besluttet:",
        "Protokol",
    ],
)
def test_the_body_s_own_decision(heading):
    item = item_of(heading, "Godkendt.")
    assert (item.decision, item.earlier_treatments) == ("Godkendt.", [])


def test_a_sentence_about_a_meeting_is_no_heading():
    item = item_of("Mindretalsudtalelser og forkastede forslag", "Byrådsmødet 11. juni 2020:", "Listen bemærkede følgende.")
    assert item.earlier_treatments == []
    assert decided("Socialudvalget behandlede sagen den 2. marts 2021.").earlier_treatments == []


@pytest.mark.parametrize(
    ("attachments", "titles"),
    [
        (["Referat fra marts.pdf", "Plan (002)"], ["Referat fra marts.pdf", "Plan (002)"]),
        (["1. Referat\n2. Plan"], ["Referat", "Plan"]),
        (["- Referat\n- Plan"], ["Referat", "Plan"]),
        (["330-2018-51\tTakster for mad"], ["Takster for mad"]),
        (["Ingen bilag"], []),
    ],
)
def test_attachments(attachments, titles):
    assert [one.title for one in item_of("Bilag", *attachments).attachments] == titles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Udvalget fik en status på mødet den 14. december 2020 (sag nr. 126).", [("Udsatterådet", "2020-12-14", [126])]),
        ("På socialudvalgsmøderne den 12. oktober 2020 og den 7. december 2020 (sag 81 og sag 95) fik udvalget en status.",
         [("Socialudvalget", "2020-10-12", [81]), ("Socialudvalget", "2020-12-07", [95])]),
        ("Se Økonomiudvalgets møde den 4. juni 2020, pkt. 145.", [("Økonomiudvalget", "2020-06-04", [145])]),
        ("Byrådet vedtog planen på mødet den 4. juni 2020 (pkt. 14).", [("Byrådet", "2020-06-04", [14])]),
        ("Planens punkt 6 handler om herberger.", []),
        ("Beskrevet i et særskilt punkt (sag 7).", []),
        ("Der er givet 93 bevillinger.", []),
    ],
)  # fmt: skip
def test_references_to_other_meetings(text, found):
    references = item_of("Sagsfremstilling", text).references
    assert [(one.body, one.date.isoformat(), one.item_numbers) for one in references] == found
    assert all(one.quote == text for one in references)


@pytest.mark.parametrize(
    "heading",
    ["Punkt 7: Plan for " + "huse og veje ved havnen, " * 18, "Punkt 7a: Plan for havnen", "Punkt 7b. Plan for havnen"],
)
def test_a_long_title_and_a_number_with_a_letter_begin_an_item(heading):
    found = minutes_of(FRONT + heading + "\n\n27.15.00-A08-4-20\n\nBeslutning\n\nGodkendt.\n\nPunkt 8: Eventuelt\n\nBeslutning\n\nIntet.")
    assert [item.title for item in found.items] == [heading.split(" ", 2)[2].strip().lstrip(": "), "Eventuelt"]


@pytest.mark.parametrize("heading", ["2.{}: {}", "Punkt 2.{}: {}", "2.{}. {}", "2.{} {}", "Punkt {}.: {}"])
def test_numbers_with_a_chapter_or_two_delimiters_begin_items(heading):
    titles = ["Nye huse ved havnen", "Bedre veje til skolen", "Flere træer i byen"]
    below = "\n\n27.15.00-A08-{}-20\n\nBeslutning\n\nGodkendt.\n\n"
    found = minutes_of(FRONT + "".join(heading.format(n, title) + below.format(n) for n, title in enumerate(titles, 9)))
    assert [item.title for item in found.items] == titles
