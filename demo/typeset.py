#!/usr/bin/env python3
"""Lay demo minutes out as the councils' systems do: `sources/*.txt` becomes `minutes/*.docx` and `minutes/*.pdf`.

    python demo/typeset.py              set every document anew; one that comes out the same is left as it is
    python demo/typeset.py --pages F …  first correct the page numbers in the contents lists of the text files F

A source's name says the form: `byraadet-2025-03-31.pdf.txt` is set as pdf. Needs python-docx, and for pdf the `typst`
package and the DejaVu Sans font. The produced files are kept in the repository, so only who changes a source needs them.
"""

import argparse
import io
import json
import re
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from layout import LayoutBlock, blocks, with_page_numbers

HERE = Path(__file__).resolve().parent
SOURCES, MINUTES = HERE / "sources", HERE / "minutes"
MUNICIPALITY = "Lindhøj Kommune"
A_DAY_LONG_PAST = (2025, 1, 1, 0, 0, 0)  # so that the same source always gives the same bytes

TYPST_HEAD = """
#set document(title: {title}, author: {author}, date: none)
#set text(font: "DejaVu Sans", size: 8.6pt, lang: "da", hyphenate: false)
#set par(spacing: 11pt, leading: 5pt)
#set page(paper: "a4", margin: (x: 2.35cm, top: 2.3cm, bottom: 2.3cm),
  header: align(right, text(size: 6.8pt)[Referat]),
  footer: context text(size: 6.8pt)[#{author} #h(1fr) Side #counter(page).display() af #counter(page).final().first()])
#show list: set block(above: 11pt, below: 11pt)
#set table(stroke: 0.5pt + luma(120), inset: 3.5pt)
#show heading: set block(above: 13pt, below: 9pt)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 9.4pt)
"""


def as_typst(source: str) -> str:
    """The source as typst markup: every item on a page of its own, tables ruled, running header and footer."""
    quoted = lambda text: json.dumps(text, ensure_ascii=False)  # noqa: E731  (a typst string literal is a JSON one)
    parts = [TYPST_HEAD.format(title=quoted(source.strip().splitlines()[0]), author=quoted(MUNICIPALITY))]
    for block in blocks(source):
        match block.kind:
            case "title":
                parts.append(f"#heading(level: 1, {quoted(block.text)})")
            case "item":
                parts.append(f"#pagebreak(weak: true)\n#heading(level: 2, {quoted(block.text)})")
            case "heading":
                parts.append(f"#heading(level: 3, {quoted(block.text)})")
            case "bullet":
                parts.append(f"#list(marker: [-], [#{quoted(block.text)}])")
            case "table":
                parts.append(_typst_table(block, quoted))
            case _:
                parts.append(f"#par[#{quoted(block.text)}]")
    return "\n".join(parts)


def _typst_table(block: LayoutBlock, quoted) -> str:
    width = max(map(len, block.rows))
    widest = [max((len(row[column]) for row in block.rows if column < len(row)), default=0) for column in range(width)]
    contents = block.rows[0][0].endswith(".....")
    columns = "(1fr, auto)" if contents else "(" + "".join(f"{min(max(chars, 9), 34)}fr, " for chars in widest) + ")"
    cells = [f"[#{quoted(cell)}]" for row in block.rows for cell in row + [""] * (width - len(row))]
    return f"#table(columns: {columns}, {', '.join(cells)})"


def as_pdf(source: str) -> bytes:
    import typst

    return typst.compile(as_typst(source).encode(), format="pdf")


def as_docx(source: str) -> bytes:
    """The source as a Word document: headings 1 to 3, body text, bullets, ruled tables; the same bytes each time."""
    import docx
    from docx.shared import Pt

    document = docx.Document()
    document.core_properties.title, document.core_properties.author = source.strip().splitlines()[0], MUNICIPALITY
    for style in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        document.styles[style].font.name = "Liberation Sans"
    document.styles["Normal"].font.size = Pt(11)
    for block in blocks(source):
        match block.kind:
            case "title":
                document.add_heading(block.text, 1)
            case "item":
                document.add_heading(block.text, 2)
            case "heading":
                document.add_heading(block.text, 3)
            case "bullet":
                document.add_paragraph(block.text, "List Bullet")
            case "table":
                width = max(map(len, block.rows))
                table = document.add_table(0, width, "Table Grid")
                for row in block.rows:
                    for cell, text in zip(table.add_row().cells, row, strict=False):
                        cell.text = text
            case _:
                document.add_paragraph(block.text, "Body Text")
    raw = io.BytesIO()
    document.save(raw)
    return _without_clock(raw.getvalue())


def _without_clock(archive: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, A_DAY_LONG_PAST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()


def item_pages(source: str) -> dict[int, int]:
    """On which page each item begins when the source is set as pdf."""
    import pypdfium2

    document = pypdfium2.PdfDocument(as_pdf(source))
    pages: dict[int, int] = {}
    for index in range(len(document)):
        text = document[index].get_textpage().get_text_bounded()
        for number in re.findall(r"^Punkt (\d+): ", text, re.MULTILINE):
            pages.setdefault(int(number), index + 1)
    return pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", nargs="*", type=Path, default=[], metavar="F")
    args = parser.parse_args()
    for path in args.pages:
        text = path.read_text(encoding="utf-8")
        path.write_text(with_page_numbers(text, item_pages(text)), encoding="utf-8")
    for path in sorted(SOURCES.glob("*.txt")):
        target = MINUTES / path.stem
        source = path.read_text(encoding="utf-8")
        made = as_pdf(source) if target.suffix == ".pdf" else as_docx(source)
        if not target.exists() or target.read_bytes() != made:
            target.write_bytes(made)
            sys.stdout.write(f"{target.name}: {len(made) // 1024} KB\n")


if __name__ == "__main__":
    main()
