"""A closing word that is not plainly one item's puts every item in doubt that it may belong to."""

import pytest

from tests.parsing.formats import FORMATS, minutes_as
from tests.parsing.of_text import FRONT
from tests.parsing.test_marks import CASE, DECIDED, standing

OPEN, DOUBT, CLOSED = "open", "in doubt", "closed"
TITLES = ("Velkomst", "Klage over hegn", "Salg af grunden", "Eventuelt")


def item(n: int, *, mid: str = "", end: str = "", title: str = "", label: str = "Punkt {}: ") -> str:
    parts = (
        f"{label.format(n)}{title or TITLES[n - 1]}",
        CASE.format(n).strip(),
        "Baggrund",
        "Hegnet er for højt.",
        mid,
        DECIDED.strip(),
        end,
    )
    return "\n\n".join(filter(None, parts)) + "\n\n"


def read(text: str, format: str = "txt") -> list[str]:
    return standing(minutes_as(format, FRONT + text))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("heading", ["For lukkede døre", "Personsager", "Lukket tillæg til protokollen", "Fortroligt"])
@pytest.mark.parametrize("front", ["", "Afbud: Bo Dam\n\n"])
def test_a_heading_over_closed_items_holds_to_the_end(heading, front, format):
    found = read(f"{front}{item(1)}{item(2)}{heading}\n\n{item(3)}{item(4)}", format)
    assert OPEN not in found[2:]
    assert found[0] == OPEN


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("mark", ["Lukket punkt.", "Behandlet for lukkede døre.", "Fortroligt"])
def test_a_mark_in_the_midst_of_an_item_is_that_items(mark, format):
    found = read(f"{item(1)}{item(2, mid=mark)}{item(3)}{item(4)}", format)
    assert (found[0], found[1] != OPEN) == (OPEN, True)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("mark", ["Lukket: Ja", "Åbenhed: lukket", "Publicering: Nej", "Begrundelse for lukning: § 10, stk. 2"])
@pytest.mark.parametrize("first", ["", "Åbenhed: åben"])
def test_an_answer_at_the_end_of_an_item_puts_both_its_neighbours_in_doubt(mark, first, format):
    found = read(f"{item(1, end=first)}{item(2, end=mark)}{item(3)}{item(4)}", format)
    assert found[0] == OPEN
    assert found[1] != OPEN


@pytest.mark.parametrize("lines", ["Behandles for luk-\nkede døre", "Sagen er for-\ntrolig", "Behandles for\nlukkede\ndøre"])
def test_a_mark_broken_over_lines_is_read_as_one(lines):
    text = "".join(f"{n}. {title}\n{lines + chr(10) if n == 3 else ''}Beslutning: Godkendt.\n\n" for n, title in enumerate(TITLES, 1))
    found = read(text)
    assert found[2] != OPEN
    assert found[0] == OPEN


@pytest.mark.parametrize(
    "lines", ["Punkt 2 og\n3 behandles for luk-\nkede døre.", "Pkt. 2 og\n3 behandles for lukkede døre.", "Nr. 2 samt\nnr. 3 er lukkede."]
)
def test_numbers_broken_over_lines_are_all_closed(lines):
    text = "".join(f"{n}. {title}\nBeslutning: Godkendt.\n\n" for n, title in enumerate(TITLES, 1))
    found = read(f"{lines}\n\n{text}")
    assert OPEN not in found[1:3]
    assert found[0] == OPEN


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("title", ["(LUK) Køb af en grund", "[Lukk.] Køb af en grund"])
def test_a_shortened_mark_in_brackets_puts_its_item_in_doubt(title, format):
    found = read(f"{item(1)}{item(2, title=title)}{item(3)}{item(4)}", format)
    assert (found[0], found[1] != OPEN, found[2]) == (OPEN, True, OPEN)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("sign", "line"),
    [
        ("¹", "¹ Lukket punkt"), (" *)", "*) behandles for lukkede døre"), (" 1)", "1) Lukket sag, jf. § 10"), (" **", "** = lukket"), (" #", "# = fortroligt punkt"),
        (" †", "† Punktet er lukket"), (" ●", "Punkter med ● er lukkede"), (" (x)", "(x) = for lukkede døre"), (" ▲", "▲ lukket   △ åben"), ("", "Punkter skrevet med kursiv er lukkede"),
    ],
)  # fmt: skip
def test_a_sign_that_a_line_explains_puts_its_item_in_doubt(sign, line, format):
    found = read(f"{item(1)}{item(2, title=TITLES[1] + sign)}{item(3)}{item(4)}{line}\n\n", format)
    assert found[1] != OPEN


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("i.o. {}", "i.o. = ikke offentligt"), ("{} (i.o.)", "i.o.: ikke offentligt"), ("{} i.o.", "i.o. betyder ikke offentlig"), ("LD {}", "LD = lukkede døre"),
        ("{} ld.", "ld. = lukkede døre"), ("{} ult", "ult – uden tilhørere"), ("f.l.d. {}", "f.l.d.: for lukkede døre"),
    ],
)  # fmt: skip
def test_an_abbreviation_that_a_line_explains_puts_its_item_in_doubt(title, line, format):
    found = read(f"{item(1)}{item(2, title=title.format(TITLES[1]))}{item(3)}{item(4)}{line}\n\n", format)
    assert found[1] != OPEN
    assert found[0] == OPEN


