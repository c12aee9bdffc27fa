"""Discard and undo: a reading left unused, an import taken back whole."""

from datetime import datetime

from django.apps import apps
from django.db.models import Model

from accounts.models import User
from meetings.confidentiality import propose_shut_outs
from meetings.locking import bodies_of, holding
from meetings.models import Document, Meeting, SecretaryAssignment
from minutes.differences import says_the_same
from minutes.matching import MeetingChoice
from minutes.models import Import
from minutes.services.attached_rows import bring_back, is_turned_since, items_gone
from minutes.services.dependents import rewriting
from minutes.services.exceptions import ImportRefused
from minutes.services.locking import one_import_at_a_time
from minutes.services.lookup import look_up
from minutes.services.safeguards import nothing_done_is_lost, nothing_placed_is_lost
from minutes.storing import snapshot, store
from minutes.storing.new_rows import make_newcomers
from reader import format

CAN_BE_DISCARDED = (Import.State.REVIEW, Import.State.WAITING)


def discard(*, import_: Import) -> None:
    """Leave a reading unused. The file is kept; uploading it again reads it anew."""
    Import.objects.filter(pk=import_.pk, state__in=CAN_BE_DISCARDED).update(state=Import.State.DISCARDED)


def undo(*, import_: Import, by: User | None, now: datetime) -> None:
    """Take a whole import back: the meeting is as it was before, and what the import made and nothing else uses is gone.

    Raises `ImportRefused` when the meeting has been changed since (by hand or by a later import), and when something has been done about what
    it asked for: nothing of that may be lost unseen.
    """
    with one_import_at_a_time(), holding(bodies_of(import_, "meeting__body")):
        import_ = Import.objects.select_for_update(of=("self",)).get(pk=import_.pk)
        if import_.state == Import.State.UNDONE:
            return
        if import_.state != Import.State.APPLIED or import_.meeting_id is None:
            raise ImportRefused("nothing_to_undo")
        meeting = Meeting.objects.select_related("body", "source").get(pk=import_.meeting_id)
        if not says_the_same(format.from_json(import_.after), snapshot(meeting)):
            raise ImportRefused("changed_since")
        if import_.before and is_turned_since(meeting, import_.beside_after):
            raise ImportRefused("changed_since")
        import_.state, import_.undone_by, import_.undone_at = Import.State.UNDONE, by, now
        import_.save(update_fields=["state", "undone_by", "undone_at"])
        Document.objects.filter(pk=import_.document_id).update(meeting=None)
        with rewriting(meeting.body) as in_step, nothing_done_is_lost(meeting), nothing_placed_is_lost(meeting):
            _restore(import_, meeting, by, now)
            if import_.before is not None:
                in_step(meeting)
        _take_away(import_.created)


def _restore(import_: Import, meeting: Meeting, by: User | None, now: datetime) -> None:
    if import_.before is None:
        meeting.delete()
        return
    before = format.from_json(import_.before)
    matches, _warnings, _meeting, taken = look_up(before, MeetingChoice(meeting.pk))
    made = make_newcomers(before, matches)
    gone = items_gone(meeting, import_.beside_before)
    store(before, body=meeting.body, meeting=meeting, matches=matches, document=import_.before_source, taken=taken)
    propose_shut_outs(items=meeting.items.order_by("position"), now=now)
    bring_back(
        meeting=meeting, before=import_.beside_before, after=import_.beside_after, gone=gone, since=import_.applied_at, by=by, now=now
    )
    _take_away(made)  # the matters of items that had none


def _take_away(created: dict[str, list[int]]) -> None:
    # Bodies last: what they own goes first. What something else has come to use by now stays.
    for label in ("cases.matter", "cases.case", "meetings.person", "meetings.body"):
        model = apps.get_model(label)
        for row in model.objects.filter(pk__in=created.get(label, [])):
            if not _is_used(row):
                row.delete()


def _is_used(row: Model) -> bool:
    # That somebody manages a body, or that a file waits for it, does not make it used: an import makes its body and these together.
    fields = row._meta.get_fields(include_hidden=True)
    uses = [
        field
        for field in fields
        if field.auto_created and not field.concrete and field.related_model not in (SecretaryAssignment, Document)
    ]
    return any(use.related_model._base_manager.filter(**{use.field.name: row}).exists() for use in uses if not use.many_to_many)
