"""How often an open item is in doubt over real and hand-made minutes: at most three of a hundred."""

import json
from pathlib import Path

from reader.parsing import parse
from reader.reading import read

MOST = 3  # of a hundred


def keys(folder: Path) -> dict[str, set[str]]:
    """The titles of the closed items by document."""
    found = {}
    for path in folder.glob("*.expected.json"):
        key = json.loads(path.read_text(encoding="utf-8"))
        found[path.name.removesuffix(".expected.json")] = {item["title"] for item in key["items"] if item["closed"]}
    return found


def test_few_open_items_are_in_doubt(shared):
    closed = keys(shared / "referater") | keys(shared / "layouts")
    folders = (shared / "referater", shared / "layouts", shared / "layouts" / "word", shared / "layouts" / "pdf")
    open_items, in_doubt = 0, []
    for path in sorted(path for folder in folders for path in folder.iterdir() if path.suffix in (".txt", ".docx", ".pdf")):
        for item in parse(read(path.read_bytes(), path.name)).items:
            if item.title not in closed[path.stem]:
                open_items += 1
                in_doubt += [f"{path.name}: {item.title}"] if item.in_doubt else []
    print(f"{len(in_doubt)} of {open_items} open items in doubt")  # noqa: T201
    assert open_items > 100
    assert len(in_doubt) * 100 <= open_items * MOST, in_doubt
