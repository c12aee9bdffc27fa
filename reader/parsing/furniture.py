"""Furniture of a page beside the minutes: links of a web site, and lines that repeat with a page number. Left out before anything is read.

A line that speaks of something closed is never left out.
"""

import re
from collections import Counter
from dataclasses import replace

from reader.reading import TextBlock
from reader.reading.running import says_closed

from .case_numbers import is_case_label, is_case_value

_LINK = r"(?:kopi[eé]r link(?: til punktet)?|print(?:venlig(?: (?:version|udgave))?)?|udskriv(?: punkt(?:et)?)?|(?:gå |tilbage )?til (?:toppen|indholdsfortegnelsen?|oversigten?)|læs op|del(?: punktet)?|(?:næste|forrige) punkt|hent (?:som )?pdf)"
_LINKS = re.compile(rf"\W*{_LINK}(?:[\s|·–—/-]+{_LINK})*\W*", re.IGNORECASE)
_PAGED = re.compile(r"(?=.{0,120}$).*?(?:,|\s|^)(?:side|sidenr\.?|s\.)\s?(?P<page>\d{1,4})(?:\s?(?:af|/)\s?\d{1,4})?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def without_furniture(blocks: list[TextBlock]) -> list[TextBlock]:
    """The blocks of the minutes alone; a case number on the line below its label is put beside it."""
    paged = Counter(_DIGITS.sub("#", block.text) for block in blocks if _is_paged(block))
    kept: list[TextBlock] = []
    for block in blocks:
        if _LINKS.fullmatch(block.text) or (_is_paged(block) and paged[_DIGITS.sub("#", block.text)] > 1 and not says_closed(block.text)):
            continue
        if kept and is_case_label(kept[-1].text) and is_case_value(block.text):
            kept[-1] = replace(kept[-1], text=f"{kept[-1].text.rstrip(' :')}: {block.text}", end_line=block.end_line)
        else:
            kept.append(block)
    return kept


def _is_paged(block: TextBlock) -> bool:
    return block.kind != "table_row" and len(block.text) <= 120 and block.text[-1:].isdigit() and _PAGED.match(block.text) is not None
