"""The trained weights: a text file that ships with the project, one feature and its weight a line, and the sums made of them. Pure but for the file."""

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.proposals.features import VALUES, Features, kind_of
from reader.proposals.marks import marks_of

FILE = Path(__file__).resolve().parent / "weights.txt"
_MOST_WORDS = 4
_SHORT = 3  # letters


@dataclass(frozen=True, slots=True)
class Weights:
    """A sentence whose score is at least `threshold` is proposed. `bias` is what a sentence of nothing known would weigh."""

    threshold: float
    bias: float
    of: dict[str, float]

    def score(self, found: Features) -> float:
        """Tells how likely the sentence is an obligation, from 0 to 1."""
        weighed = sum(weight * VALUES[kind_of(name)] for name in found.places if (weight := self.of.get(name)))
        return 1 / (1 + math.exp(-(self.bias + weighed / (found.length or 1))))

    def heaviest(self, found: Features) -> list[str]:
        """The words that spoke most for it, in the order they stand: what each feature weighs is shared by the words that bear it."""
        sums = [0.0] * len(found.words)
        for name, places in found.places.items():
            weight = self.of.get(name, 0.0) * VALUES[kind_of(name)]
            for place in places:
                sums[place] += weight / len(places)
        heavy = sorted(
            (place for place, weight in enumerate(sums) if weight > 0 and _says_much(found.words[place])), key=lambda place: -sums[place]
        )
        return [found.words[place] for place in sorted(heavy[:_MOST_WORDS])]


def _says_much(word: str) -> bool:
    """Tells whether a reader sees anything by the word: "til" and "en" weigh by what stands beside them."""
    return len(word) > _SHORT or bool(marks_of(word.lower()))


@cache
def shipped() -> Weights:
    """The weights of the project."""
    return read(FILE.read_text(encoding="utf-8"))


def read(text: str) -> Weights:
    lines = [line.rpartition("\t") for line in text.splitlines() if line and not line.startswith("#")]
    of = {name: float(weight) for name, _tab, weight in lines}
    return Weights(of.pop("threshold"), of.pop("bias"), of)


def write(weights: Weights, about: str) -> str:
    """The file's text, the features in order, so that a change can be read."""
    lines = [f"# {line}" for line in about.splitlines()]
    lines += [f"threshold\t{weights.threshold:.2f}", f"bias\t{weights.bias:.3f}"]
    return "\n".join([*lines, *(f"{name}\t{weight:.3g}" for name, weight in sorted(weights.of.items()))]) + "\n"
