"""How many rows with an obligation are found, and how many of those shown have one: `python -m tests.proposals.report [FOLDER]`.

Without a folder the project's own rows, each weighed by what the others train, which needs scikit-learn; with one its rows as they are read.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from reader.obligations import obligations_of
from reader.proposals import proposals_of
from reader.proposals.rows import SentenceRow, told_in
from reader.proposals.weights import Weights, shipped
from tests.kept_aside import is_kept_aside

FOLDER = Path(__file__).resolve().parent / "sentences"
FOLDS = 8
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)


def is_read(row: SentenceRow) -> bool:
    """Tells whether the rules read any obligation in the row."""
    found = obligations_of(row.item(), row.setting())
    return bool(found.hearings or found.follow_ups or found.planned_treatments)


def score(row: SentenceRow, weights: Weights) -> float:
    """The highest score of a proposal in the row, whatever the threshold; 0 where there is none."""
    item, setting = row.item(), row.setting()
    found = obligations_of(item, setting)
    item.hearings, item.follow_ups, item.planned_treatments = found.hearings, found.follow_ups, found.planned_treatments
    lowest = Weights(0.0, weights.bias, weights.of)
    return max((one.score for one in proposals_of(item, setting, lowest)), default=0.0)


def report(some: list[SentenceRow], weights_for: Callable[[SentenceRow], Weights]) -> str:
    ones = sum(bool(row.said) for row in some)
    read = [is_read(row) for row in some]
    scores = [score(row, weights_for(row)) for row in some]
    lines = [f"{len(some)} rows, {ones} with an obligation", "| shown | found | precision |", "| --- | --- | --- |"]
    lines.append(_line("rules alone", some, read, ones))
    for least in THRESHOLDS:
        shown = [is_one or weighed >= least for is_one, weighed in zip(read, scores, strict=True)]
        lines.append(_line(f"rules or score ≥ {least:.2f}", some, shown, ones))
    return "\n".join(lines)


def _line(name: str, some: list[SentenceRow], shown: list[bool], ones: int) -> str:
    right = sum(is_shown and bool(row.said) for row, is_shown in zip(some, shown, strict=True))
    return f"| {name} | {right / ones:.2f} | {right / max(1, sum(shown)):.2f} |"


def weights_of_the_others() -> Callable[[SentenceRow], Weights]:
    """For a row the weights trained without its fold: whatever stands under one heading is in one fold."""
    from reader.proposals.examples import of_documents, of_tables
    from reader.proposals.train import train

    examples = [*of_tables(), *of_documents()]
    groups = sorted({one.group for one in examples})
    fold = {group: place % FOLDS for place, group in enumerate(groups)}
    trained = [train([one for one in examples if fold[one.group] != number]) for number in range(FOLDS)]
    return lambda row: trained[fold[f"{row.file} {row.body} {row.date}"]]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        told = [*told_in(Path(sys.argv[1]))]
        sys.stdout.write(report(told, lambda row: shipped()) + "\n")
        if aside := [row for row in told if is_kept_aside(row.text)]:
            sys.stdout.write("\nkept aside: " + report(aside, lambda row: shipped()) + "\n")
    else:
        sys.stdout.write(report([*told_in(FOLDER)], weights_of_the_others()) + "\n")
