"""Changing an agenda: held, refused once it has been sent, and written down as a step that can be undone."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from accounts.models import User
from agendas.exceptions import Refused
from agendas.models import AgendaStep
from agendas.snapshot import snapshot
from meetings.locking import bodies_of, holding
from meetings.models import Meeting


@contextmanager
def changing_agenda(meeting: Meeting, what: AgendaStep.What, *, by: User | None, now: datetime, also: Iterable[int] = ()) -> Iterator[None]:
    """Change the agenda of `meeting` within this; what was changed becomes a step. `also` are further bodies that the change holds.

    Raises `Refused` when the agenda has been sent or the meeting is not to come.
    """
    with holding(bodies_of(meeting, also=also)):
        refuse_unless_made(meeting)
        before = snapshot(meeting)
        yield
        after = snapshot(meeting)
        if after != before:
            AgendaStep.objects.create(meeting=meeting, what=what, before=before, after=after, by=by, at=now)


def refuse_unless_made(meeting: Meeting) -> None:
    """Raises `Refused` when the agenda is not being made any more. The meeting's body is held, and the meeting read anew."""
    meeting.refresh_from_db()
    if meeting.is_public:
        raise Refused("sent")
    if meeting.state != Meeting.State.PLANNED:
        raise Refused("over")
