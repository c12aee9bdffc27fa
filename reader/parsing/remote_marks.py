"""Lines about items that are named elsewhere: by their numbers, by a footnote's sign, or all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.facts import ItemFacts, Minutes
from reader.reading import TextBlock

from .case_numbers import case_number_in
from .closed import half_of, line_says
from .closure import Doubt
from .clues import clue_in
from .contrasts import numbers_closed
from .end_of_open_part import tells_of_end
from .item_references import LONGEST_NAMING, ItemReferences, numbers_of
from .labels import names_items, numbers_in, parsed
from .outline import DocumentOutline, ItemBlocks
from .ranges import heads_several, meant_with
from .reopened import tells_of_reopening
from .titles import PARTICULAR

_SIGN = re.compile(r"\s*([*†‡¹²³⁴⁵#¤°]{1,3})\s*=?\s*\w")
# "Dette referat er fortroligt": the whole document, wherever the line stands
_OF_ALL = re.compile(
    r"\b(?:hele|dette|alt|nærværende)\s+(?:\w+\s+)?(?:\w*referat|protokol|dagsorden|dokument|møde|udskrift|materiale)\w*|^\W*(?:referatet|protokollen|dokumentet|udskriften|materialet)\b",
    re.IGNORECASE,
)
# "Mødet fortsatte for lukkede døre": what comes after the line, too
_FROM_HERE = re.compile(
    r"\b(?:mødet|dørene|døren|salen|tilhører\w*|publikum|pressen|herefter|derefter|hvorefter|resten|fortsat\w*|fortsætte\w*|overgang|overgår|overgik|går\s+over|gik\s+over|genoptag\w*|følgende|øvrige|resterende|efterfølgende|kommende)\b",
    re.IGNORECASE,
)
# "Lukkede punkter er udeladt": says that the document has none of them
LEFT_OUT = re.compile(
    r"\b(?:lukkede|fortrolige)\s+(?:\w+\s+)?(?:punkter|sager|bilag|afsnit)\s+(?:\w+\s+){0,3}?(?:udeladt|medtaget|fjernet|udtaget|slettet|med\s+her)\b|\b(?:ingen|uden)\s+(?:lukkede|fortrolige)\b|\b(?:lukkede|lukket|fortroligt?e?|ikke-?\s?offentligt?e?)\s+\w+\s*[:–-]\s*(?:ingen|nul|0|nej|[-–÷])\W*$",
    re.IGNORECASE,
)
# "Åbne punkter: 1 og 3", "Der var adgang for tilhørere under punkt 1": says by leaving them out that the others are closed
_OPEN_ONES = re.compile(
    r"\båb(?:en|ent|ne)\s+(?:dagsordens?)?(?:punkt|sag|pkt)|\b(?:åben|åbent|åbne|offentlig\w*|adgang|tilhører\w*|publikum)\b(?:[^.;]|\.(?=\s?\d)){0,60}?\b(?:punkt|pkt|sag|emne)"
    r"|\b(?:punkt|pkt|sag|emne)\w*\b[^;]{0,60}?\b(?:åben|åbent|åbne|offentligt?e?|tilhører\w*|publikum|hjemmesiden|nettet)\b",
    re.IGNORECASE,
)
# "Af de tre punkter er de to første offentlige"
_SOME_ONES = re.compile(
    r"\b(?:punkt|sag)\w*\b.{0,40}\b(?:de|den|det)\s+(?:\w+\s+)?(?:første|sidste)\b.{0,40}\b(?:åb(?:en|ent|ne)|offentlige?t?)\W*$|\b(?:første|anden|sidste)\s+(?:halvdel|del)\b.{0,40}\b(?:åben|offentlig)\W*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:øvrige|resterende|resten|andre|(?:efter)?følgende)\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:kun|alene|udelukkende)\b", re.IGNORECASE)
_BETWEEN_ITEMS = re.compile(r"\b(?:spørge\w*|før|efter|inden|forud|høring\w*)\b", re.IGNORECASE)
_BUT_NOT = re.compile(r"(?:,|\bmen|\bdog)\s+ikke\b|\b(?:undtagen|undtaget|bortset|undtagelse|på\s+nær|fraset|kun)\b", re.IGNORECASE)
_LONGEST = 400
# "Lukkede punkter start": over those that follow, though no heading that is known
_HEADS_CLOSED = re.compile(
    r"\W*(?:(?:de|følgende|herunder|nedenfor)\s+)?(?:lukkede|fortrolige|ikke-?\s?offentlige)\s+(?:dagsordens?)?(?:punkter|sager|emner)\b(?!.*\b(?:slut\w*|afslut\w*|ophør\w*|forbi)\b)",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\s*\(\d{1,2}\)\W*$")  # "Fortrolige sager (3)"
# said at the end of which nobody can tell: "De bageste punkter er lukkede", "Punkterne om personer er lukkede"
_SEVERAL = re.compile(r"\b(?:dagsordens?)?(?:punkter|punkterne|sagerne|emnerne)\b", re.IGNORECASE)
_SHORT = 60  # of a line about closing whose numbers need no word before them: "3 ff. lukket", "Lukkede: 3.-5."
_BARE = re.compile(r"(?<![\w.:/-])\d{1,3}(?![\d:/]|[.-]\d{2})")


@dataclass(slots=True)
class RemoteMark:
    """A line that speaks of closed items, its words, and the numbers of those it names; none names all."""

    block: TextBlock
    words: str
    numbers: set[int]
    sign: str = ""


def named_in(text: str, minutes: Minutes, names: ItemReferences) -> set[int]:
    """The numbers of the items that a line names, also one with nothing but a mark (`2: lukket`)."""
    number, _label, rest = parsed(text)
    marked = {number} if number is not None and line_says(rest) == "closed" else set()
    return numbers_of(minutes.items, names.places(text)) | (marked & _every(minutes))


def said_by(block: TextBlock, words: str, minutes: Minutes, names: ItemReferences) -> RemoteMark:
    """The line with the numbers that it closes and the document has; none, which is all, where it does not tell which of them."""
    told = names.in_numbers(block.text)
    if told != block.text and not names.are_all:
        return RemoteMark(block, words, set())
    apart = numbers_closed(told, _every(minutes))
    if apart is None:
        apart = set() if _tells_apart(told) else named_in(block.text, minutes, names)
        if apart and len(block.text) <= _SHORT and "(" in block.text:  # "Punkt 4 (lukket) og 6 (lukket)"
            apart |= set(map(int, _BARE.findall(block.text))) & _every(minutes)
    return RemoteMark(block, words, apart)


def is_unread_above(minutes: Minutes, cut: DocumentOutline) -> bool:
    """Tells whether a line above the first item has the number before its own, and so may be an item that was not read as one."""
    first = minutes.items[0].number if minutes.items else None
    return first is not None and first > 1 and any(parsed(block.text)[0] == first - 1 for block in cut.front)


def _every(minutes: Minutes) -> set[int]:
    return {item.number for item in minutes.items if item.number is not None}


def _tells_apart(text: str) -> bool:
    """Tells whether the line speaks of open items and of others."""
    return bool(_OPEN_ONES.search(text) and _BUT_NOT.search(text))


def said_of_open_ones(minutes: Minutes, cut: DocumentOutline, names: ItemReferences) -> list[RemoteMark]:
    """The lines before the first item and after the last that name the open items, each with the numbers that they leave out.

    Within an item only a line that names these alone does so.
    """
    found: list[RemoteMark] = []
    every = _every(minutes)
    last = [block for one in cut.items[-1:] for block in one.blocks[-1:]]
    only = [block for one in cut.items for block in one.blocks if len(block.text) <= LONGEST_NAMING and _ONLY.search(block.text)]
    for block in (*cut.front, *only, *last, *cut.close):
        text = names.in_numbers(block.text)
        opens = _OPEN_ONES.search(text) if len(text) <= _LONGEST and not _BETWEEN_ITEMS.search(text) else None
        named = numbers_in(text) & every if opens else set()
        closed = (numbers_closed(text, every) or every - named) if named else set()
        if opens and not named and (_ONLY.search(text) or len(numbers_in(text)) > 1):
            closed = every if numbers_in(text) else set()  # the open ones have not been read as items
        if opens and not names.are_all and text != block.text:
            closed = every  # nobody can tell which item is the first
        if opens and (closed or (text != block.text and not every)) and not clue_in(text):
            found.append(RemoteMark(block, (_OPEN_ONES.search(block.text) or opens).group(), closed))
        elif len(text) <= LONGEST_NAMING and (some := _SOME_ONES.search(text)) and not clue_in(text):
            found.append(RemoteMark(block, some.group(), set()))
    return found


def said_elsewhere(minutes: Minutes, cut: DocumentOutline, names: ItemReferences) -> list[RemoteMark]:
    """The lines within items and after the last that speak of others: by their numbers, by a footnote's sign, or of the whole document."""
    found: list[RemoteMark] = []
    starred = any(item.title.rstrip().endswith("*") for item in minutes.items)
    ends = next((block for one in cut.items[-1:] for block in one.blocks[-1:]), None)
    for own, block in _lines(cut):
        if len(block.text) > _LONGEST:
            continue
        told = names.in_numbers(block.text)
        numbers = set(named_in(block.text, minutes, names) if block is ends or own is None else numbers_in(told))
        short = not numbers and len(block.text) <= _SHORT and not _BUT_NOT.search(block.text)
        bare = set(map(int, _BARE.findall(told))) & names.numbers if short else set()
        bare = meant_with(told, bare, names.numbers) & names.numbers
        numbers |= bare
        numbers = (numbers | (numbers_closed(told, names.numbers) or set())) - {own}
        sign, of_all = _SIGN.match(block.text), _OF_ALL.search(block.text)
        note = starred and block.kind == "list_item"  # the reader takes a leading star for a bullet
        several = block is ends and not numbers and len(block.text) <= _SHORT and _SEVERAL.search(block.text) is not None
        words = clue_in(block.text) if numbers or sign or note or of_all or several or own is None else None
        if not words or LEFT_OUT.search(block.text):
            continue
        said = said_by(block, words, minutes, names)
        said.numbers = (said.numbers | bare) - {own}
        said.sign = sign[1] if sign else "*" if note and not said.numbers else ""
        if (
            said.numbers
            or said.sign
            or of_all
            or several
            or (own is None and not numbers)
            or _tells_apart(block.text)
            or (told != block.text and not names.are_all)
        ):
            found.append(said)
    return found


