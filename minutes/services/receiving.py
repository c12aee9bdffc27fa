"""Receive and read: from an uploaded file to a reading that waits for review. The register is not touched."""

import hashlib
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import F, Q

from accounts.models import User
from meetings.models import Document
from minutes import format, parsing, reading
from minutes.models import Import
from minutes.understanding import understand
from minutes.wording import say

READING_LASTS_AT_MOST = timedelta(minutes=5)  # after that whoever was reading has died, and the file is claimed anew
ATTEMPTS_AT_MOST = 2


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
            return Import.objects.create(document=_document(data, sha256, name, by, now)), True
    except IntegrityError:
        # Somebody else uploaded the same file in the same moment: theirs is the one.
        return Import.objects.living().select_related("document").get(document__sha256=sha256), False


def _document(data: bytes, sha256: str, name: str, by: User | None, now: datetime) -> Document:
    """The kept file. One that nothing stands for any longer belongs to whoever brings it now, who could not see its import otherwise."""
    kept = Document.objects.filter(sha256=sha256).first()
    if kept is None:
        file = ContentFile(data, name=sha256)
        return Document.objects.create(file=file, name=name[:255], sha256=sha256, size=len(data), uploaded_by=by, uploaded_at=now)
    kept.name, kept.uploaded_by, kept.uploaded_at = name[:255], by, now
    kept.save(update_fields=["name", "uploaded_by", "uploaded_at"])
    return kept


def read_next(*, now: datetime) -> Import | None:
    """Claim the oldest waiting file, read it, and keep what was read. Returns its import; None when nothing waits.

    A claim older than `READING_LASTS_AT_MOST` is taken over: its reader has died. A file that has outlived `ATTEMPTS_AT_MOST` readers
    is given up, so that one bad file never stops the others.
    """
    due = Q(state=Import.State.WAITING) | Q(state=Import.State.READING, claimed_at__lt=now - READING_LASTS_AT_MOST)
    candidate = Import.objects.filter(due).select_related("document").order_by("pk").first()
    if candidate is None:
        return None
    claim = {"state": Import.State.READING, "claimed_at": now, "attempts": F("attempts") + 1}
    if not Import.objects.filter(due, pk=candidate.pk).update(**claim):
        return candidate  # another reader was quicker; there may be more
    if candidate.attempts >= ATTEMPTS_AT_MOST:
        _give_up(candidate, "reader_died", {})
    else:
        read(of=candidate)
    return candidate


def read(*, of: Import) -> None:
    """Read the import's document. Ends in review, or in unreadable with the reason; nothing of the register is touched."""
    document = of.document
    try:
        with document.file.open("rb") as file:
            source, minutes = understand(file.read(), document.name)
    except reading.Unreadable as error:
        _give_up(of, error.code, error.params)
        return
    except parsing.NoMinutes:
        _give_up(of, "no_minutes", {})
        return
    document.format, document.pages = source.format, source.pages
    document.save(update_fields=["format", "pages"])
    of.reading = format.to_json(minutes, places=True, say=say)
    of.state, of.error = Import.State.REVIEW, None
    of.save(update_fields=["reading", "state", "error"])


def _give_up(of: Import, code: str, params: dict) -> None:
    of.state, of.error = Import.State.UNREADABLE, {"code": code, "params": params}
    of.save(update_fields=["state", "error"])
