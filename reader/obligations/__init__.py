"""The obligations of an item, read out of its own sentences: hearings, follow-ups, planned treatments.

Pure. What counts and what does not is told in docs/obligations.md; the phrases of follow-ups stand in a table, one
row each, in `phrases.py`; hearings, their parties and treatments have theirs at the head of `hearings.py`, `parties.py`, `treatments.py`. Every obligation keeps its sentence word for word and the rule that took it.
"""

from dataclasses import dataclass, field

from reader import facts
from reader.obligations.abbreviations import short_names
from reader.obligations.bodies import is_own
from reader.obligations.deferrals import with_deferrals
from reader.obligations.followups import follow_ups_of
from reader.obligations.hearings import hearings_of
from reader.obligations.passages import Setting, passages_of
from reader.obligations.treatments import planned_treatments_of

__all__ = ["Obligations", "Setting", "find_obligations", "obligations_of"]


@dataclass(slots=True)
class Obligations:
    hearings: list[facts.HearingFacts] = field(default_factory=list)
    follow_ups: list[facts.FollowUpFacts] = field(default_factory=list)
    planned_treatments: list[facts.PlannedTreatmentFacts] = field(default_factory=list)


def obligations_of(item: facts.ItemFacts, setting: Setting) -> Obligations:
    """Gives the obligations that stand open after the meeting, from the item's own sections. Another body's quoted decision and what is done count for nothing."""
    if setting.date is None or item.closed:
        return Obligations()
    passages = passages_of(item, setting.short)
    hearings = hearings_of(item, passages, setting)
    follow_ups = follow_ups_of(passages, hearings, setting)
    follow_ups, treatments = _without_duplicates(follow_ups, planned_treatments_of(item, passages, setting), setting)
    return Obligations(hearings, with_deferrals(item, follow_ups, treatments, setting), treatments)


def _without_duplicates(
    follow_ups: list[facts.FollowUpFacts], treatments: list[facts.PlannedTreatmentFacts], setting: Setting
) -> tuple[list[facts.FollowUpFacts], list[facts.PlannedTreatmentFacts]]:
    """Gives one fact for a sentence that tells it as two kinds: a status to the body itself is a status, a case on its named day a treatment."""
    statuses = {follow_up.quote for follow_up in follow_ups if follow_up.kind == "status_report"}
    kept = [one for one in treatments if one.quote not in statuses or not setting.body or not is_own(one.body, setting)]
    treated = {treatment.quote for treatment in kept}
    return [one for one in follow_ups if one.kind != "return" or one.quote not in treated], kept


def find_obligations(minutes: facts.Minutes) -> None:
    """Fill in the obligations of every item of `minutes`."""
    texts = [section.text for item in minutes.items if not item.closed for section in item.sections]
    setting = Setting(minutes.meeting.body, minutes.meeting.date, short=short_names(texts, minutes.meeting.body))
    for item in minutes.items:
        found = obligations_of(item, setting)
        item.hearings, item.follow_ups, item.planned_treatments = found.hearings, found.follow_ups, found.planned_treatments
