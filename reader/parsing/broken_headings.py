"""Headings over the closed half that a line's end breaks within a word: `Luk-` and below it `kede punkter`."""

import re
from dataclasses import replace
from itertools import pairwise

from reader.reading import TextBlock

from .closed import half_of

_LONGEST = 60
_HYPHEN = re.compile(r"(?<=\w)[-‐‑\u00ad]$")


def with_headings_joined(blocks: list[TextBlock]) -> list[TextBlock]:
    """The blocks, with the two lines of each such heading as one."""
    halves = {i for i, (above, below) in enumerate(pairwise(blocks)) if _is_broken(above, below)}
    return [
        replace(block, text=_HYPHEN.sub("", block.text) + blocks[i + 1].text, end_line=blocks[i + 1].end_line) if i in halves else block
        for i, block in enumerate(blocks)
        if i - 1 not in halves
    ]


def _is_broken(above: TextBlock, below: TextBlock) -> bool:
    if (
        len(above.text) > _LONGEST
        or not _HYPHEN.search(above.text)
        or not below.text[:1].islower()
        or "table_row" in (above.kind, below.kind)
    ):
        return False
    return half_of(_HYPHEN.sub("", above.text) + below.text) is not None