def test_an_abbreviation_that_a_line_explains_as_something_else_is_no_mark():
    assert read(f"{item(1)}{item(2, title='TMU Klage over hegn')}{item(3)}{item(4)}TMU = Teknik- og Miljøudvalget\n\n") == [OPEN] * 4


def test_what_is_told_ad_a_closed_item_puts_the_item_that_took_it_in_doubt():
    listed = "".join(f"{n}. {title}{' (lukket)' if n == 2 else ''}\n" for n, title in enumerate(TITLES, 1))
    found = read(f"Dagsorden:\n{listed}\nAd 1. Alle var med.\n\nAd 2. Naboen klager igen.\n\nAd 3. Solgt.\n\nAd 4. Intet.\n\n")
    assert OPEN not in (found[1], found[-1])


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("mark", ["Ikke åben", "Ikke offentlig", "IKKE ÅBENT", "Ej åben"])
def test_a_title_that_ends_in_not_open_is_closed(mark, format):
    found = read(f"{item(1)}{item(2, title=f'Klage over hegn {mark}')}{item(3)}{item(4)}", format)
    assert (found[0], found[1], found[2]) == (OPEN, CLOSED, OPEN)


@pytest.mark.parametrize("heading", ["FORLUKKEDEDØRE", "F O R  L U K K E D E  D Ø R E", "LUKKEDESAGER"])
def test_a_heading_whose_words_are_run_together_holds_to_the_end(heading):
    found = read(f"{item(1)}{item(2)}{heading}\n\n{item(3)}{item(4)}")
    assert OPEN not in found[2:]
    assert found[0] == OPEN


@pytest.mark.parametrize("note", ["a Lukket sag efter § 10, stk. 2", "Hegnet blev set på. a Lukket sag efter § 10, stk. 2"])
def test_a_letter_glued_to_a_title_that_a_note_explains_puts_its_item_in_doubt(note):
    found = read(f"{item(1)}{item(2, title='Hegnet ved Skolena')}{item(3)}{item(4)}{note}\n\n")
    assert found[1] != OPEN
    assert found[2] == OPEN


@pytest.mark.parametrize("head", ["Offentlig (J/N)", "Offentlig"])
def test_an_answer_in_a_column_counts_for_an_entry_that_reads_as_an_item(head):
    rows = "".join(f"{n}    {title:<30}{'N' if n == 2 else 'J'}\n" for n, title in enumerate(TITLES, 1))
    items = "".join(f"{n}    {title}\nDet blev drøftet.\n\n" for n, title in enumerate(TITLES, 1))
    minutes = minutes_as("txt", f"{FRONT}Nr   Sag                           {head}\n{rows}\n{items}")
    assert [one.title for one in minutes.items if "Klage" in one.title and not one.closed] == []


def test_a_closing_word_with_a_letter_on_each_line_puts_all_in_doubt():
    assert OPEN not in read(f"{item(1)}{item(2)}{item(3)}{item(4)}" + "\n\n".join("LUKKEDE"))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("ticks", ["{} Åbent punkt {} Lukket punkt", "{1} Lukket {0} Åben"])
