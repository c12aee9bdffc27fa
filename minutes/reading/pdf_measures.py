"""The measures of one document: what is body text, what is larger, how far apart lines stand, where they end.

All are relative, told by the lines themselves; no two programs set a page alike.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from .pdf_lines import Line

_LARGER = 1.06  # of the body's size: set apart as a heading
_BOLD_LEVEL = 9  # set apart by its weight alone, it ranks below every larger heading
_ENOUGH_LINES = 12
_WIDEST_STEP = 2.2  # of the letters' height: lines further apart are hardly ever of one paragraph
_USUAL_STEP = 1.55


@dataclass(frozen=True, slots=True)
class Measures:
    """The document's own: letter height of the body, whether it is bold, step from line to line, right margin, heading levels."""

    height: float
    bold: bool
    step: float
    right: float
    levels: dict[float, int]

    def heading(self, line: Line) -> int:
        """The line's heading level, 0 for body text."""
        if line.height > self.height * _LARGER:
            return self.levels.get(_rounded(line.height), 1)
        return _BOLD_LEVEL if line.bold and not self.bold else 0


def measures_of(lines: list[Line]) -> Measures:
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    for line in lines:
        sizes[_rounded(line.height)] += len(line.text)
        weights[line.bold] += len(line.text)
    height = sizes.most_common(1)[0][0] if sizes else 10.0
    larger = sorted({_rounded(line.height) for line in lines if line.height > height * _LARGER}, reverse=True)
    levels = {size: level for level, size in enumerate(larger[: _BOLD_LEVEL - 1], 1)}
    return Measures(height, weights[True] > weights[False], _step(lines, height), _right_margin(lines), levels)


def _step(lines: list[Line], height: float) -> float:
    """The usual step between two lines of one paragraph: told by lines that begin small, else by those after a full line."""
    pairs = [
        (above, below, above.low - below.bottom)
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.low - below.bottom < height * _WIDEST_STEP and abs(above.left - below.left) < 1
    ]
    small = sorted(step for _, below, step in pairs if below.text[:1].islower())
    if len(small) >= 3:
        return small[len(small) // 2]
    longest = max((line.right for line in lines), default=0.0)
    full = [step for above, _, step in pairs if above.right > longest * 0.93]
    close = [step for _, _, step in pairs if step < height * _USUAL_STEP]
    return min(small or [step for step in full if step < height * _USUAL_STEP] or close or full, default=height * 1.3)


def _right_margin(lines: list[Line]) -> float:
    """Where the text ends to the right: at its longest lines where there are enough of them, else as far in as on the left."""
    rights = sorted(line.right for line in lines)
    if not rights:
        return 0.0
    seen = rights[-1 - len(rights) // 50]
    near = sum(right > seen * 0.93 for right in rights)
    if near >= _ENOUGH_LINES and near * 8 >= len(rights):
        return seen
    left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    return max(seen, lines[0].page_width - left)


def _rounded(height: float) -> float:
    return round(height * 2) / 2
