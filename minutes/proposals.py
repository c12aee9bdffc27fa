"""The sentences of items in the register that may be obligations and that no rule took ("måske"), found anew whenever they are asked for."""

import hashlib
from collections.abc import Sequence

from meetings.models import AgendaItem, Meeting, Reviewed
from minutes.models import ProposalAnswer
from minutes.selectors import ItemWithObligations
from minutes.storing.readings import fact_of
from reader import facts
from reader.obligations import Setting
from reader.obligations.abbreviations import short_names
from reader.obligations.passages import Passage
from reader.proposals import proposals_of
from reader.proposals.examples import Example
from reader.proposals.interpretation import when_told


def proposed_in(held: Sequence[ItemWithObligations], meeting: Meeting) -> dict[int, list[facts.ProposalFacts]]:
    """By item the proposals of the meeting's items, which are here with their sections, earlier treatments and all their obligations."""
    texts = [section.text for one in held for section in one.item.readable_sections if not one.item.closed]
    setting = Setting(meeting.body.name, meeting.date, short=short_names(texts, meeting.body.name))
    return {one.item.pk: proposals_of(_read(one.item, [row for _kind, row in one.obligations]), setting) for one in held}


def key_of(quote: str) -> str:
    """The name by which addresses know a sentence."""
    return hashlib.sha256(quote.encode()).hexdigest()[:16]


def as_follow_up(proposal: facts.ProposalFacts) -> facts.FollowUpFacts:
    """The follow-up it becomes when it is taken, as far as the rules could read it."""
    told = (proposal.due_start, proposal.due_end, proposal.recurrence, proposal.responsible)
    return facts.FollowUpFacts(proposal.kind, proposal.quote, *told, quote=proposal.quote, review=Reviewed.Review.ADDED, at=proposal.at)


def answered_examples() -> list[Example]:
    """The proposals that have been answered, to train on; none of an item that is closed now, so that no word of it gets into the weights."""
    rows = ProposalAnswer.objects.filter(item__closed=False).select_related("item__meeting__body").order_by("pk")
    return [_example(row) for row in rows]


def _example(row: ProposalAnswer) -> Example:
    meeting = row.item.meeting
    when = when_told(Passage(row.quote, row.part), Setting(meeting.body.name, meeting.date))
    return Example(row.quote, row.part, when, row.said == ProposalAnswer.Said.TAKEN, f"answered {row.item_id}")


def _read(item: AgendaItem, obligations: list[Reviewed]) -> facts.ItemFacts:
    """The item as far as proposing needs it. Whatever has been answered about an obligation, its sentence is no proposal."""
    return facts.ItemFacts(
        item.number,
        item.title,
        closed=item.closed,
        sections=[facts.SectionFacts(section.heading, section.text) for section in item.readable_sections],
        decision=item.decision or None,
        earlier_treatments=[
            facts.EarlierTreatment(row.body_name, row.date, None, row.decision) for row in item.readable_earlier_treatments
        ],
        follow_ups=[fact for row in obligations if isinstance(fact := fact_of(row), facts.FollowUpFacts)],
        hearings=[fact for row in obligations if isinstance(fact := fact_of(row), facts.HearingFacts)],
        planned_treatments=[fact for row in obligations if isinstance(fact := fact_of(row), facts.PlannedTreatmentFacts)],
    )
