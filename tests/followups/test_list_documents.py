"""The list of expected cases on paper: the PDF and the Word document, read back."""

import io
import re
import zipfile
from datetime import date, datetime

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from documents import pdf, word
from followups.lists.document import list_document
from followups.lists.rows import ExpectedCase, ExpectedCases, ExpectedMeeting, Slip

MARKUP = '#byggeriet* _på_ $Ågade$ "første" -- [etape] @to <tre> `fire` \\n //fem ~ {{ body }} #panic("x")'
BODY = "Ældre- og Handicaprådet"

REPORT = ExpectedCase(
    kind="Status",
    what=MARKUP,
    case_number="27.15.00-A08-1-19",
    asked_by="Økonomiudvalget",
    asked_on=date(2018, 6, 6),
    responsible="Centerchefen for Børn og Unge",
    when_words="i slutningen af 2019",
    when_dates="1. oktober – 31. december 2019",
    slipped="Lovet til 6. marts, udskudt to gange",
)
HEARING = ExpectedCase(kind="Høring", what="Svar på høring om kørsel", when_dates="senest 3. april 2019")


def a_list(**changes) -> ExpectedCases:
    told = {
        "body": BODY,
        "as_of": date(2018, 9, 3),
        "since": date(2018, 6, 6),
        "overdue": [REPORT],
        "meetings": [
            ExpectedMeeting(date(2018, 10, 3), "ordinært møde", [HEARING]),
            ExpectedMeeting(date(2018, 11, 7), "ekstraordinært møde"),
        ],
        "periods": [HEARING],
        "undated": [HEARING],
        "slipped": [Slip("Ny kørselsordning", "efteråret 2018", "uden dato", "Udbuddet blev ændret.")],
    }
    return ExpectedCases(**(told | changes))


def pdf_bytes(cases: ExpectedCases) -> bytes:
    return pdf.pdf_bytes(list_document(cases), day=cases.as_of)


def docx_bytes(cases: ExpectedCases) -> bytes:
    return word.docx_bytes(list_document(cases), day=cases.as_of)


A_LONG_LIST = a_list(overdue=[REPORT] * 40)
HEADINGS = [
    "Fristen er overskredet",
    "Ordinært møde onsdag d. 3. oktober 2018",
    "Ekstraordinært møde onsdag d. 7. november 2018",
    "Ventes i en periode uden møde i kalenderen",
    "Uden dato",
    "Udskudt siden sidst",
]


def pages_of(data: bytes) -> list[str]:
    """Each page's text on one line, words that were split put together again."""
    with pypdfium2.PdfDocument(data) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(re.sub("[\x02\ufffe]", "", text).split()) for text in texts]


def note_of(section) -> str:
    return "".join(block.lines[0] for block in section.blocks if block.kind == "paragraph")


def all_text(document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def in_word(cases: ExpectedCases):
    return docx.Document(io.BytesIO(docx_bytes(cases)))


def test_what_is_overdue_comes_first_and_what_slipped_last():
    assert [part.heading for part in list_document(a_list()).sections] == HEADINGS


def test_a_meeting_at_which_nothing_is_expected_is_told_and_an_empty_heading_is_not():
    parts = list_document(a_list(overdue=[], periods=[], undated=[], slipped=[])).sections
    assert [(part.heading, note_of(part)) for part in parts] == [
        ("Ordinært møde onsdag d. 3. oktober 2018", ""),
        ("Ekstraordinært møde onsdag d. 7. november 2018", "Der ventes ingen sager."),
        ("Udskudt siden sidst", "Intet er udskudt siden mødet d. 6. juni 2018."),
    ]


def test_a_list_of_nothing_says_so():
    (part,) = list_document(ExpectedCases(BODY, date(2018, 9, 3))).sections
    assert (part.heading, note_of(part)) == ("Kommende møder", "Der ventes ingen sager.")


def test_the_pdf_says_all_of_the_list_and_reads_no_markup():
    text = " ".join(pages_of(pdf_bytes(a_list())))
    for words in [*HEADINGS, f"Sagsstyringsliste for {BODY}", "Pr. 3. september 2018", "Siden mødet d. 6. juni 2018."]:
        assert words in text
    for words in (REPORT.what, "Status · 27.15.00-A08-1-19", "Økonomiudvalget 6. juni 2018", REPORT.when_words, REPORT.when_dates):
        assert words in text
    for words in ("Svar på høring om kørsel", "senest 3. april 2019", "efteråret 2018", "Udbuddet blev ændret."):
        assert words in text


def test_every_page_of_the_pdf_has_its_number_and_the_table_its_header_again():
    pages = pages_of(pdf_bytes(A_LONG_LIST))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"Side {number} af {len(pages)}")
        assert "Sag Fra Ansvarlig Hvornår" in page


