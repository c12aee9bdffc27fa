"""What the contents list tells of its items by a column of letters or signs, by groups, and in lines beside it."""

import pytest

from reader.parsing.columns import marked_in_column
from tests.parsing.formats import FORMATS, minutes_as
from tests.parsing.of_text import FRONT
from tests.parsing.test_marks import CASE, DECIDED, standing

OPEN, DOUBT = "open", "in doubt"
TITLES = ("Velkomst", "Klage over hegn", "Eventuelt")
COLUMNS = [
    ("Å", "L"),
    ("O", "F"),
    ("O", "L"),
    ("ÅP", "LP"),
    ("", "L"),
    ("å", "l"),
    ("Åben", "Lukket"),
    ("Åbent", "Fortroligt"),
    ("Off.", "Ikke off."),
]
GROUPS = [("Offentlige sager", "Ikke-offentlige sager"), ("Åbne punkter", "Lukkede punkter"), ("Åben dagsorden", "Fortrolig dagsorden")]


def read(listed: str, format: str) -> list[str]:
    items = (f"Punkt {n}: {title}\n\n{CASE.format(n)}{DECIDED}" for n, title in enumerate(TITLES, 1))
    return standing(minutes_as(format, f"{FRONT}Indholdsfortegnelse\n\n{listed}\n\n{''.join(items)}"))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "entry", ["{n}. {title}  {code}", "{n}\t{title}\t{code}\t{n}", "{n}. {title} ({code})", "{code}  {n}. {title}", "{n}. {code} {title}"]
)
@pytest.mark.parametrize(("opened", "closed"), COLUMNS)
def test_a_column_marks_what_is_closed(opened, closed, entry, format):
    codes = (opened, closed, opened)
    listed = (
        entry.format(n=n, title=title, code=code).replace("()", "").strip()
        for n, (title, code) in enumerate(zip(TITLES, codes, strict=True), 1)
    )
    assert read("\n\n".join(listed), format) == [OPEN, DOUBT, OPEN]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("opened", "closed"), GROUPS)
@pytest.mark.parametrize("page", ["", ".....3"])
def test_only_what_stands_under_the_closed_group_is_closed(opened, closed, page, format):
    lines = [opened, f"1. Velkomst{page}", f"3. Eventuelt{page}", closed, f"2. Klage over hegn{page}"]
    assert read("\n\n".join(lines), format) == [OPEN, DOUBT, OPEN]
    assert read("\n\n".join(lines[3:] + lines[:3]), format) == [OPEN, DOUBT, OPEN]


@pytest.mark.parametrize(
    "lines",
    [
        ["Offentlige sager: 1, 3", "Ikke-offentlige sager: 2"], ["Åbne punkter: 1 og 3"], ["Der er adgang for tilhørere under punkt 1 og 3."],
        ["1. Velkomst", "2. Klage over hegn #", "3. Eventuelt", "# = lukket sag"], ["1. Velkomst", "2. Klage over hegn **", "3. Eventuelt", "** Behandles for lukkede døre"], ["1. Velkomst (B)", "2. Klage over hegn (F)", "3. Eventuelt (O)", "B = beslutning, F = fortroligt, O = orientering"],
        ["1. Velkomst", "2. Klage over hegn K", "3. Eventuelt", "K: behandles uden tilhørere"],
        ["1. Velkomst", "2. Klage over hegn *", "3. Eventuelt", "* tages for lukkede døre"], ["1. Velkomst", "2. Klage over hegn*", "3. Eventuelt", "* Fortroligt"], ["1. Velkomst", "2. Klage over hegn †)", "3. Eventuelt", "†) fortrolig sag"],
        ["Nr.   Sag                Offentligt?", "1     Velkomst           ja", "2     Klage over hegn    nej", "3     Eventuelt          ja"],
        ["Indholdsfortegnelse", "1. Velkomst ....... 1", "2. Klage over hegn ....... fortroligt", "3. Eventuelt ....... 2"],
        ["Referatet er offentligt, bortset fra punkt 2."], ["Alle sager på nær sag 2 er åbne."], ["Punkt 1 og 3 er åbne, andet punkt er ikke."], ["Punkt 2 er ikke offentligt, øvrige punkter er åbne."], ["Pkt. 2 er ej åbent."], ["Åbne punkter: 1 og 3. Resten er lukket."],
    ],
)  # fmt: skip
def test_lines_that_name_the_items_or_explain_a_sign(lines):
    assert read("\n\n".join(lines), "txt") == [OPEN, DOUBT, OPEN]


@pytest.mark.parametrize(
    "line",
    [
        "2: lukket punkt",
        "Ad 2) ikke offentligt",
        "Klage over hegn: lukket sag",
        "Klage over hegn behandledes for lukkede døre",
        "Punktet om klagen over hegnet er lukket",
        "De følgende sager er fortrolige: 2.",
    ],
)
def test_a_last_line_that_names_an_item_is_about_it_and_no_item_itself(line):
    items = "".join(f"Punkt {n}: {title}\n\n{CASE.format(n)}{DECIDED}" for n, title in enumerate(TITLES, 1))
    found = standing(minutes_as("txt", f"{FRONT}{items}{line}\n"))
    assert (len(found), found[:2]) == (3, [OPEN, DOUBT])


def test_a_footnote_whose_sign_no_entry_bears_is_about_all():
    assert set(read("1. Velkomst\n\n2. Klage over hegn\n\n3. Eventuelt\n\n* tages for lukkede døre", "txt")) == {DOUBT}


@pytest.mark.parametrize("ending", ["", ".....2"])
def test_an_entry_that_is_closed_counts_though_another_item_is_closed(ending):
    listed = "\n\n".join(f"{n}. {title}{ending}" for n, title in enumerate(("Velkomst", "Klage over hegn (lukket)", "Eventuelt", "Køb"), 1))
    items = "".join(f"Punkt {n}: {title}\n\n{CASE.format(n)}{DECIDED}" for n, title in enumerate((*TITLES, "Køb (lukket)"), 1))
    assert standing(minutes_as("txt", f"{FRONT}Indholdsfortegnelse\n\n{listed}\n\n{items}")) == [OPEN, DOUBT, OPEN, "closed"]


@pytest.mark.parametrize("codes", [("B", "O", "O"), ("BD", "LK", "BD"), ("Å", "Å", "Å"), ("O", "O", "O"), ("A", "B", "L")])
def test_other_letters_mark_nothing(codes):
    assert marked_in_column([f"{n}. {title}  {code}" for n, (title, code) in enumerate(zip(TITLES, codes, strict=True), 1)]) == {}
