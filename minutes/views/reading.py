"""All that the review page shows of a reading, held against the register as the one who looks may know it."""

from dataclasses import dataclass, field

from cases.access import Viewer
from meetings.models import Meeting
from minutes import facts, services
from minutes.models import Import
from minutes.views.comparing import Group, fingerprint, groups_of
from minutes.views.matched import Findings, Found, findings
from minutes.views.telling import Told, told_of
from minutes.wording import say

NOT_UNDERSTOOD = "not_understood"
MAYBE_CLOSED = "maybe_closed"


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning as the secretary reads it: the sentence, what stands in the document, and where."""

    sentence: str
    quote: str
    item: int | None
    at: facts.Place | None


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item with what belongs together put together: each recommendation with its outcomes, and where the decision stands."""

    item: facts.Item
    matter: Found
    answered: list[tuple[facts.Recommendation, list[facts.Outcome]]]
    outcomes: list[facts.Outcome]
    decision_at: facts.Place | None

    @property
    def told(self) -> list[Told]:
        """What the item asks for, promises and expects."""
        return told_of(self.item)


@dataclass(slots=True)
class Reading:
    """`is_served`: whether the viewer serves the body (a new body counts as served). Of another body's register nothing is told."""

    minutes: facts.Minutes
    found: Findings
    items: list[ShownItem]
    is_served: bool
    remarks: list[Remark] = field(default_factory=list)
    not_understood: list[Remark] = field(default_factory=list)
    meeting: Meeting | None = None
    groups: list[Group] = field(default_factory=list)
    fingerprint: str = ""

    @property
    def is_agenda(self) -> bool:
        return self.minutes.kind == "agenda"

    @property
    def is_published(self) -> bool:
        """Whether what the document is, agenda or minutes, is published already."""
        if self.meeting is None:
            return False
        return bool(self.meeting.agenda_published_at if self.is_agenda else self.meeting.minutes_published_at)

    @property
    def can_be_applied(self) -> bool:
        return self.is_served and bool(self.minutes.meeting.body and self.minutes.meeting.date)

    @property
    def may_be_closed(self) -> bool:
        """Whether something that was read as open may be closed, so that nobody should publish it unseen."""
        return any(warning.code == MAYBE_CLOSED for warning in self.minutes.warnings)

    @property
    def told_count(self) -> int:
        """How many obligations were read in all."""
        return sum(len(shown.told) for shown in self.items)

    @property
    def change_count(self) -> int:
        return sum(len(group.changes) for group in self.groups)


def reading_for(import_: Import, viewer: Viewer) -> Reading:
    """What was read from `import_`, in a fixed number of queries whatever the number of items."""
    minutes = services.reading_of(import_)
    matches, warnings, meeting, _taken = services.look_up(minutes)
    found = findings(minutes, matches, viewer)
    is_served = matches.body.id is None or viewer.serves_body(matches.body.id)
    items = [_shown(item, matter) for item, matter in zip(minutes.items, found.matters, strict=True)]
    reading = Reading(minutes, found, items, is_served)
    reading.not_understood = [_remark(one) for one in minutes.warnings if one.code == NOT_UNDERSTOOD]
    noticed = [one for one in minutes.warnings if one.code != NOT_UNDERSTOOD]
    if is_served:
        noticed += warnings
        reading.meeting = meeting
        differences = services.differences_from_register(minutes, meeting) if import_.state == Import.State.REVIEW else []
        reading.groups = groups_of(differences)
        reading.fingerprint = fingerprint(meeting, differences)
    reading.remarks = sorted(map(_remark, noticed), key=_where)
    return reading


def _remark(warning: facts.Warning) -> Remark:
    return Remark(say(warning.code, warning.params), warning.quote, warning.item, warning.at)


def _where(remark: Remark) -> tuple[int, int]:
    """In the document's order; what has no place comes first, since it is about the document as a whole."""
    return (remark.at.page, remark.at.line) if remark.at else (0, 0)


def _shown(item: facts.Item, matter: Found) -> ShownItem:
    answers: dict[int | None, list[facts.Outcome]] = {}
    for outcome in item.outcomes:
        answers.setdefault(outcome.recommendation, []).append(outcome)
    answered = [(one, answers.pop(one.number, [])) for one in item.recommendations]
    decision = next((section for section in item.sections if section.text and section.text == item.decision), None)
    # Outcomes of recommendations that the document does not list are shown with those of the whole item.
    rest = [outcome for outcomes in answers.values() for outcome in outcomes]
    return ShownItem(item, matter, answered, rest, decision.at if decision else None)
