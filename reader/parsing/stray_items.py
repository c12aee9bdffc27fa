"""Items that the run of numbers leaves out, because a closed one has a number of another count, one out of order, or none at all.

Swallowed by the open item above, a closed item would be shown with it. So everything that is marked as a closed item's heading begins one,
and what stands below a heading of the closed half does so too.
"""

import re
from bisect import bisect_right
from itertools import accumulate

from reader.reading import TextBlock

from .candidates import CASE, NOTHING, NUMBERED, PART, WORDED, Start, candidates_of
from .case_numbers import case_number_in
from .closed import OWN_LINES, begins_with_mark, block_says, line_says, number_is_closed, title_is_closed, title_is_open
from .contents import folded
from .headings import Headings
from .item_beginnings import first_block
from .labels import LETTERED, names_only_items, names_several, parsed
from .mark_lines import MarkLines, stands_over
from .titles import LONGEST_TITLE, NO_TITLE, PARTICULAR, looks_like_title
from .vocabulary import role_of

_LONGEST = 200
_LEAST_TITLE = 8  # letters by which a title is known again
_CLOSED_ITEM = re.compile(r"\W*(?:lukke[td]e?|fortroligt?)\s*(?:dagsordens?)?(?:punkt|sag|pkt)", re.IGNORECASE)
_NONE = re.compile(r"\w\s*[:=]\s*(?:ingen|nej|nul|0|[-–÷])\W*$", re.IGNORECASE)  # "Lukkede punkter: Ingen"
_ONWARDS = re.compile(r"ff?\.", re.IGNORECASE)  # "3 ff. lukket" names items
_NOT_ATTACHED = re.compile(r"bilag\b", re.IGNORECASE)


def with_strays(starts: list[Start], blocks: list[TextBlock], listed: set[int], headings: Headings, lines: MarkLines) -> list[Start]:
    """The starts, and those of the items that no run of numbers leads to; in the document's order."""
    if not starts:
        return starts
    found = [*starts, *_counted_apart(starts, blocks, listed, headings)]
    known = {start.index: start for start in found}
    numbers = {start.number for start in found}
    attached = _attached(blocks, headings)
    titles = _titles_beside(starts, blocks, headings, lines)
    last = 0
    for i in range(min(known), len(blocks)):
        if i in known:
            last = known[i].number or last
            continue
        if i in listed or i in lines.halves or i in lines.bare or i in lines.columns or i in titles or blocks[i].kind == "table_row":
            continue
        if _is_about_item(i, blocks, known, numbers):
            continue
        stray = _closed_heading(i, blocks[i], headings, attached=i in attached, expected=last + 1, above=blocks[i - 1]) or _lettered(
            i, blocks, headings, attached=i in attached
        )
        if stray and not (not stray.label and _repeats_title(i, blocks, starts, known)):
            found.append(stray)
            last = stray.number or last
    found.sort(key=lambda start: start.index)
    return _with_halves(found, blocks, headings, lines)


def _titles_beside(starts: list[Start], blocks: list[TextBlock], headings: Headings, lines: MarkLines) -> set[int]:
    """The lines that are the titles of items whose headings are only numbers, above these or below; they begin no items of their own."""
    found = set()
    for start in starts:
        first = first_block(blocks, start, headings, lines, cased_above=False)
        if first < start.index:
            found.add(first)
        elif not start.title and start.index + 1 < len(blocks) and title_is_closed(blocks[start.index + 1].text):
            found.add(start.index + 1)
    return found


def _is_about_item(i: int, blocks: list[TextBlock], known: dict[int, Start], numbers: set[int | None]) -> bool:
    """Tells whether the line has an item's number and nothing else but a mark, and nothing stands below it: `2: lukket punkt`."""
    number, _label, rest = parsed(blocks[i].text)
    return (
        number in numbers
        and number is not None
        and (i + 1 == len(blocks) or i + 1 in known)
        and line_says(rest.removeprefix(") ")) is not None
    )


def _repeats_title(i: int, blocks: list[TextBlock], starts: list[Start], known: dict[int, Start]) -> bool:
    """Tells whether the line has an item's title and a mark, and nothing stands below it: `Klage over hegn: lukket sag`."""
    if i + 1 < len(blocks) and i + 1 not in known:
        return False
    text = folded(blocks[i].text)
    return any(len(title := folded(start.title)) >= _LEAST_TITLE and text.startswith(title) for start in starts)


def _closed_heading(
    i: int, block: TextBlock, headings: Headings, *, attached: bool, expected: int | None, above: TextBlock
) -> Start | None:
    """A start where the line is an item's heading and says that the item is closed; among attachments only where it is none of them."""
    text = block.text
    if len(text) > _LONGEST or _NOT_ATTACHED.match(text) or line_says(text) or case_number_in(text) or headings.known(block):
        return None
    if block_says(block) and not begins_with_mark(text):
        return None
    number, label, title = parsed(text)
    if names_several(text) or _ONWARDS.match(title) or (not label and (names_only_items(text) or _NONE.search(text))):
        return None
    begins = begins_with_mark(title) or begins_with_mark(text)
    lettered = bool(label) and number_is_closed(text) and (block.kind == "heading" or not title.endswith("."))
    if not (lettered or title_is_closed(title) or (title_is_closed(text) and not title_is_open(title))):
        return None
    if attached and not lettered and not _ends_attachments(number, label, title, expected, above):
        return None
    set_apart = block.apart or block.kind == "heading" or begins
    if not label and (not set_apart or block.kind == "list_item" or title.endswith((".", ";"))):
        return None
    return Start(i, number, label, title if label else text.strip(), True, NOTHING)


