"""The verbs of an import: receive, read, accept, discard, undo. Each does one step, once, whoever asks and however often."""

from datetime import datetime, timedelta
import hashlib

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, Q

from accounts.models import User
from meetings.founding import found_body
from meetings.models import Body, Document, Meeting, Service
from minutes import facts, format, parsing, reading, register
from minutes.differences import Difference, accept, differences
from minutes.matching import Matches, match
from minutes.models import Import
from minutes.proofreading import proofread
from minutes.proving import prove
from minutes.storing import snapshot, store
from minutes.storing.newcomers import make_newcomers
from minutes.wording import say

READING_LASTS_AT_MOST = timedelta(minutes=5)  # after that whoever was reading has died, and the file is claimed anew


class Refused(Exception):
    """A step that cannot be taken; `code` and `params` give the Danish sentence."""

    def __init__(self, code: str, **params: str | int):
        super().__init__(code)
        self.code, self.params = code, params

    def __str__(self) -> str:
        return say(self.code, self.params)


def receive(*, data: bytes, name: str, by: User | None, now: datetime) -> tuple[Import, bool]:
    """Keep an uploaded file and queue it for reading. Returns the import and whether it is new.

    A file that has come before is found by its SHA-256 and nothing is written, unless its import was undone, discarded or unreadable.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    living = Import.objects.living().filter(document__sha256=sha256).select_related("document").first()
    if living:
        return living, False
    try:
        with transaction.atomic():
            document = Document.objects.filter(sha256=sha256).first() or Document.objects.create(
                file=ContentFile(data, name=sha256), name=name[:255], sha256=sha256, size=len(data), uploaded_by=by, uploaded_at=now
            )
            return Import.objects.create(document=document), True
    except IntegrityError:
        # Somebody else uploaded the same file in the same moment: theirs is the one.
        return Import.objects.living().select_related("document").get(document__sha256=sha256), False


def read_next(*, now: datetime) -> Import | None:
    """Claim the oldest waiting file, read it, and keep what was read. Returns its import; None when nothing waits.

    A claim that is older than `READING_LASTS_AT_MOST` is taken over. A file that was being read when its reader died is tried once
    more and then given up, so that one bad file never stops the others.
    """
    abandoned = now - READING_LASTS_AT_MOST
    due = Q(state=Import.State.WAITING) | Q(state=Import.State.READING, claimed_at__lt=abandoned)
    candidate = Import.objects.filter(due).select_related("document").order_by("pk").first()
    if candidate is None:
        return None
    tried_before = candidate.state == Import.State.READING
    claimed = Import.objects.filter(due, pk=candidate.pk).update(state=Import.State.READING, claimed_at=now)
    if not claimed:
        return candidate  # another reader was quicker; there may be more
    if tried_before:
        _give_up(candidate, "reader_died", {})
        return candidate
    read(of=candidate)
    return candidate


def read(*, of: Import) -> None:
    """Read the import's document. Ends in review, or in unreadable with the reason; nothing of the register is touched."""
    document = of.document
    try:
        with document.file.open("rb") as file:
            source = reading.read(file.read(), document.name)
        minutes = parsing.parse(source)
    except reading.Unreadable as error:
        _give_up(of, error.code, error.params)
        return
    except parsing.NoMinutes:
        _give_up(of, "no_minutes", {})
        return
    minutes.warnings += proofread(minutes)
    document.format, document.pages = source.format, source.pages
    document.save(update_fields=["format", "pages"])
    of.reading = format.to_json(minutes, places=True, say=say)
    of.state, of.error = Import.State.REVIEW, None
    of.save(update_fields=["reading", "state", "error"])


def _give_up(of: Import, code: str, params: dict) -> None:
    of.state, of.error = Import.State.UNREADABLE, {"code": code, "params": params}
    of.save(update_fields=["state", "error"])


def reading_of(import_: Import) -> facts.Minutes:
    """What was read from the import's document."""
    return format.from_json(import_.reading)


def look_up(minutes: facts.Minutes) -> tuple[Matches, list[facts.Warning], Meeting | None, set[int]]:
    """What the register has to say of `minutes` now: matches, warnings, the meeting when it is there already, item numbers taken."""
    known = register.load(minutes)
    matches = match(minutes, known)
    meeting = Meeting.objects.select_related("body", "source").filter(pk=known.meeting_id).first()
    return matches, prove(minutes, matches, known), meeting, known.taken


def differences_from_register(minutes: facts.Minutes, meeting: Meeting | None) -> list[Difference]:
    """How `minutes` differ from the meeting the register has; nothing when it has none."""
    return differences(snapshot(meeting), minutes) if meeting else []


