"""Makes the .docx and .pdf of the layouts from their .txt, each with the looks its recipe gives it.

    python tests/layouts/build.py            (needs python-docx and typst; the files made are kept in the repository)

A line of the text is a table row when it holds tabs, a line of the contents list when it ends in dots and a page number, an item's
heading when it ends in a title of the key, a section heading when its recipe says so, and a paragraph otherwise.
"""

import datetime as dt
import json
import re
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).parent
CONTENTS = re.compile(r"^(?P<text>.+?)\s*\.{4,}\s*(?P<page>\d+)$")
BULLET = re.compile(r"^[-·•]\s+")


@dataclass(frozen=True)
class Recipe:
    """How one document looks.

    sections: what a section heading matches.  docx: None, "headings" (Word's own styles), "bold" (only bold type) or
    "numbered" (item numbers are Word's own and stand in no text).  pdf: None or the running header.  items_apart: each
    item on a page of its own.
    """

    sections: str = ""
    docx: str | None = None
    pdf: str | None = None
    footer: str = ""
    paper: str = "a4"
    font: str = "Libertinus Serif"
    justify: bool = True
    items_apart: bool = False


@dataclass
class Piece:
    kind: str  # line, item, section, bullet, contents, table
    text: str = ""
    page: str = ""
    rows: list[list[str]] | None = None
    apart: bool = True


def pieces(text: str, key: dict, recipe: Recipe) -> list[Piece]:
    """The document's text as pieces, in order."""
    titles = [t for item in key["items"] for t in (item["title"], *item.get("title_also", [])) if t]
    found: list[Piece] = []
    apart = True
    for line in text.splitlines():
        if not line.strip():
            apart = True
            continue
        if "\t" in line and not (re.match(r"^\d+\.\t", line) and line.endswith(tuple(titles))):
            if found and found[-1].kind == "table" and not apart:
                found[-1].rows.append(line.split("\t"))
            else:
                found.append(Piece("table", rows=[line.split("\t")], apart=apart))
        elif row := CONTENTS.match(line):
            found.append(Piece("contents", row["text"], row["page"], apart=apart))
        elif (any(line.endswith(title) for title in titles) and not BULLET.match(line)) or re.match(r"^(Pkt|Punkt) ?\.? ?\d+$", line):
            found.append(Piece("item", line, apart=apart))
        elif recipe.sections and re.fullmatch(recipe.sections, line):
            found.append(Piece("section", line, apart=apart))
        elif BULLET.match(line):
            found.append(Piece("bullet", BULLET.sub("", line), apart=apart))
        else:
            found.append(Piece("line", line, apart=apart))
        apart = False
    return found


def write_docx(path: Path, parts: list[Piece], recipe: Recipe) -> None:
    import docx
    from docx.shared import Pt

    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    document.sections[0].footer.paragraphs[0].text = recipe.footer
    first = True
    for part in parts:
        if part.kind == "table":
            width = max(map(len, part.rows))
            table = document.add_table(rows=0, cols=width, style="Table Grid")
            for row in part.rows:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
            document.add_paragraph()
            continue
        if part.kind in ("item", "section") and recipe.docx == "headings":
            document.add_heading(part.text, 1 if part.kind == "item" else 2)
            continue
        if part.kind == "item" and recipe.docx == "numbered":
            document.add_paragraph(style="List Number").add_run(re.sub(r"^\d+\.\s+", "", part.text)).bold = True
            continue
        if part.kind == "bullet":
            document.add_paragraph(part.text, style="List Bullet")
            continue
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(8 if part.apart else 0)
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(part.text)
        run.bold = first or part.kind in ("item", "section")
        if first:
            run.font.size = Pt(18)
        first = False
    document.save(path)


TEMPLATE = """
#let d = json(bytes(sys.inputs.at("document")))
#set document(date: none, title: d.title)
#set page(paper: d.paper, margin: (x: 2.3cm, y: 2.6cm),
  header: text(8pt)[#d.pdf #h(1fr) #d.date],
  footer: context text(8pt)[#d.footer #h(1fr) Side #counter(page).display() af #counter(page).final().at(0)])
#set text(lang: "da", size: 10.5pt, font: d.font, hyphenate: true)
#set par(justify: d.justify)
#let spread(s) = s.split(regex(" {3,}")).map(x => [#x]).join(h(2.5em))
#for (n, b) in d.parts.enumerate() {
  let gap = if b.apart { 0.95em } else { 0.5em }
  if b.kind == "item" {
    if d.items_apart { pagebreak(weak: true) }
    block(above: gap * 1.4, below: 0.6em, sticky: true, text(13pt, weight: "bold", hyphenate: false, b.text))
  } else if b.kind == "section" {
    block(above: gap * 1.1, below: 0.5em, sticky: true, text(weight: "bold", b.text))
  } else if b.kind == "contents" {
    block(above: 0.5em, below: 0.5em)[#b.text #box(width: 1fr, repeat[.]) #b.page]
  } else if b.kind == "bullet" {
    block(above: gap, below: 0.5em, list(b.text))
  } else if b.kind == "table" {
    let columns = calc.max(..b.rows.map(r => r.len()))
    let cells = b.rows.map(r => r + ("",) * (columns - r.len())).flatten()
    let widths = if columns == 2 { (3.4cm, 1fr) } else { (2.1cm,) + (1fr,) * (columns - 1) }
    if columns == 2 and b.rows.all(r => r.last().match(regex("^\\\\d+$")) != none) { widths = (1fr, 1cm) }
    block(above: gap, below: 0.8em, table(columns: widths, stroke: if columns > 2 { 0.4pt } else { none }, inset: 4pt, ..cells))
  } else {
    block(above: gap, below: 0.5em, if n == 0 { text(17pt, weight: "bold", spread(b.text)) } else { spread(b.text) })
  }
}
"""


def write_pdf(path: Path, parts: list[Piece], recipe: Recipe, key: dict) -> None:
    import typst

    date = dt.date.fromisoformat(key["meeting"]["date"]).strftime("%d-%m-%Y")
    data = {**asdict(recipe), "title": key["meeting"]["body"], "date": date, "parts": [asdict(part) for part in parts]}
    path.write_bytes(typst.compile(TEMPLATE.encode(), sys_inputs={"document": json.dumps(data)}))


def main(folder: Path, recipes: dict[str, Recipe]) -> None:
    for stem, recipe in recipes.items():
        text = (folder / f"{stem}.txt").read_text(encoding="utf-8")
        key = json.loads((folder / f"{stem}.expected.json").read_text(encoding="utf-8"))
        parts = pieces(text, key, recipe)
        if recipe.docx:
            write_docx(folder / f"{stem}.docx", parts, recipe)
        if recipe.pdf is not None:
            write_pdf(folder / f"{stem}.pdf", parts, recipe, key)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent.parent))
    from tests.layouts.recipes import RECIPES

    main(HERE, RECIPES)
