"""Every mark of the table closes or opens its item, in all formats, and the open items around it stay open."""

import pytest

from reader.facts import Minutes
from reader.parsing.marks import MARKS
from tests.parsing.formats import FORMATS, minutes_as
from tests.parsing.of_text import FRONT

DECIDED = "Beslutning\n\nRådet tog det til efterretning.\n\n"
CASE = "Sagsnr.: 20/{}\n\n"

# (the row of the table, how it looks)
TITLES = [
    ("nothing but the mark", "Lukket"),
    ("nothing but the mark", "L U K K E T"),
    ("nothing but the mark", "Fortroligt punkt"),
    ("nothing but the mark", "Behandles for lukkede døre"),
    ("the mark, then the title", "Lukket: Klage over hegn"),
    ("the mark, then the title", "Closed: Klage over hegn"),
    ("the mark, then the title", "(Lukket) Klage over hegn"),
    ("the mark, then the title", "Luk-ket – Klage over hegn"),
    ("the mark, then the title", "Lukket pkt.: Klage over hegn"),
    ("the mark, then the title", "Ikke-offentlig: Klage over hegn"),
    ("closed item, then the title", "Lukket punkt om en klage over et hegn"),
    ("the mark in capitals", "LUKKET Klage over hegn"),
    ("in brackets or quotes", "Klage over hegn (Lukket)"),
    ("in brackets or quotes", "Klage over hegn *lukket*"),
    ("in brackets or quotes", "“Lukket” klage over hegn"),
    ("in brackets or quotes", "Klage over hegn (Tavshedspligt)"),
    ("in brackets or quotes", "Klage over hegn [fortrolig, jf. § 10]"),
    ("in brackets or quotes", "Klage over hegn (må ikke offentliggøres)"),
    ("in brackets or quotes", "Klage over hegn (udelukket fra offentliggørelse)"),
    ("in brackets or quotes", "Klage over hegn (kun for medlemmer)"),
    ("in brackets or quotes", "Klage over hegn (punktet er lukket)"),
    ("between dashes", "FRI - Lukket - Klage over hegn"),
    ("after a dash", "Klage over hegn – Lukket §10"),
    ("after a dash", "Klage over hegn, for lukkede døre"),
    ("after a dash", "Klage over hegn / lukket sag"),
    ("as the last word", "Klage over hegn Lukket"),
    ("with its paragraph", "Klage over hegn lukket (§ 10)"),
    ("L for closed, before", "(L) Klage over hegn"),
    ("L for closed, before", "L - Klage over hegn"),
    ("L for closed, after", "Klage over hegn (L)"),
    ("the kind in brackets", "Klage over hegn (Personsag)"),
    ("the kind in brackets", "Personalesag: Klage over kollega"),
    ("the kind in brackets", "Klage over hegn (Intern)"),
    ("a personal case", "Personalesag"),
]  # fmt: skip
LINES = [
    ("closed", "Lukket punkt"),
    ("closed", "Lyserødt punkt"),
    ("closed", "Må ikke offentliggøres"),
    ("closed", "Undtaget fra offentlighed"),
    ("closed", "Omfattet af tavshedspligt"),
    ("closed", "Lukket, jf. styrelseslovens § 10, stk. 2"),
    ("closed", "Ikke til offentliggørelse"),
    ("closed", "Klausuleret"),
    ("closed", "Begrænset adgang"),
    ("the item is closed", "Denne sag behandles for lukkede døre."),
    ("the item is closed", "Punktet er ikke offentligt"),
    ("asked whether open: no", "Offentliggøres: Nej"),
    ("asked whether open: no", "Offentlig sag: nej"),
    ("asked whether open: no", "Åben/lukket: Lukket"),
    ("asked whether closed: yes", "Fortroligt: Ja"),
    ("asked which: closed", "Klassifikation: Fortrolig"),
    ("asked which: closed", "Fortrolighed: Fortrolig"),
    ("asked which: closed", "Adgang: Begrænset"),
    ("asked which: closed", "Sagstype: Lukket sag"),
    ("closed is ticked", "☐ Åben ☒ Lukket"),
    ("closed is ticked", "Lukket: [x]"),
    ("the kind alone", "Personsag"),
    ("kept from the public", "Sagen må ikke offentliggøres"),
    ("treated behind closed doors", "Behandlet for lukkede døre"),
    ("treated behind closed doors", "Sagen blev drøftet på et lukket møde."),
]  # fmt: skip
OPEN_LINES = [
    ("open", "Åbent punkt"),
    ("not closed", "Punktet er ikke lukket"),
    ("asked whether open: yes", "Offentlig: Ja"),
    ("asked whether closed: no", "Lukket: Nej"),
    ("asked which: open", "Sagstype: Åben"),
    ("open is ticked", "☒ Åbent punkt ☐ Lukket punkt"),
]
HALVES = [
    ("closed half", "Lukkede punkter"),
    ("closed half", "LUKKET DAGSORDEN"),
    ("closed half", "Lyserøde sager"),
    ("closed half", "Beslutninger i den lukkede del"),
    ("closed half", "B. Ikke-offentlige sager:"),
    ("behind closed doors", "Sager for lukkede døre"),
    ("closed half, the word last", "Dagsorden – lukket"),
    ("the doors are closed", "Mødet blev herefter lukket for offentligheden."),
    ("closed, in the plural", "Lukkede"),
    ("the following are closed", "De følgende punkter blev behandlet på et lukket møde."),
    ("the following are closed", "Resten af dagsordenen er lukket."),
]
OPEN_HALVES = [("open half", "Åbne punkter"), ("behind open doors", "Sager for åbne døre"), ("open half, the word last", "Dagsorden – åben"), ("open, in the plural", "Åbne")]  # fmt: skip
DOCUMENTS = [
    ("closed minutes", "REFERAT Lukket referat fra møde i Udsatterådet d. 09-03-2021"),
    ("closed minutes", "REFERAT af lukket møde i Udsatterådet d. 09-03-2021"),
    ("closed, the word after", "REFERAT Udsatterådet møde d. 09-03-2021 - fortroligt"),
]


