"""Words of closing round what was read as open: the one mistake that shows the public what it may not see."""

from collections.abc import Iterator

from minutes.facts import Item, Minutes, Place, Warning
from minutes.parsing.closed import closing_words_in, half_of, title_is_closed
from minutes.parsing.vocabulary import role_of

from .items import same_title

_FIRST_AND_LAST = 3  # lines of an item, at either end, where a mark of its own or a heading of the next may stand


def check_closing(minutes: Minutes) -> Iterator[Warning]:
    """One warning an item, and one for the document where the front page tells of closed items and none was found."""
    told = False
    for item in minutes.items:
        found = None if item.closed else _in_item(item) or _in_contents(item, minutes)
        if found:
            told = True
            words, quote, at = found
            yield Warning("maybe_closed", item.number, {"words": words}, quote, at)
    if not told and not any(item.closed for item in minutes.items):
        for line in minutes.meeting.front_page.splitlines():
            if half_of(line) or title_is_closed(line):
                yield Warning("maybe_closed", None, {"words": line.strip()}, line.strip(), minutes.meeting.at)
                return


def _in_item(item: Item) -> tuple[str, str, Place | None] | None:
    lines = [(item.title, item.at)]
    for section in item.sections:
        # A heading of attachments says which of *them* are closed, and so do the words behind their names.
        if role_of(section.heading) != "attachments":
            lines.append((section.heading, section.at))
            lines += [(line, section.at) for line in section.text.splitlines()]
        else:
            lines += [(line, section.at) for line in section.text.splitlines() if half_of(line)]
    lines = [(line.strip(), at) for line, at in lines if line.strip()]
    ends = lines if len(lines) <= 2 * _FIRST_AND_LAST else lines[: _FIRST_AND_LAST + 1] + lines[-_FIRST_AND_LAST:]
    headed = [(section.heading, section.at) for section in item.sections if role_of(section.heading) != "attachments"]
    between = [(line, at) for line, at in lines if half_of(line)]
    for line, at in (*ends, *headed, *between):
        words = closing_words_in(line)
        if words:
            return words, line, at
    return None


def _in_contents(item: Item, minutes: Minutes) -> tuple[str, str, Place | None] | None:
    """Whether the contents list has the item as closed: by its entry, or by the heading over it."""
    heading: str | None = None
    for entry in minutes.contents:
        half = half_of(entry)
        if half is not None:
            heading = entry if half else None
        elif same_title(item, entry):
            # The list glues the mark of a closed item to the title before it; the titles themselves tell whose it is.
            glued = any(other.closed for other in minutes.items)
            words = heading or (entry if title_is_closed(entry) and not glued else None)
            return (words, entry, item.at) if words else None
    return None
