"""What the demo council waits for, seen to by the secretary at a desk in a real browser."""

import csv
import datetime as dt
import io

import docx
import openpyxl
import pypdfium2
import pytest

from tests.demo.walking import (
    NOT_ANSWERABLE,
    SETTLED_KINDS,
    act,
    download,
    every_kind,
    fact,
    follow,
    kinds_on,
    log_in,
    look,
    narrow,
    open_one,
    open_the_desk,
    pages_of_the_list,
    said,
    section,
    tick,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ANSWERED = "Rådet får en status, når pladsen tages i brug i november 2026."
# What is placed, and the title of the item it is asked for at, which the new item has too.
PLACED = {
    "Rådet ønsker en status i slutningen af 2026.": "Breve der kan forstås",
    "Rådet ønsker en ny status i 1. kvartal 2027.": "Stationspladsen",
}
POSTPONED = "Forvaltningen fremlægger en skriftlig evaluering senest den 1. oktober 2026."
MET = "Forvaltningen undersøger, om der kan åbnes for behandling en ekstra eftermiddag i foråret 2026, og giver rådet besked."
DROPPED = "Solveig Munkholm ønsker at spørge forvaltningen, om klippekort til behandling nu kan hentes på Værestedet Stationen."
NEXT_MEETING = "Ordinært møde onsdag d. 3. februar 2027"


def test_the_secretary_sees_to_them_at_a_desk(at_a_desk):
    page = at_a_desk
    log_in(page, "secretary")
    the_front_page_leads_to_the_desk(page)
    the_desk_has_each_kind(page)
    a_proposal_is_confirmed_and_taken_back(page)
    two_are_placed_on_the_next_agenda(page)
    one_is_postponed(page)
    one_is_answered_outside_a_meeting(page)
    one_is_let_go(page)
    the_sheets_say_how_it_stands(page)
    the_list_of_expected_cases_has_what_was_placed(page)


def the_front_page_leads_to_the_desk(page) -> None:
    look(page)
    section(page, "Haster").get_by_text(NOT_ANSWERABLE).wait_for()
    page.get_by_role("article", name="Udsatterådet").get_by_role("link", name="Vil på").wait_for()
    follow(section(page, "Til dig").get_by_role("link", name="forslag at tage stilling til"))
    page.get_by_role("heading", name="Sekretærens bord").wait_for()


def the_desk_has_each_kind(page) -> None:
    found = set().union(*(kinds_on(part) for part in pages_of_the_list(page)))
    assert found == every_kind() - SETTLED_KINDS
    narrow(page, "Besvaret")
    found = set().union(*(kinds_on(part) for part in pages_of_the_list(page)))
    assert found >= SETTLED_KINDS


def a_proposal_is_confirmed_and_taken_back(page) -> None:
    open_the_desk(page)
    proposal = section(page, "Forslag at tage stilling til").locator(".row-item", has_text=ANSWERED)
    told = proposal.inner_text()
    assert "Den er besvaret her: punkt 23, Stationspladsen" in told
    assert "Fordi: samme forløb, samme sag" in told
    proposal.get_by_role("checkbox").check()
    follow(page.get_by_role("button", name="Bekræft de afkrydsede"))
    said(page, "1 forslag er bekræftet.")
    assert page.get_by_text(ANSWERED).count() == 0
    look(page)
    narrow(page, "Besvaret")
    open_one(page, ANSWERED)
    look(page)
    assert fact(page, "Besvaret").startswith("punkt 23, Stationspladsen")
    assert section(page, "Hvad er der sket med den?").count() == 0
    follow(section(page, "Hvad der er gjort").get_by_role("button", name="Fortryd skridtet"))
    said(page, "Skridtet er fortrudt.")
    section(page, "Forslag at tage stilling til").get_by_role("link", name="punkt 23, Stationspladsen").wait_for()
    look(page)


def two_are_placed_on_the_next_agenda(page) -> None:
    open_the_desk(page, "Udsatterådet")
    tick(page, *PLACED)
    follow(page.get_by_role("button", name="Sæt på dagsordenen …"))
    page.get_by_role("heading", name="Sæt på en dagsorden").wait_for()
    look(page)
    new_item_on(page, "Udsatterådet, onsdag d. 3. februar 2027")
    follow(page.get_by_role("button", name="Sæt på dagsordenen"))
    said(page, "2 står nu på dagsordenen.")
    assert "organ=udsatteraadet" in page.url
    for what, title in PLACED.items():
        row = page.locator(".todo", has_text=what)
        assert "På en dagsorden" in row.locator(".badge-success").inner_text()
        row.get_by_role("link", name=f"3. februar 2027, {title}").wait_for()
        row.get_by_role("link", name="Står på dagsordenen for mødet d. 3. februar 2027").wait_for()
    look(page)


def new_item_on(page, sitting: str) -> None:
    """Chooses a new item on the agenda of that meeting."""
    agendas = page.get_by_label("På hvilken dagsorden")
    option = agendas.locator(f"optgroup[label='{sitting}'] option", has_text="Nyt punkt på dagsordenen")
    agendas.select_option(option.get_attribute("value"))


def one_is_postponed(page) -> None:
    open_the_desk(page)
    open_one(page, POSTPONED)
    form = act(page, "Udskyd den")
    form.get_by_label("Til hvornår, med ord").press_sequentially("i slutningen af marts")
    form.get_by_text("marts 2027").wait_for()
    form.get_by_label("Hvorfor").fill("Ét tilbud mangler endnu at svare.")
    follow(form.get_by_role("button", name="Udskyd den"))
    said(page, "Den har nu fået sin nye tid.")
    assert fact(page, "Udskudt") == "Lovet til 1. oktober 2026, udskudt tre gange"
    latest = section(page, "Hvad der er gjort").get_by_role("listitem").last
    assert "Udskudt fra 19. januar 2027 til" in latest.inner_text()
    latest.get_by_text("Ét tilbud mangler endnu at svare.").wait_for()
    look(page)


def one_is_answered_outside_a_meeting(page) -> None:
    open_the_desk(page)
    narrow(page, "Uden dato")
    tick(page, MET)
    follow(page.get_by_role("button", name="Besvaret …"))
    page.get_by_role("heading", name="Noter som besvaret").wait_for()
    look(page)
    page.get_by_label("Ellers: besvaret uden for et møde den").fill("20-11-2026")
    page.get_by_label("Bemærkning").fill("Svaret kom på mail.")
    follow(page.get_by_role("button", name="Noter som besvaret"))
    said(page, "1 er nu besvaret.")
    assert page.get_by_text(MET).count() == 0
    narrow(page, "Besvaret")
    open_one(page, MET)
    assert fact(page, "Besvaret") == "20. november 2026"
    page.get_by_text("Svaret kom på mail.").wait_for()


def one_is_let_go(page) -> None:
    open_the_desk(page)
    narrow(page, "Uden dato")
    open_one(page, DROPPED)
    form = act(page, "Den er frafaldet")
    form.get_by_label("Hvorfor").fill("Spørgsmålet er ikke længere aktuelt.")
    follow(form.get_by_role("button", name="Den er frafaldet"))
    said(page, "Den er nu frafaldet.")
    section(page, "Hvad der er gjort").get_by_text("Spørgsmålet er ikke længere aktuelt.").wait_for()
    look(page)
    open_the_desk(page)
    narrow(page, "Frafaldet")
    page.locator(".todo").get_by_role("link", name=DROPPED).wait_for()


def the_sheets_say_how_it_stands(page) -> None:
    """CSV and Excel have the same rows: those of the pages of the list."""
    open_the_desk(page, "Udsatterådet")
    shown = page.locator(".todo").count()
    as_csv, as_excel = (download(page, name) for name in ("CSV", "Excel"))
    lines = list(csv.DictReader(io.StringIO(as_csv.decode("utf-8-sig"), newline=""), delimiter=";"))
    header, *rows = openpyxl.load_workbook(io.BytesIO(as_excel)).active.iter_rows(values_only=True)
    book = [dict(zip(header, row, strict=True)) for row in rows]
    assert shown == len(lines) == len(book)
    assert [line["Hvad"] for line in lines] == [row["Hvad"] for row in book]
    for what in PLACED:
        [row] = [row for row in book if row["Hvad"] == what]
        assert row["Tilstand"] == "på en dagsorden"
        assert row["På dagsordenen den"].date() == dt.date(2027, 2, 3)
    assert not {MET, DROPPED} & {row["Hvad"] for row in book}


def the_list_of_expected_cases_has_what_was_placed(page) -> None:
    follow(page.get_by_role("link", name="Sagsstyringsliste: hvad der ventes på de kommende møder"))
    page.get_by_role("heading", name="Sagsstyringsliste for Udsatterådet").wait_for()
    look(page)
    for what, title in PLACED.items():
        case = section(page, NEXT_MEETING).get_by_role("row", name=what)
        case.get_by_role("link", name=title).wait_for()
    for told in (text_of_pdf(download(page, "Hent som PDF")), text_of_word(download(page, "Hent som Word"))):
        words = " ".join(told.split())
        assert words.index("Fristen er overskredet") < words.index(NEXT_MEETING)
        for what in PLACED:
            assert words.index(NEXT_MEETING) < words.index(what) < words.index("Ordinært møde onsdag d. 28. april 2027")


def text_of_pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))


def text_of_word(content: bytes) -> str:
    return "\n".join(text.text for text in docx.Document(io.BytesIO(content)).element.body.iter("{*}t"))