def told_elsewhere(cut: DocumentOutline, names: ItemReferences) -> Iterator[tuple[int, Doubt]]:
    """The items by their places that a line with a closing word names in another item, or above or below all of them."""
    headings = {id(item.heading) for item in cut.items if not heads_several(item.heading.text)}
    for i, block in enumerate(cut.blocks):
        if len(block.text) > _LONGEST or id(block) in headings or (words := clue_in(block.text)) is None or LEFT_OUT.search(block.text):
            continue
        told = names.in_numbers(block.text)
        if numbers_closed(told, names.numbers) is None and not _tells_apart(told):
            for k in sorted(names.places(block.text) - {cut.item_at(i)}):
                yield k, Doubt("maybe_closed", words, block)


def about(item: ItemFacts, said: list[RemoteMark]) -> list[Doubt]:
    """The first line that is about the item."""
    for one in said:
        if item.title.rstrip().endswith(one.sign) if one.sign else item.number in one.numbers if one.numbers else True:
            return [Doubt("maybe_closed", one.words, one.block)]
    return []


def closes_from_here(cut: ItemBlocks) -> Doubt | None:
    """The last line or the title of an item that says that the doors are closed from here on, or heads closed items in words of its own."""
    if heads := heads_closed(cut.blocks[-1:]):
        return heads
    for block in (*reversed(cut.blocks), cut.heading):
        text = cut.title if block is cut.heading else block.text
        words = clue_in(text) if len(text) <= _LONGEST and _FROM_HERE.search(text) else None
        if words and not names_items(text) and words not in (tells_of_reopening(text) or ""):
            return Doubt("maybe_closed", words, block)
        ended = tells_of_end(block.text) if block is not cut.heading and not tells_of_reopening(text) else None
        if ended:
            return Doubt("maybe_closed", ended, block)
    return None


