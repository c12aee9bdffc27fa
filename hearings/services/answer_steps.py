"""Steps with an answer: each is a step of its party, and keeps the answer's columns before and after, so that it can be undone.

No file is written over another: each stays as long as the answer or one of its steps names it.
"""

import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Min
from django.db.models.fields.files import FieldFile

from accounts.models import User
from concurrency.transitions import Columns, restored, save_columns
from hearings.dependents import hearing_changed
from hearings.exceptions import HearingRefused
from hearings.models import HearingParty, HearingResponse, PartyStep
from hearings.services.transitions import take_party_step
from meetings.storage import removed_on_failure

_BY_WHOM = ("recorded_by_id", "recorded_at")  # they follow the other columns
_KEPT = ("given_on", "text", "file", "file_name", "decided_at_id", "considered_at_id", "is_public", "is_removed", *_BY_WHOM)
_WITHDRAWN = {"is_removed": [False, True]}  # of steps from before they kept the columns


def take_answer_step(
    party: HearingParty,
    what: str,
    find: Callable[[HearingParty], HearingResponse | None],
    columns: Columns,
    *,
    file: UploadedFile | None = None,
    by: User | None,
    now: datetime,
) -> tuple[HearingResponse | None, PartyStep | None]:
    """Give the answer that `find` finds these `columns`, and the `file` if there is one. Returns the answer, and the step if anything changed.

    `find` is called with the party under its lock, and gives a new answer of it, one that is held, or None where there is nothing to do.
    """
    found: list[HearingResponse | None] = []
    moved: dict[str, Any] = {}

    def changed(row: HearingParty) -> Columns | None:
        found.append(answer := find(row))
        if answer is None or (answer.pk and _is_so(answer, columns, file)):
            return None
        before = _kept(answer) if answer.pk else _kept(HearingResponse(is_removed=True))
        _write(answer, columns, file, written)
        after = _kept(answer)
        differing = {name: [before[name], after[name]] for name in _KEPT if before[name] != after[name]}
        moved.update(answers=[answer.pk], changed=differing)
        return {}

    def then(row: HearingParty) -> None:
        tell_day(party=row)
        hearing_changed(hearing=row.hearing, by=by, now=now)

    with removed_on_failure() as written, transaction.atomic():
        steps = take_party_step([party], what, changed, by=by, now=now, then=then)
        for step in steps:
            step.moved = moved
            step.save(update_fields=["moved"])
    return found[0], steps[0] if steps else None


def undo_answer_step(step: PartyStep) -> None:
    """Give the answer the columns it had before `step`; one that came of the step is removed. Call it under the hearing's lock.

    Raises `HearingRefused` ("overwrites") when the answer has been corrected since in another way. One that was deleted for good stays away.
    """
    rows = HearingResponse.objects.select_for_update(of=("self",), no_key=True)
    answer = rows.filter(pk__in=step.moved["answers"]).first()
    if answer is None:
        return
    changed = step.moved.get("changed", _WITHDRAWN)
    before, after = ({name: restored(_field(name), pair[place]) for name, pair in changed.items()} for place in (0, 1))
    if any(getattr(answer, name) != value for name, value in after.items()):
        raise HearingRefused("overwrites")
    if before.get("is_removed"):
        before = {"is_removed": True}
    if before.get("given_on", answer.given_on) is None and before.get("is_public", answer.is_public):
        raise HearingRefused("overwrites")  # a draft is not public
    save_columns(answer, before)
    tell_day(party=answer.party)


def hold_answer(response: HearingResponse) -> HearingResponse:
    """Read `response` as it is now, and hold it until the transaction ends. Raises `HearingRefused` ("gone") when it is removed."""
    try:
        response.refresh_from_db(from_queryset=HearingResponse.objects.standing().select_for_update(of=("self",), no_key=True))
    except HearingResponse.DoesNotExist as gone:
        raise HearingRefused("gone") from gone
    return response


def holds(response: HearingResponse, file: UploadedFile | None) -> bool:
    """Tells whether the file that was kept with `response` is `file`, to the byte. One that is gone from the disk is not."""
    if not file:
        return True
    file.seek(0)
    try:
        with response.file.open() as kept:
            return kept.read() == file.read()
    except (OSError, ValueError):  # ValueError: there is none
        return False
    finally:
        file.seek(0)


def name_of(file: UploadedFile | None) -> str:
    return PurePath(file.name).name[-255:] if file else ""


def tell_day(*, party: HearingParty) -> None:
    """The party's own day of answering follows its answers. Call it under the hearing's lock."""
    party.answered_on = party.responses.standing().aggregate(first=Min("given_on"))["first"]
    party.save(update_fields=["answered_on"])


def _is_so(answer: HearingResponse, columns: Columns, file: UploadedFile | None) -> bool:
    same = all(getattr(answer, name) == value for name, value in columns.items() if name not in _BY_WHOM)
    return same and (not file or (answer.file_name == name_of(file) and holds(answer, file)))


def _write(answer: HearingResponse, columns: Columns, file: UploadedFile | None, written: list[FieldFile]) -> None:
    """Save the columns, and of an answer that is there no others, since somebody may have changed those since it was read."""
    if file:
        name = name_of(file)
        answer.file.save(f"{uuid.uuid4().hex}{PurePath(name).suffix.lower()}", file, save=False)
        written.append(answer.file)
        columns = columns | {"file": answer.file.name, "file_name": name}
    if answer.pk:
        save_columns(answer, columns)
        return
    for column, value in columns.items():
        setattr(answer, column, value)
    answer.save(force_insert=True)


def _kept(answer: HearingResponse) -> dict[str, Any]:
    values = {name: getattr(answer, name) for name in _KEPT} | {"file": answer.file.name or ""}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


def _field(name: str):
    return HearingResponse._meta.get_field(name)
