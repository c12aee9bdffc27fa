"""Word files: styles, numbering, tables, tracked changes, page breaks."""

from minutes.reading import read
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
