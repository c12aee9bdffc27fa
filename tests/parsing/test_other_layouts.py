"""Layouts that are read by what repeats in them: bullets, one line an item, links and running heads, a case's course, hours under titles."""

import datetime as dt

from reader.parsing import parse
from reader.reading import read
from tests.reading.files import docx, p

from .of_text import FRONT, minutes_of


def test_parts_printed_as_bullets_are_parts():
    text = (
        "Byrådet - Referat fra mødet den 26-02-2014\n\n • 1 Vagt ved broen\n  • Sagsfremstilling\n\n   Broen har haft vagt.\n\n  • Indstilling\n\n"
        "   Det indstilles, at vagten ophører.\n\n  • Beslutning i Teknisk Udvalg den 12-02-2014\n\n   Indstilles godkendt.\n\n"
        "  • Beslutning i Byrådet den 26-02-2014\n\n   Godkendt.\n\n • 2 Beretning\n  • Beslutning i Byrådet den 26-02-2014\n\n   Taget til efterretning.\n"
    )
    minutes = minutes_of(text)
    assert [(item.number, item.title, item.decision) for item in minutes.items] == [
        (1, "Vagt ved broen", "Godkendt."),
        (2, "Beretning", "Taget til efterretning."),
    ]
    assert [(one.body, one.decision) for one in minutes.items[0].earlier_treatments] == [("Teknisk Udvalg", "Indstilles godkendt.")]


def test_an_item_and_what_is_decided_on_one_line():
    text = (
        "Referat\n\nMenighedsrådsmøde d. 14. marts 2018\n\n1. Kirkebladet: Bladet udkommer i maj. Ditte skriver om korene.\n\n"
        "1. : Hegnet: Det billigste tilbud vælges.\n\n1. : Sommerkoncert: Koret synger den 9. juni.\n"
    )
    assert [(item.number, item.title, item.decision) for item in minutes_of(text).items] == [
        (None, "Kirkebladet", "Bladet udkommer i maj. Ditte skriver om korene."),
        (None, "Hegnet", "Det billigste tilbud vælges."),
        (None, "Sommerkoncert", "Koret synger den 9. juni."),
    ]


def test_links_of_a_web_page_are_no_part_of_a_decision():
    text = FRONT + "".join(
        f"Kopier link til punktet  -   Print\n\n{n}: {title}\n\nSagsnr: 22-03119{n}\n\nBeslutning\n\nGodkendt.\n\nTil indholdsfortegnelse\n\n"
        for n, title in ((1, "Velkomst"), (2, "Budget"))
    )
    assert [(item.case_number, item.decision) for item in minutes_of(text).items] == [
        ("22-031191", "Godkendt."),
        ("22-031192", "Godkendt."),
    ]


def test_a_running_head_of_several_lines_is_left_out_where_it_ends_in_the_page_number():
    head = "Kulturudvalget\nMøde den 18.09.2013\nSide {}\n\n"
    text = (
        "LINDHOLM BYRÅD\n\nKulturudvalget\n\nMødet den 18.09.2013, kl. 15:00\n\nPunkt 1.\n\nBudget.\n\n2013-10723.\n\nBeslutning:\nTil orientering.\n\n"
        f"{head.format(1)}Punkt 2.\n\nNy forening.\n\n2013-22145.\n\n{head.format(2)}Beslutning:\nGodkendt.\n\n{head.format(3)}"
    )
    minutes = minutes_of(text)
    assert minutes.meeting.body == "Kulturudvalget"
    assert [(item.title, item.decision) for item in minutes.items] == [("Budget.", "Til orientering."), ("Ny forening.", "Godkendt.")]


def test_a_case_number_on_the_line_below_its_label():
    text = (
        FRONT
        + "Punkt 1: Velkomst\n\nSagsnr.:\n19/2214\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: Budget\n\nSagsnr.:\n19/2215\n\nBeslutning\n\nUdsat.\n"
    )
    assert [item.case_number for item in minutes_of(text).items] == ["19/2214", "19/2215"]


def test_a_heading_over_several_items_is_in_none_of_them():
    text = (
        FRONT
        + "Beslutningspunkter:\n\n1. Regnskab\nBeslutning: Godkendt.\n\nPunkter til drøftelse:\n\n2. Grøn gård\nBeslutning: Drøftet.\n\nKaffepause:\n\n3. Valg\nBeslutning: Valgt.\n"
    )
    assert [item.decision for item in minutes_of(text).items] == ["Godkendt.", "Drøftet.", "Valgt."]


