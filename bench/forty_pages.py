#!/usr/bin/env python3
"""Sets `bench/forty_pages.pdf`: minutes of forty full pages, their text taken from the demo municipality's minutes.

python -m bench.forty_pages      needs the `typst` package; the file it makes is kept in the repository
"""

import itertools
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "demo"))

from typeset import as_pdf

HERE = Path(__file__).resolve().parent
DEMO = HERE.parent / "demo"
PARAGRAPHS_AN_ITEM = 28
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


if __name__ == "__main__":
    (HERE / "forty_pages.pdf").write_bytes(as_pdf(source()))
