"""The contents list: found so that it can be left out. It cuts titles and glues them together, so it is only ever a hint."""

import re

from minutes.reading import Block

_HEADING = re.compile(
    r"(?:indholdsfortegnelse|indhold|dagsorden(?:spunkter)?|punkter|sagsoversigt|sagsliste|oversigt|punktoversigt|"
    r"punkter på dagsordenen|(?:følgende )?sager (?:behandles|til behandling)|følgende sager behandles|dagsordenen omfatter)"
    r"(?: (?:for|på) mødet)?\s*:?(?:\s+side)?",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"[\s.…_]*(?:\.{3,}|…|_{3,}|\t)[\s.…_\d]*(?:\b[ivxl]{1,7})?\s*$|\s+\d{1,3}$")
_ONLY_A_NUMBER = re.compile(r"(?:dagsordens)?punkt(?: nr\.?)?|pkt\.?|sag(?: nr\.?)?|nr\.?|", re.IGNORECASE)
_LONGEST_ENTRY = 500
_HEADS = 2  # lines such as `Side` between the list's heading and its first entry; a list without page numbers is told otherwise
_FIRST_BLOCKS = 400  # a contents list that begins later is some attachment's


def contents_of(blocks: list[Block]) -> tuple[list[str], set[int]]:
    """The list's titles, and the indexes of its blocks."""
    titles: list[str] = []
    listed: set[int] = set()
    inside = False
    others = 0
    for i, block in enumerate(blocks):
        text = block.text
        if _HEADING.fullmatch(text.replace("\t", " ")):
            if titles:
                break
            inside = True
            listed.add(i)
            continue
        entry = _LEADERS.search(text) if len(text) < _LONGEST_ENTRY else None
        if entry and (_leads(text) or (inside and _ends_in_page(text, entry))):
            titles.append(text[: entry.start()].strip())
            listed.add(i)
        elif inside:
            others += 1
            if titles or others > _HEADS:
                break
        elif i > _FIRST_BLOCKS:
            break
    return titles, listed


def _ends_in_page(text: str, entry: re.Match[str]) -> bool:
    return entry.group().strip(" .\t").isdigit() and not _ONLY_A_NUMBER.fullmatch(text[: entry.start()].strip())


def _leads(text: str) -> bool:
    return "..." in text or "…" in text or "___" in text
