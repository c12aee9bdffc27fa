"""Correct a meeting that is in the register, and take that back: by the secretary, afterwards, without a document."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from danish.folding import name_key
from followups.models import FollowUp, Occurrence, PlannedTreatment
from hearings.models import HearingResponse
from meetings import confidentiality
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Meeting
from meetings.services import move_meeting
from minutes.corrections import Correction, DoesNotApply, opened_texts
from minutes.corrections.meeting_corrections import corrected, put_back, touched
from minutes.matching import MeetingChoice
from minutes.models import MeetingCorrection
from minutes.services.dependents import rewriting
from minutes.services.exceptions import ImportRefused
from minutes.services.locking import one_import_at_a_time
from minutes.services.lookup import look_up
from minutes.services.safeguards import nothing_done_is_lost
from minutes.storing import snapshot, store
from minutes.storing.new_rows import make_newcomers
from minutes.storing.obligations import OBLIGATIONS
from minutes.wording import say
from reader import facts, format

COMES_OF = {FollowUp: "follow_up", PlannedTreatment: "planned"}  # the column in which an occurrence names what it comes of


def correct_meeting(*, meeting: Meeting, corrections: list[Correction], by: User | None, now: datetime) -> MeetingCorrection | None:
    """Make the corrections; an item's key is that of its row, as text. None where they change nothing.

    Whether an item is closed is said by `meetings.confidentiality`. What is promised in moved text moves with it. Raises `ImportRefused` when
    there is nothing of the kind, when something closed would be open, or something that has been done would be lost; ValidationError
    when the day is taken.
    """
    with _held(meeting) as meeting:
        before = snapshot(meeting)
        try:
            after = corrected(before, corrections)
        except DoesNotApply as error:
            raise ImportRefused("nothing_to_correct") from error
        if opened_texts(before, after):
            raise ImportRefused("would_open")
        old, new = touched(before, after)
        if not (old.items or new.items) and before.meeting == after.meeting:
            return None
        _store(meeting, old, after, now)
        untouched = {item.row for item in before.items} - {item.row for item in old.items}
        stored = snapshot(_read_again(meeting))
        stored.items = [item for item in stored.items if item.row not in untouched]
        first = corrections[0]
        return MeetingCorrection.objects.create(
            meeting=meeting,
            parts=[one.part for one in corrections],
            item_id=int(first.item) if first.item and first.part != "join" else None,
            before=format.to_json(old, places=True, say=say),
            after=format.to_json(stored, places=True, say=say),
            by=by,
            at=now,
        )


def undo_meeting_correction(*, correction: MeetingCorrection, by: User | None, now: datetime, may_open: bool = False) -> None:
    """Take a correction back. A second call does nothing.

    Raises `ImportRefused` where what it corrected has been changed since, and where something closed would be open, unless it `may_open`.
    """
    with _held(correction.meeting) as meeting:
        row = MeetingCorrection.objects.get(pk=correction.pk)
        if row.undone_at:
            return
        before, after, there = format.from_json(row.before), format.from_json(row.after), snapshot(meeting)
        result = put_back(there, before, after, meeting=row.is_of_meeting)
        if result is None:
            raise ImportRefused("corrected_since")
        if not may_open and opened_texts(there, result):
            raise ImportRefused("would_open")
        known = {item.row for item in after.items}
        _store(meeting, replace(there, items=[one for one in there.items if one.row in known]), result, now)
        MeetingCorrection.objects.filter(pk=row.pk).update(undone_at=now, undone_by=by)


def correct_facts(
    *, meeting: Meeting, item: int | None, corrections: list[Correction], closed: bool | None, by: User | None, now: datetime
) -> None:
    """Make the corrections, and say whether the item with the key `item` is `closed` where that is not None: both or neither.

    Raises as `correct_meeting` does.
    """
    with transaction.atomic():
        if corrections:
            correct_meeting(meeting=meeting, corrections=corrections, by=by, now=now)
        if closed is not None:
            row = AgendaItem.objects.select_related("meeting", "body").get(pk=item, meeting=meeting)
            confidentiality.set_closed(item=row, closed=closed, by=by, now=now)
            row.corrected_parts = [*dict.fromkeys([*row.corrected_parts, "closed"])]
            row.save(update_fields=["corrected_parts"])


@contextmanager
def _held(meeting: Meeting) -> Iterator[Meeting]:
    """The meeting as it is now; its body is locked, and no import goes on."""
    with one_import_at_a_time(), holding(bodies_of(meeting)):
        yield _read_again(meeting)


def _read_again(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_related("body", "source").get(pk=meeting.pk)


def _store(meeting: Meeting, old: facts.Minutes, wanted: facts.Minutes, now: datetime) -> None:
    """Make the meeting say what is `wanted`; `old` are its items that are touched. Obligations go where their sentences stand."""
    with rewriting(meeting.body) as in_step:
        if wanted.meeting.date != meeting.date:
            move_meeting(meeting=meeting, body=meeting.body, date=wanted.meeting.date)
        rows, left = {item.row for item in old.items}, {item.row for item in wanted.items}
        heir = next((item.row for item in wanted.items if item.row in rows), None)
        for gone in rows - left:
            _inherit(gone, heir)
        held = {item.row: item for item in snapshot(meeting).items}
        for item in wanted.items:
            for table in OBLIGATIONS:
                setattr(item, table.attribute, getattr(held[item.row], table.attribute) if item.row in held else [])
        matches, _warnings, _meeting, taken = look_up(wanted, MeetingChoice(meeting.pk))
        make_newcomers(wanted, matches)
        with nothing_done_is_lost(meeting):
            store(wanted, body=meeting.body, meeting=meeting, matches=matches, document=meeting.source, taken=taken)
        made = meeting.items.exclude(pk__in=held)
        for item in made:
            item.shut_out.set(AgendaItem.objects.get(pk=heir).shut_out.all())
        _relocate({*rows, *(item.pk for item in made)})
        confidentiality.propose_shut_outs(items=meeting.items.order_by("position"), now=now)
        in_step(meeting)


def _inherit(gone: int, heir: int) -> None:
    """Give the item `heir` what is asked for by the item `gone`, which is about to go, what it answers, and who is shut out of it."""
    for table in OBLIGATIONS:
        _move(table.model.objects.filter(item=gone), heir)
    Occurrence.objects.filter(met_by=gone).update(met_by=heir)
    HearingResponse.objects.filter(decided_at=gone).update(decided_at=heir)
    HearingResponse.objects.filter(considered_at=gone).update(considered_at=heir)
    AgendaItem.objects.get(pk=heir).shut_out.add(*AgendaItem.objects.get(pk=gone).shut_out.all())


def _relocate(rows: Iterable[int]) -> None:
    """Move each obligation of the items whose sentence stands in the text of another of them, and not of its own, to that one."""
    texts = {item.pk: [name_key(one.text) for one in item.sections.all()] for item in _whole(rows)}
    for table in OBLIGATIONS:
        for row in table.model.objects.filter(item__in=rows).order_by("pk"):
            owners = [pk for pk, lines in texts.items() if any(name_key(row.quote) in line for line in lines)]
            if owners and row.item_id not in owners:
                _move(table.model.objects.filter(pk=row.pk), owners[0])


def _whole(rows: Iterable[int]) -> Iterable[AgendaItem]:
    return AgendaItem.objects.filter(pk__in=rows).order_by("position").prefetch_related("sections")


def _move(obligations: QuerySet, item: int) -> None:
    """Put the obligations, and what is to come of them, under another item of the same meeting."""
    keys = list(obligations.order_by().values_list("pk", flat=True))
    if obligations.model in COMES_OF:
        Occurrence.objects.filter(**{f"{COMES_OF[obligations.model]}__in": keys}).update(item=item)
    obligations.model.objects.filter(pk__in=keys).update(item=item)
