"""No closed item is swallowed by an open one, and no open one is closed by a heading of a list or a column: in all formats."""

import pytest

from reader.facts import ItemFacts, Minutes
from tests.parsing.formats import FORMATS, minutes_as
from tests.parsing.of_text import FRONT

SECRET = "Alma Krogsbæk"
DECIDED = "Beslutning\n\nGodkendt.\n\n"
HIDDEN = f"{SECRET} klager over sin nabo.\n\nBeslutning\n\n{SECRET} får afslag.\n\n"


def worded(number: int, title: str, text: str = "", line: str = "") -> str:
    return f"Punkt {number}: {title}\n\nSagsnr.: 20/{7000 + number}\n\n{line}Sagsfremstilling\n\nDer er en plan.\n\n{text}{DECIDED}"


def bare(number: str, title: str, text: str = "") -> str:
    return f"{number}. {title}\n\n{text}{DECIDED}"


CLOSED = {
    "the closed half counts from 1": worded(811, "Budget") + worded(812, "Veje") + f"Punkt 1: Nabosag (Lukket)\n\n{HIDDEN}",
    "more closed ones than open ones, counted from 1": worded(811, "Budget")
    + "".join(f"Punkt {n}: Nabosag (Lukket)\n\nSagsnr.: 20/{n}77\n\n{HIDDEN}" for n in (1, 2)),
    "only the first of the closed half is marked": worded(811, "Budget")
    + worded(812, "Veje")
    + f"Punkt 1: Nabosag (Lukket)\n\n{HIDDEN}Punkt 2: Om {SECRET}\n\n{HIDDEN}",
    "the count starts over without any mark": worded(811, "Budget") + worded(812, "Veje") + f"Punkt 1: Nabosag\n\n{HIDDEN}",
    "a title without a number": worded(1, "Budget") + f"Lukket punkt: Nabosag\n\n{HIDDEN}",
    "a mark without title or number": worded(1, "Budget") + f"Lukket punkt\n\n{HIDDEN}",
    "the same between open items": worded(1, "Budget") + f"Lukket punkt\n\n{HIDDEN}" + worded(2, "Veje"),
    "a number out of order": worded(1, "Budget") + f"Punkt 5 (Lukket)\n\n{HIDDEN}" + worded(3, "Veje"),
    "a bare number out of order": bare("1", "Budget") + f"5. Nabosag (Lukket)\n\n{HIDDEN}" + bare("3", "Veje"),
    "a letter in the number below a heading": worded(1, "Budget") + f"Lukkede punkter\n\nPunkt L1: Nabosag\n\n{HIDDEN}",
    "a letter in the number": bare("1", "Budget") + bare("2", "Veje") + f"Punkt L1: Nabosag\n\n{HIDDEN}",
    "the letter last": worded(1, "Budget") + f"Punkt 12L: Nabosag\n\n{HIDDEN}",
    "a number further on below a heading": bare("1", "Budget") + bare("2", "Veje") + f"Lukkede punkter\n\n9. Personalesag\n\n{SECRET} får en påtale.\n\n",
    "a last heading with a case below": worded(1, "Budget") + f"Lukket dagsorden\n\n{SECRET} er sygemeldt.\n\nGodkendt.\n",
    "after items with letters": bare("1", "Budget") + bare("2a", "Bænke") + bare("2b", "Borde") + f"4. Lukket: Nabosag\n\n{HIDDEN}" + bare("5", "Evt"),
    "after a list of attachments": worded(1, "Budget") + f"Bilag\n\n- Kort over vejen\n\nLukket punkt: Nabosag\n\n{HIDDEN}",
    "a mark over each item": "Åbent punkt\n\n" + worded(1, "Budget") + f"Lukket punkt\n\n{worded(2, 'Nabosag', HIDDEN)}Åbent punkt\n\n" + worded(3, "Veje"),
    "a mark over each short item": f"Åbent punkt\n\n1. Budget\n\nGodkendt.\n\nLukket punkt\n\n2. Nabosag\n\n{SECRET}.\n\nÅbent punkt\n\n3. Veje\n\nUdsat.\n",
    "a mark over the closed one alone": f"1. Budget\n\nLukket punkt\n\n2. Nabosag\n\n{SECRET}.\n\n3. Veje\n\nUdsat.\n",
    "a case number of another": worded(1, "Budget") + f"Nabosag\n\nSagsnr.: 20/8899\n\n{SECRET} klager.\n\n",
    "a number with a title": bare("1", "Budget") + f"Bemærkninger\n\n7. Nabosag\n\n{SECRET} klager.\n\n",
    "a letter with a title": worded(1, "Budget") + f"Punkt B: Nabosag\n\n{SECRET} klager.\n\n",
    "a foot on every page": worded(1, "Budget") + "Side 1 – åben dagsorden\n\n" + worded(2, "Nabosag", HIDDEN) + "Side 2 – lukket dagsorden\n\n" + worded(3, "Veje") + "Side 3 – åben dagsorden\n\n",
    "a column of the table of items": f"Punkt\tReferat\tOffentlig\n1. Budget\tGodkendt.\tJa\n2. Nabosag\t{SECRET} får afslag.\tNej\n3. Veje\tUdsat.\tJa\n",
    "a heading whose word for it stands last": bare("1", "Budget") + bare("2", "Veje") + "II. Lukket\n\n" + bare("3", "Nabosag", HIDDEN) + bare("4", "Klage", HIDDEN),
    "a heading in the midst of the item it is about": worded(1, "Budget") + f"Punkt 2: Nabosag\n\nSagsnr.: 20/7002\n\nSagsfremstilling\n\n{SECRET} klager.\n\nLukket møde\n\nBeslutning\n\n{SECRET} får afslag.\n\n" + worded(3, "Veje"),
    "a line that sets the open items apart": worded(1, "Budget") + worded(2, "Nabosag", HIDDEN) + worded(3, "Veje") + "Tilhørere havde adgang under punkt 1 og 3, ikke under 2.\n\n",
    "a gap and a heading": worded(1, "Budget") + f"2. Nabosag\n\n{SECRET} klager.\n\n3. Anden nabosag\n\nNej.\n\n" + worded(5, "Veje"),
}  # fmt: skip
OPEN = {
    "a heading in an empty contents list": "Indholdsfortegnelse\n\nLukkede Punkter\n\n" + worded(1, "Budget") + worded(2, "Veje"),
    "two headings in an empty contents list": "Dagsorden\n\nÅbne punkter\n\nLukkede Punkter\n\n" + worded(1, "Budget") + worded(2, "Veje"),
    "columns below each other": worded(1, "Budget", line="Mødedato\n\nÅbne punkter\n\nLukkede punkter\n\n09-03-2021\n\n2\n\n") + worded(2, "Veje"),
    "columns beside each other": worded(1, "Budget", line="Udvalg\tMødedato\tÅbent punkt\tLukkede punkter\nRådet\t09-03-2021\t2\t\n\n") + worded(2, "Veje"),
    "numbers that public minutes leave out": worded(1, "Budget") + worded(4, "Veje") + worded(9, "Evt"),
    "a numbered list": worded(1, "Budget", "Planen er:\n\n1. Huse\n\n2. Veje\n\n3. Stier\n\n") + worded(2, "Veje"),
    "letters that mean something else": "Dagsorden\n\n1. Budget (B)\n\n2. Veje (F)\n\nB = beslutning, F = forelæggelse, O = orientering\n\n" + worded(1, "Budget") + worded(2, "Veje"),
    "a letter and a word": worded(1, "L-tog på Hovedbanen") + worded(2, "Veje"),
    "closed attachments": worded(1, "Budget", "Bilag\n\n- Tilbud (fortroligt)\n\n- Plan (åben)\n\n") + worded(2, "Veje"),
}  # fmt: skip


