"""A document as a Word file: real styles, numbering and tables, in Danish, and every text of it no more than text."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from documents.word import docx_bytes
from tests.documents.samples import DAY, MARKUP, NUMBER, sample


def opened(**texts):
    return docx.Document(io.BytesIO(docx_bytes(sample(**texts), day=DAY)))


@pytest.fixture(scope="module")
def made():
    return opened()


def test_headings_are_headings_and_lists_are_lists(made):
    styled = [(one.style.name, one.text) for one in made.paragraphs if one.style.name.startswith(("Heading", "List"))]
    assert styled == [
        ("Heading 1", "REFERAT\nUdsatterådet"),
        ("Heading 2", "Indhold"),
        ("Heading 2", "Tidsplan"),
        ("Heading 2", "Punkt 16: Varmestuen"),
        ("Heading 3", "Sagsfremstilling"),
        ("List Bullet", "et punkt"),
        ("List Bullet", "et til"),
        ("Heading 3", "Indstilling"),
        ("List Number", "at det godkendes"),
        ("List Number", "at det sendes ud"),
        ("Heading 2", "Punkt 18: Eventuelt"),
        ("Heading 3", "Indstilling"),
        ("List Number", "at det drøftes"),
    ]


def test_each_numbered_list_begins_with_1(made):
    numbered = [one._p.pPr.numPr.numId.val for one in made.paragraphs if one.style.name == "List Number"]
    assert numbered[0] == numbered[1] != numbered[2]


def test_the_header_row_of_a_table_is_one(made):
    (table,) = made.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Tid", "Emne"],
        ["15.30–15.45", "Varmestuen"],
        ["15.45–15.50", "Pause\ni gården"],
    ]


def test_it_is_danish_titled_and_names_nobody(made):
    properties = made.core_properties
    assert (properties.title, properties.language) == ("Referat: Udsatterådet, 6. juni 2018", "da-DK")
    assert properties.author == properties.last_modified_by == properties.comments == ""


def test_the_contents_lead_to_the_items(made):
    anchors = [link.get(qn("w:anchor")) for link in made.element.body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in made.element.body.iter(qn("w:bookmarkStart"))]
    assert anchors == marks == ["punkt-16", "punkt-18"]


def test_the_hyphens_of_a_case_number_break_no_line(made):
    paragraph = next(one for one in made.paragraphs if one.text == NUMBER)
    assert len(list(paragraph._p.iter(qn("w:noBreakHyphen")))) == NUMBER.count("-")


def test_markup_is_printed_as_it_is():
    texts = [one.text for one in opened(title=MARKUP, text=MARKUP, heading=MARKUP).paragraphs]
    assert [f"REFERAT\n{MARKUP}", MARKUP, MARKUP, MARKUP] == [text for text in texts if MARKUP in text]


def test_what_xml_cannot_hold_and_what_turns_the_writing_is_left_out():
    texts = [one.text for one in opened(text="Før\x00\x0c \u200fשלום\u200f \u202eabc\u202c").paragraphs]
    assert "Før \u200fשלום\u200f abc" in texts


def test_a_very_long_text_is_there_whole():
    assert max(one.text.count("grød") for one in opened(text="grød " * 40_000).paragraphs) == 40_000


def test_the_same_document_gives_the_same_bytes_without_a_program():
    data = docx_bytes(sample(), day=DAY)
    assert docx_bytes(sample(), day=DAY) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "docProps/app.xml" not in package.namelist()
