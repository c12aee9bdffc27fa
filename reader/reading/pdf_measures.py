"""The measures of one document: what is body text, what is larger, how far apart lines stand, where they end.

All are relative, told by the lines themselves; no two programs set a page alike.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from .pdf_lines import PdfLine

_LARGER = 1.06  # of the body's size: set apart as a heading
_BOLD_LEVEL = 9  # set apart by its weight alone, it ranks below every larger heading
_ENOUGH_LINES = 12
_JUSTIFIED, _SAME_END = 4, 0.5  # so many of the longest lines, ending within these points of each other, are set to a margin
_WIDEST_STEP = 2.2  # of the letters' height: lines further apart are hardly ever of one paragraph
_USUAL_STEP = 1.55
_ABOUT = 0.85
CLAUSE = re.compile(r"at\s|[a-z][.)]\s")  # of a recommendation: a paragraph that begins small


@dataclass(frozen=True, slots=True)
class Measures:
    """The document's own: letter height of the body, whether it is bold, step from line to line, right margin by the page's width, heading levels."""

    height: float
    bold: bool
    step: float
    rights: dict[float, float]
    levels: dict[float, int]
    headings: dict[str, int]
    heading_rights: dict[int, float]

    def fills_headings(self, line: PdfLine, next_line: PdfLine) -> bool:
        """Tells whether the heading's line is full in the column that headings of its level have for themselves, narrower than the text's.

        A heading that stands in the document again, as that of a part does, is no rest of the one above.
        """
        first = next_line.text.split(" ", 1)[0]
        width = (next_line.right - next_line.left) / max(1, len(next_line.text)) * (len(first) + 1)
        return self.headings.get(next_line.text, 0) < 2 and line.right + width > self.heading_rights.get(
            self.heading(line), line.right + width
        )

    def right(self, line: PdfLine) -> float:
        """Gives the right margin on pages as wide as the line's."""
        return self.rights[line.page_width]

    def heading(self, line: PdfLine) -> int:
        """The line's heading level, 0 for body text."""
        if line.height > self.height * _LARGER:
            return self.levels.get(_rounded(line.height), 1)
        return _BOLD_LEVEL if line.bold and not self.bold else 0


def measures_of(lines: list[PdfLine]) -> Measures:
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    for line in lines:
        sizes[_rounded(line.height)] += len(line.text)
        weights[line.bold] += len(line.text)
    height = sizes.most_common(1)[0][0] if sizes else 10.0
    larger = sorted({_rounded(line.height) for line in lines if line.height > height * _LARGER}, reverse=True)
    by_width: dict[float, list[PdfLine]] = defaultdict(list)
    for line in lines:
        by_width[line.page_width].append(line)
    rights = {width: _right_margin(those) for width, those in by_width.items()}
    levels = {size: level for level, size in enumerate(larger[: _BOLD_LEVEL - 1], 1)}
    bold = weights[True] > weights[False]
    measures = Measures(height, bold, _step(lines, height), rights, levels, {}, {})
    ends: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        if level := measures.heading(line):
            measures.headings[line.text] = measures.headings.get(line.text, 0) + 1
            ends[level].append(line.right)
    measures.heading_rights.update((level, max(rights)) for level, rights in ends.items() if _fill_a_column(rights))
    return measures


def _fill_a_column(rights: list[float]) -> bool:
    """Tells whether two lines at least end about as far to the right as any."""
    least = max(rights) * _ABOUT
    return sum(right > least for right in rights) > 1


def _step(lines: list[PdfLine], height: float) -> float:
    """The usual step between two lines of one paragraph of the body: told by lines that begin small, else by those after a full line."""
    pairs = [
        (above, below, above.low - below.bottom)
        for above, below in pairwise(lines)
        if above.page == below.page
        and max(above.height, below.height) <= height * _LARGER
        and 0 < above.low - below.bottom < height * _WIDEST_STEP
        and abs(above.left - below.left) < 1
    ]
    small = sorted(step for _, below, step in pairs if below.text[:1].islower() and not CLAUSE.match(below.text))
    if len(small) >= 3:
        return small[len(small) // 2]
    longest = max((line.right for line in lines), default=0.0)
    full = [step for above, _, step in pairs if above.right > longest * 0.93]
    close = [step for _, _, step in pairs if step < height * _USUAL_STEP]
    return min([*small, *(step for step in full if step < height * _USUAL_STEP)] or close or full, default=height * 1.3)


def _right_margin(lines: list[PdfLine]) -> float:
    """Gives the right margin of the text: at its longest lines where there are enough of them or all end alike, else as far in as on the left."""
    rights = sorted(line.right for line in lines)
    if not rights:
        return 0.0
    seen = rights[-1 - len(rights) // 50]
    near = sum(right > seen * 0.93 for right in rights)
    if near >= _ENOUGH_LINES and near * 8 >= len(rights):
        return seen
    if len(rights) >= _JUSTIFIED and rights[-1] - rights[-_JUSTIFIED] < _SAME_END:
        return rights[-1]
    left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    return max(seen, lines[0].page_width - left)


def _rounded(height: float) -> float:
    return round(height * 2) / 2
