"""Tags for the pages that list occurrences."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from django import template
from django.template.defaultfilters import truncatechars
from django.utils.translation import gettext as _

from followups import letters, next_step_advice, presenters
from followups.models import Occurrence, Proposal, Step
from followups.presenters import OccurrencePresenter
from followups.selectors import occurrence_history
from followups.selectors.desk import Todo
from followups.wording import reasons_in_words
from meetings.models import AgendaItem
from reminders.keys import deadline_key

register = template.Library()


@register.filter
def deadline_keys(occurrence: Occurrence) -> list[str]:
    """The key of its deadline."""
    return [deadline_key("report", occurrence.pk)]


@register.filter
def distance(occurrence: Occurrence, today: date) -> str:
    return presenters.distance(occurrence, today)


@register.filter
def standing_badges(told: OccurrencePresenter, today: date) -> list[tuple[str, str]]:
    return presenters.standing_badges(told.occurrence, is_placed=bool(told.placed), today=today)


@register.filter
def is_overdue(occurrence: Occurrence, today: date) -> bool:
    return occurrence.is_overdue(today)


@register.filter
def may_be_reminded_of(occurrence: Occurrence) -> bool:
    return letters.may_be_reminded_of(occurrence)


@register.filter
def item_of(step: Step, items: Mapping[int, AgendaItem]) -> AgendaItem | None:
    """The item it was placed on or met by, of those that may be read."""
    return items.get(occurrence_history.item_of(step))


@register.filter
def moved(step: Step) -> str:
    return presenters.moved(step) if step.what == Step.What.POSTPONED else ""


@register.filter
def proposed(proposal: Proposal) -> str:
    """Gives the sentence for confirming the proposal."""
    if proposal.says == Proposal.Says.PLACED:
        return _("It stands on this agenda")
    return _("It has been answered here")


@register.filter
def named(proposal: Proposal) -> str:
    """Tells what the proposal is about; nothing more than what it says of something that the actor may not read."""
    told = getattr(proposal, "told", None)
    return truncatechars(told.text or told.item.title, 200) if told else proposed(proposal)


@register.filter
def because(proposal: Proposal) -> str:
    number = proposal.item.case.number if proposal.item.case else ""
    return ", ".join(reasons_in_words(proposal.reasons, number=number))


@register.filter
def advice(todo: Todo) -> str:
    return next_step_advice.advice(todo)


@register.filter
def advised_at(todo: Todo) -> str:
    return next_step_advice.address(todo)


@register.filter
def by_time(rows: Iterable[OccurrencePresenter], today: date) -> list[tuple[str, list[OccurrencePresenter]]]:
    """The rows, which come in order, under the headings of the list."""
    groups = groupby(rows, lambda told: presenters.group_of(told.occurrence, today))
    return [(heading, list(told)) for heading, told in groups]
