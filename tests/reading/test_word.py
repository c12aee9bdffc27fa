"""Word files: styles, numbering, tables, tracked changes, page breaks."""

import pytest

from reader.pipeline import understand
from reader.reading import read
from tests.reading.files import W, docx, p, package, table

STYLES = f"""<w:styles {W}>
<w:style w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Punkt"><w:name w:val="Punkttitel"/><w:basedOn w:val="Overskrift2"/></w:style>
<w:style w:styleId="Niveau"><w:name w:val="Egen"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
</w:styles>"""
LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/></w:lvl>'
    for n, (kind, mark) in enumerate([("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%1.%3")])
)
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="1">{LEVELS}</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def blocks(body: str, **parts: str):
    return read(docx(body, **parts), "referat.docx").blocks


def listed(text: str, number: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_headings_are_known_by_style_inheritance_outline_or_weight():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Beslutning</w:t></w:r>"
    found = blocks(
        p("Punkt 1: Velkomst", properties='<w:pStyle w:val="Punkt"/>')
        + p("Resumé", properties='<w:pStyle w:val="Niveau"/>')
        + p(bold)
        + p("Godkendt."),
        styles=STYLES,
    )
    assert [(block.kind, block.level) for block in found] == [("heading", 2), ("heading", 3), ("heading", 9), ("paragraph", 0)]


def test_numbers_word_only_shows_are_counted():
    body = listed("at tal godkendes", 5) + listed("for 2020", 5, 1) + listed("for 2021", 5, 1) + listed("at planen drøftes", 5)
    body += listed("borgere", 6) + listed("at sagen udsættes", 7)
    assert [(block.kind, block.text) for block in blocks(body, numbering=NUMBERING)] == [
        ("paragraph", "1. at tal godkendes"), ("paragraph", "a) for 2020"), ("paragraph", "b) for 2021"), ("paragraph", "2. at planen drøftes"),
        ("list_item", "borgere"), ("paragraph", "1. at sagen udsættes"),
    ]  # fmt: skip


def test_tracked_changes_are_read_as_accepted():
    inserted = "<w:ins><w:r><w:t>Udsat</w:t></w:r></w:ins>"
    deleted = "<w:del><w:r><w:delText>Godkendt</w:delText></w:r></w:del>"
    assert [block.text for block in blocks(p(deleted, inserted, " til næste møde"))] == ["Udsat til næste møde"]


def test_tabs_breaks_hyphens_and_fields():
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    text = p("MED<w:x/>".replace("<w:x/>", ""), "<w:r><w:noBreakHyphen/><w:t>udvalget</w:t><w:tab/><w:t>mødes</w:t></w:r>", field)
    two_lines = p("<w:r><w:t>Imod stemte Bo Dam</w:t><w:br/><w:t>Eva Sø undlod</w:t></w:r>")
    assert [block.text for block in blocks(text + two_lines)] == ["MED-udvalget mødes", "Imod stemte Bo Dam", "Eva Sø undlod"]


def test_tables_merged_cells_and_frames():
    merged = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>" + p("5") + "</w:tc></w:tr>"
    rows = table(["Tilbud", "Pladser"], ["Herberget", "12"]).replace("</w:tbl>", merged + "</w:tbl>")
    frame = "<w:tbl><w:tr><w:tc>" + p("Beslutning") + p("Godkendt.") + "</w:tc></w:tr></w:tbl>"
    found = blocks(rows + frame)
    assert [block.cells for block in found[:3]] == [("Tilbud", "Pladser"), ("Herberget", "12"), ("", "5")]
    assert [(block.kind, block.text) for block in found[3:]] == [("paragraph", "Beslutning"), ("paragraph", "Godkendt.")]


def test_pages_are_those_word_last_laid_out_and_lines_count_within_them():
    body = (
        p("Første")
        + p("Anden")
        + p("<w:r><w:br w:type='page'/></w:r>", "Tredje")
        + p("<w:r><w:lastRenderedPageBreak/><w:t>Fjerde</w:t></w:r>")
    )
    document = read(docx(body), "x")
    assert document.pages == 3
    assert [(block.page, block.line) for block in document.blocks] == [(1, 1), (1, 2), (2, 1), (3, 1)]


def test_content_controls_and_text_boxes_are_read():
    control = "<w:sdt><w:sdtContent>" + p("Punkt 2: Besøg") + "</w:sdtContent></w:sdt>"
    box = p("Foran", "<w:r><w:pict><w:txbxContent>" + p("I boksen") + "</w:txbxContent></w:pict></w:r>")
    assert [block.text for block in blocks(control + box)] == ["Punkt 2: Besøg", "Foran", "I boksen"]


def test_a_package_without_styles_or_numbering_is_read():
    data = package({"word/document.xml": f"<w:document {W}><w:body>{p('Godkendt.')}</w:body></w:document>"})
    assert [block.text for block in read(data, "x").blocks] == ["Godkendt."]


def remarks(body: str, **parts: str) -> list[str]:
    return [remark.code for remark in read(docx(body, **parts), "referat.docx").remarks]


def shown(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


HIDING = f"""<w:styles {W}>
<w:style w:type="character" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Lapnote"><w:basedOn w:val="Note"/></w:style>
<w:style w:type="paragraph" w:styleId="Skabelon"><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


@pytest.mark.parametrize(
    ("look", "is_shown"),
    [
        ("<w:vanish/>", False),
        ('<w:vanish w:val="0"/>', True),
        ('<w:rStyle w:val="Note"/>', False),
        ('<w:rStyle w:val="Lapnote"/>', False),
        ('<w:rStyle w:val="Note"/><w:vanish w:val="false"/>', True),
    ],
)
def test_hidden_text_is_left_out_with_a_remark(look, is_shown):
    body = p(shown("Udsat."), shown(" Ring til Kaj.", look))
    assert [block.text for block in blocks(body, styles=HIDING)] == ["Udsat. Ring til Kaj." if is_shown else "Udsat."]
    assert remarks(body, styles=HIDING) == ([] if is_shown else ["hidden_text"])


def test_a_style_hides_whole_paragraphs_and_cells():
    look = '<w:pStyle w:val="Skabelon"/>'
    rows = table(["Tilbud", "Pladser"]).replace("</w:tr>", f"<w:tc>{p('Vejledning', properties=look)}</w:tc></w:tr>")
    body = p("Skriv her", properties=look) + rows
    assert [block.cells for block in blocks(body, styles=HIDING)] == [("Tilbud", "Pladser", "")]
    assert remarks(body, styles=HIDING) == ["hidden_text"]


def test_what_a_control_asks_to_have_written_is_no_text():
    asks = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inline = asks.format("<w:r><w:t>Vælg en dato</w:t></w:r>")
    cell = table(["Sted", "Rum"]).replace("</w:tr>", f"<w:tc>{asks.format(p('Skriv rum'))}</w:tc></w:tr>")
    body = p("Beslutning") + asks.format(p("Skriv beslutningen")) + p("Dato: ", inline) + cell
    assert [block.text for block in blocks(body)] == ["Beslutning", "Dato:", "Sted\tRum\t"]


def test_footnotes_and_endnotes_stand_below_the_paragraph_that_refers_to_them():
    notes = f'<w:{{0}}s {W}><w:{{0}} w:type="separator" w:id="0">{p("streg")}</w:{{0}}><w:{{0}} w:id="1">{p("{1}")}</w:{{0}}></w:{{0}}s>'
    refers = '<w:r><w:{0}Reference w:id="1"/></w:r>'
    body = p("Godkendt.", refers.format("footnote"), refers.format("endnote")) + p("Mødet sluttede.", refers.format("footnote"))
    found = blocks(body, footnotes=notes.format("footnote", "Nedenfor."), endnotes=notes.format("endnote", "Bagest."))
    assert [block.text for block in found] == ["Godkendt.", "Nedenfor.", "Bagest.", "Mødet sluttede."]


def test_a_strict_file_is_read_like_any_other():
    heading = p("Lukning", properties='<w:pStyle w:val="Punkt"/>')
    strict = {
        part: xml.replace(W, 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"')
        for part, xml in {
            "word/document.xml": f"<w:document {W}><w:body>{heading}</w:body></w:document>",
            "word/styles.xml": STYLES,
        }.items()
    }
    assert [(block.kind, block.level, block.text) for block in read(package(strict), "x").blocks] == [("heading", 2, "Lukning")]


def test_a_heading_over_two_lines_is_one():
    title = p("<w:r><w:t>Punkt 4: Ny sti</w:t><w:br/><w:t>langs åen</w:t></w:r>", properties='<w:pStyle w:val="Punkt"/>')
    assert [block.text for block in blocks(title, styles=STYLES)] == ["Punkt 4: Ny sti langs åen"]


def test_a_table_in_a_text_box_is_a_table():
    box = p("Referat", f"<w:r><w:pict><w:txbxContent>{table(['Dato', '3. maj'])}</w:txbxContent></w:pict></w:r>")
    assert [(block.kind, block.text) for block in blocks(box)] == [("paragraph", "Referat"), ("table_row", "Dato\t3. maj")]


def test_a_cell_over_several_columns_leaves_the_others_empty():
    wide = "<w:tr><w:tc>" + p("10.30") + "</w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("Frokost") + "</w:tc></w:tr>"
    rows = table(["Tid", "Punkt", "Emne"]).replace("</w:tbl>", wide + "</w:tbl>")
    assert [block.cells for block in blocks(rows)] == [("Tid", "Punkt", "Emne"), ("10.30", "Frokost", "")]


def test_a_list_takes_its_levels_from_its_style_and_its_start_from_itself():
    numbering = f"""<w:numbering {W}>
    <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Liste"/></w:abstractNum>
    <w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Liste"/>{LEVELS}</w:abstractNum>
    <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="6"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
    </w:numbering>"""
    body = listed("Vand", 5) + listed("Varme", 5) + listed("Veje", 6) + listed("Volde", 6)
    assert [block.text for block in blocks(body, numbering=numbering)] == ["1. Vand", "2. Varme", "7. Veje", "8. Volde"]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next():
    ends = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = p("Sagen ", properties=ends) + p("udsættes.") + p("Natcafeen", properties=ends) + p("åbner") + p("Slut", properties=ends)
    assert [block.text for block in blocks(body)] == ["Sagen udsættes.", "Natcafeen åbner", "Slut"]


def test_a_file_within_the_file_is_told_of():
    assert remarks(p("Referat") + "<w:altChunk/>") == ["embedded_file"]


HEADER = f"<w:hdr {W}>{p('Seniorrådet')}{p('Onsdag den 5. juni 2024')}{p('Side 1')}</w:hdr>"


@pytest.mark.parametrize(
    ("below", "seen"),
    [
        ("Deltagere: Bo Dam", ["Seniorrådet", "Onsdag den 5. juni 2024", "Deltagere: Bo Dam"]),
        ("Referat af 5. juni 2024", ["Referat af 5. juni 2024"]),
    ],
)
def test_a_header_is_read_where_it_alone_tells_the_day(below, seen):
    assert [block.text for block in blocks(p(below), header1=HEADER, header2=HEADER)] == seen


@pytest.mark.parametrize(
    ("hidden", "seen"), [(" Ring til Kaj.", "Udsat."), (" Lukket: Kaj har klaget.", "Udsat.|Lukket"), ("Er fortrolig", "Udsat.|fortrolig")]
)
def test_hidden_words_of_closed_business_stay(hidden, seen):
    assert {block.text for block in blocks(p(shown("Udsat."), shown(hidden, "<w:vanish/>")))} == set(seen.split("|"))


def test_an_item_with_hidden_words_of_closed_business_is_not_open():
    body = p("Referat Seniorrådet 5. juni 2024") + p("Punkt 1: Klage") + p("27.15.00-A08-1-24") + p(shown("Lukket punkt", "<w:vanish/>"))
    data = docx(body + p("Beslutning") + p("Udsat.") + p("Punkt 2: Eventuelt") + p("Beslutning") + p("Intet."))
    assert [item.closed for item in understand(data, "x")[1].items] == [True, False]


ART = '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r>'
DRAWING = '<w:r><w:drawing><a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{}</a:t></w:drawing></w:r>'


@pytest.mark.parametrize("drawn", [ART, DRAWING])
@pytest.mark.parametrize(("words", "kept"), [("LUKKET", ["LUKKET"]), ("UDKAST", [])])
def test_what_is_drawn_is_read_where_it_closes(drawn, words, kept):
    assert [block.text for block in blocks(p(drawn.format(words)) + p("Punkt 1: Velkomst"))] == [*kept, "Punkt 1: Velkomst"]
    header = f"<w:hdr {W}>{p(drawn.format(words))}</w:hdr>"
    assert [block.text for block in blocks(p("Punkt 1: Velkomst"), header1=header)] == [*kept, "Punkt 1: Velkomst"]
