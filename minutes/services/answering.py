"""Answers about obligations: each one read is accepted, corrected or rejected, and a person can add what the reader did not find.

Until then it is unreviewed and shown as such. A rejected one stays rejected and a corrected one corrected, however often the document is
read again (`minutes.storing.obligations`).
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from followups import services as followup_services
from followups.models import FollowUp, PlannedTreatment
from hearings import services as hearing_services
from hearings.models import Hearing
from meetings.models import AgendaItem, Meeting, Reviewed
from meetings.naming import body_ids
from minutes.storing.obligations import OBLIGATIONS

Obligation = Hearing | FollowUp | PlannedTreatment
Review = Reviewed.Review
# What a person can correct; the sentence itself is the document's.
COLUMNS: dict[type, tuple[str, ...]] = {
    Hearing: ("subject", "opens_first", "opens_last", "deadline"),
    FollowUp: ("kind", "text", "responsible", "due_start", "due_end", "every", "unit", "at_next_meeting"),
    PlannedTreatment: ("body_name", "body_id", "title", "due_start", "due_end"),
}


def accept(*, obligation: Obligation, by: User, now: datetime) -> None:
    """Say that it is right as it was read; a correction made before is taken back."""
    _answer(obligation, Review.ACCEPTED, by, now)


def reject(*, obligation: Obligation, by: User, now: datetime) -> None:
    """Say that the sentence makes no obligation. One that a person added goes away altogether, unless more is written down in it."""
    if obligation.review == Review.ADDED and not _is_in_use(obligation):
        with transaction.atomic():
            obligation.delete()
            _follow(obligation.item)
    else:
        _answer(obligation, Review.REJECTED, by, now)


def leave_open(*, obligation: Obligation, by: User, now: datetime) -> None:
    """Take an answer back: the obligation is unreviewed again, as it was read. An added one stays as it is, one in use stays accepted."""
    if obligation.review != Review.ADDED:
        _answer(obligation, Review.ACCEPTED if _is_in_use(obligation) else Review.UNREVIEWED, by, now)


def correct(*, obligation: Obligation, values: dict[str, Any], parties: Sequence[str] | None, by: User, now: datetime) -> None:
    """Give it other `values` (columns among `COLUMNS`), a hearing other `parties`; what was read is kept beside them."""
    with transaction.atomic():
        if obligation.review != Review.ADDED:
            obligation.read = obligation.read or _reading(obligation)
            obligation.review = Review.CORRECTED
        days = _days(obligation)
        for name, value in values.items():
            setattr(obligation, name, value)
        if isinstance(obligation, FollowUp) and _days(obligation) != days:
            obligation.at_next_meeting = False  # a day that a person has given does not follow the calendar
        obligation.reviewed_by, obligation.reviewed_at = by, now
        obligation.save()
        if parties is not None:
            _set_parties(obligation, parties)
        _follow(obligation.item)


def add(
    *, item: AgendaItem, model: type[Obligation], values: dict[str, Any], parties: Sequence[str] = (), by: User, now: datetime
) -> Obligation:
    """An obligation the reader did not find, made of the marked sentence `values["quote"]` and its columns."""
    with transaction.atomic():
        place = {name: getattr(item, name) for name in ("source_id", "source_page", "source_line", "source_end_line")}
        beside = next(table.beside(item) for table in OBLIGATIONS if table.model is model)
        obligation = model.objects.create(item=item, **beside, review=Review.ADDED, reviewed_by=by, reviewed_at=now, **place, **values)
        if model is Hearing:
            _set_parties(obligation, parties)
        _follow(item)
        followup_services.propose(items=[item])
    return obligation


def accept_all(*, meeting: Meeting, by: User | None, now: datetime) -> int:
    """Accept every obligation of the meeting that nobody has answered for. Returns how many."""
    said = {"review": Review.ACCEPTED, "reviewed_by": by, "reviewed_at": now}
    waiting = [table.model.objects.filter(item__meeting=meeting, review=Review.UNREVIEWED) for table in OBLIGATIONS]
    with transaction.atomic():
        return sum(rows.update(**said) for rows in waiting)


def _answer(obligation: Obligation, review: str, by: User, now: datetime) -> None:
    """Answer for it as it was read, whatever it has been corrected to; only what is rejected stays as it stands."""
    with transaction.atomic():
        if obligation.read and review != Review.REJECTED:
            _restore(obligation)
        obligation.review, obligation.reviewed_by, obligation.reviewed_at = review, by, now
        obligation.save()
        followup_services.track(items=[obligation.item])


def _follow(item: AgendaItem) -> None:
    hearing_services.track(items=[item])
    followup_services.track(items=[item])


def _days(obligation: Obligation) -> tuple:
    return getattr(obligation, "due_start", None), getattr(obligation, "due_end", None)


def _reading(obligation: Obligation) -> dict[str, Any]:
    """The columns as they were read, as JSON has them."""
    read = {name: getattr(obligation, name) for name in COLUMNS[type(obligation)]}
    read = {name: value.isoformat() if isinstance(value, date) else value for name, value in read.items()}
    if isinstance(obligation, Hearing):
        read["parties"] = [party.name for party in obligation.parties.all()]
    return read


def _restore(obligation: Obligation) -> None:
    for name in obligation.read.keys() & {*COLUMNS[type(obligation)]}:
        field = obligation._meta.get_field(name.removesuffix("_id"))
        value = obligation.read[name]
        setattr(obligation, name, value if name.endswith("_id") else field.to_python(value))
    if isinstance(obligation, Hearing):
        _set_parties(obligation, obligation.read["parties"])
        obligation.deadline = hearing_services.put_off_to(hearing=obligation) or obligation.deadline
    obligation.read = None


def _set_parties(hearing: Hearing, names: Sequence[str]) -> None:
    hearing_services.set_parties(hearing=hearing, names=names, body_ids=body_ids(names))


def _is_in_use(obligation: Obligation) -> bool:
    if isinstance(obligation, Hearing):
        return hearing_services.is_in_use(hearing=obligation)
    return obligation.occurrences.filter(steps__isnull=False).exists()