def _ends_attachments(number: int | None, label: str, title: str, expected: int | None, above: TextBlock) -> bool:
    """Tells whether a marked line below attachments is the next item's heading: `Punkt 5: …`, the number awaited, or `Lukket punkt: …`.

    One that counts on from the attachment above is an attachment, whose mark is its own.
    """
    if label[:1].isalpha():
        return True
    if number is None:
        return bool(_CLOSED_ITEM.match(title))
    before = parsed(above.text)[0]
    return before != number - 1 and (number == expected or (begins_with_mark(title) and title[:1].isalpha()))


def _lettered(i: int, blocks: list[TextBlock], headings: Headings, *, attached: bool) -> Start | None:
    """`3a. …`, `2.1 …`: a start where a decision, a recommendation or a case number stands right below."""
    block = blocks[i]
    match = LETTERED.match(block.text) if not attached and len(block.text) <= _LONGEST and block.kind != "list_item" else None
    if (
        not match
        or match["word"]
        or not match["number"][0].isdigit()
        or not block.apart
        or i + 1 >= len(blocks)
        or NO_TITLE.match(match["title"])
    ):
        return None
    part = headings.of(blocks[i + 1])
    shown = part is not None and (part.role in ("decision", "recommendation") or match["number"][-1].isalpha())
    if not match["title"][:1].isupper() or not (shown or case_number_in(blocks[i + 1].text)) or headings.of(block):
        return None
    return Start(i, None, match["number"], match["title"].strip(), False, PART)


def _counted_apart(starts: list[Start], blocks: list[TextBlock], listed: set[int], headings: Headings) -> list[Start]:
    """Of a document that counts twice, `Punkt 811`, `Punkt 812`, `Punkt 1`, the items of the other count; and those out of order.

    The second count is in doubt, since a closed half may count from 1. What is out of order must have a case number.
    """
    first, last, known = starts[0], starts[-1], {start.index for start in starts}
    candidates = [one for pattern in (WORDED, NUMBERED) for one in candidates_of(pattern, blocks, listed, headings)]
    candidates = sorted((one for one in candidates if one.index not in known and not role_of(one.title)), key=lambda one: one.index)
    earlier: list[Start] = []
    later: list[Start] = []
    among: list[Start] = []
    for start in candidates:
        if not last.number:
            break
        if start.index < first.index:
            if start.below >= PART and (start.number or 0) > max(last.number, (earlier[-1].number or 0) if earlier else 0):
                earlier.append(start)
        elif start.index > last.index:
            shown = start.below >= PART or not start.label.isdigit()
            if shown and start.number == ((later[-1].number or 0) + 1 if later else 1):
                later.append(start)
        elif start.below == CASE:
            among.append(start)
    for start in [*(starts if earlier else []), *later]:
        start.counted_anew = True
    return [*earlier, *among, *later]


def _with_halves(starts: list[Start], blocks: list[TextBlock], headings: Headings, lines: MarkLines) -> list[Start]:
    """Below each heading of the closed half an item begins, if only with the line below it, and so does each further numbered line."""
    firsts = [first_block(blocks, start, headings, lines, cased_above=False) for start in starts]
    parts = list(accumulate((headings.of(block) is not None for block in blocks), initial=0))
    heads = {i for i, closed in lines.halves.items() if closed} | {
        i for i, closed in lines.bare.items() if closed and i > firsts[0] and _is_late(i, firsts, parts)
    }
    ends = sorted({*firsts, *lines.halves, *heads, len(blocks)})
    found = list(starts)
    for i in sorted(heads):
        end = ends[bisect_right(ends, i)]
        if i > firsts[0] and stands_over(i, firsts, blocks) is None and (i in lines.halves or i + 1 < end):
            found += _below_half(i, end, blocks, headings)
    found.sort(key=lambda start: start.index)
    return found


def _is_late(i: int, firsts: list[int], parts: list[int]) -> bool:
    """Tells whether the mark of one item stands where the item above has been told already, so that it begins one without a number."""
    begins = firsts[bisect_right(firsts, i) - 1] + 1
    return i - begins >= OWN_LINES or parts[i] > parts[begins]


def _below_half(i: int, end: int, blocks: list[TextBlock], headings: Headings) -> list[Start]:
    """The items between the heading of the closed half at `i` and `end`: each line with the next number, else all as one."""
    found: list[Start] = []
    for at in range(i + 1, end):
        number, label, title = (
            parsed(blocks[at].text) if blocks[at].kind != "table_row" and len(blocks[at].text) <= LONGEST_TITLE else (None, "", "")
        )
        goes_on = not found or number is None or found[-1].number is None or number == found[-1].number + 1
        if label and title[:1].isupper() and goes_on and (blocks[at].apart or at == i + 1) and not headings.of(blocks[at]):
            found.append(Start(at, number, label, title, True, NOTHING))
        elif not found:
            title = blocks[at].text if _is_title(blocks[at], headings) else ""
            found.append(Start(at if title else i, None, "", title or blocks[i].text, True, NOTHING))
    return found or [Start(i, None, "", blocks[i].text, True, NOTHING)]


def _is_title(block: TextBlock, headings: Headings) -> bool:
    return looks_like_title(block) and not headings.of(block) and not case_number_in(block.text) and not PARTICULAR.match(block.text)


def _attached(blocks: list[TextBlock], headings: Headings) -> set[int]:
    """The blocks in a part for attachments, whose marks say which of *them* are closed."""
    found: set[int] = set()
    inside = False
    for i, block in enumerate(blocks):
        heading = headings.of(block)
        inside = heading.role == "attachments" if heading else inside
        if inside:
            found.add(i)
    return found
