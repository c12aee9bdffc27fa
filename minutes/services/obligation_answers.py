"""Answers about obligations: each one read is accepted, corrected or rejected, and a person can add what the reader did not find.

Until then it is unreviewed and shown as such. A rejected one stays rejected and a corrected one corrected, however often the document is
read again (`minutes.storing.obligations`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from followups import services as followup_services
from followups.models import FollowUp, PlannedTreatment
from hearings import services as hearing_services
from hearings.dependents import bodies_that_wait, hearing_changed
from hearings.models import Hearing
from meetings.locking import bodies_of, holding
from meetings.lookups import body_ids
from meetings.models import AgendaItem, Meeting, Reviewed
from minutes.models import ProposalAnswer
from minutes.proposals import key_of
from minutes.storing.obligations import OBLIGATIONS

Obligation = Hearing | FollowUp | PlannedTreatment
Review = Reviewed.Review
# What a person can correct; the sentence itself is the document's.
COLUMNS: dict[type, tuple[str, ...]] = {
    Hearing: ("subject", "opens_first", "opens_last", "deadline"),
    FollowUp: ("kind", "text", "responsible", "due_words", "due_start", "due_end", "every", "unit", "at_next_meeting", "owed_to_id"),
    PlannedTreatment: ("body_name", "body_id", "title", "due_start", "due_end"),
}
# Whose bodies wait for it.
BODIES: dict[type, tuple[str, ...]] = {
    FollowUp: ("item__body", "owed_to"),
    PlannedTreatment: ("item__body", "body"),
    Hearing: ("item__body", "body"),
}


def accept(*, obligation: Obligation, by: User, now: datetime) -> None:
    """Say that it is right as it was read; a correction made before is taken back."""
    with _locked(obligation):
        _answer(obligation, Review.ACCEPTED, by, now)


def reject(*, obligation: Obligation, by: User, now: datetime) -> None:
    """Say that the sentence makes no obligation. One that a person added goes away altogether, unless more is written down in it."""
    with _locked(obligation):
        if obligation.review == Review.ADDED and not _is_in_use(obligation):
            # What was proposed and taken is unanswered again.
            ProposalAnswer.objects.filter(item=obligation.item_id, key=key_of(obligation.quote)).delete()
            obligation.delete()
            _follow(obligation.item)
        else:
            _answer(obligation, Review.REJECTED, by, now)


def leave_open(*, obligation: Obligation, by: User, now: datetime) -> None:
    """Take an answer back: the obligation is unreviewed again, as it was read. An added one stays as it is, one in use stays accepted."""
    with _locked(obligation):
        if obligation.review != Review.ADDED:
            _answer(obligation, Review.ACCEPTED if _is_in_use(obligation) else Review.UNREVIEWED, by, now)


def correct(*, obligation: Obligation, values: dict[str, Any], parties: Sequence[str] | None, by: User, now: datetime) -> None:
    """Give it other `values` (the columns among `COLUMNS` to change), a hearing other `parties`; what was read is kept beside them."""
    with _locked(obligation, also=[values.get("body_id"), values.get("owed_to_id")]):
        if obligation.review != Review.ADDED:
            obligation.read = obligation.read or _reading(obligation)
            obligation.review = Review.CORRECTED
        days = _days(obligation)
        for name, value in values.items():
            setattr(obligation, name, value)
        if isinstance(obligation, FollowUp) and _days(obligation) != days and "at_next_meeting" not in values:
            obligation.at_next_meeting = False  # a day that a person has given does not follow the calendar
        obligation.reviewed_by, obligation.reviewed_at = by, now
        _save(obligation)
        if parties is not None:
            _set_parties(obligation, parties)
        _follow(obligation.item)
        _tell_dependents(obligation)


def add(
    *, item: AgendaItem, model: type[Obligation], values: dict[str, Any], parties: Sequence[str] = (), by: User, now: datetime
) -> Obligation:
    """An obligation the reader did not find, made of the marked sentence `values["quote"]` and its columns.

    The same added once more is the one that is there, also when both come at once.
    """
    with holding(bodies_of(item, also=[values.get("body_id"), values.get("owed_to_id")])):
        for same in model.objects.filter(item=item, review=Review.ADDED, **values).order_by("pk"):
            if {*parties} <= {*_parties(same)}:
                return same
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
    with holding(bodies_of(meeting)):
        return sum(rows.update(**said) for rows in waiting)


def _answer(obligation: Obligation, review: str, by: User, now: datetime) -> None:
    """Answer for it as it was read, whatever it has been corrected to; only what is rejected stays as it stands."""
    if obligation.read and review != Review.REJECTED:
        _restore(obligation)
    obligation.review, obligation.reviewed_by, obligation.reviewed_at = review, by, now
    _save(obligation)
    followup_services.sync_occurrences(items=[obligation.item])
    _tell_dependents(obligation)


def _tell_dependents(obligation: Obligation) -> None:
    """A hearing of another item may be a duplicate of this one: what waits for that one has this one's deadline."""
    if isinstance(obligation, Hearing):
        hearing_changed(hearing=obligation)


