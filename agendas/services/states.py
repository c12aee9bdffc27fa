"""The state of an agenda: draft, approved by the chair, sent, held. Nothing of that is set: it follows from the versions and the meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from agendas.models import AgendaStep, AgendaVersion
from agendas.snapshot import Values, snapshot
from meetings.models import Meeting


class State(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    SENT = "sent"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Standing:
    """`versions` in order. `approved` is the last approval, also one that the agenda has been changed since (`is_stale`)."""

    state: State
    versions: Sequence[AgendaVersion]
    approved: AgendaVersion | None = None
    is_stale: bool = False


def standing_of(meeting: Meeting) -> Standing:
    """One query, and seven more while an approval has to be held against the agenda."""
    versions = list(AgendaVersion.objects.filter(meeting=meeting).select_related("by").defer("agenda", "rows").order_by("number"))
    approved = next((one for one in reversed(versions) if one.kind == AgendaVersion.Kind.APPROVED), None)
    if meeting.state == Meeting.State.HELD or meeting.minutes_published_at:
        return Standing(State.HELD, versions)
    if meeting.agenda_published_at:
        return Standing(State.SENT, versions)
    if approved is None:
        return Standing(State.DRAFT, versions)
    is_stale = _planned(approved.agenda) != _planned(snapshot(meeting))
    return Standing(State.DRAFT if is_stale else State.APPROVED, versions, approved, is_stale)


def hinders_sending(meeting: Meeting) -> list[str]:
    """An agenda that was made here is sent when the chair has approved it as it stands. One that was read from a document is sent already."""
    if meeting.state != Meeting.State.PLANNED or not AgendaStep.objects.filter(meeting=meeting).exists():
        return []
    standing = standing_of(meeting)
    if standing.is_stale:
        return [_("The agenda has been changed since the chair approved it.")]
    return [_("The chair has not approved the agenda.")] if standing.state == State.DRAFT else []


def _planned(agenda: Values) -> Values:
    """Returns the approved content: all but the numbers, which come when it is sent."""
    return {**agenda, "items": [{name: value for name, value in row.items() if name != "number"} for row in agenda["items"]]}
