"""Apply: a reviewed reading becomes part of the register."""

from contextlib import nullcontext
from datetime import datetime

from django.db import transaction

from accounts.models import User
from meetings.founding import found_body
from meetings.models import Body, Document, Meeting, Service
from meetings.services import publish_agenda, publish_minutes
from minutes import format, register
from minutes.differences import accept, keep_closed
from minutes.matching import match
from minutes.models import Import
from minutes.services.answering import accept_all
from minutes.services.following import follow
from minutes.services.guarding import nothing_done_is_lost
from minutes.services.locking import one_at_a_time
from minutes.services.lookup import look_up, reading_of
from minutes.services.refusing import Refused
from minutes.storing import snapshot, store
from minutes.storing.newcomers import make_newcomers
from minutes.wording import say


def apply(
    *,
    import_: Import,
    by: User | None,
    now: datetime,
    publish: bool,
    accepted: set[str] | None = None,
    clean: bool = False,
) -> Import:
    """Put the reading in the register. A second call does nothing.

    `accepted`: paths of the differences to take over when the meeting is there already; None takes all but what would open a closed item. `publish` publishes what the
    document is: the agenda, or the minutes. `clean` accepts every obligation that was read, too. Raises `Refused` when the document
    names no body or date, or the import is in no state for it. One transaction, one import at a time (`one_at_a_time`).
    """
    with transaction.atomic():
        one_at_a_time()
        import_ = Import.objects.select_for_update(of=("self",)).select_related("document").get(pk=import_.pk)
        if import_.state == Import.State.APPLIED:
            return import_
        if import_.state != Import.State.REVIEW:
            raise Refused("not_for_review")
        minutes = reading_of(import_)
        if not minutes.meeting.body or not minutes.meeting.date:
            raise Refused("no_body_or_date")
        created: dict[str, list[int]] = {}
        matches, _warnings, meeting, taken = look_up(minutes)
        if matches.body.id is None:
            created["meetings.body"] = [_found(minutes.meeting.body, by).pk]
            matches, _warnings, meeting, taken = look_up(minutes)
        body = Body.objects.get(pk=matches.body.id)
        _check_serves(by, body)
        import_.before = import_.before_source = None
        if meeting:
            before = snapshot(meeting)
            import_.before, import_.before_source = format.to_json(before, places=True, say=say), meeting.source
            if accepted is None:
                keep_closed(before, minutes)
            else:
                minutes = accept(before, minutes, accepted)
                matches = match(minutes, register.load(minutes))
        created |= make_newcomers(minutes, matches)
        with nothing_done_is_lost(meeting) if meeting else nullcontext():
            stored = store(minutes, body=body, meeting=meeting, matches=matches, document=import_.document, taken=taken)
        follow(stored.meeting)
        if clean:
            accept_all(meeting=stored.meeting, by=by, now=now)
        if publish:
            is_agenda = "agenda" in (minutes.kind, import_.reading["kind"])
            turn = publish_agenda if is_agenda else publish_minutes
            turn(meeting=stored.meeting, by=by, now=now)
        _finish(import_, stored.meeting, created, by, now)
    return import_


def _found(name: str, by: User | None) -> Body:
    """A body the register did not have; the secretary who brings its minutes serves it."""
    body = found_body(name=name)
    if by is not None and not by.is_administrator:
        Service.objects.create(body=body, user=by)
    return body


def _check_serves(by: User | None, body: Body) -> None:
    if by is not None and not by.is_administrator and not Service.objects.filter(body=body, user=by).exists():
        raise Refused("not_your_body", name=body.name)


def _finish(import_: Import, meeting: Meeting, created: dict, by: User | None, now: datetime) -> None:
    Document.objects.filter(pk=import_.document_id).update(meeting=meeting)
    fresh = Meeting.objects.select_related("body", "source").get(pk=meeting.pk)
    import_.state, import_.meeting, import_.created = Import.State.APPLIED, meeting, created
    import_.after = format.to_json(snapshot(fresh), places=True, say=say)
    import_.applied_by, import_.applied_at = by, now
    import_.save()
