"""Prints `bench/forty_pages.pdf`: minutes of forty full pages, their text taken from the demo municipality's minutes.

    python -m bench.forty_pages

Printed from a page by Chromium, as councils' systems print theirs: a running head and foot, ruled tables, every item on a page of its
own. The file is kept in the repository.
"""

import html
import itertools
import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.chromium import ARGUMENTS

HERE = Path(__file__).resolve().parent
DEMO = HERE.parent / "demo"
sys.path.insert(0, str(DEMO))

from layout import LayoutBlock, blocks  # noqa: E402  (the demo's own reader of its sources, a script's folder and no package)

PARAGRAPHS_AN_ITEM = 17
ITEMS = 14
FRONT = """REFERAT Socialudvalget d. 02-09-2025

Mødedato Tirsdag d. 02. september 2025 kl. 15:00

Mødested Mødelokale 3, Lindhøj Rådhus

"""


def source() -> str:
    """Fourteen items of the demo's, each with a presentation of some three pages."""
    texts = [path.read_text(encoding="utf-8") for path in sorted([*DEMO.glob("minutes/*.txt"), *DEMO.glob("sources/*.txt")])]
    items = [item for text in texts for item in re.split(r"(?m)^(?=Punkt \d+: )", text)[1:] if "\nSagsfremstilling\n" in item]
    paragraphs = itertools.cycle(
        paragraph
        for item in items
        for paragraph in re.split(r"\n\s*\n", item.split("\nSagsfremstilling\n")[1])
        if len(paragraph) > 250 and "\t" not in paragraph
    )
    return FRONT + "\n\n".join(_longer(item, number, paragraphs) for number, item in enumerate(items[:ITEMS], start=23))


def _longer(item: str, number: int, paragraphs) -> str:
    item = re.sub(r"^Punkt \d+", f"Punkt {number}", item.strip())
    before, after = item.split("\nSagsfremstilling\n", 1)
    more = "\n\n".join(itertools.islice(paragraphs, PARAGRAPHS_AN_ITEM))
    return f"{before}\nSagsfremstilling\n\n{more}\n\n{after.strip()}"


STYLE = """
body { font: 10pt "DejaVu Sans", sans-serif } h2 { break-before: page } p, li { line-height: 1.35 }
table { border-collapse: collapse; width: 100% } td { border: 1px solid #888; padding: 3pt; vertical-align: top }
"""
HEAD = '<div style="font-size: 7pt; width: 100%; text-align: right; margin-right: 2cm">Referat</div>'
FOOT = (
    '<div style="font-size: 7pt; width: 100%; display: flex; justify-content: space-between; margin: 0 2cm">'
    '<span>Lindhøj Kommune</span><span>Side <span class="pageNumber"></span> af <span class="totalPages"></span></span></div>'
)
TAGS = {"title": "h1", "item": "h2", "heading": "h3", "bullet": "li", "paragraph": "p"}


def page_of(text: str) -> str:
    """The source as a page of HTML."""
    body = "\n".join(_element(block) for block in blocks(text))
    return f'<!doctype html><html lang="da"><style>{STYLE}</style><body>{body}</body></html>'


def _element(block: LayoutBlock) -> str:
    if block.kind == "table":
        rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block.rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    tag = TAGS[block.kind]
    return f"<{tag}>{html.escape(block.text)}</{tag}>"


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page()
        page.set_content(page_of(source()))
        margin = {"top": "2.3cm", "bottom": "2.3cm", "left": "2.3cm", "right": "2.3cm"}
        page.pdf(
            path=HERE / "forty_pages.pdf",
            format="A4",
            margin=margin,
            display_header_footer=True,
            header_template=HEAD,
            footer_template=FOOT,
        )
        browser.close()


if __name__ == "__main__":
    main()
