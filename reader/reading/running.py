"""Running headers and footers: what stands at the edge of page after page, but for its page number."""

import re
from collections import Counter, defaultdict

_PAGE_NUMBER = re.compile(
    r"(?:.{0,80}\b)?(?:side(?:nr\.?)?|page)\s*:?\s*(?:\d+|[ivxl]+)(?:\s*(?:af|of|/|\||ud af)\s*(?:\d+|[ivxl]+))?$|[-–]\s?(?:\d+|[ivxl]+)\s?[-–]$|\d+\s*(?:/|\||af)\s*\d+$",
    re.IGNORECASE,
)
_PAGE_OF_PAGES = re.compile(r"(?:side(?:nr\.?)?|page|s\.)\s*:?\s*(\d{1,4})\s*(?:af|of|/|ud af)\s*(\d{1,4})", re.IGNORECASE)
_OF_CLOSING = re.compile(
    r"\blukke[td]|fortrolig|ikke[\s-]+(?:til\s+)?offentlig|tavshedspligt|confidential|l\W?u\W?k\W?k\W?e\W?t\b", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_SAME_HEIGHT = 0.0036  # of the page's height, three points on A4
_OUTERMOST = 0.06  # of the page's height: text as far out as this is hardly the page's own
_EDGE_LINES = 3
_LONGEST_HEAD, _TITLE_LINES = 100, 6


def is_page_number(text: str) -> bool:
    """`Side 3 af 11`, `Sidenr. 243`, `Lindhøj Kommune Side 3`, `- 3 -`, `3/11`."""
    return bool(_PAGE_NUMBER.match(text))


def numbers_page(text: str, page: int, pages: int) -> bool:
    """`Side 2 af 7` on the second page of seven: what numbers the page wherever it stands."""
    found = _PAGE_OF_PAGES.fullmatch(text)
    return found is not None and (int(found[1]), int(found[2])) == (page, pages)


def says_closed(text: str) -> bool:
    """Tells whether a running line speaks of something closed: such a line is no mere header, and must not be lost."""
    return bool(_OF_CLOSING.search(text))


def closing_words(text: str) -> str:
    """The first words that speak of something closed, "" where there are none."""
    found = _OF_CLOSING.search(text)
    return found.group() if found else ""


def repeated_at_edges(edges: list[list[tuple[int, str, float]]]) -> list[set[int]]:
    """Which lines at the pages' edges are running lines.

    Takes per page the lines near its top and bottom as (index, text, height as a share of the page's); gives per page the indexes to
    leave out: page numbers, also bare ones outermost, and what stands at the same height with the same words on most pages, or outermost on two pages in five.
    Only the page's own number may differ, so that `Punkt 5` and `Punkt 6` at the top of two pages stay.
    """
    heights: dict[str, list[float]] = defaultdict(list)
    for number, page in enumerate(edges, 1):
        for _, text, height in page:
            heights[_without_number(text, number)].append(height)

    def runs(number: int, text: str, height: float) -> bool:
        if says_closed(text):
            return False
        if is_page_number(text) or (text == str(number) and (height < _OUTERMOST or height > 1 - _OUTERMOST)):
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
    running = [
        {i for i in indexes[:_EDGE_LINES] if tops[lines[i].strip()] >= least}
        | {i for i in indexes if "ide" in lines[i] and numbered[_DIGITS.sub("#", lines[i].strip())] >= 2}
        | {i for i in indexes[-1:] if len(pages) > 1 and (is_page_number(lines[i].strip()) or lines[i].strip() == str(number))}
        for number, (lines, indexes) in enumerate(zip(pages, filled, strict=True), 1)
    ]
    running = _with_neighbours(running, pages)
    return [{i for i in found if not says_closed(lines[i])} for found, lines in zip(running, pages, strict=True)]


def _with_neighbours(running: list[set[int]], pages: list[list[str]]) -> list[set[int]]:
    """The running lines, and those that stand right beside them each time: a head of several lines ends in its page number.

    What stands at the very top of the document is its title, printed once more in the head.
    """
    found = [set(indexes) for indexes in running]
    beside = [(page, i + step, i) for page, indexes in enumerate(running) for i in indexes for step in (-1, 1)]
    while beside:
        texts = Counter(pages[page][i].strip() for page, i, _ in beside if 0 <= i < len(pages[page]) and i not in found[page])
        taken = [
            (page, i, of)
            for page, i, of in beside
            if 0 <= i < len(pages[page])
            and i not in found[page]
            and pages[page][i].strip()
            and len(pages[page][i]) <= _LONGEST_HEAD
            and texts[pages[page][i].strip()] >= 2
            and (page or i >= _TITLE_LINES)
        ]
        for page, i, _ in taken:
            found[page].add(i)
        beside = [(page, i + (1 if i > of else -1), i) for page, i, of in taken]
    return found


def _without_number(text: str, page: int) -> str:
    """The text without the page's own number at its end, as `7` or `7/12`."""
    before, _, last = text.rpartition(" ")
    if last != str(page) and not (last.startswith(f"{page}/") and last[len(str(page)) + 1 :].isdigit()):
        return text
    return text if before.lower().rstrip(".").endswith(("punkt", "pkt", "sag", "nr")) else before
