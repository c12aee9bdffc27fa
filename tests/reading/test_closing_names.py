"""What a file says beside its text: the names of styles and controls, comments, its title and its own name."""

import pytest

from reader.parsing import parse
from reader.reading import read
from reader.sandbox import understand_apart
from tests.parsing.of_text import FRONT
from tests.parsing.test_marks import CASE, DECIDED, standing
from tests.reading.files import W, docx, p, package

ITEMS = [f"{n}. {title}\n\n{CASE.format(n)}{DECIDED}" for n, title in enumerate(("Veje", "Køb af grund", "Broer"), 1)]
DOUBT = "in doubt"


def word(mark: str, **parts: str) -> list[str]:
    """The standing of three items, `mark` being XML between the first and the second."""
    first, second, third = ("".join(p(line) for line in item.split("\n\n") if line) for item in (FRONT + ITEMS[0], ITEMS[1], ITEMS[2]))
    return standing(parse(read(docx(first + mark.replace("@", second) + third, **parts), "referat.docx")))


def test_a_style_named_so_and_a_control_and_a_comment():
    style = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="L"><w:name w:val="Lukket punkt"/></w:style></w:styles>'
    named = "".join(p(line, properties='<w:pStyle w:val="L"/>') for line in ITEMS[1].split("\n\n") if line)
    assert word(named, styles=style)[1] != "open"
    assert word('<w:sdt><w:sdtPr><w:alias w:val="Lukket punkt"/></w:sdtPr><w:sdtContent>@</w:sdtContent></w:sdt>')[1] != "open"
    comments = f'<w:comments {W}><w:comment w:id="1">{p("Er det lukket, spørger Bo?")}</w:comment></w:comments>'
    noted = p("2. Køb af grund", '<w:r><w:commentReference w:id="1"/></w:r>') + p("Sagsnr.: 20/2") + p("Beslutning") + p("Godkendt.")
    assert word(noted, comments=comments)[1] != "open"


def test_no_more_of_a_comment_is_read_than_the_word():
    comments = f'<w:comments {W}><w:comment w:id="1">{p("Er det lukket, spørger Bo?")}</w:comment></w:comments>'
    found = read(docx(p("Veje", '<w:r><w:commentReference w:id="1"/></w:r>'), comments=comments), "x").blocks
    assert [block.text for block in found] == ["Veje", "lukket"]


def test_the_title_that_a_file_has_of_itself():
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lukket referat</dc:title></c>'
    body = "".join(p(line) for line in (FRONT + "".join(ITEMS)).split("\n\n") if line)
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    found = parse(read(package({"word/document.xml": document, "docProps/core.xml": core}), "referat.docx"))
    assert standing(found) == [DOUBT] * 3


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("oeu_2024-03-12_lukket.txt", DOUBT),
        ("Lukket referat.txt", DOUBT),
        ("Åben og lukket dagsorden.txt", "open"),
        ("Uden lukkede punkter.txt", "open"),
        ("Nedlukning.txt", "open"),
    ],
)
def test_the_name_of_the_file(name, found):
    assert standing(parse(read((FRONT + "".join(ITEMS)).encode(), name))) == [found] * 3


def test_the_name_of_the_file_counts_where_it_is_read_apart(tmp_path):
    path = tmp_path / "referat.txt"
    path.write_text(FRONT + "".join(ITEMS), encoding="utf-8")
    with path.open("rb") as file:
        assert standing(understand_apart(file, "Lukket referat.txt").minutes) == [DOUBT] * 3
