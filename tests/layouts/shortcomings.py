"""What the importer does not read yet of the layouts, said so shortly that a table of it can be kept: known.py.

    python -m tests.layouts.shortcomings        (from the root: writes known.py anew, after the reading has changed)

A line of the table tells which fact is missed or invented, not how it was read instead. Of an item that is not found only that is told.
"""

import json
import re
from collections import defaultdict
from pathlib import Path

from reader.format import to_json
from reader.parsing import parse
from reader.reading import read
from tests.layouts.comparing import compare

HERE = Path(__file__).parent
FORMATS = (".txt", ".docx", ".pdf")
PER_ITEM = ("items", "decisions", "recommendations", "attachments")
NOT_FOUND = " not found"
ASPECT = re.compile(r"(?:^read with |, )(number|title|case number|closed) ")
HEAD = '''"""What the importer misreads today of the layouts, kept so that nobody takes it for right and nothing gets worse unseen.

A test fails both when a document is read worse than told here and when something told here has been put right.
Written by shortcomings.py. The name is that of one file, or ends in .* for all formats of a document.
"""

'''


def files() -> list[Path]:
    """Every document of every layout, in all its formats."""
    return sorted(path for path in HERE.iterdir() if path.suffix in FORMATS)


def imported(path: Path) -> dict:
    """The JSON of one file, times and dates as text."""
    return json.loads(json.dumps(to_json(parse(read(path.read_bytes(), path.name)), places=True), default=str))


def key_of(path: Path) -> dict:
    return json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))


def shortcomings(document: dict, key: dict) -> list[str]:
    """One line per fact missed or invented, sorted."""
    tallies = compare(document, key)
    lost = tuple(line.removesuffix(NOT_FOUND) for line in tallies["items"].missed if line.endswith(NOT_FOUND))
    lines = []
    for kind, tally in tallies.items():
        for fact in tally.missed:
            if kind in PER_ITEM[1:] and fact.startswith(lost):
                continue
            lines.append(f"{kind}: missed {_short(kind, fact)}")
        lines += [f"{kind}: invented {fact}" for fact in tally.invented]
    return sorted(lines)


def _short(kind: str, fact: str) -> str:
    if kind == "meeting":
        return fact.split(":")[0]
    if kind in PER_ITEM and not fact.endswith(NOT_FOUND):
        label, separator, rest = fact.partition("': ")
        told = ", ".join(ASPECT.findall(rest)) if kind == "items" else ""
        return label + separator[:1] + (f": {told}" if told else "")
    return fact


def table() -> dict[str, list[str]]:
    """What is misread now, by file; what all formats of a document share stands once."""
    found_in = {path: shortcomings(imported(path), key_of(path)) for path in files()}
    stems = defaultdict(list)
    for path in found_in:
        stems[path.stem].append(path)
    found: dict[str, list[str]] = {}
    for stem, paths in stems.items():
        shared = _common([found_in[path] for path in paths])
        rows = {f"{stem}.*": shared} | {path.name: _without(found_in[path], shared) for path in paths}
        found |= {name: lines for name, lines in rows.items() if lines}
    return found


def _common(lists: list[list[str]]) -> list[str]:
    first, *others = lists
    return [line for n, line in enumerate(first) if all(other.count(line) > first[:n].count(line) for other in others)]


def _without(lines: list[str], shared: list[str]) -> list[str]:
    left = list(lines)
    for line in shared:
        left.remove(line)
    return left


def main() -> None:
    rows = "".join(f"    {name!r}: [\n" + "".join(f"        {line!r},\n" for line in lines) + "    ],\n" for name, lines in table().items())
    (HERE / "known.py").write_text(f"{HEAD}KNOWN: dict[str, list[str]] = {{\n{rows}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
