"""Two readings of one document: whether they find the same items, and what is closed in one of them and not in the other."""

from reader.facts import ItemFacts, Minutes, TextPlace, Warning

from .outline import DocumentOutline

CODE = "maybe_closed_otherwise"
_LONGEST_QUOTE = 160
_Place = tuple[int, int]  # page and line
_END: _Place = (1_000_000_000, 0)


def are_alike(one: DocumentOutline, other: DocumentOutline) -> bool:
    """Tells whether both find items of the same numbers and titles."""
    return [(item.number, item.title) for item in one.items] == [(item.number, item.title) for item in other.items]


def doubt_closed_otherwise(minutes: Minutes, other: Minutes) -> list[ItemFacts]:
    """Put in doubt every open item of `minutes` into which text falls that an item of `other`, closed or in doubt, has. Gives these items.

    `other` is another reading of the same document. Each doubt is a warning at the item, with the words of that text.
    """
    closed = [(first, end, item.title) for item, first, end in _extents(other) if item.closed]
    only_closed = _lines(other, closed=True) - _lines(other, closed=False)
    found = []
    for item, first, end in _extents(minutes):
        if item.closed:
            continue
        words = next((title for start, stop, title in closed if start < end and first < stop), None)
        if words is None:
            words = min(only_closed & _lines_of(item), default=None)
        if words is not None:
            item.closed = item.in_doubt = True
            minutes.warnings.append(Warning(CODE, item.number, {"words": words[:_LONGEST_QUOTE]}, item.title, item.at))
            found.append(item)
    return found


def _extents(minutes: Minutes) -> list[tuple[ItemFacts, _Place, _Place]]:
    """Each item, where it begins, and where the next below it begins; one that was split off by hand takes up its sections."""
    begins = sorted({_begins(item.at) for item in minutes.items if item.at})
    following = dict(zip(begins, [*begins[1:], _END], strict=False))
    found = []
    for item in minutes.items:
        places = [section.at for section in item.sections if section.at]
        if item.at:
            found.append((item, _begins(item.at), following[_begins(item.at)]))
        elif places:
            found.append((item, min(map(_begins, places)), max((at.page, at.end_line + 1) for at in places)))
        else:
            found.append((item, _END, _END))
    return found


def _begins(at: TextPlace) -> _Place:
    return at.page, at.line


def _lines(minutes: Minutes, *, closed: bool) -> set[str]:
    return {line for item in minutes.items if item.closed == closed for line in _lines_of(item)}


def _lines_of(item: ItemFacts) -> set[str]:
    texts = [item.title, item.decision or "", *(text for section in item.sections for text in (section.heading, section.text))]
    return {" ".join(line.split()) for text in texts for line in text.splitlines()} - {""}