def test_the_course_of_a_case_tells_what_others_decided():
    course = "Sagens forløb\n01-02-2021 Magistraten\nMagistraten anbefaler indstillingen.\n"
    text = FRONT + "".join(
        f"{n}. {title}\n\nBeslutning\nVedtaget.\n\n{course}\n" for n, title in ((1, "Plan mod ensomhed"), (2, "Gratis bus"), (3, "Ny skov"))
    )
    items = minutes_of(text).items
    assert [item.decision for item in items] == ["Vedtaget."] * 3
    assert [(one.body, one.date) for item in items for one in item.earlier_treatments] == [("Magistraten", dt.date(2021, 2, 1))] * 3


def test_a_body_and_its_day_head_a_decision_without_a_colon():
    text = FRONT + "".join(
        f"Punkt {n}: {title}\n\nBeslutning\nTeknisk Udvalg 01.02.2021\nAnbefales.\n\nBeslutning\nUdsatterådet 09.03.2021\n{said}\n\n"
        for n, title, said in ((1, "Kranen", "Godkendt."), (2, "Kajen", "Udsat."))
    )
    items = minutes_of(text).items
    assert [item.decision for item in items] == ["Godkendt.", "Udsat."]
    assert [one.body for item in items for one in item.earlier_treatments] == ["Teknisk Udvalg"] * 2


def test_files_listed_last_are_attachments_though_nothing_heads_them():
    text = FRONT + "Punkt 1: Køkken\n\n27.36.08-P20-3-20\n\nBeslutning\n\nGodkendt.\n\n1.\nOplæg om køkkener (PDF)\n2.\nPriser (XLS)\n"
    item = minutes_of(text).items[0]
    assert item.decision == "Godkendt."
    assert [one.title for one in item.attachments] == ["Oplæg om køkkener (PDF)", "Priser (XLS)"]


def test_hours_under_the_titles_are_the_time_plan():
    text = FRONT + "1. Velkomst\n\n(16:00 - 16:05)\n\nBeslutning\n\nGodkendt.\n\n2. Budget\n\n(16:05 - 17:20)\n\nBeslutning\n\nDrøftet.\n"
    rows = minutes_of(text).time_plan
    assert [(row.start, row.end, row.item) for row in rows] == [(dt.time(16), dt.time(16, 5), 1), (dt.time(16, 5), dt.time(17, 20), 2)]


def test_names_alone_under_a_title_are_those_the_front_page_has_as_away():
    front = FRONT + "Afbud\n\nAlma Krogsbæk (B)\n\n"
    text = (
        front
        + "Nr.1 - Træffetid\n\nAlma Krogsbæk (B)\n\nBeslutning i Udsatterådet (18-21) den 09-03-2021\n\nIngen mødt.\n\nNr.2 - Eventuelt\n\nBeslutning i Udsatterådet (18-21) den 09-03-2021\n\nIntet.\n"
    )
    items = minutes_of(text).items
    assert [(one.name, one.kind) for one in items[0].absences] == [("Alma Krogsbæk", "absent")]
    assert [item.decision for item in items] == ["Ingen mødt.", "Intet."]


def test_numbered_parts_set_in_bold_are_the_item_s_parts():
    def bold(heading: str) -> str:
        return p(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{heading}</w:t></w:r>")

    front = [p("Protokol"), p("Strategiudvalget"), p("Tirsdag den 11. oktober 2011 kl. 08:15")]
    items = [
        bold(f"0{n} {title}")
        + bold("1. Sagsfremstilling")
        + p(told)
        + bold("2. Indstilling")
        + p(f"Det foreslås, at {asked}.")
        + bold("Strategiudvalget den 11. oktober 2011")
        + p("Godkendt.")
        for n, title, told, asked in ((1, "Boliger", "Der er plads til 30.", "de bygges"), (2, "Stier", "Stien er smal.", "den gøres bred"))
    ]
    found = parse(read(docx("".join([*front, *items])), "protokol.docx")).items
    assert [[section.heading for section in item.sections][:2] for item in found] == [["Sagsfremstilling", "Indstilling"]] * 2
    assert [[one.text for one in item.recommendations] for item in found] == [["at de bygges."], ["at den gøres bred."]]