def told(item: ItemFacts) -> str:
    return " ".join([item.title, item.decision or "", *(f"{section.heading} {section.text}" for section in item.sections)])


def read_as(format: str, text: str) -> Minutes:
    return minutes_as(format, FRONT + text)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", CLOSED.values(), ids=CLOSED)
def test_what_is_closed_is_in_no_open_item(format, text):
    items = read_as(format, text).items
    assert [item.title for item in items if SECRET in told(item) and not item.closed] == []
    assert any(SECRET in told(item) for item in items)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_what_is_open_is_neither_closed_nor_in_doubt(format, text):
    assert [item.title for item in read_as(format, text).items if item.closed] == []


def test_a_closed_item_without_a_number_keeps_its_title_and_text_apart():
    above, below = read_as("txt", CLOSED["a title without a number"]).items
    assert (above.closed, above.decision, below.number, below.title) == (False, "Godkendt.", None, "Lukket punkt: Nabosag")


def test_a_closed_entry_of_the_contents_list_without_an_item_puts_the_item_above_it_in_doubt():
    listed = "Indholdsfortegnelse\n\nBudget.....1\nLukket: Nabosag.....2\nVeje.....3\n\n"
    minutes = read_as("txt", listed + worded(1, "Budget") + worded(3, "Veje"))
    assert [item.in_doubt for item in minutes.items] == [True, False]
    assert [(one.code, one.quote) for one in minutes.warnings if one.item == 1] == [("maybe_holds_closed", "Lukket: Nabosag")]


def test_a_doubt_leads_to_the_line_of_its_words():
    text = FRONT + worded(1, "Budget", "Sagen er vendt.\n\nDen blev behandlet på et lukket møde i maj, før planen kom.\n\n")
    (item,) = minutes_as("txt", text).items
    (warning,) = [one for one in minutes_as("txt", text).warnings if one.code == "maybe_closed"]
    assert item.in_doubt
    assert warning.params == {"words": "lukket møde"}
    assert text.splitlines()[warning.at.line - 1] == warning.quote