def test_a_box_is_ticked_for_each_item(ticks, format):
    lines = [ticks.format("☐", "☒") if n == 2 else ticks.format("☒", "☐") for n in range(1, 5)]
    items = "".join(
        f"{n}. {title}\n\n{line}\n\nBeslutning: Godkendt.\n\n" for n, (title, line) in enumerate(zip(TITLES, lines, strict=True), 1)
    )
    assert [one != OPEN for one in read(items, format)] == [False, True, False, False]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("title", "legend"),
    [
        ("{} #", "# = lukket sag"),
        ("(L) {}", "(Å) = åben sag, (L) = lukket sag"),
        ("{} *", "Punkter mærket med * er lukkede"),
    ],
)
def test_a_legend_is_about_those_that_bear_its_sign(title, legend, format):
    items = "".join(item(n, title=title.format(name) if n == 2 else name) for n, name in enumerate(TITLES, 1))
    assert [one != OPEN for one in read(f"{legend}\n\n{items}", format)] == [False, True, False, False]
    assert [one != OPEN for one in read(f"{items}{legend}\n\n", format)][:3] == [False, True, False]


@pytest.mark.parametrize("format", FORMATS)
def test_a_legend_whose_sign_no_item_bears_is_about_all(format):
    items = "".join(item(n) for n in range(1, 5))
    assert OPEN not in read(f"Punkter mærket med # er lukkede\n\n{items}", format)


@pytest.mark.parametrize("format", ["txt", "pdf"])
def test_closed_minutes_told_at_the_foot_are_closed_all_through(format):
    items = "".join(f"{n}. {title}\n\nBeslutning: Godkendt.\n\n" for n, title in enumerate(TITLES[:2], 1))
    assert OPEN not in standing(minutes_as(format, f"{FRONT}{items}Lukket referat\n\n"))


@pytest.mark.parametrize("title", ["Retssag (behandles for lukkedøre)", "Retssag – for lukkede dører"])
def test_doors_are_misspelled(title):
    assert read(f"{item(1)}{item(2, title=title)}{item(3)}")[1] != OPEN


def test_the_mark_of_the_item_below_is_not_this_items():
    labels = ("Offentlig", "Fortrolig", "Offentlig")
    items = "".join(f"{n}. {TITLES[n - 1]}\nKlassifikation: {label}\nBeslutning: Drøftet.\n\n" for n, label in enumerate(labels, 1))
    assert read(items)[0] == OPEN


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("word", ["FORTROLIGT", "Lukket", "Ikke offentligt"])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_word_at_the_head_or_foot_of_the_paper_is_about_all_of_it(word, count, format):
    items = "".join(item(n) for n in range(1, count + 1))
    assert OPEN not in standing(minutes_as(format, f"{word}\n\n{FRONT}{items}"))
    if format != "pdf":  # whose made-up pages hold an item each, so that the last one's foot is that item's
        assert OPEN not in standing(minutes_as(format, f"{FRONT}{items}{word}\n\n"))


def test_a_word_at_the_foot_of_every_page_is_about_all_of_them():
    pages = [f"{FRONT}{item(1)}{item(2)}Fortroligt", f"{item(3)}{item(4)}Fortroligt"]
    assert OPEN not in standing(minutes_as("txt", "\f".join(pages)))


@pytest.mark.parametrize("format", FORMATS)
def test_a_word_right_under_the_last_title_is_that_items_alone(format):
    found = read(f"{item(1)}{item(2)}{item(3)}Punkt 4: Klage\n\nLukket\n\n", format)
    assert found[:3] == [OPEN] * 3
    assert found[3] != OPEN


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("| Nr. | Titel | Å/L |\n|---|---|---|\n| 1 | Velkomst | Å |\n| 2 | Klage over hegn | L |\n| 3 | Salg af grunden | Å |\n| 4 | Eventuelt | Å |", {2}),
        ("Nr.\tTitel\tÅben\n1\tVelkomst\tX\n2\tKlage over hegn\t\n3\tSalg af grunden\tX\n4\tEventuelt\tX", {2}),
        ("Nr.\tTitel\tOffentlig\n1\tVelkomst\tja\n2\tKlage over hegn\t?\n3\tSalg af grunden\tnej\n4\tEventuelt\tja", {2, 3}),
        ("Punkt | Titel | Åben/Lukket\n1 | Velkomst | Åben\n2 | Klage over hegn | Åben\n3 | Salg af grunden | Åben\n4 | Eventuelt | Åben", set()),
    ],
)  # fmt: skip
def test_a_table_answers_for_each_item(table, expected):
    found = read(f"{table}\n\n{item(1)}{item(2)}{item(3)}{item(4)}")
    assert {n for n, one in enumerate(found, 1) if one != OPEN} == expected


