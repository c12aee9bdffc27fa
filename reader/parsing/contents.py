"""The contents list: found so that it can be left out. It cuts titles and glues them together, so it is only ever a hint."""

import re
from functools import lru_cache

from reader.facts import ItemFacts
from reader.reading import TextBlock

from .closed import half_of, is_bare_mark
from .folding import LINES

_HEADING = re.compile(
    r"(?:indholdsfortegnelse|indhold|dagsorden(?:spunkter)?|punkter|sagsoversigt|sagsliste|oversigt|punktoversigt|"
    r"punkter på dagsordenen|(?:følgende )?sager (?:behandles|til behandling)|følgende sager behandles|dagsordenen omfatter)"
    r"(?: (?:for|på) mødet)?\s*:?(?:\s+side)?",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"[\s.…_]*(?:\.{3,}|…|_{3,}|\t)[\s.…_\d]*(?:\b[ivxl]{1,7})?\s*$|\s+\d{1,3}$")
_NUMBERED = re.compile(r"\d{1,4}[.)]?\s")
_ONLY_A_NUMBER = re.compile(r"(?:dagsordens)?punkt(?: nr\.?)?|pkt\.?|sag(?: nr\.?)?|nr\.?|", re.IGNORECASE)
_NUMBERS = re.compile(r"\D{3,100}:\s*(?:nr\.?\s*)?\d{1,4}(?:(?:\s*[,–-]\s*|\s+og\s+)\d{1,4})*\.?$")  # "Lukkede sager: 2, 4"
_CODE = re.compile(r"(?<=\d)\s+[(\[]?[A-ZÆØÅ]{1,2}[)\]]?$")  # "Køb af grund 5 L": a column behind the page numbers
_LONGEST_ENTRY = 500
_HEADS = 2  # lines such as `Side` between the list's heading and its first entry; a list without page numbers is told otherwise
_LETTERS = re.compile(r"[^0-9a-zæøåé]")
_PREFIX = 14  # letters by which a cut title still shows which item it is
_FIRST_BLOCKS = 400  # a contents list that begins later is some attachment's


def contents_of(blocks: list[TextBlock]) -> tuple[list[str], set[int]]:
    """The list's titles, and the indexes of its blocks."""
    titles: list[str] = []
    listed: set[int] = set()
    inside = False
    others = 0
    for i, block in enumerate(blocks):
        text = _CODE.sub("", block.text) if inside else block.text
        if heads_list(text):
            if titles:
                break
            inside = True
            listed.add(i)
            continue
        entry = _LEADERS.search(text) if len(text) < _LONGEST_ENTRY and _may_lead(text) and not _NUMBERS.match(text) else None
        if entry and (has_leaders(text) or (inside and _ends_in_page(text, entry))):
            titles.append(text[: entry.start()].strip())
            listed.add(i)
        elif inside and _heads_entries(i, blocks):
            listed.add(i)
        elif inside:
            others += 1
            if titles or others > _HEADS:
                break
        elif i > _FIRST_BLOCKS:
            break
    return titles, listed


def heads_list(text: str) -> bool:
    """Tells whether the line is the heading of a contents list."""
    return bool(_HEADING.fullmatch(text.replace("\t", " ")))


def title_of_entry(text: str) -> str:
    """The entry without its leaders and its page number."""
    entry = _LEADERS.search(text) if len(text) < _LONGEST_ENTRY else None
    return text[: entry.start()].strip() if entry else text.strip()


def _heads_entries(i: int, blocks: list[TextBlock]) -> bool:
    """Tells whether the line heads one half of the list: its next entry has leaders or a page number as the others."""
    if not (is_bare_mark(blocks[i].text) or half_of(blocks[i].text) is not None) or i + 1 == len(blocks):
        return False
    below = blocks[i + 1].text
    entry = _LEADERS.search(below) if len(below) < _LONGEST_ENTRY else None
    return entry is not None and (has_leaders(below) or _ends_in_page(below, entry))


def reads_as_entry(text: str) -> bool:
    """Tells whether the line is an entry of a contents list, also of one without page numbers."""
    return bool(_NUMBERED.match(text)) or has_leaders(text)


def _ends_in_page(text: str, entry: re.Match[str]) -> bool:
    return entry.group().strip(" .\t").isdigit() and not _ONLY_A_NUMBER.fullmatch(text[: entry.start()].strip())


def has_leaders(text: str) -> bool:
    """Tells whether dots or a stroke lead from an entry to its page number."""
    return "..." in text or "…" in text or "___" in text


def _may_lead(text: str) -> bool:
    """Tells cheaply whether `_LEADERS` can find anything."""
    return has_leaders(text) or "\t" in text or text.rstrip()[-1:].isdigit()


def same_title(item: ItemFacts, entry: str) -> bool:
    """Tells whether an entry of the contents list is this item's. The list cuts titles and glues them together, so a like beginning is enough."""
    own, bare = folded(entry), folded(entry).lstrip("0123456789")
    title, labelled = folded(item.title), folded(f"{item.label} {item.title}")
    return bool(bare and title and (title.startswith(bare[:_PREFIX]) or labelled.startswith(own[:_PREFIX]) or title in own))


@lru_cache(maxsize=LINES)
def folded(text: str) -> str:
    """Letters and digits alone."""
    return _LETTERS.sub("", text.lower())
