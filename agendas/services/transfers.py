"""An item split in two, moved to another meeting of its body, or sent on to another body's meeting."""

from collections.abc import Collection
from datetime import datetime

from accounts.models import User
from agendas.exceptions import AgendaRefused
from agendas.models import AgendaStep, CandidateChoice
from agendas.services.attachments import copy_attachments
from agendas.services.changes import changing_agenda, changing_agendas
from agendas.services.order import put_in_place
from agendas.services.texts import save_texts, written_texts
from followups.models import Occurrence
from followups.services import place
from meetings.confidentiality import closed_like
from meetings.models import AgendaItem, Meeting
from meetings.ordering import next_position, reorder
from meetings.services import place_item

What = AgendaStep.What


def split_item(
    *,
    item: AgendaItem,
    title: str,
    minutes: int | None,
    minutes_left: int | None,
    recommendations: Collection[int],
    answers: Collection[int],
    by: User | None,
    now: datetime,
    version: int | None = None,
) -> AgendaItem:
    """Make a second item of a part of `item`, right after it, closed to the same people. Returns the second one; sent twice, the same.

    `minutes` are its, `minutes_left` those of the first. The recommendations at these places, from 0, go along, and of what the item is to
    answer the occurrences of the keys `answers`. Raises `AgendaRefused` when somebody has changed the item since it had `version`.
    """
    bodies = Occurrence.objects.filter(placed_on=item).values_list("body", "item__body")
    with changing_agenda(item.meeting, What.SPLIT, by=by, now=now, also={key for row in bodies for key in row}):
        row = _fresh(item)
        same = AgendaItem.objects.filter(meeting=row.meeting_id, title=title, case=row.case_id, matter=row.matter_id, source=None)
        if there := same.exclude(pk=row.pk).first():
            return there
        if version not in (None, row.version):
            raise AgendaRefused("changed")
        second = _like(row, title)
        second.minutes, second.keep = minutes, row.keep
        _add_after(second, row)
        texts = written_texts(row)
        gone = [text for place_, text in enumerate(texts.recommendations) if place_ in recommendations]
        if gone:
            left = [text for place_, text in enumerate(texts.recommendations) if place_ not in recommendations]
            save_texts(row, texts._replace(recommendations=tuple(left)))
            save_texts(second, texts._replace(sections=(), recommendations=tuple(gone)))
        for occurrence in Occurrence.objects.open().filter(pk__in=answers, placed_on=row).order_by("pk"):
            place(occurrence=occurrence, item=second, by=by, now=now)
        row.minutes = minutes_left
        row.save(update_fields=["minutes"])
    return second


def move_to_meeting(*, item: AgendaItem, to: Meeting, by: User | None, now: datetime, version: int | None = None) -> None:
    """Take the item, with all that is in it and what it is to answer, to the agenda of another meeting of its body.

    Raises `AgendaRefused` for one that has a number or was read from a document, for a meeting of another body or before the one that asked for
    what the item answers, and when somebody has changed the item since it had `version`.
    """
    with changing_agendas({item.meeting: What.LEFT, to: What.CAME}, by=by, now=now):
        row = _fresh(item)
        if to.body_id != row.body_id:
            raise AgendaRefused("other_body")
        if version not in (None, row.version):
            raise AgendaRefused("changed")
        if row.number or row.label or row.source_id:
            raise AgendaRefused("in_use")
        if Occurrence.objects.filter(placed_on=row, item__meeting__date__gt=to.date).exists():
            raise AgendaRefused("asked_later")
        carry(item=row, to=to)


def carry(*, item: AgendaItem, to: Meeting) -> None:
    """Take the item to the agenda of `to`, whose body is held, as the one it leaves is."""
    source = item.meeting
    place_item(item=item, meeting=to, position=next_position(to), number=None)
    reorder(meeting=source, keys=[])
    for choice in CandidateChoice.objects.filter(item=item):
        CandidateChoice.objects.filter(meeting=to, kind=choice.kind, key=choice.key, item=None).delete()  # it was left out there
        CandidateChoice.objects.filter(pk=choice.pk).update(meeting=to)
    put_in_place(meeting=to)


def send_on(*, item: AgendaItem, to: Meeting, by: User | None, now: datetime, version: int | None = None) -> AgendaItem:
    """Put the item on the agenda of another body's meeting, too: of the same case and matter, with its text and files, closed to the same people.

    Returns the item there, the same when it is sent on twice. Guests do not go along: they were asked for another day. Raises `AgendaRefused`
    for a meeting of the same body, and when somebody has changed the item since it had `version`.
    """
    with changing_agenda(to, What.SENT_ON, by=by, now=now, also=[item.body_id]):
        row = _fresh(item)
        if to.body_id == row.body_id:
            raise AgendaRefused("same_body")
        same = AgendaItem.objects.filter(meeting=to, title=row.title, case=row.case_id, matter=row.matter_id, source=None)
        if there := same.first():
            return there
        if version not in (None, row.version):
            raise AgendaRefused("changed")
        new = _like(row, row.title)
        new.minutes = row.minutes
        place_item(item=new, meeting=to, position=next_position(to), number=None)
        new.shut_out.set(row.shut_out.all())
        save_texts(new, written_texts(row))
        copy_attachments(row, new)
        put_in_place(meeting=to)
    return new


def _fresh(item: AgendaItem) -> AgendaItem:
    """The item as it is now, still on the same agenda. Its body is held."""
    row = AgendaItem.objects.filter(pk=item.pk, meeting=item.meeting_id).select_related("meeting__body").first()
    if row is None:
        raise AgendaRefused("gone")
    return row


def _like(item: AgendaItem, title: str) -> AgendaItem:
    return AgendaItem(title=title, case_id=item.case_id, matter_id=item.matter_id, responsible=item.responsible, **closed_like(item))


def _add_after(new: AgendaItem, before: AgendaItem) -> None:
    meeting = before.meeting
    place_item(item=new, meeting=meeting, position=next_position(meeting), number=None)
    new.shut_out.set(before.shut_out.all())
    keys = list(AgendaItem.objects.filter(meeting=meeting).exclude(pk=new.pk).order_by("position").values_list("pk", flat=True))
    keys.insert(keys.index(before.pk) + 1, new.pk)
    reorder(meeting=meeting, keys=keys)
