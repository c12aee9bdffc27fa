"""The second-best reading of a document: taken in the place of the first when somebody says so, and of those that follow from the same body."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from minutes.corrections import Correction, Exchange, Made, exchanged
from minutes.models import Import, ReadingCorrection
from minutes.services.correcting_readings import held_for_correction, keep_corrected
from minutes.services.exceptions import ImportRefused
from minutes.services.import_headings import keep_heading
from minutes.services.lookup import reading_of
from minutes.wording import say
from reader import facts, format


def other_reading_of(import_: Import) -> facts.Minutes | None:
    """The reading that is not taken, where the document can be read in two ways."""
    return format.from_json(import_.other_reading) if import_.other_reading else None


def corrections_lost(import_: Import) -> list[ReadingCorrection]:
    """The corrections that stand and would not fit the other reading. Raises `ImportRefused` when there is none."""
    rows, kept = _rows(import_), _exchange(import_).kept
    return [row for place, row in enumerate(rows) if place not in kept and row.undone_at is None]


@transaction.atomic
def take_other_reading(*, import_: Import, by: User | None, now: datetime, may_lose: bool = False) -> None:
    """Take the other reading in the place of the one that was taken, which becomes the other. Nothing of the register is touched.

    Corrections that fit stay; the others are undone, and made again when the reading they were made in is taken again. Raises
    `ImportRefused`: when the import does not wait for review or has no other reading, and, without `may_lose`, when a correction would be undone.
    """
    import_ = held_for_correction(import_)
    rows, exchange = _rows(import_), _exchange(import_)
    kept = [rows[place] for place in exchange.kept]
    lost = [row for row in rows if row not in kept and row.undone_at is None]
    if lost and not may_lose:
        raise ImportRefused("corrections_would_be_lost")
    current = reading_of(import_)
    _exchange_readings(import_, exchange.taken)
    import_.chosen_at, import_.chosen_by = now, by
    import_.save(update_fields=["reading", "other_reading", "chosen_at", "chosen_by"])
    keep_corrected(import_, current, kept, may_open=False)
    import_.corrections.filter(pk__in=[row.pk for row in lost]).update(undone_at=now, undone_by=by)
    import_.corrections.filter(pk__in=[row.pk for row in kept]).update(undone_at=None, undone_by=None)


def prefer_known_form(import_: Import) -> None:
    """Take the other reading of `import_`, which has just been read, when it is of the form that somebody chose last for the body, or for the document."""
    if not import_.other_reading:
        return
    import_.document.refresh_from_db(fields=["body"])
    same = Q(document=import_.document_id)
    if import_.document.body_id:
        same |= Q(document__body=import_.document.body_id)
    chosen = Import.objects.filter(same, chosen_at__isnull=False).exclude(pk=import_.pk).order_by("-chosen_at")
    if chosen.values_list("reading__form", flat=True).first() == import_.other_reading["form"]:
        _exchange_readings(import_, _exchange(import_).taken)
        import_.save(update_fields=["reading", "other_reading"])
        keep_heading(import_, reading_of(import_))


def _rows(import_: Import) -> list[ReadingCorrection]:
    """The corrections that stand, and those that were undone when the other reading was left, in their order."""
    left = Q(undone_at=import_.chosen_at) if import_.chosen_at else Q(pk=None)
    return list(import_.corrections.filter(Q(undone_at=None) | left).order_by("pk"))


def _exchange(import_: Import) -> Exchange:
    other = other_reading_of(import_)
    if other is None:
        raise ImportRefused("no_other_reading")
    made = [Made(Correction(row.item, row.part, row.after), row.before, in_taken=row.undone_at is not None) for row in _rows(import_)]
    return exchanged(format.from_json(import_.reading), reading_of(import_), other, made)


def _exchange_readings(import_: Import, taken: facts.Minutes) -> None:
    import_.other_reading = import_.reading
    import_.reading = format.to_json(taken, places=True, say=say)