def test_the_pdf_is_a4_tagged_danish_and_titled():
    data = pdf_bytes(a_list())
    assert b"<pdfuaid:part>1<" in data
    assert b"/Lang(da-DK)" in data
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_value("Title") == f"Sagsstyringsliste for {BODY}"
        assert document.get_metadata_value("CreationDate") == "D:20180903120000Z"
        assert [round(side) for side in document[0].get_size()] == [595, 842]
        assert [entry.get_title() for entry in document.get_toc()] == [f"Sagsstyringsliste for {BODY}", *HEADINGS]


def test_a_character_no_font_has_costs_no_list():
    (page,) = pages_of(pdf_bytes(a_list(overdue=[ExpectedCase("Status", "Glæde \U0001f600 og \x0c orden\x00")], periods=[])))
    assert "Glæde" in page
    assert "orden" in page


@pytest.mark.parametrize("column", ["what", "responsible"])
def test_a_text_longer_than_a_page_is_printed_whole(column):
    row = ExpectedCase(**({"kind": "Status", "what": "Sag"} | {column: "grød " * 1500}))
    assert " ".join(pages_of(pdf_bytes(a_list(overdue=[row])))).count("grød") == 1500


@pytest.mark.parametrize("made", [pdf_bytes, docx_bytes])
def test_the_same_list_gives_the_same_bytes(made, time_machine):
    time_machine.move_to(datetime(2019, 1, 1))  # noqa: DTZ001
    before = made(a_list())
    time_machine.move_to(datetime(2020, 2, 2))  # noqa: DTZ001
    assert made(a_list()) == before


def test_word_has_real_headings():
    headings = [(paragraph.style.name, paragraph.text) for paragraph in in_word(a_list()).paragraphs if "Heading" in paragraph.style.name]
    assert headings == [("Heading 1", f"Sagsstyringsliste for {BODY}"), *(("Heading 2", heading) for heading in HEADINGS)]


def test_word_says_all_of_the_list():
    document = in_word(a_list())
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Sag", "Fra", "Ansvarlig", "Hvornår"]
    assert [cell.text for cell in table.rows[1].cells] == [
        f"{MARKUP}\nStatus · 27.15.00-A08-1-19",
        "Økonomiudvalget\n6. juni 2018",
        "Centerchefen for Børn og Unge",
        "i slutningen af 2019\n1. oktober – 31. december 2019\nLovet til 6. marts, udskudt to gange",
    ]
    text = all_text(document)
    for words in ("Pr. 3. september 2018", "Der ventes ingen sager.", "Siden mødet d. 6. juni 2018.", "Udbuddet blev ændret."):
        assert words in text


def test_word_repeats_the_header_row_alone_and_splits_no_row():
    for table in in_word(A_LONG_LIST).tables:
        first, *others = [row._tr.trPr for row in table.rows]
        assert first.find(qn("w:tblHeader")) is not None
        assert all(properties.find(qn("w:tblHeader")) is None for properties in others)
        assert all(properties.find(qn("w:cantSplit")) is not None for properties in [first, *others])


def test_word_counts_the_pages_itself():
    footer = in_word(a_list()).sections[0].footer.paragraphs[0]
    assert [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert "".join(text.text for text in footer._p.iter(qn("w:t"))).endswith("Side 1 af 1")


def test_word_is_danish_titled_and_names_neither_person_nor_program():
    data = docx_bytes(a_list())
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.language) == (f"Sagsstyringsliste for {BODY}", "da-DK")
    assert properties.author == properties.last_modified_by == properties.comments == ""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not {"docProps/app.xml", "docProps/thumbnail.jpeg"} & set(package.namelist())
        everything = "".join(package.read(name).decode() for name in package.namelist())
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', everything)) == {"da-DK"}
    assert "python" not in everything.lower()


def test_word_bears_what_xml_cannot_hold():
    assert "Side to" in all_text(in_word(a_list(overdue=[ExpectedCase("Status", "Side\x0c to\x00\ud800")])))
