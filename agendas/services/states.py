"""The state of an agenda: draft, approved by the chair, sent, held. Nothing of that is set: it follows from the versions and the meeting."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from agendas.models import AgendaStep, AgendaVersion
from agendas.snapshot import Values, as_now, snapshots
from meetings.models import Meeting


class AgendaState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    SENT = "sent"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class AgendaStatus:
    """`versions` in order. `approved` is the last approval, also one that the agenda has been changed since (`is_stale`)."""

    state: AgendaState
    versions: Sequence[AgendaVersion]
    approved: AgendaVersion | None = None
    is_stale: bool = False


def status_of(meeting: Meeting) -> AgendaStatus:
    """The standing of one meeting's agenda, as `statuses_of` finds it."""
    return statuses_of([meeting])[meeting.pk]


def statuses_of(meetings: Collection[Meeting]) -> dict[int, AgendaStatus]:
    """By the key of each meeting: one query, and ten more while an approval has to be held against an agenda."""
    versions: dict[int, list[AgendaVersion]] = {meeting.pk: [] for meeting in meetings}
    for one in AgendaVersion.objects.filter(meeting__in=meetings).select_related("by").defer("agenda", "rows").order_by("number"):
        versions[one.meeting_id].append(one)
    changed = _changed_since({one: approved for one in meetings if _is_draft(one) and (approved := _last_approval(versions[one.pk]))})
    return {meeting.pk: _standing(meeting, versions[meeting.pk], is_stale=meeting.pk in changed) for meeting in meetings}


def _changed_since(approved: Mapping[Meeting, AgendaVersion]) -> set[int]:
    """The keys of the meetings whose agendas are not any more as they were approved."""
    if not approved:
        return set()
    kept = dict(AgendaVersion.objects.filter(pk__in=[one.pk for one in approved.values()]).values_list("meeting", "agenda"))
    now = snapshots(approved)
    return {key for key, agenda in kept.items() if _planned(agenda) != _planned(now[key])}


def _standing(meeting: Meeting, versions: list[AgendaVersion], *, is_stale: bool) -> AgendaStatus:
    if meeting.state == Meeting.State.HELD or meeting.minutes_published_at:
        return AgendaStatus(AgendaState.HELD, versions)
    if meeting.agenda_published_at:
        return AgendaStatus(AgendaState.SENT, versions)
    approved = _last_approval(versions)
    if approved is None:
        return AgendaStatus(AgendaState.DRAFT, versions)
    return AgendaStatus(AgendaState.DRAFT if is_stale else AgendaState.APPROVED, versions, approved, is_stale)


def _is_draft(meeting: Meeting) -> bool:
    return meeting.state != Meeting.State.HELD and not meeting.is_public


def _last_approval(versions: list[AgendaVersion]) -> AgendaVersion | None:
    return next((one for one in reversed(versions) if one.kind == AgendaVersion.Kind.APPROVED), None)


def hinders_sending(meeting: Meeting) -> list[str]:
    """An agenda that was made here is sent when the chair has approved it as it stands. One that was read from a document is sent already."""
    if meeting.state != Meeting.State.PLANNED or not AgendaStep.objects.filter(meeting=meeting).exists():
        return []
    standing = status_of(meeting)
    if standing.is_stale:
        return [_("The agenda has been changed since the chair approved it.")]
    return [_("The chair has not approved the agenda.")] if standing.state == AgendaState.DRAFT else []


def _planned(agenda: Values) -> Values:
    """Returns the approved content: all but the numbers, which come when it is sent."""
    rows = as_now(agenda)["items"]
    return {**agenda, "items": [{name: value for name, value in row.items() if name != "number"} for row in rows]}