def heads_closed(last: list[TextBlock]) -> Doubt | None:
    """The line right above an item, of none or one, where it heads those that follow as closed."""
    words = next((_HEADS_CLOSED.match(block.text) for block in last if _may_head(block.text)), None)
    return Doubt("maybe_closed", words.group().strip(), last[0]) if words and not LEFT_OUT.search(words.string) else None


def _may_head(text: str) -> bool:
    return len(text) <= _SHORT and not text.endswith(".") and half_of(text) is None and not names_items(_COUNT.sub("", text))


def closed_until_here(minutes: Minutes, cut: DocumentOutline) -> dict[int, Doubt]:
    """By their places the items that may have been treated before doors that a line tells to have been opened again.

    They are the item that the line ends, or the one above where it begins one, and those further up to one that says itself that it is closed
    or open, in which the doors are told to be closed, or after which they were opened before.
    """
    told = {k: reopened for k, one in enumerate(cut.items) if (reopened := _reopening(one))}
    last = len(cut.items) - 1
    closing = next(((block, words) for block in cut.close if (words := tells_of_reopening(block.text))), None)
    if closing and last not in told:
        told[last] = (*closing, False)
    found: dict[int, Doubt] = {}
    for k, (block, words, begins) in told.items():
        for at in range(k - begins, -1, -1):
            one = cut.items[at]
            ended_before = at < k and at in told and not told[at][2]
            if minutes.items[at].closed or one.standing.opened or ended_before:
                break
            found.setdefault(at, Doubt("maybe_closed", words, block))
            if (at < k and at in told) or closes_from_here(one):
                break
    return found


def _reopening(cut: ItemBlocks) -> tuple[TextBlock, str, bool] | None:
    """The last line of the item that tells of it, its words, and whether it stands before anything that the item says."""
    for i in range(len(cut.blocks) - 1, -1, -1):
        words = tells_of_reopening(cut.blocks[i].text)
        if words:
            before = (block.text for block in cut.blocks[:i])
            return cut.blocks[i], words, all(case_number_in(text) or PARTICULAR.match(text) for text in before)
    words = tells_of_reopening(cut.title)
    return (cut.heading, words, True) if words else None


def opens_at_end(cut: ItemBlocks) -> bool:
    """Tells whether the item's last line tells of doors opened again, so that what comes after it is open."""
    return bool(cut.blocks) and tells_of_reopening(cut.blocks[-1].text) is not None


def _lines(cut: DocumentOutline) -> list[tuple[int | None, TextBlock]]:
    """Each line with the number of its item; none of those that end the document, such as a heading of others with nothing below it."""
    ends = [one.heading for one in cut.items[-1:] if not (one.label or one.blocks) and _OTHERS.search(one.title)]
    return [(item.number or 0, block) for item in cut.items for block in item.blocks] + [(None, block) for block in (*ends, *cut.close)]
