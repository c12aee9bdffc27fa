"""The contents list's word on its items: the entries that are closed by their own words, by a column, or by the heading over them."""

import re
from collections.abc import Iterator

from reader.facts import ItemFacts, Minutes, Warning
from reader.reading import TextBlock

from .closed import half_of, is_bare_mark, line_says, title_is_closed, title_is_open
from .clues import clue_in_title
from .columns import answered_under_heads, marked_in_column, sign_explained
from .contents import reads_as_entry, same_title
from .labels import numbers_in, parsed
from .outline import DocumentOutline

MOST_ENTRIES = 400
_LEADERS = re.compile(r"\.{3,}|…|_{3,}")
_LONGEST = 200


def lines_of(cut: DocumentOutline) -> list[str]:
    """The lines of the contents list, and of the front page where a list without page numbers may stand."""
    front = [line_of(block) for block in cut.front if len(block.text) < _LONGEST]
    if cut.listed:
        front = [*cut.listed, *(line for line in front if sign_explained(line) or _LEADERS.search(line))]
    return front[:MOST_ENTRIES]


def line_of(block: TextBlock) -> str:
    """The line with the star of a footnote, which the reader takes for a bullet."""
    return f"* {block.text}" if block.kind == "list_item" and not reads_as_entry(block.text) else block.text


def entries_of(cut: DocumentOutline) -> list[tuple[str, str]]:
    """The entries of the list, each with the words that close it; none gives ""."""
    lines = lines_of(cut)
    marked = marked_in_column(lines) | answered_under_heads(lines)
    numbered = any(map(reads_as_entry, lines))
    entries, heading = [], ""
    for i, line in enumerate(lines):
        half = half_of(line)
        if half is None and numbered and not reads_as_entry(line) and (said := line_says(line)):
            half = said == "closed"
        if half is not None:
            heading = line if half else ""
        elif "underskrift" not in line.lower() and sign_explained(line) is None:
            entries.append((line, heading or marked.get(i) or (line if _says_closed(line) else "")))
    return entries


def _says_closed(line: str) -> bool:
    return title_is_closed(line) or (reads_as_entry(line) and clue_in_title(line.replace("\t", " ")) is not None)


def headings_answered(entries: list[tuple[str, str]], minutes: Minutes) -> set[str]:
    """The headings of groups and the lines that explain a sign, of which an entry that they close is an item's."""
    return {words for entry, words in entries if words not in ("", entry) and any(same_title(item, entry) for item in minutes.items)}


def told_by_entries(item: ItemFacts, entries: list[tuple[str, str]], minutes: Minutes) -> Iterator[Warning]:
    """Tells whether the list has the item as closed, or a closed one beside it that the document has nowhere."""
    at = next((n for n, (entry, _words) in enumerate(entries) if same_title(item, entry) or numbers_in(entry) == {item.number}), None)
    if at is None:
        yield from _in_its_place(item, entries, minutes)
        return
    entry, words = entries[at]
    # The list glues the mark of a closed item to the title before it; the titles themselves tell whose it is.
    place = next(n for n, other in enumerate(minutes.items) if other is item)
    after = minutes.items[place + 1] if place + 1 < len(minutes.items) else None
    glued = words == entry and after is not None and after.closed and not after.in_doubt
    if words and not title_is_open(item.title) and not glued:
        yield Warning("maybe_closed", item.number, {"words": words}, entry, item.at)
    below, words = entries[at + 1] if at + 1 < len(entries) else ("", "")
    if words and not any(_answers(other, below) for other in minutes.items):
        yield Warning("maybe_holds_closed", item.number, {"title": below}, below, item.at)


def _in_its_place(item: ItemFacts, entries: list[tuple[str, str]], minutes: Minutes) -> Iterator[Warning]:
    """An entry that is closed, where this item has none and stands at the entry's place among as many items as there are entries."""
    if len(entries) != len(minutes.items):
        return
    place = next(n for n, other in enumerate(minutes.items) if other is item)
    if entries[place][1]:
        yield Warning("maybe_closed", item.number, {"words": entries[place][1]}, entries[place][0], item.at)


def _answers(item: ItemFacts, entry: str) -> bool:
    """Tells whether an item is the entry's: by its title, or, of a closed one that may have none, by its number."""
    number, _label, title = parsed(entry)
    bare = item.closed and not item.in_doubt and (number == item.number if number is not None else is_bare_mark(title))
    return bare or same_title(item, entry)
