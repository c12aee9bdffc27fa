"""A new item on the agenda of a meeting to come, for what is to be treated there."""

from textwrap import shorten

from django.utils.text import capfirst

from followups.matching import is_standing
from followups.models import Occurrence
from meetings.confidentiality import closed_like
from meetings.locking import holding
from meetings.models import AgendaItem, Meeting
from meetings.ordering import next_position
from meetings.services import place_item

TITLE_CHARACTERS = 200  # of what was asked for, as much as a heading holds


def add_item(*, occurrence: Occurrence, meeting: Meeting) -> AgendaItem:
    """The item that asked, once more, last on the agenda of `meeting`: same case and matter, and closed to the same people.

    A second click makes no second one, and neither do two at once. It has no number until the agenda has one; the document that is read
    then finds it by its case.
    """
    asked, title = occurrence.item, title_of(occurrence)
    with holding([meeting.body_id, occurrence.body_id, asked.body_id]):
        there = AgendaItem.objects.filter(meeting=meeting, source=None, title=title, case=asked.case_id, matter=asked.matter_id)
        if found := there.exclude(pk=asked.pk).first():
            return found
        item = AgendaItem(title=title, case_id=asked.case_id, matter_id=asked.matter_id, **closed_like(asked))
        place_item(item=item, meeting=meeting, position=next_position(meeting), number=None)
        item.shut_out.set(asked.shut_out.all())
        return item


def title_of(occurrence: Occurrence) -> str:
    """What the new item is called: as the one that asked; what is asked for under an item that every meeting has, by its own words.

    A planned treatment has a title of its own. Of a closed item nothing but the title goes on to an agenda.
    """
    asked, follow_up = occurrence.item, occurrence.follow_up
    if asked.closed or (follow_up and not is_standing(asked.title)):
        return asked.title
    return shorten(capfirst(follow_up.text if follow_up else occurrence.planned.title), TITLE_CHARACTERS, placeholder=" …")
