"""The closed items that a document, or the reading of it, shows."""

from meetings.models import AgendaItem, Document, DocumentItem, Meeting
from minutes.models import Import
from minutes.services.lookup import reading_of
from minutes.storing.rows import printed_number
from reader import facts


def closed_items(
    minutes: facts.Minutes | None, meeting: Meeting | int | None, *, only: facts.ItemFacts | None = None
) -> list[AgendaItem | DocumentItem]:
    """The closed items of `meeting` (or its key) in the register, then those of the document that are not among them: one query at most.

    `only` is the item of the document that is shown, where not all are.
    """
    kept = list(AgendaItem.objects.filter(meeting=meeting, closed=True).select_related("meeting", "body")) if meeting else []
    if minutes is None:
        return kept
    known = {printed_number(item.number, item.label) or item.title for item in kept}
    read = [
        DocumentItem(minutes.meeting.body or "", minutes.meeting.date, fact.label or str(fact.number or ""), place)
        for place, fact in enumerate(minutes.items, start=1)
        if fact.closed and only in (None, fact) and (fact.title if fact.number is None else fact.number) not in known
    ]
    return kept + read


def closed_items_in(document: Document) -> list[AgendaItem | DocumentItem]:
    """The closed items in the original file, as it was last read: two queries."""
    readings = Import.objects.filter(document=document, reading__isnull=False).defer("before", "after")
    import_ = readings.order_by("-pk").first()
    if import_ is None:
        return closed_items(None, document.meeting_id)
    return closed_items(reading_of(import_), import_.meeting_id or document.meeting_id)