def test_an_entry_of_the_contents_list_set_as_a_row_heads_no_column():
    """Of a list some entries of which are rows the closed one says nothing of the next."""
    entries = "Sagsoversigt\n\nPunkt 1 - Velkomst..... 2\nPunkt 2 - (Lukket).....\t3\nPunkt 3 - Salg af grunden.....\t4\n\n"
    found = read(f"{entries}{item(1)}{item(2, title='(Lukket)')}{item(3)}")
    assert found == [OPEN, CLOSED, OPEN]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Nr. 2 er fortrolig og må ikke offentliggøres.", {2}), ("Ad 2 er omfattet af tavshedspligt.", {2}), ("Salget af grunden er fortroligt.", {3}),
        ("Sidste punkt behandles for lukkede døre.", {4}), ("De to sidste punkter er lukkede.", {3, 4}),
    ],
)  # fmt: skip
def test_a_sentence_in_another_item_puts_the_one_it_names_in_doubt(line, named, format):
    found = read(f"{item(1, end=line)}{item(2)}{item(3)}{item(4)}", format)
    assert all(found[n - 1] != OPEN for n in named)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Punkterne 2 til og med 4 behandles for lukkede døre.", {2, 3, 4}), ("Punkt 2 t.o.m. 4 er fortrolige.", {2, 3, 4}), ("Punkterne 2 t/m 4: lukkede døre", {2, 3, 4}),
        ("Pkt. 2 - pkt. 4 er lukkede.", {2, 3, 4}), ("Sag nr. 2 til nr. 4 er lukkede.", {2, 3, 4}), ("Punkterne 2+3+4 er lukkede.", {2, 3, 4}),
        ("Punkterne 2÷4 er lukkede.", {2, 3, 4}), ("Punkterne 2..4: fortrolige", {2, 3, 4}), ("Punkterne 2 og op til 4 er lukkede.", {2, 3, 4}),
        ("Sag 3 og følgende er lukkede.", {3, 4, 5}), ("Punkt 3 og de to efterfølgende punkter er lukkede.", {3, 4, 5}), ("Punkt 3 og frem behandles uden tilhørere.", {3, 4, 5}),
        ("Punkt 3 og resten af dagsordenen er fortrolige.", {3, 4, 5}), ("Punkt 3 ff. er lukkede.", {3, 4, 5}), ("Punkt 3 og punkterne efter er lukkede.", {3, 4, 5}),
        ("Punkterne 2 og 4 er lukkede efter § 10, stk. 3.", {2, 4}), ("Punkterne 2 t. o. m. 4 lukkes.", {2, 3, 4}), ("Punkt 1 er åbent; punkt 3 og følgende lukkede", {3, 4, 5}), ("Punkt 2 er lukket fra kl. 17 med 4 medlemmer til stede.", {2}),
    ],
)  # fmt: skip
def test_a_line_puts_all_that_it_may_mean_in_doubt(line, named):
    items = "".join(item(n, title=title) for n, title in enumerate((*TITLES[:3], "Skolens tag", "Eventuelt"), 1))
    found = read(f"{line}\n\n{items}")
    assert {n for n, one in enumerate(found, 1) if one != OPEN} == named


@pytest.mark.parametrize(
    "mark", ["LUKKET PUNKT 3 STARTER", "Lukket punkt 3", "Lukket punkt nr. 3", "Lukket: Punkt 3", "Lukket sag 3 indledes"]
)
def test_no_item_is_open_that_has_the_number_of_a_closed_one(mark):
    text = "".join(f"{mark + chr(10) * 2 if n == 3 else ''}{n}. {title}\n\nBeslutning\nGodkendt.\n\n" for n, title in enumerate(TITLES, 1))
    found = minutes_as("txt", FRONT + text)
    assert {one.number for one in found.items if one.closed} == {3}
    assert all(one.closed for one in found.items if one.number == 3)


@pytest.mark.parametrize("mark", ["Lukket punkt 2 til 4", "Lukket punkt 2, 3 og 4", "Lukket: punkt 2 - 4", "Lukket punkt 2 og følgende"])
def test_a_mark_over_several_items_is_not_the_first_ones_alone(mark):
    text = "".join(f"{mark + chr(10) * 2 if n == 2 else ''}{n}. {title}\n\nBeslutning\nGodkendt.\n\n" for n, title in enumerate(TITLES, 1))
    found = minutes_as("txt", FRONT + text)
    assert {one.number for one in found.items if not one.closed} == {1}