@contextmanager
def _locked(obligation: Obligation, *, also: Iterable[int | None] = ()) -> Iterator[None]:
    """Locks the bodies that wait for it, and those of the keys `also`, then itself; it is then as it is now."""
    model = type(obligation)
    with holding(bodies_answered_for(model.objects.filter(pk=obligation.pk), also=also)):
        obligation.refresh_from_db(from_queryset=model.objects.select_for_update(of=("self",), no_key=True))
        yield


def bodies_answered_for(rows: QuerySet, *, also: Iterable[int | None] = ()) -> Callable[[], set[int | None]]:
    """Finds the bodies that wait for the obligations `rows`, those of what waits for a hearing among them, and those of the keys `also`."""
    own = bodies_of(rows, *BODIES[rows.model], also=also)
    if rows.model is not Hearing:
        return own
    return lambda: {*own()} | bodies_that_wait({*rows.values_list("pk", flat=True)})


def bodies_asked(meeting: Meeting, named: Iterable[str], chosen: Iterable[int] = ()) -> Callable[[], set[int | None]]:
    """Finds the bodies that answering for the obligations of `meeting` involves, those `named` or `chosen` by key in the answer among them."""
    named, chosen = [*named], {*chosen}
    own = [bodies_answered_for(model.objects.filter(item__meeting=meeting)) for model in BODIES]
    return lambda: chosen | {*body_ids(named).values()} | {key for find in (bodies_of(meeting), *own) for key in find()}


def _save(obligation: Obligation) -> None:
    names = (name.removesuffix("_id") for name in COLUMNS[type(obligation)])
    obligation.save(update_fields=[*names, "read", "review", "reviewed_by", "reviewed_at"])


def _follow(item: AgendaItem) -> None:
    hearing_services.sync_hearings(items=[item])
    followup_services.sync_occurrences(items=[item])


def _days(obligation: Obligation) -> tuple:
    return getattr(obligation, "due_start", None), getattr(obligation, "due_end", None)


def _reading(obligation: Obligation) -> dict[str, Any]:
    """The columns as they were read, as JSON has them."""
    read = {name: getattr(obligation, name) for name in COLUMNS[type(obligation)]}
    read = {name: value.isoformat() if isinstance(value, date) else value for name, value in read.items()}
    if isinstance(obligation, Hearing):
        read["parties"] = _parties(obligation)
    return read


def _parties(obligation: Obligation) -> list[str]:
    return [party.name for party in obligation.parties.all()] if isinstance(obligation, Hearing) else []


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
    hearing_services.set_parties(names={hearing: names}, body_ids=body_ids(names))


def _is_in_use(obligation: Obligation) -> bool:
    if isinstance(obligation, Hearing):
        return hearing_services.is_in_use(hearing=obligation)
    return obligation.occurrences.filter(steps__isnull=False).exists()
