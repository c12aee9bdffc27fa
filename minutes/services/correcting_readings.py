"""Correct a reading, and take a correction back. The document and its reading stay as they are; nothing of the register is touched."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from minutes.corrections import Correction, DoesNotApply, Point, carried_over, find_item, free_key, opened_texts, replay, value_of
from minutes.models import Import, ReadingCorrection
from minutes.services.exceptions import ImportRefused
from minutes.services.import_headings import keep_heading
from minutes.services.lookup import reading_of
from minutes.wording import say
from reader import facts, format


def correct_reading(
    *,
    import_: Import,
    item: str = "",
    changes: dict[str, Any],
    by: User | None,
    now: datetime,
    may_open: bool = False,
    in_doubt: bool = False,
) -> list[ReadingCorrection]:
    """Correct parts of the item with the key `item`, or of the meeting where that is empty. Returns the corrections made.

    `changes` are values as the minutes format has them, by part (`minutes.corrections.ITEM_PARTS`, `MEETING_PARTS`); a part that says so
    already is left out. Correcting `closed` answers a doubt, also one that the register gives rise to (`in_doubt`). Raises `ImportRefused`: when the import does not wait for review, when it has no such
    item or part, and, without `may_open`, when something would be open that is closed now.
    """
    with transaction.atomic():
        import_ = held_for_correction(import_)
        current = reading_of(import_)
        made = []
        for part, after in changes.items():
            before = _value(current, item, part)
            if before != after or (part == "closed" and (in_doubt or find_item(current, item).in_doubt)):
                made.append(ReadingCorrection(of_import=import_, item=item, part=part, before=before, after=after, by=by, at=now))
        if made:
            rows = [*import_.corrections.filter(undone_at=None), *made]
            keep_corrected(import_, current, rows, may_open)
            ReadingCorrection.objects.bulk_create(made)
    return made


def split_item(
    *, import_: Import, item: str, point: Point, head: dict[str, Any], by: User | None, now: datetime
) -> list[ReadingCorrection]:
    """Part the item at `point` (`minutes.corrections.point_at`). `head` is the new item's `number` as printed, `title` and `case_number`.

    The correction's `after` holds the new item's `key`. Raises `ImportRefused` as `correct_reading` does.
    """
    taken = {one.key for one in reading_of(import_).items} | {row.after["key"] for row in import_.corrections.filter(part="split")}
    return _operate(import_, item, "split", point | head | {"key": free_key(f"{item}-b", taken)}, by, now)


def join_items(*, import_: Import, item: str, into: str, by: User | None, now: datetime) -> list[ReadingCorrection]:
    """Make the item a part of the one above, whose key is `into`. Raises `ImportRefused` as `correct_reading` does."""
    return _operate(import_, item, "join", {"into": into}, by, now)


def move_text(*, import_: Import, item: str, point: Point, to: str, by: User | None, now: datetime) -> list[ReadingCorrection]:
    """Move the item's text from `point` on to the item below, whose key is `to`. Raises `ImportRefused` as `correct_reading` does."""
    return _operate(import_, item, "move", point | {"to": to}, by, now)


def _operate(import_: Import, item: str, part: str, value: dict, by: User | None, now: datetime) -> list[ReadingCorrection]:
    with transaction.atomic():
        import_ = held_for_correction(import_)
        made = [ReadingCorrection(of_import=import_, item=item, part=part, after=value, by=by, at=now)]
        keep_corrected(import_, reading_of(import_), [*import_.corrections.filter(undone_at=None), *made], may_open=False)
        return ReadingCorrection.objects.bulk_create(made)


def undo_correction(*, correction: ReadingCorrection, by: User | None, now: datetime, may_open: bool = False) -> None:
    """Take a correction back: the part is as it was before it. A second call does nothing.

    Raises `ImportRefused` as `correct_reading` does, and when a later correction builds upon this one.
    """
    with transaction.atomic():
        import_ = held_for_correction(correction.of_import)
        rows = list(import_.corrections.filter(undone_at=None))
        if correction.pk not in [row.pk for row in rows]:
            return
        keep_corrected(import_, reading_of(import_), [row for row in rows if row.pk != correction.pk], may_open)
        ReadingCorrection.objects.filter(pk=correction.pk).update(undone_at=now, undone_by=by)


def carry_over(*, import_: Import) -> None:
    """Make in a reading just made the corrections of the reading before it of the same document, as far as they still hold."""
    with transaction.atomic():
        earlier = Import.objects.filter(document=import_.document_id, corrections__undone_at=None, corrections__isnull=False)
        earlier = earlier.exclude(pk=import_.pk).order_by("-pk").first()
        if earlier is None:
            return
        rows = list(earlier.corrections.filter(undone_at=None))
        made = [(Correction(row.item, row.part, row.after), row.before) for row in rows]
        kept = carried_over(format.from_json(earlier.reading), format.from_json(import_.reading), made)
        for row in rows:
            row.pk, row.of_import = None, import_
        rows = ReadingCorrection.objects.bulk_create(rows[place] for place in kept)
        if rows:
            keep_corrected(import_, reading_of(import_), rows, may_open=True)


def held_for_correction(import_: Import) -> Import:
    """The import, held until the transaction ends. Raises `ImportRefused` when it does not wait for review."""
    import_ = Import.objects.select_for_update(of=("self",)).get(pk=import_.pk)
    if import_.state != Import.State.REVIEW:
        raise ImportRefused("not_to_be_corrected")
    return import_


def _value(minutes: facts.Minutes, item: str, part: str) -> Any:
    owner = find_item(minutes, item) if item else minutes
    try:
        return value_of(owner, part)
    except AttributeError as error:
        raise ImportRefused("nothing_to_correct") from error


def keep_corrected(import_: Import, current: facts.Minutes, rows: list[ReadingCorrection], may_open: bool) -> None:
    """Keep the reading as it is with the corrections `rows`. Raises `ImportRefused` when one does not fit, and, without `may_open`, when it opens something."""
    machine = format.from_json(import_.reading)
    try:
        corrected = replay(machine, [Correction(row.item, row.part, row.after) for row in rows])
    except DoesNotApply as error:
        raise ImportRefused("nothing_to_correct") from error
    if not may_open and opened_texts(current, corrected):
        raise ImportRefused("would_open")
    import_.corrected = format.to_json(corrected, places=True, say=say) if rows else None
    import_.save(update_fields=["corrected"])
    keep_heading(import_, corrected)