def test_a_line_in_an_item_that_tells_the_closed_ones_apart():
    found = read(f"{item(1, end='Åbne punkter: 1 t.o.m. 2, lukkede 3 t.o.m. 4')}{item(2)}{item(3)}{item(4)}")
    assert found[2:] == [DOUBT, DOUBT]


@pytest.mark.parametrize("attached", ["", "Bilag\nTegning af hegnet\n\n"])
@pytest.mark.parametrize("line", ["Efter åbent møde: lukket", "Anden afdeling: fortroligt"])
def test_a_closing_line_at_a_seam_holds_to_the_end(line, attached):
    text = "".join(
        f"{n}. {title}\nBeslutning\nGodkendt.\n\n{f'{attached}{line}{chr(10) * 2}' if n == 2 else ''}" for n, title in enumerate(TITLES, 1)
    )
    found = read(text)
    assert (found[0], found[2] != OPEN, found[3] != OPEN) == (OPEN, True, True)


@pytest.mark.parametrize("mark", ["Forlukkede døre", "For lukke døre", "Lukkedøre", "Lukke punkt", "Udgives: Nej", "Frigives: Nej"])
def test_slips_of_the_keys_and_fields_in_other_words(mark):
    assert read(f"{item(1)}{item(2, mid=mark)}{item(3)}")[1] != OPEN


@pytest.mark.parametrize(("label", "title"), [("Ad. {}) ", "Klage over hegn"), ("{}. ", "E-post til borgere"), ("{}. ", "L-tog til byen")])
def test_a_word_before_a_number_and_a_letter_of_a_word_are_no_signs(label, title):
    closed = item(3, title="Lukket", label=label)
    assert read(f"{item(1, label=label)}{item(2, title=title, label=label)}{closed}{item(4, label=label)}") == [OPEN, OPEN, CLOSED, OPEN]


def test_capitals_that_may_be_a_name_put_the_item_in_doubt():
    assert read(f"{item(1)}{item(2, title='FORTROLIG RÅDGIVNING FOR BØRN')}{item(3)}") == [OPEN, DOUBT, OPEN]


@pytest.mark.parametrize(
    "line", ["Bilag til punkt 2: Tegning af hegnet", "Punkt 2 (lukket)\n\nBilag 1: Tegning", "Klagen over et hegn er omtalt i avisen"]
)
def test_what_tells_of_a_closed_item_is_not_published_with_another(line):
    found = read(f"{item(1)}{item(2, title='Klage over hegn (lukket)')}{item(3)}{item(4)}Bilag\n\n{line}\n\n")
    assert (found[:3], found[-1] != OPEN) == ([OPEN, CLOSED, OPEN], True)


@pytest.mark.parametrize("labels", [("Å 1. ", "Å 2. ", "L 3. ", "Å 4. "), ("1. ", "2. ", "3L. ", "4. "), ("1. ", "2. ", "3.L ", "4. ")])
def test_a_letter_at_the_number_puts_its_item_in_doubt(labels):
    text = "".join(f"{label}{title}\n\nBeslutning: Godkendt.\n\n" for label, title in zip(labels, TITLES, strict=True))
    assert read(text) == [OPEN, OPEN, DOUBT, OPEN]


@pytest.mark.parametrize("words", ["optages ikke", "refereres ikke", "ikke til referat", "uden for referat", "til tjenestebrug", "rosa papir", "lyserødt punkt"])  # fmt: skip
def test_words_for_what_is_kept_out_of_the_minutes(words):
    assert read(f"{item(1)}{item(2, title=f'Klage over hegn ({words})')}{item(3)}")[1] != OPEN


def test_a_row_of_the_time_plan_that_speaks_of_a_closed_item_is_left_out():
    plan = "Tidsplan\n16.00-16.05 Velkomst\n16.05-16.30 Lukket: Grunden\n16.30-16.50 Eventuelt\n\n"
    minutes = minutes_as("txt", f"{FRONT}{plan}{item(1)}{item(2, title='Eventuelt')}")
    assert [row.title for row in minutes.time_plan] == ["Velkomst", "Eventuelt"]


def test_no_closed_items_close_none():
    assert read(f"Mødet var offentligt. Lukket punkt: ingen.\n\n{item(1)}{item(2)}") == [OPEN, OPEN]
