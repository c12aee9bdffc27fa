"""Where in its document a fact stands, as the columns every read fact has."""

from minutes import facts


def place_of(row) -> facts.Place | None:
    """Where in its document the fact of `row` stands."""
    if row.source_page is None:
        return None
    return facts.Place(row.source_page, row.source_line, row.source_end_line)


def source_columns(place: facts.Place | None, document_id: int | None) -> dict[str, int | None]:
    """The columns that lead a fact back to its file, page and line."""
    if place is None or document_id is None:
        return {"source_id": None, "source_page": None, "source_line": None, "source_end_line": None}
    return {
        "source_id": document_id,
        "source_page": place.page,
        "source_line": place.line,
        "source_end_line": place.end_line,
    }
