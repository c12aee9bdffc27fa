"""Time plans in tables and lines."""

from tests.parsing.of_text import FRONT, minutes_of

ITEMS = "Punkt 17: Velkomst\n\n27.15.00-A08-1-20\n\nSagsfremstilling\n\n{}\n\nPunkt 18: Status på nye boliger\n\nBeslutning\n\nDrøftet.\n\nPunkt 19: Besøg på herberget\n\nBeslutning\n\nDrøftet.\n"


def plan(rows: str):
    return [
        (f"{row.start:%H:%M}", f"{row.end:%H:%M}", row.item, row.guests, row.is_break)
        for row in minutes_of(FRONT + ITEMS.format(rows)).time_plan
    ]


def test_rows_belong_to_the_item_whose_title_they_share_and_breaks_are_told():
    rows = "Tidspunkt\tDagsordenspunkt\n16.05 - 16.20\tStatus på boliger\n16.20-16.30\tPAUSE\n16.30 - 16.45\tBesøg på herberget"
    assert plan(rows) == [("16:05", "16:20", 18, [], False), ("16:20", "16:30", None, [], True), ("16:30", "16:45", 19, [], False)]


def test_a_column_of_guests_and_a_printed_number():
    rows = "Tid\tPunkt\tDeltager\n16.05 - 16.20\tPunkt 19\tCenterleder Tove Lund og Kai Friis, jurist\n16.20 - 16.30\tPunkt 18\t"
    assert plan(rows) == [("16:05", "16:20", 19, ["Tove Lund", "Kai Friis"], False), ("16:20", "16:30", 18, [], False)]


def test_a_column_of_bare_numbers_whose_times_hold_for_several_rows():
    rows = (
        "Tid\tPunkt\tEmne\tGæster\n16.00-16.20\t19\tBesøg\tTove Lund, leder\n16.20-17.00\t17\tVelkomst\t\n\t18\tBoliger\tKai Friis, jurist"
    )
    assert plan(rows) == [
        ("16:00", "16:20", 19, ["Tove Lund"], False),
        ("16:20", "17:00", 17, [], False),
        ("16:20", "17:00", 18, ["Kai Friis"], False),
    ]


def test_whole_hours():
    assert plan("Tid\tEmne\n9-10\tStatus på boliger\n10-12\tBesøg på herberget") == [
        ("09:00", "10:00", 18, [], False),
        ("10:00", "12:00", 19, [], False),
    ]
    assert plan("Alder\tBørn\n12-9\tfem\n3-2\tfire") == []


def test_lines_without_a_table_and_a_slip_of_the_pen():
    rows = "Kl. 17.00-17.10 Status på boliger v/ Tove Lund\nKl. 17.10-17-20 Besøg på herberget"
    assert plan(rows) == [("17:00", "17:10", 18, ["Tove Lund"], False), ("17:10", "17:20", 19, [], False)]


def test_a_single_time_in_a_sentence_is_no_plan():
    assert plan("Borgermødet holdes kl. 15.30-17.00 på herberget.") == []
    assert plan("2018-2021\tEn periode\n2021-2024\tEn til") == []
