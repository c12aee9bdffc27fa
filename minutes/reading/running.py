"""Running headers and footers: what stands at the edge of page after page, but for its page number."""

import re
from collections import Counter, defaultdict

_PAGE_NUMBER = re.compile(
    r"(?:.{0,80}\b)?(?:side|page)\s*:?\s*(?:\d+|[ivxl]+)(?:\s*(?:af|of|/|\||ud af)\s*(?:\d+|[ivxl]+))?$|[-–]\s?(?:\d+|[ivxl]+)\s?[-–]$|\d+\s*(?:/|\||af)\s*\d+$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_SAME_HEIGHT = 0.0036  # of the page's height, three points on A4
_OUTERMOST = 0.06  # of the page's height: text as far out as this is hardly the page's own
_EDGE_LINES = 3


def is_page_number(text: str) -> bool:
    """`Side 3 af 11`, `Lindhøj Kommune Side 3`, `- 3 -`, `3/11`."""
    return bool(_PAGE_NUMBER.match(text))


def repeated_at_edges(edges: list[list[tuple[int, str, float]]]) -> list[set[int]]:
    """Which lines at the pages' edges are running lines.

    Takes per page the lines near its top and bottom as (index, text, height as a share of the page's); gives per page the indexes to
    leave out: page numbers, and what stands at the same height with the same words on most pages, or outermost on two pages in five.
    Only the page's own number may differ, so that `Punkt 5` and `Punkt 6` at the top of two pages stay.
    """
    heights: dict[str, list[float]] = defaultdict(list)
    for number, page in enumerate(edges, 1):
        for _, text, height in page:
            heights[_without_number(text, number)].append(height)

    def runs(number: int, text: str, height: float) -> bool:
        if is_page_number(text):
            return True
        alike = sum(abs(height - other) <= _SAME_HEIGHT for other in heights[_without_number(text, number)])
        outermost = not _OUTERMOST < height < 1 - _OUTERMOST
        return alike >= (max(2, len(edges) * 0.4) if outermost else max(3, len(edges) * 0.6))

    return [{index for index, text, height in page if runs(number, text, height)} for number, page in enumerate(edges, 1)]


def without_running_lines(pages: list[list[str]]) -> list[set[int]]:
    """The same for plain text, which knows lines but no heights: per page the indexes to leave out.

    A line counts when it stands alike among the first three of at least two thirds of the pages, three or more, or is a page number at
    the very bottom; a repeated `Side 3 af 11` counts anywhere, since form feeds are often lost.
    """
    numbered = Counter(_DIGITS.sub("#", line.strip()) for lines in pages for line in lines if is_page_number(line.strip()))
    filled = [[index for index, line in enumerate(lines) if line.strip()] for lines in pages]
    tops = Counter(
        text for lines, indexes in zip(pages, filled, strict=True) for text in {lines[index].strip() for index in indexes[:_EDGE_LINES]}
    )
    least = max(3, len(pages) * 2 // 3)
    return [
        {i for i in indexes[:_EDGE_LINES] if tops[lines[i].strip()] >= least}
        | {i for i in indexes if "ide" in lines[i] and numbered[_DIGITS.sub("#", lines[i].strip())] >= 2}
        | {i for i in indexes[-1:] if len(pages) > 1 and (is_page_number(lines[i].strip()) or lines[i].strip() == str(number))}
        for number, (lines, indexes) in enumerate(zip(pages, filled, strict=True), 1)
    ]


def _without_number(text: str, page: int) -> str:
    """The text without the page's own number at its end, as `7` or `7/12`."""
    before, _, last = text.rpartition(" ")
    if last != str(page) and not (last.startswith(f"{page}/") and last[len(str(page)) + 1 :].isdigit()):
        return text
    return text if before.lower().rstrip(".").endswith(("punkt", "pkt", "sag", "nr")) else before
