"""This report tells how much of the table is read, kind by kind: `python -m tests.obligations.report [-v | --held-out | FOLDER]`.

The first two show the rows that differ. With a folder its tables are measured, those of `tests/held_out.txt` by themselves and none of them shown.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.kept_aside import is_kept_aside
from tests.obligations.table import Fact, Row, rows

HALVES = {"tuned": lambda row: not row.held_out, "held out": lambda row: row.held_out, "all": lambda row: True}


@dataclass(slots=True)
class Score:
    found: int = 0
    missed: int = 0
    invented: int = 0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.invented) if self.found + self.invented else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.found / (2 * self.found + self.missed + self.invented) if self.found + self.missed + self.invented else 1.0


def differences(row: Row) -> tuple[Counter[Fact], Counter[Fact], Counter[Fact]]:
    """What of the row's facts is found, missed and invented. A party's own spelling counts, its capital does not."""
    expected, read = Counter(map(_folded, row.expected)), Counter(map(_folded, row.read()))
    return expected & read, expected - read, read - expected


def _folded(fact: Fact) -> Fact:
    return Fact(fact.kind, fact.what.casefold())


def scores(some: list[Row]) -> dict[str, Score]:
    """By kind, and under `all` together."""
    table: dict[str, Score] = {}
    for row in some:
        for name, facts in zip(("found", "missed", "invented"), differences(row), strict=True):
            for fact, count in facts.items():
                for kind in (fact.kind, "all"):
                    score = table.setdefault(kind, Score())
                    setattr(score, name, getattr(score, name) + count)
    return {kind: table[kind] for kind in sorted(table, key=lambda kind: (kind == "all", kind))}


def report(verbose: str | None = None) -> str:
    table = rows()
    lines = [f"{len(table)} rows, {sum(bool(row.known_miss) for row in table)} of them known misses, which count against the figures"]
    for half, belongs in HALVES.items():
        some = [row for row in table if belongs(row)]
        lines += ["", f"{half} ({len(some)} rows)", "| kind | facts | recall | precision |", "| --- | --- | --- | --- |"]
        lines += [
            f"| {kind} | {score.found + score.missed} | {score.recall:.2f} | {score.precision:.2f} |"
            for kind, score in scores(some).items()
        ]
    if verbose:
        lines += [line for row in table if HALVES[verbose](row) for line in _shown(row)]
    return "\n".join(lines)


def report_of(folder: Path) -> str:
    """Tells the reading of another folder's tables, and of those of its rows that are kept aside."""
    table = rows(folder)
    lines = ["| rows | F1 | recall | precision | rows with an obligation found |", "| --- | --- | --- | --- | --- |"]
    for name, some in (("all", table), ("kept aside", [row for row in table if is_kept_aside(row.text)])):
        score = scores(some).get("all", Score())
        ones = [row for row in some if row.expected]
        found = sum(bool(row.read()) for row in ones) / max(1, len(ones))
        lines.append(f"| {name} ({len(some)}) | {score.f1:.2f} | {score.recall:.2f} | {score.precision:.2f} | {found:.2f} |")
    return "\n".join(lines)


def _shown(row: Row) -> list[str]:
    _, missed, invented = differences(row)
    if not missed and not invented:
        return []
    lines = [
        "",
        f"{row.file}:{row.line} {row.body} {row.part}{' KNOWN MISS: ' + row.known_miss if row.known_miss else ''}",
        f"  {row.text}",
    ]
    lines += [f"    missed {fact.kind}: {fact.what}" for fact in missed]
    return lines + [f"    not expected {fact.kind}: {fact.what}" for fact in invented]


if __name__ == "__main__":
    if len(sys.argv) > 1 and (folder := Path(sys.argv[1])).is_dir():
        sys.stdout.write(report_of(folder) + "\n")
    else:
        sys.stdout.write(report({"-v": "tuned", "--held-out": "held out"}.get(sys.argv[-1])) + "\n")
