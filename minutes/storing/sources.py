"""The source of a fact in its document, as the columns every read fact has."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from reader import facts

_COLUMNS = ("source_id", "source_page", "source_line", "source_end_line")


def place_of(row) -> facts.TextPlace | None:
    """Gives the place in its document of the fact of `row`."""
    if row.source_page is None:
        return None
    return facts.TextPlace(row.source_page, row.source_line, row.source_end_line)


def source_columns(place: facts.TextPlace | None, document_id: int | None) -> dict[str, int | None]:
    """The columns that lead a fact back to its file, page and line."""
    if place is None or document_id is None:
        return dict.fromkeys(_COLUMNS)
    return dict(zip(_COLUMNS, (document_id, place.page, place.line, place.end_line), strict=True))


class KnownSources:
    """The sources of the rows of a list that is written anew: an entry that says what a row said keeps its place."""

    def __init__(self, rows: Iterable[tuple[Any, Any]]):
        """`rows`: each with what it says."""
        self._known = defaultdict(list)
        for row, said in rows:
            self._known[repr(said)].append({name: getattr(row, name) for name in _COLUMNS})

    def columns(self, said: Any, place: facts.TextPlace | None, document_id: int | None) -> dict[str, int | None]:
        """The columns of the entry that says `said`: those it had, else `place` in the document."""
        known = self._known.get(repr(said))
        return known.pop(0) if known else source_columns(place, document_id)
