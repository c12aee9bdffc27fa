"""A document as PDF: tagged as PDF/UA-1 asks, in Danish, and every text of it no more than text."""

import re

import pytest
import typst

from documents.model import Contents, Document, Facts, Listing, Notice, Paragraph, Section, Table
from documents.pdf import pdf_bytes
from documents.word import docx_bytes
from tests.documents.pdfs import elements, opened, tags, text_of, untagged
from tests.documents.samples import DAY, MARKUP, NUMBER, sample


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf_bytes(sample(), day=DAY)


def test_it_is_pdf_ua_danish_and_titled(made):
    pdf = opened(made)
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Referat: Udsatterådet, 6. juni 2018"
    assert str(pdf.Root.Lang) == "da-DK"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_headings_are_in_order_and_are_the_bookmarks(made):
    pdf = opened(made)
    levels = [int(name[1]) for name in tags(pdf) if re.fullmatch(r"H\d", name)]
    assert levels == [1, 2, 2, 2, 3, 3, 2, 3]
    with pdf.open_outline() as outline:
        (paper,) = outline.root
        assert [entry.title for entry in paper.children] == ["Indhold", "Tidsplan", "Punkt 16: Varmestuen", "Punkt 18: Eventuelt"]
        assert [entry.title for entry in paper.children[2].children] == ["Sagsfremstilling", "Indstilling"]


def test_tables_have_headers_and_lists_have_entries(made):
    pdf = opened(made)
    found = tags(pdf)
    assert (found.count("Table"), found.count("TH"), found.count("TD")) == (1, 2, 4)
    assert (found.count("L"), found.count("LI")) == (3, 5)
    headers = [element for element in elements(pdf.Root.StructTreeRoot) if str(element.S) == "/TH"]
    assert all(b"/Scope /Column" in header.unparse(resolved=True) for header in headers)


def test_no_text_is_untagged(made):
    assert untagged(opened(made)) == 0
    assert untagged(opened(typst.compile(b"Utagget", format="pdf", pdf_tags=False))) == 1


def test_the_contents_lead_to_the_items(made):
    pdf = opened(made)
    assert [str(one.Subtype) for one in pdf.pages[0].Annots] == ["/Link"] * 2


def test_markup_is_printed_as_it_is():
    data = pdf_bytes(sample(title=MARKUP, text=MARKUP, heading=MARKUP), day=DAY)
    text = text_of(data)
    assert text.count(MARKUP) >= 3
    assert "root:" not in text
    assert b"pdfuaid:part" in data


def test_a_case_number_never_breaks_and_is_copied_with_its_hyphens():
    text = text_of(pdf_bytes(sample(text=" ".join(f"{'x' * n} {NUMBER}" for n in range(60))), day=DAY))
    assert text.count(NUMBER) == 61


def test_what_is_empty_costs_no_paper():
    empty = [Facts([]), Table([[[], [""]]], ["Tid", "Emne"]), Listing([("", "")]), Paragraph([""]), Paragraph([]), Notice(""), Contents("")]
    data = pdf_bytes(Document(title="", foot="", page_of=("Side", "af"), blocks=empty, sections=[Section("", mark="a")]), day=DAY)
    assert data.startswith(b"%PDF")
    assert docx_bytes(Document(title="", foot="", page_of=("Side", "af"), blocks=empty, sections=[Section("", mark="a")]), day=DAY)


def test_a_very_long_text_is_printed_whole():
    data = pdf_bytes(sample(text="grød " * 40_000), day=DAY)
    assert text_of(data).count("grød") == 40_000


def test_writing_from_the_right_is_text_and_turns_nothing_else():
    text = text_of(pdf_bytes(sample(text="Før \u200fשלום\u200f efter \u202eabc\u202c slut"), day=DAY))
    assert "\u202e" not in text
    assert "abc" in text


def test_its_title_is_cleaned_as_its_text_is():
    title = "R\u202eåd\x07et"
    pdf = opened(pdf_bytes(Document(title=title, foot="", page_of=("Side", "af")), day=DAY))
    assert str(pdf.docinfo["/Title"]) == "Rådet"
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Rådet"


def test_it_names_neither_person_nor_place_nor_hour(made):
    pdf = opened(made)
    assert {*pdf.docinfo} <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20180606120000")


def test_the_same_document_gives_the_same_bytes(made):
    assert pdf_bytes(sample(), day=DAY) == made
