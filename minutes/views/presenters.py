"""Obligations as people read them, whether they are still facts of a reading or rows of the register."""

from dataclasses import dataclass
from functools import singledispatch

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from danish.folding import name_key
from danish.formatting import days_in_words, recurrence_in_words
from followups.models import FollowUp, PlannedTreatment
from followups.status import ObligationStatus
from hearings.models import Hearing
from meetings.models import Reviewed
from minutes.reasons import HEARING, PLANNED_TREATMENT, reason
from reader import facts

Fact = facts.HearingFacts | facts.FollowUpFacts | facts.PlannedTreatmentFacts
BADGES = {
    Reviewed.Review.UNREVIEWED: "badge-warning",
    Reviewed.Review.ACCEPTED: "badge-success",
    Reviewed.Review.CORRECTED: "badge-success",
    Reviewed.Review.ADDED: "badge-success",
    Reviewed.Review.REJECTED: "",
}


@dataclass(frozen=True, slots=True)
class ObligationPresenter:
    """`name` is what it is called (`status`, `høring`), `what` it is about unless the sentence says the same; `details` by label.

    Of a row of the register, `anchor` is where on its item's page it stands, `standing` how far it has come, and `address` its own page.
    """

    fact: Fact
    name: str
    what: str
    details: list[tuple[str, str]]
    anchor: str = ""
    address: str = ""
    standing: ObligationStatus | None = None

    @property
    def quote(self) -> str:
        return self.fact.quote

    @property
    def reason(self) -> str:
        fact = self.fact
        if isinstance(fact, facts.FollowUpFacts):
            return reason(fact.rule, fact.kind)
        return reason(fact.rule, HEARING if isinstance(fact, facts.HearingFacts) else PLANNED_TREATMENT)

    @property
    def state(self) -> str | Promise:
        """Gives the answer in a word: `ikke gennemgået`."""
        return Reviewed.Review(self.fact.review).label

    @property
    def state_badge(self) -> str:
        """The design system's class for the state's colour; the word beside it says the same."""
        return BADGES[self.fact.review]

    @property
    def is_unreviewed(self) -> bool:
        return self.fact.review == Reviewed.Review.UNREVIEWED

    @property
    def is_rejected(self) -> bool:
        return self.fact.review == Reviewed.Review.REJECTED

    @property
    def when(self) -> str:
        """Its days in words; of a hearing the deadline, of a follow-up without days the words for the time."""
        fact = self.fact
        if isinstance(fact, facts.HearingFacts):
            return _("deadline %(day)s") % {"day": days_in_words(fact.deadline, fact.deadline)} if fact.deadline else ""
        words = fact.due_words if isinstance(fact, facts.FollowUpFacts) and not fact.recurrence else ""
        return days_in_words(fact.due_start, fact.due_end) or words or ""

    @property
    def short(self) -> str:
        """Gives the subject in a line of its own: the body that is expected to treat the case, else what or the sentence."""
        return self.fact.body if isinstance(self.fact, facts.PlannedTreatmentFacts) else self.what or self.quote


def presenters_of(item: facts.ItemFacts) -> list[ObligationPresenter]:
    """All the obligations of an item that was read."""
    return [present(fact) for fact in item.obligations]


@singledispatch
def present(fact: Fact) -> ObligationPresenter:
    raise TypeError(fact)


@present.register
def _hearing(fact: facts.HearingFacts) -> ObligationPresenter:
    details = [
        (_("Opens"), days_in_words(fact.opens.start, fact.opens.end) if fact.opens else ""),
        (_("Deadline"), days_in_words(fact.deadline, fact.deadline)),
        (_("Parties"), ", ".join(fact.parties)),
    ]
    return _told(fact, str(Hearing._meta.verbose_name), fact.subject, details)


@present.register
def _follow_up(fact: facts.FollowUpFacts) -> ObligationPresenter:
    again = fact.recurrence
    details = [
        (_("Responsible"), fact.responsible or ""),
        (_("Owed to"), fact.recipient or ""),
        (_("When"), days_in_words(fact.due_start, fact.due_end) or ("" if again else fact.due_words or "")),
        (_("Again"), recurrence_in_words(again.every, again.unit) if again else ""),
    ]
    return _told(fact, str(FollowUp.Kind(fact.kind).label), fact.text, details)


@present.register
def _planned(fact: facts.PlannedTreatmentFacts) -> ObligationPresenter:
    details = [(_("Body"), fact.body), (_("When"), days_in_words(fact.due_start, fact.due_end))]
    return _told(fact, str(PlannedTreatment._meta.verbose_name), fact.title, details)


def _told(fact: Fact, name: str, what: str, details: list[tuple[str, str]]) -> ObligationPresenter:
    is_repeated = name_key(what) == name_key(fact.quote)
    return ObligationPresenter(fact, name, "" if is_repeated else what, [(label, words) for label, words in details if words])
