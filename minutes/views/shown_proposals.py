"""The sentences of a meeting's items that may be obligations ("måske"), each with the words that spoke most for it."""

from dataclasses import dataclass

from cases.access import Actor
from meetings.models import AgendaItem, Meeting, Section
from minutes.highlighting import Highlighted, highlight, pieces_of
from minutes.models import ProposalAnswer
from minutes.proposals import as_follow_up, key_of, proposed_in
from minutes.selectors import ItemWithObligations
from minutes.views.presenters import ObligationPresenter, present
from reader import facts

LATELY = 20


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """One proposal beside its sentence, in pieces each with whether it is a word that spoke for it; `version` is that of its answer, 0 without."""

    proposal: facts.ProposalFacts
    told: ObligationPresenter
    item: AgendaItem
    key: str
    section: Section | None
    marked: Highlighted | None
    pieces: list[tuple[str, bool]]
    is_left: bool = False
    version: int = 0

    @property
    def anchor(self) -> str:
        return anchor(self.item, self.key)


@dataclass(frozen=True, slots=True)
class Lately:
    """The number of the latest answers to proposals that have taken them."""

    right: int
    answered: int


def anchor(item: AgendaItem, key: str) -> str:
    return f"maaske-{item.pk}-{key}"


def shown_proposals_of(held: list[ItemWithObligations], meeting: Meeting, actor: Actor) -> dict[int, list[ShownProposal]]:
    """By item what is proposed of the meeting's items, with what has been answered: one query."""
    answers = {(one.item_id, one.key): one for one in ProposalAnswer.objects.visible_to(actor).filter(item__meeting=meeting)}
    items = {one.item.pk: one.item for one in held}
    return {
        pk: [_maybe(items[pk], proposal, answers.get((pk, key_of(proposal.quote)))) for proposal in proposals]
        for pk, proposals in proposed_in(held, meeting).items()
    }


def lately(actor: Actor) -> Lately:
    """Counts the answers to the latest proposals in the actor's bodies."""
    said = list(ProposalAnswer.objects.visible_to(actor).values_list("said", flat=True)[:LATELY])
    return Lately(said.count(ProposalAnswer.Said.TAKEN), len(said))


def _maybe(item: AgendaItem, proposal: facts.ProposalFacts, answer: ProposalAnswer | None) -> ShownProposal:
    found = ((section, highlight(section.text, proposal.quote)) for section in item.readable_sections)
    section, marked = next(((section, marked) for section, marked in found if marked), (None, None))
    is_left = answer is not None and answer.said == ProposalAnswer.Said.LEFT
    pieces = pieces_of(proposal.quote, proposal.words)
    told = present(as_follow_up(proposal))
    return ShownProposal(proposal, told, item, key_of(proposal.quote), section, marked, pieces, is_left, answer.version if answer else 0)
