"""Receive and read: from an uploaded file to a reading that waits for review. The register is not touched."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F

from accounts.models import User
from concurrency.claiming import claim
from meetings.disk import is_full
from meetings.models import Document
from meetings.storage import removed_on_failure
from minutes.models import Import, ImportQuerySet
from minutes.services.correcting_readings import carry_over
from minutes.services.exceptions import ImportRefused
from minutes.services.import_headings import keep_heading
from minutes.services.other_readings import prefer_known_form
from minutes.wording import say
from reader import format, reading
from reader.sandbox import ReaderDied, understand_apart

ATTEMPTS_AT_MOST = 2


def receive(*, data: bytes, name: str, by: User | None, now: datetime) -> tuple[Import, bool]:
    """Keep an uploaded file and queue it for reading. Returns the import and whether it is new. Raises `ImportRefused` when there is no room.

    A file that has come before is found by its SHA-256 and nothing is written, unless its import was undone, discarded or unreadable.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    living = Import.objects.living().filter(document__sha256=sha256).select_related("document").first()
    if living:
        return living, False
    try:
        with removed_on_failure() as kept, transaction.atomic():
            document = _document(data, sha256, name, by, now)
            if document._state.adding:
                kept.append(document.file)
            document.save(update_fields=None if document._state.adding else ["name", "uploaded_by", "uploaded_at"])
            return Import.objects.create(document=document), True
    except (OSError, DatabaseError) as error:
        if is_full(error):
            raise ImportRefused("disk_full") from error
        if not isinstance(error, IntegrityError):
            raise
        # Somebody else uploaded the same file in the same moment: theirs is the one.
        return Import.objects.living().select_related("document").get(document__sha256=sha256), False


def _document(data: bytes, sha256: str, name: str, by: User | None, now: datetime) -> Document:
    """The kept file, not saved yet. One that nothing stands for any longer belongs to whoever brings it now, who could not see its import otherwise."""
    kept = Document.objects.filter(sha256=sha256).first()
    if kept is None:
        kept = Document(file=ContentFile(data, name=sha256), sha256=sha256, size=len(data))
    kept.name, kept.uploaded_by, kept.uploaded_at = name[:255], by, now
    return kept


def read_next(*, now: datetime) -> Import | None:
    """Claims and reads the oldest file that waits. Returns its import; None when nothing waits."""
    return _claim_and_read(Import.objects.due(now).order_by("attempts", "pk"), now)


def read_import(*, pk: int, now: datetime, last_attempt: bool = False) -> Import | None:
    """Claims and reads the import's file. Returns None and does nothing unless it waits."""
    return _claim_and_read(Import.objects.due(now).filter(pk=pk), now, last_attempt)


def _claim_and_read(due: ImportQuerySet, now: datetime, last_attempt: bool = False) -> Import | None:
    """Each file is read in a process of its own within limits (`reader.sandbox`). A file whose process died waits behind the others for
    one more attempt, unless this is the last. After `ATTEMPTS_AT_MOST` it is given up with the reason, so that no bad file stops the others.
    """
    claimed = claim(due.select_related("document"), state=Import.State.READING, claimed_at=now, attempts=F("attempts") + 1)
    if claimed is None:
        return None
    if claimed.attempts >= ATTEMPTS_AT_MOST:
        _give_up(claimed, "reader_died", {})
        return claimed
    try:
        read(of=claimed, once_more=not last_attempt and claimed.attempts + 1 < ATTEMPTS_AT_MOST)
    except DatabaseError:
        # Nothing of the file's making, as a disk without room is none: the attempt does not count.
        Import.objects.filter(pk=claimed.pk, state=Import.State.READING).update(state=Import.State.WAITING, attempts=claimed.attempts)
        raise
    return claimed


def read(*, of: Import, once_more: bool = False) -> None:
    """Read the import's document. Ends in review, or in unreadable with the reason; nothing of the register is touched.

    With `once_more` the import waits again when the process that read it died.
    """
    document = of.document
    try:
        with document.file.open("rb") as file:
            understood = understand_apart(file, document.name)
    except reading.Unreadable as error:
        if once_more and isinstance(error, ReaderDied):
            of.state = Import.State.WAITING
            of.save(update_fields=["state"])
        else:
            _give_up(of, error.code, error.params)
        return
    except OSError:
        _give_up(of, "original_missing", {})
        return
    document.format, document.pages = understood.format, understood.pages
    document.save(update_fields=["format", "pages"])
    of.reading = format.to_json(understood.minutes, places=True, say=say)
    of.other_reading = format.to_json(understood.other, places=True, say=say) if understood.other else None
    of.state, of.error = Import.State.REVIEW, None
    of.save(update_fields=["reading", "other_reading", "state", "error"])
    keep_heading(of, understood.minutes)
    prefer_known_form(of)
    carry_over(import_=of)


def _give_up(of: Import, code: str, params: dict) -> None:
    of.state, of.error = Import.State.UNREADABLE, {"code": code, "params": params}
    of.save(update_fields=["state", "error"])
