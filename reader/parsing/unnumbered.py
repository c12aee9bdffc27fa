"""The blocks that begin items without numbers."""

import re

from reader.reading import TextBlock

from .candidates import CASE, PART, Start
from .case_numbers import case_number_in
from .headings import Headings
from .titles import PARTICULAR, looks_like_title

_CLOSED_AFTER = re.compile(r"\((?:punktet er )?lukket\)$", re.IGNORECASE)
# "Relaterede sager", over the case numbers of others
_OF_OTHERS = re.compile(
    r"(?:(?:relatere|tilknytte|sammenhængend)\w*|tidligere|andre|øvrige|henvisning\w*\s+til)\s+(?:\w+\s+)?sag(?:er|en|sn\w*)?\W*$",
    re.IGNORECASE,
)


def unnumbered(blocks: list[TextBlock], contents: list[str], listed: set[int], headings: Headings) -> list[Start]:
    """Items without numbers: a title above a case number, above the part that opens every item, or once the item before is decided."""
    opening = _opening_part(blocks, headings)
    wanted = {_folded(title) for title in contents}
    after_contents = max(listed, default=-1)
    starts: list[Start] = []
    decided = False
    for i, block in enumerate(blocks):
        found = headings.of(block)
        if found is not None:
            decided = decided or found.role == "decision"
            continue
        if i in listed or not looks_like_title(block) or case_number_in(block.text) or _is_particular(block.text):
            continue
        below = blocks[i + 1] if i + 1 < len(blocks) else None
        part = headings.of(below) if below else None
        cased = below is not None and case_number_in(below.text) is not None
        opens = part is not None and (part.text == opening or (decided and part.role == "decision"))
        titled = i > after_contents and _folded(block.text) in wanted
        marked = bool(starts) and bool(_CLOSED_AFTER.search(block.text))
        if cased or opens or titled or marked:
            starts.append(Start(i, None, "", block.text, False, CASE if cased else PART))
            decided = False
    return starts


def _is_particular(text: str) -> bool:
    return (":" in text and PARTICULAR.match(text) is not None) or _OF_OTHERS.match(text) is not None


def _opening_part(blocks: list[TextBlock], headings: Headings) -> str | None:
    """The first part's heading that is there more than once: with it each item opens."""
    found = [part.text for part in map(headings.of, blocks) if part and part.role not in ("absence", "presence", "attachments")]
    return next((text for text in found if found.count(text) > 1), None)


def _folded(text: str) -> str:
    return re.sub(r"[^0-9a-zæøåé]", "", text.lower())
