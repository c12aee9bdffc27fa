"""Changing an agenda: held, refused once it has been sent, and written down as a step that can be undone."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import permutations

from accounts.models import User
from agendas.exceptions import AgendaRefused
from agendas.models import AgendaStep
from agendas.snapshot import snapshots
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Meeting


@contextmanager
def changing_agenda(meeting: Meeting, what: AgendaStep.What, *, by: User | None, now: datetime, also: Iterable[int] = ()) -> Iterator[None]:
    """Change the agenda of `meeting` within this; what was changed becomes a step. `also` are further bodies that the change holds.

    Raises `AgendaRefused` when the agenda has been sent or the meeting is not to come.
    """
    with changing_agendas({meeting: what}, by=by, now=now, also=also):
        yield


@contextmanager
def changing_agendas(
    changes: Mapping[Meeting, AgendaStep.What], *, by: User | None, now: datetime, also: Iterable[int] = ()
) -> Iterator[None]:
    """The same with one or two agendas, each with what is done to it. The steps of two are twins."""
    with holding(bodies_of(Meeting.objects.filter(pk__in=[meeting.pk for meeting in changes]), also=also)):
        for meeting in changes:
            refuse_unless_made(meeting)
        before = snapshots(changes)
        yield
        after = snapshots(changes)
        steps = [
            AgendaStep.objects.create(meeting=meeting, what=what, before=before[meeting.pk], after=after[meeting.pk], by=by, at=now)
            for meeting, what in changes.items()
            if after[meeting.pk] != before[meeting.pk]
        ]
        for step, twin in permutations(steps, 2):
            step.twin = twin
            step.save(update_fields=["twin"])


def refuse_unless_made(meeting: Meeting) -> None:
    """Raises `AgendaRefused` when the agenda is not being made any more. The meeting's body is held, and the meeting read anew."""
    meeting.refresh_from_db()
    if meeting.is_public:
        raise AgendaRefused("sent")
    if meeting.state != Meeting.State.PLANNED:
        raise AgendaRefused("over")


def refuse_changed(item: AgendaItem, version: int | None) -> None:
    """Raises `AgendaRefused` when somebody has changed the item since it had `version`; None asks nothing. The item's body is held."""
    if version is not None and AgendaItem.objects.filter(pk=item.pk).exclude(version=version).exists():
        raise AgendaRefused("changed")
