"""Running headers and footers: what stands at the edge of page after page, but for its page number."""

import re
from collections import Counter, defaultdict

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:.{0,80}\b)?(?:side|page)\s*:?\s*\d+(?:\s*(?:af|of|/|ud af)\s*\d+)?$|-\s?\d+\s?-$|\d+\s*(?:/|af)\s*\d+$", re.IGNORECASE
)
_EDGE_LINES = 3


def is_page_number(text: str) -> bool:
    """`Side 3 af 11`, `Lindhøj Kommune Side 3`, `- 3 -`, `3/11`."""
    return bool(_PAGE_NUMBER.match(text))


def masked(text: str) -> str:
    """The text with its numbers made alike, so that the same line of two pages compares equal."""
    return _DIGITS.sub("#", text)


def repeated_at_edges(edges: list[list[tuple[int, str, float]]]) -> list[set[int]]:
    """Which lines at the pages' edges are running lines.

    Takes per page the lines near its top and bottom as (index, text, height on the page); gives per page the indexes to leave out:
    page numbers, and what stands on at least two pages in five at the same height (3 points up or down).
    """
    heights: dict[str, list[float]] = defaultdict(list)
    for page in edges:
        for _, text, height in page:
            heights[masked(text)].append(height)
    least = max(2, len(edges) * 2 // 5)

    def runs(text: str, height: float) -> bool:
        return is_page_number(text) or sum(abs(height - other) <= 3 for other in heights[masked(text)]) >= least

    return [{index for index, text, height in page if runs(text, height)} for page in edges]


def without_running_lines(pages: list[list[str]]) -> list[set[int]]:
    """The same for plain text, which knows lines but no heights: per page the indexes to leave out.

    A line counts when it stands among the first or last three of at least two thirds of the pages, three or more, and is a page
    number at the bottom; a repeated `Side 3 af 11` counts anywhere, since form feeds are often lost.
    """
    numbered = Counter(masked(line.strip()) for lines in pages for line in lines if is_page_number(line.strip()))
    tops: Counter[str] = Counter()
    for lines in pages:
        tops.update({masked(line.strip()) for line in _filled(lines)[:_EDGE_LINES]})
    least = max(3, len(pages) * 2 // 3)
    skipped = []
    for lines in pages:
        top = {index for index in range(len(lines)) if lines[index].strip()}
        first = set(sorted(top)[:_EDGE_LINES])
        skipped.append(
            {i for i in first if tops[masked(lines[i].strip())] >= least}
            | {i for i in top if "ide" in lines[i] and numbered[masked(lines[i].strip())] >= 2}
            | {i for i in sorted(top)[-1:] if len(pages) > 1 and is_page_number(lines[i].strip())}
        )
    return skipped


def _filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip()]