def apply(
    *, import_: Import, by: User | None, now: datetime, publish: bool, accepted: set[str] | None = None
) -> Import:
    """Put the reading in the register. A second call does nothing.

    `accepted`: paths of the differences to take over when the meeting is there already; None takes all. `publish` publishes what
    the document is: the agenda, or the minutes. Raises `Refused` when the document names no body or date, or the import is in no
    state for it. One transaction, one import at a time: people and bodies have no natural key that could keep two from making them.
    """
    with transaction.atomic():
        _one_at_a_time()
        import_ = Import.objects.select_for_update(of=("self",)).select_related("document").get(pk=import_.pk)
        if import_.state == Import.State.APPLIED:
            return import_
        if import_.state != Import.State.REVIEW:
            raise Refused("not_for_review")
        minutes = reading_of(import_)
        if not minutes.meeting.body or not minutes.meeting.date:
            raise Refused("no_body_or_date")
        created: dict[str, list[int]] = {}
        body = _body_of(minutes, by, created)
        matches, _warnings, meeting, taken = look_up(minutes)
        import_.before = import_.before_source = None
        if meeting:
            before = snapshot(meeting)
            import_.before, import_.before_source = format.to_json(before, places=True, say=say), meeting.source
            if accepted is not None:
                minutes = accept(before, minutes, accepted)
                matches = match(minutes, register.load(minutes))
        created |= make_newcomers(minutes, matches)
        stored = store(minutes, body=body, meeting=meeting, matches=matches, document=import_.document, taken=taken)
        _publish(stored.meeting, minutes.kind, now if publish else None)
        _finish(import_, stored.meeting, created, by, now)
    return import_


def _one_at_a_time() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('minutes.apply'))")
    # SQLite: the transaction holds the only write lock from its beginning (transaction_mode IMMEDIATE).


def _body_of(minutes: facts.Minutes, by: User | None, created: dict[str, list[int]]) -> Body:
    front_page = facts.Minutes(minutes.source, minutes.kind, facts.Meeting(body=minutes.meeting.body))
    known = match(front_page, register.load(front_page)).body
    if known.id is not None:
        body = Body.objects.get(pk=known.id)
        if by is not None and not by.is_administrator and not Service.objects.filter(body=body, user=by).exists():
            raise Refused("not_your_body", name=body.name)
        return body
    body = found_body(name=minutes.meeting.body)
    created["meetings.body"] = [body.pk]
    if by is not None and not by.is_administrator:
        Service.objects.create(body=body, user=by)
    return body


def _publish(meeting: Meeting, kind: str, now: datetime | None) -> None:
    column = "minutes_published_at" if kind == "minutes" else "agenda_published_at"
    if now and getattr(meeting, column) is None:
        setattr(meeting, column, now)
        meeting.save(update_fields=[column])


def _finish(import_: Import, meeting: Meeting, created: dict, by: User | None, now: datetime) -> None:
    Document.objects.filter(pk=import_.document_id).update(meeting=meeting)
    fresh = Meeting.objects.select_related("body", "source").get(pk=meeting.pk)
    import_.state, import_.meeting, import_.created = Import.State.APPLIED, meeting, created
    import_.after = format.to_json(snapshot(fresh), places=True, say=say)
    import_.applied_by, import_.applied_at = by, now
    import_.save()


def discard(*, import_: Import) -> None:
    """Leave a reading unused. The file is kept; uploading it again reads it anew."""
    Import.objects.filter(pk=import_.pk, state__in=[Import.State.REVIEW, Import.State.WAITING]).update(
        state=Import.State.DISCARDED
    )


def undo(*, import_: Import, by: User | None, now: datetime) -> None:
    """Take a whole import back: the meeting is as it was before, and what the import made and nothing else uses is gone.

    Raises `Refused` when the meeting has been changed since (by hand or by a later import): nothing of that may be lost unseen.
    """
    with transaction.atomic():
        _one_at_a_time()
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
        _restore(import_, meeting)
        _take_away(import_.created)


def _restore(import_: Import, meeting: Meeting) -> None:
    if import_.before is None:
        meeting.delete()
        return
    before = format.from_json(import_.before)
    matches, _warnings, _meeting, taken = look_up(before)
    make_newcomers(before, matches)
    store(before, body=meeting.body, meeting=meeting, matches=matches, document=import_.before_source, taken=taken)


def _take_away(created: dict[str, list[int]]) -> None:
    # Bodies last: what they own goes first. What something else has come to use by now stays.
    for label in ("cases.matter", "cases.case", "meetings.person", "meetings.body"):
        model = apps.get_model(label)
        for row in model.objects.filter(pk__in=created.get(label, [])):
            if not _is_used(row):
                row.delete()


def _is_used(row: Model) -> bool:
    # That somebody serves a body does not make it used: an import makes its body and the service of it together.
    uses = [use for use in row._meta.related_objects if use.related_model is not Service]
    return any(use.related_model._base_manager.filter(**{use.field.name: row}).exists() for use in uses)
