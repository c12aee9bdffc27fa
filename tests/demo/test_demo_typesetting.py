"""What is kept as docx and pdf says word for word what its source says."""

import re

import docx
import pypdfium2
import pytest

from .corpus import DEMO

SOURCES = sorted((DEMO / "sources").glob("*.txt"))
RUNNING = re.compile(r"^Referat\r?\n(?P<text>.*)Lindhøj Kommune\s+Side \d+ af \d+\s*$", re.DOTALL)


def words(text: str) -> str:
    """Nothing but the printed characters: layout decides on spaces and on the mark before a list entry."""
    return re.sub(r"\s+", "", re.sub(r"^\s*- ", "", text, flags=re.MULTILINE))


def printed_in_pdf(path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [document[index].get_textpage().get_text_bounded() for index in range(len(document))]
    return "\n".join(RUNNING.match(page)["text"] for page in pages)


def printed_in_docx(path) -> str:
    parts = []
    for child in docx.Document(path).element.body.iterchildren():
        rows = child.findall(".//{*}tr") or [child]
        for row in rows:
            parts += ["".join(text.text or "" for text in cell.iter("{*}t")) for cell in row.findall("./{*}tc") or [row]]
    return "\n".join(parts)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_typeset_document_is_its_source(source):
    target = DEMO / "minutes" / source.stem
    printed = printed_in_pdf(target) if target.suffix == ".pdf" else printed_in_docx(target)
    assert words(printed) == words(source.read_text(encoding="utf-8")), "run demo/typeset.py"


def test_every_kept_document_has_its_source_and_is_small():
    kept = [path for path in (DEMO / "minutes").iterdir() if path.suffix != ".txt"]
    assert {path.name for path in kept} == {source.stem for source in SOURCES}
    assert max(path.stat().st_size for path in kept) < 150 * 1024
