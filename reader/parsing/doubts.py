"""Items that may be closed though nothing marks them so: the one mistake that shows the public what it may not see.

Such an item is in doubt, which counts as closed until somebody answers. Every doubt is a warning whose code is one of `DOUBT_CODES`,
with the words and their place.

    maybe_closed        words    words about publicity or confidentiality stand in the item, or over it
    maybe_two_items     words    a line within the item reads as the heading of another
    maybe_holds_closed  title    the contents list has a closed item beside this one, and the document has it nowhere
    maybe_counts_anew   words    the numbers start over with this item, as those of a closed half do
    maybe_closed_otherwise  words    another reading of the document has this text in a closed item (`two_readings.py`)
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.facts import ItemFacts, Minutes, TimePlanRowFacts, Warning
from reader.reading import TextBlock

from .broken_lines import told_by_broken
from .closed import answer_says, begins_with_mark, block_says, half_of, heads_columns, is_bare_mark, line_says
from .closure import Doubt
from .clues import clue_in, clue_in_title
from .columns import answered_under_heads, words_first
from .contents import reads_as_entry, same_title
from .contents_entries import MOST_ENTRIES, entries_of, headings_answered, line_of, told_by_entries
from .echoes import ON_AN_ITEM, echoes_in
from .end_of_open_part import tells_of_end
from .footnotes import legends_borne, told_by_letters, told_by_notes
from .headings import Headings
from .item_references import LONGEST_NAMING, ItemReferences
from .labels import names_items, parsed
from .outline import DocumentOutline, ItemBlocks
from .overviews import Overviews
from .page_marks import told_by_paper
from .remote_marks import (
    LEFT_OUT,
    RemoteMark,
    about,
    closed_until_here,
    closes_from_here,
    heads_closed,
    is_unread_above,
    opens_at_end,
    said_by,
    said_elsewhere,
    said_of_open_ones,
    told_elsewhere,
)
from .reopened import tells_of_reopening
from .second_headings import headings_within
from .sections import place_of
from .unfinished import breaks_off

DOUBT_CODES = ("maybe_closed", "maybe_two_items", "maybe_holds_closed", "maybe_counts_anew", "maybe_closed_otherwise")

_OVER_SEVERAL = re.compile(r"\b\w*(?:del|dagsorden\w*|punkter|sager|emner|møde)\b", re.IGNORECASE)
_LONGEST_OVER = 160
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
# "3. Lukket - Klage over skolen" among attachments; "Notat (lukket)" is one of them
_AN_ITEM = re.compile(
    r"\W*(?:\d{1,3}[.):]\s*)?[(\[]?(?:lukke(?:t|de)|fortroligt?)(?:\s*(?:dagsordens?)?(?:punkt|sag|pkt)\w*\W|[)\]]?\s*[-–:]\s*(?!bilag|notat|rapport))",
    re.IGNORECASE,
)
# "Efter åbent møde: lukket", "Afdeling B – fortroligt"; "Lejekontrakt – fortroligt" is an attachment
_OVER_REST = re.compile(
    r"(?!\W*(?:bilag|notat|rapport))(?:[^:\d]{2,60}:\s*|.{0,40}\b(?:afsnit|afdeling|del|møde|dagsorden|session)\w{0,3}\b.{0,20}?\s[–—-]\s*)(?P<says>[^:–—]+)$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\S[.\s]\s*(?:Punkt|PUNKT|Sag|SAG|Pkt\.?)\s+(?:nr\.?\s*)?\d{1,4}\s*[:.]\s.*")  # a second heading within a title
_MOST = 20  # doubts told of one item: enough to answer by


def doubt(minutes: Minutes, cut: DocumentOutline, headings: Headings) -> None:
    """Put in doubt every open item that may be closed, and add the warnings that say why, each at its words."""
    listed = entries_of(cut)
    missing = {
        id(above): range(above.number + 1, below.number) for above, below in pairwise(minutes.items) if above.number and below.number
    }
    names = ItemReferences(minutes.items, are_all=not is_unread_above(minutes, cut))
    overviews = Overviews(cut, names)
    notes = list(told_by_notes(cut))
    legends = legends_borne(notes, len(cut.items))
    every = [
        *_said_in_front(minutes, cut, listed, names, overviews),
        *said_elsewhere(minutes, cut, names),
        *said_of_open_ones(minutes, cut, names),
    ]
    said = [one for one in every if id(one.block) not in legends]
    told: dict[int, list[Doubt]] = {}
    for k, one in (
        *overviews.told,
        *notes,
        *told_by_letters(cut),
        *told_by_broken(cut, names),
        *told_elsewhere(cut, names),
        *_answered(cut),
        *told_by_paper(cut),
    ):
        told.setdefault(k, []).append(one)
    until_here = closed_until_here(minutes, cut)
    carried = heads_closed(cut.front[-1:])
    broken: Doubt | None = None
    decides = sum(item.decision is not None for item in minutes.items) * 2 > len(minutes.items)
    closed: list[ItemFacts] = []
    for k, (item, blocks) in enumerate(zip(minutes.items, cut.items, strict=True)):
        carried = None if blocks.standing.opened else carried
        if not item.closed:
            found = [
                *blocks.standing.doubts,
                *(one for one in _in_words(item, blocks, headings) if id(one.block) not in legends),
                *headings_within(item, blocks, headings, missing.get(id(item), range(0))),
                *about(item, said),
                *([carried] if carried else []),
                *([broken] if broken else []),
                *([until_here[k]] if k in until_here else []),
                *_told_again(item, blocks, closed),
                *told.get(k, []),
            ]
            entries = list(told_by_entries(item, listed, minutes))
            minutes.warnings += [_warning(one, item) for one in found[:_MOST]] + entries
            if found or entries:
                item.closed = item.in_doubt = True
        elif not item.in_doubt:
            closed.append(item)
            broken = breaks_off(item, blocks, headings, day=minutes.meeting.date, decides=decides)
        broken = broken if broken is not None and ((item.closed and not item.in_doubt) or item.decision is None) else None
        carried = (
            closes_from_here(blocks) or _carries_on(blocks, headings) or (None if opens_at_end(blocks) else carried or _headed(blocks))
        )
    _doubt_same_numbers(minutes, cut)
    _doubt_echoes(minutes, cut, names)


def _answered(cut: DocumentOutline) -> Iterator[tuple[int, Doubt]]:
    """The items by their places whose headings answer the head of a column so: `2 Klage over hegn N` under `Offentlig (J/N)`."""
    places = {id(item.heading): k for k, item in enumerate(cut.items)}
    for i, words in answered_under_heads([block.text for block in cut.blocks]).items():
        if id(cut.blocks[i]) in places:
            yield places[id(cut.blocks[i])], Doubt("maybe_closed", words, cut.blocks[i])


def _doubt_same_numbers(minutes: Minutes, cut: DocumentOutline) -> None:
    """Put in doubt the open items that have the number of a closed one above them or next to them, such as `Lukket punkt 3` over `3. Klage`.

    So is one right below a closed one that has the number of another below: it may be a line of the closed one's text.
    """
    last = {item.number: k for k, item in enumerate(minutes.items)}
    above: dict[int, int] = {}
    for k, (item, blocks) in enumerate(zip(minutes.items, cut.items, strict=True)):
        below = k + 1 if k + 1 < len(minutes.items) and minutes.items[k + 1].number == item.number else None
        other = above.get(item.number) if item.number is not None else None
        if other is None and below is not None and item.number is not None and minutes.items[below].closed:
            other = below
        if other is None and k and minutes.items[k - 1].closed and item.number is not None and last[item.number] > k:
            other = k - 1
        if not item.closed and other is not None:
            minutes.warnings.append(
                _warning(Doubt("maybe_closed", cut.items[other].heading.text.strip()[:LONGEST_NAMING], blocks.heading), item)
            )
            item.closed = item.in_doubt = True
        if item.closed and item.number is not None:
            above.setdefault(item.number, k)


def _doubt_echoes(minutes: Minutes, cut: DocumentOutline, names: ItemReferences) -> None:
    """Put in doubt the open items that tell of a closed one."""
    still_open = [k for k, item in enumerate(minutes.items) if not item.closed]
    if len(still_open) == len(minutes.items):
        return
    for k in still_open:
        item = minutes.items[k]
        told = (block for block, named in echoes_in(k, cut, minutes.items, names) if named and len(named) < len(minutes.items))
        if (block := next(told, None)) is not None:
            minutes.warnings.append(_warning(Doubt("maybe_closed", block.text.strip()[:LONGEST_NAMING], block), item))
            item.closed = item.in_doubt = True


def without_closed_rows(minutes: Minutes) -> list[TimePlanRowFacts]:
    """The rows of the time plan but for those of no item that speak of a closed one, or have its title."""
    names = ItemReferences(minutes.items)
    closed = {k for k, item in enumerate(minutes.items) if item.closed}
    return [row for row in minutes.time_plan if row.item is not None or not (clue_in(row.title) or names.titled(row.title) & closed)]


def _told_again(item: ItemFacts, cut: ItemBlocks, closed: list[ItemFacts]) -> list[Doubt]:
    """An item with the number and the title of one above that is closed, told again without its mark."""
    same = (other for other in closed if other.number == item.number and item.title and item.title in other.title)
    return [Doubt("maybe_closed", other.title, cut.heading) for other in same][:1]


def _headed(cut: ItemBlocks) -> Doubt | None:
    """The mark over the item that heads several."""
    return next((one for one in cut.standing.doubts if heads_closed([one.block])), None)


def _carries_on(cut: ItemBlocks, headings: Headings) -> Doubt | None:
    """Words that stand right over the next item, or a title over several, and so may be about the items below."""
    if _OVER_SEVERAL.search(cut.title) and (half_of(cut.title) or (cut.standing.closed and not cut.blocks)):
        return Doubt("maybe_closed", cut.title, cut.heading)
    last = cut.blocks[-1] if len(cut.blocks) > 1 else None
    if last is None or names_items(last.text) or headings.known(last) or len(last.text) > _LONGEST_OVER:
        return None
    parts = [heading.role for heading in map(headings.of, cut.blocks) if heading]
    if parts and parts[-1] == "attachments" and not _stands_out(last):
        return None
    words = clue_in(last.text)
    return (
        Doubt("maybe_closed", words, last)
        if words
        and words not in (tells_of_reopening(last.text) or "")
        and not (cut.standing.closed and block_says(last) and last.kind != "table_row")
        else None
    )


def _warning(doubt: Doubt, item: ItemFacts) -> Warning:
    """The doubt as a warning whose place lies in the item, also where its words stand above."""
    words, at = doubt.words, place_of([doubt.block])
    if at and item.at and (at.page, at.line) < (item.at.page, item.at.line):
        at = item.at
    line = next((line for line in doubt.block.text.split("\n") if words in line), words)
    if doubt.code == "maybe_two_items":
        return Warning("maybe_two_items", item.number, {"words": words}, line, at)
    if doubt.code == "maybe_counts_anew":
        return Warning("maybe_counts_anew", item.number, {"words": words}, line, at)
    return Warning("maybe_closed", item.number, {"words": words}, line, at)


def _in_words(item: ItemFacts, cut: ItemBlocks, headings: Headings) -> Iterator[Doubt]:
    """Words in the title or the text. Behind the names of attachments they say which of those are closed."""
    words = clue_in_title(item.title)
    if words:
        yield Doubt("maybe_closed", words, cut.heading)
    glued = _GLUED.search(item.title)
    if glued:
        yield Doubt("maybe_two_items", glued.group().strip(), cut.heading)
    attached = False
    columns = set(map(id, cut.standing.columns))
    for label, answer in pairwise(cut.blocks):
        if answer_says(label, answer) == "closed":
            yield Doubt("maybe_closed", answer.text.strip(), answer)
    for block in cut.blocks:
        if id(block) in columns or heads_columns(block):
            continue
        heading = headings.of(block)
        attached = heading.role == "attachments" if heading else attached
        if attached and not _stands_out(block) and not ON_AN_ITEM.match(block.text):
            continue
        words = clue_in(block.text) or (tells_of_end(block.text) if block is not cut.blocks[-1] else None)
        if words:
            yield Doubt("maybe_closed", words, block)


def _stands_out(block: TextBlock) -> bool:
    """Tells whether a line among attachments is none of them: a heading over several items or of one, or a sentence."""
    if half_of(block.text) is not None:
        return True
    over = _OVER_REST.match(block.text) if len(block.text) <= _LONGEST_OVER and block.kind != "list_item" else None
    if _AN_ITEM.match(block.text) or (over and line_says(over["says"]) == "closed"):
        return True
    begins = block.text[:1].isalpha() and begins_with_mark(block.text)
    return block.kind != "list_item" and (begins or (block.text.endswith(".") and " " in block.text))


def _said_in_front(
    minutes: Minutes, cut: DocumentOutline, listed: list[tuple[str, str]], names: ItemReferences, overviews: Overviews
) -> list[RemoteMark]:
    """The lines of the front page that speak of closed items; those of a list apart, which are about its entries."""
    apart = set(map(id, cut.entries))
    answered = headings_answered(listed, minutes)
    found: list[RemoteMark] = []
    for block in cut.front:
        text = block.text
        is_said = id(block) not in apart | overviews.all_open and line_of(block) not in answered and not LEFT_OUT.search(text)
        words = (clue_in(text) or tells_of_end(text)) if is_said else None
        if not words:
            continue
        said = said_by(block, words, minutes, names)
        if not _is_entry(block, minutes):
            found.append(said)
        elif block.kind == "table_row" or said.numbers:
            said.numbers |= {item.number for item in minutes.items[:MOST_ENTRIES] if item.number is not None and same_title(item, text)}
            found += [said] if said.numbers else []
    return found[:_MOST]


def _is_entry(block: TextBlock, minutes: Minutes) -> bool:
    """Tells whether a line of the front page is one of a list's, and so about an item that is closed, if one is, or has the entry's title."""
    entry = reads_as_entry(block.text) or words_first(block.text) is not None
    if any(item.closed for item in minutes.items):
        heads = half_of(block.text) is not None or is_bare_mark(parsed(block.text)[2] or block.text)
        answered = {str(item.number) for item in minutes.items if item.closed} & set(_NUMBER.findall(block.text))
        if heads or entry or block.kind == "table_row" or (answered and not block.text.endswith(".")):
            return True
    return entry and any(same_title(item, block.text) for item in minutes.items[:MOST_ENTRIES])
