"""Discard and undo: a reading left unused, an import taken back whole."""

from datetime import datetime

from django.apps import apps
from django.db import transaction
from django.db.models import Model

from accounts.models import User
from meetings.calendar import meetings_changed
from meetings.models import Document, Meeting, Service
from minutes import format
from minutes.differences import differences
from minutes.models import Import
from minutes.services.following import follow
from minutes.services.guarding import nothing_done_is_lost
from minutes.services.locking import one_at_a_time
from minutes.services.lookup import look_up
from minutes.services.refusing import Refused
from minutes.storing import snapshot, store
from minutes.storing.newcomers import make_newcomers

CAN_BE_DISCARDED = (Import.State.REVIEW, Import.State.WAITING)


def discard(*, import_: Import) -> None:
    """Leave a reading unused. The file is kept; uploading it again reads it anew."""
    Import.objects.filter(pk=import_.pk, state__in=CAN_BE_DISCARDED).update(state=Import.State.DISCARDED)


def undo(*, import_: Import, by: User | None, now: datetime) -> None:
    """Take a whole import back: the meeting is as it was before, and what the import made and nothing else uses is gone.

    Raises `Refused` when the meeting has been changed since (by hand or by a later import), and when something has been done about what
    it asked for: nothing of that may be lost unseen.
    """
    with transaction.atomic():
        one_at_a_time()
        import_ = Import.objects.select_for_update(of=("self",)).get(pk=import_.pk)
        if import_.state == Import.State.UNDONE:
            return
        if import_.state != Import.State.APPLIED or import_.meeting_id is None:
            raise Refused("nothing_to_undo")
        meeting = Meeting.objects.select_related("body", "source").get(pk=import_.meeting_id)
        if differences(format.from_json(import_.after), snapshot(meeting)):
            raise Refused("changed_since")
        import_.state, import_.undone_by, import_.undone_at = Import.State.UNDONE, by, now
        import_.save(update_fields=["state", "undone_by", "undone_at"])
        Document.objects.filter(pk=import_.document_id).update(meeting=None)
        with nothing_done_is_lost(meeting):
            _restore(import_, meeting)
        _take_away(import_.created)


def _restore(import_: Import, meeting: Meeting) -> None:
    if import_.before is None:
        meeting.delete()
        meetings_changed([meeting.body])
        return
    before = format.from_json(import_.before)
    matches, _warnings, _meeting, taken = look_up(before)
    make_newcomers(before, matches)
    store(before, body=meeting.body, meeting=meeting, matches=matches, document=import_.before_source, taken=taken)
    follow(meeting)


def _take_away(created: dict[str, list[int]]) -> None:
    # Bodies last: what they own goes first. What something else has come to use by now stays.
    for label in ("cases.matter", "cases.case", "meetings.person", "meetings.body"):
        model = apps.get_model(label)
        for row in model.objects.filter(pk__in=created.get(label, [])):
            if not _is_used(row):
                row.delete()


def _is_used(row: Model) -> bool:
    # That somebody serves a body does not make it used: an import makes its body and the service of it together.
    fields = row._meta.get_fields(include_hidden=True)
    uses = [field for field in fields if field.auto_created and not field.concrete and field.related_model is not Service]
    return any(use.related_model._base_manager.filter(**{use.field.name: row}).exists() for use in uses if not use.many_to_many)
