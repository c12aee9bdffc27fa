"""The items and warnings of a reading as the review page shows them."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from meetings.models import Membership
from minutes.corrections import mark_of
from minutes.doubts import without_words
from minutes.highlighting import parted_at, pieces_of
from minutes.matching import Matches
from minutes.models import ReadingCorrection
from minutes.proposals import as_follow_up
from minutes.views.agenda import AgendaChoice
from minutes.views.findings import RowFinding
from minutes.views.presenters import ObligationPresenter, present, presenters_of
from minutes.wording import say
from reader import facts


@dataclass(frozen=True, slots=True)
class ShownWarning:
    """A warning as the secretary reads it: the sentence, what stands in the document and the words it is about, and where."""

    sentence: str
    quote: str
    item: int | None
    at: facts.TextPlace | None
    words: str = ""

    @property
    def parted(self) -> tuple[str, str, str]:
        """The text of the document before, at and after the words it is about."""
        return parted_at(self.quote, self.words)


@dataclass(frozen=True, slots=True)
class ShutOut:
    """A name that a closed item says was disqualified; `is_certain`: whether it is known which member is shut out of the item for it."""

    name: str
    is_certain: bool


@dataclass(slots=True)
class ShownItem:
    """An item with what belongs together put together: each recommendation with its outcomes, and where the decision stands.

    `place` is its place in the document, from 1; `doubts` say why it is in doubt whether it is closed, also when that has been
    answered; `answer` is the answer given on this page. `shut_out` are the disqualified who will not read a closed item.
    """

    item: facts.ItemFacts
    matter: RowFinding
    answered: list[tuple[facts.RecommendationFacts, list[facts.OutcomeFacts]]]
    outcomes: list[facts.OutcomeFacts]
    decision_at: facts.TextPlace | None
    place: int
    doubts: list[ShownWarning]
    answer: ReadingCorrection | None = None
    shut_out: list[ShutOut] = field(default_factory=list)
    proposals: list[facts.ProposalFacts] = field(default_factory=list)
    choices: list[AgendaChoice] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The item as the page leads to it: by its number, else its title."""
        number = self.item.number or self.item.label
        return _("Item %(number)s") % {"number": number} if number else self.item.title

    @property
    def mark(self) -> str:
        """The mark of the item, which an answer to its doubt sends back."""
        return mark_of(self.item)

    @property
    def told(self) -> list[ObligationPresenter]:
        """Gives the item's obligations."""
        return presenters_of(self.item)

    @property
    def maybes(self) -> list[tuple[facts.ProposalFacts, str, list[tuple[str, bool]]]]:
        """Gives the item's proposals, each with the name of its kind, and its sentence in pieces with whether they spoke for it."""
        return [(one, present(as_follow_up(one)).name, pieces_of(one.quote, one.words)) for one in self.proposals]


def shown_warning(warning: facts.Warning) -> ShownWarning:
    words = str(warning.params.get("words", ""))
    return ShownWarning(say(warning.code, warning.params), warning.quote, warning.item, warning.at, words)


def shut_out_in(minutes: facts.Minutes, matches: Matches) -> dict[str, list[ShutOut]]:
    """Gives the names that closed items say were disqualified, by the item's key: a query where anybody is."""
    named = {item.key: [one.name for one in item.absences if one.disqualified] for item in minutes.items if item.closed}
    if not any(named.values()):
        return {}
    members = set(Membership.objects.filter(body=matches.body.id).values_list("person", flat=True))
    return {key: [ShutOut(name, not members or matches.person_id(name) in members) for name in names] for key, names in named.items()}


def shown_item(
    place: int,
    item: facts.ItemFacts,
    matter: RowFinding,
    doubts: list[facts.Warning],
    answer: ReadingCorrection | None,
    shut_out: list[ShutOut],
    proposals: list[facts.ProposalFacts],
) -> ShownItem:
    answers: dict[int | None, list[facts.OutcomeFacts]] = {}
    for outcome in item.outcomes:
        answers.setdefault(outcome.recommendation, []).append(outcome)
    answered = [(one, answers.pop(one.number, [])) for one in item.recommendations]
    decision = next((section for section in item.sections if section.text and section.text == item.decision), None)
    # Outcomes of recommendations that the document does not list are shown with those of the whole item.
    rest = [outcome for outcomes in answers.values() for outcome in outcomes]
    if item.in_doubt and not doubts:
        doubts = [facts.Warning(without_words(item.corrected), item.number)]
    told = [shown_warning(one) for one in doubts]
    own = [one for one in proposals if one.position == place and not item.closed]
    return ShownItem(item, matter, answered, rest, decision.at if decision else None, place, told, answer, shut_out, own)
