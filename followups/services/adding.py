"""A new item on the agenda of a meeting to come, for what is to be treated there."""

from django.db.models import Max

from followups.models import Occurrence
from meetings.models import AgendaItem, Meeting
from meetings.services import place_item


def add_item(*, occurrence: Occurrence, meeting: Meeting) -> AgendaItem:
    """The item that asked, once more, last on the agenda of `meeting`: same title, case and matter, and closed to the same people.

    A second click makes no second one. It has no number until the agenda has one; the document that is read then finds it by its case.
    """
    asked = occurrence.item
    there = AgendaItem.objects.filter(meeting=meeting, source=None, title=asked.title, case=asked.case_id, matter=asked.matter_id)
    if found := there.exclude(pk=asked.pk).first():
        return found
    item = AgendaItem(title=asked.title, case_id=asked.case_id, matter_id=asked.matter_id, closed=asked.closed)
    last = meeting.items.aggregate(last=Max("position"))["last"] or 0
    place_item(item=item, meeting=meeting, position=last + 1, number=None)
    item.shut_out.set(asked.shut_out.all())
    return item
