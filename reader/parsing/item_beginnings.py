"""An item begins at its heading, or at the line above, where the heading is only a number that stands under its title."""

from reader.reading import TextBlock

from .candidates import Start
from .case_numbers import case_number_in
from .contents import reads_as_entry
from .headings import Headings
from .mark_lines import MarkLines
from .titles import LONGEST_TITLE, title_stands_above


def first_block(blocks: list[TextBlock], start: Start, headings: Headings, lines: MarkLines, *, cased_above: bool) -> int:
    """The item's first block: the line right above where the heading is only a number standing under its title."""
    above = start.index - 1
    if above >= 0 and cased_above and case_number_in(blocks[above].text):
        return above
    if start.title or above < 0 or above in lines.bare or above in lines.halves or not title_stands_above(blocks, start.index, headings):
        return start.index
    title = blocks[above]
    is_title = not (reads_as_entry(title.text) or case_number_in(title.text)) and (
        title.kind in ("paragraph", "heading") and title.apart and len(title.text) <= LONGEST_TITLE and not title.text.endswith((".", ":"))
    )
    return above if is_title else start.index