def alternating(title: str, line: str, rows: int) -> str:
    """A document in which every second item is marked, from item 2 on; `title` and `line` are given the row's place."""
    parts = [FRONT]
    for row in range(rows):
        parts.append(f"Punkt {2 * row + 1}: Orientering nr. {row}\n\n{CASE.format(1000 + row)}{DECIDED}")
        parts.append(f"Punkt {2 * row + 2}: {title(row)}\n\n{CASE.format(2000 + row)}{line(row)}Hegnet er for højt.\n\n{DECIDED}")
    parts.append(f"Punkt {2 * rows + 1}: Eventuelt\n\n{CASE.format(3000)}{DECIDED}")
    return "".join(parts)


def standing(minutes: Minutes) -> list[str]:
    return ["in doubt" if item.in_doubt else "closed" if item.closed else "open" for item in minutes.items]


@pytest.mark.parametrize("format", FORMATS)
def test_marks_in_titles(format):
    minutes = minutes_as(format, alternating(lambda row: TITLES[row][1], lambda row: "", len(TITLES)))
    assert_every_second(standing(minutes), TITLES, "closed")


@pytest.mark.parametrize("format", FORMATS)
def test_marks_on_lines_of_their_own(format):
    minutes = minutes_as(format, alternating(lambda row: f"Klage nr. {row}", lambda row: f"{LINES[row][1]}\n\n", len(LINES)))
    assert_every_second(standing(minutes), LINES, "closed")


@pytest.mark.parametrize("format", FORMATS)
def test_marks_that_say_open(format):
    minutes = minutes_as(format, alternating(lambda row: f"Ansøgning nr. {row}", lambda row: f"{OPEN_LINES[row][1]}\n\n", len(OPEN_LINES)))
    assert_every_second(standing(minutes), OPEN_LINES, "open")


def assert_every_second(found: list[str], rows: list[tuple[str, str]], said: str) -> None:
    wrong = [(mark, looks, one) for (mark, looks), one in zip(rows, found[1::2], strict=True) if one != said]
    assert not wrong
    assert set(found[0::2]) == {"open"}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("heading", [looks for _mark, looks in HALVES])
def test_headings_of_the_closed_half(format, heading):
    for opening in [looks for _mark, looks in OPEN_HALVES][: 4 if format == "txt" else 1]:
        text = (
            f"Punkt 1: Velkomst\n\n{CASE.format(1)}{DECIDED}{heading}\n\nPunkt 2: Klage\n\n{CASE.format(2)}Punkt 3: Køb\n\n{CASE.format(3)}"
        )
        text += f"{opening}\n\nPunkt 4: Eventuelt\n\n{CASE.format(4)}{DECIDED}"
        assert standing(minutes_as(format, FRONT + text)) == ["open", "closed", "closed", "open"]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("line", [looks for _mark, looks in DOCUMENTS])
def test_a_closed_document_closes_all_its_items_and_keeps_its_body_and_day(format, line):
    text = f"{line}\n\nMødested Rådhuset, lokale 4\n\nPunkt 1: Velkomst\n\n{CASE.format(1)}{DECIDED}Punkt 2: Eventuelt\n\n{CASE.format(2)}{DECIDED}"
    minutes = minutes_as(format, text)
    assert standing(minutes) == ["closed", "closed"]
    assert (minutes.meeting.body, minutes.meeting.date.isoformat()) == ("Udsatterådet", "2021-03-09")


def test_every_row_of_the_table_has_its_test():
    tested = {mark for table in (TITLES, LINES, OPEN_LINES, HALVES, OPEN_HALVES, DOCUMENTS) for mark, _looks in table}
    assert tested | {"open in brackets"} == {mark.name for mark in MARKS}


@pytest.mark.parametrize(("name", "looks"), TITLES + LINES + OPEN_LINES + HALVES + OPEN_HALVES + DOCUMENTS)
def test_the_row_named_is_the_one_that_matches(name, looks):
    from reader.parsing.folding import plain

    (mark,) = [mark for mark in MARKS if mark.name == name]
    assert mark.regex.match(plain(looks))
