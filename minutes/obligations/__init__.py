"""What an item asks for, promises and expects, read out of its own sentences: hearings, follow-ups, planned treatments.

Pure. What counts and what does not is told in docs/obligations.md; the phrases stand in tables, one row each: `phrases.py` for
follow-ups, `hearings.py` and `treatments.py` for theirs. Every obligation keeps its sentence word for word and the rule that took it.
"""

from dataclasses import dataclass, field

from minutes import facts
from minutes.obligations.followups import follow_ups_of
from minutes.obligations.hearings import hearings_of
from minutes.obligations.passages import Setting, passages_of
from minutes.obligations.treatments import planned_treatments_of

__all__ = ["Obligations", "Setting", "find_obligations", "obligations_of"]


@dataclass(slots=True)
class Obligations:
    hearings: list[facts.Hearing] = field(default_factory=list)
    follow_ups: list[facts.FollowUp] = field(default_factory=list)
    planned_treatments: list[facts.PlannedTreatment] = field(default_factory=list)


def obligations_of(item: facts.Item, setting: Setting) -> Obligations:
    """What stands open after the meeting, from the item's own sections. Another body's quoted decision and what is done count for nothing."""
    if setting.date is None or item.closed:
        return Obligations()
    passages = passages_of(item, setting)
    hearings = hearings_of(item, passages, setting)
    return Obligations(hearings, follow_ups_of(passages, hearings, setting), planned_treatments_of(item, passages, setting))


def find_obligations(minutes: facts.Minutes) -> None:
    """Fill in the obligations of every item of `minutes`."""
    setting = Setting(minutes.meeting.body, minutes.meeting.date)
    for item in minutes.items:
        found = obligations_of(item, setting)
        item.hearings, item.follow_ups, item.planned_treatments = found.hearings, found.follow_ups, found.planned_treatments
