"""One thing that is to come, with all that was before and after it, and what was done about it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.access import Actor
from danish.formatting import day_in_words
from followups.models import Occurrence, Proposal, Step
from followups.permissions import is_told_why
from followups.presenters import OccurrencePresenter
from followups.selectors.occurrences import placed_item, readable_items
from meetings.models import AgendaItem

MANY = 200
ON_AN_AGENDA = (Step.What.PLACED, Step.What.UNPLACED)
WITH_ITEM = (*ON_AN_AGENDA, Step.What.MET, Step.What.ANSWERED)


@dataclass(frozen=True, slots=True)
class OccurrenceHistory:
    """`told` is the one, `steps` what was done about it, and `chain` all deliveries of the same, the first first."""

    told: OccurrencePresenter
    steps: list[Step]
    chain: list[OccurrencePresenter]
    items: dict[int, AgendaItem]

    @property
    def counted_from(self) -> date:
        """The day after which the meetings it follows are counted: of the meeting that asked, or of the last delivery."""
        before = next((one for one in self.chain if one.occurrence.ordinal == self.told.occurrence.ordinal - 1), None)
        delivered = before and (before.met.meeting.date if before.met else before.occurrence.met_on)
        return delivered or self.told.item.meeting.date

    @property
    def why_no_day(self) -> str:
        """Says why its day is unknown, where that is since the calendar lacks meetings; else nothing."""
        if not self.told.lacks_meetings:
            return ""
        sentence = _("The day is not known: meetings of %(body)s after %(day)s are lacking in the calendar.")
        return sentence % {"body": self.told.occurrence.body, "day": day_in_words(self.counted_from)}

    @property
    def cancelled(self) -> AgendaItem | None:
        """The item it was placed on and waits no more at, since that meeting is cancelled."""
        return None if self.told.placed or not self.told.occurrence.is_open else self.items.get(self.told.occurrence.placed_on_id)

    @property
    def latest(self) -> Step | None:
        """The latest step in force."""
        return next((step for step in reversed(self.steps) if not step.undone_at), None)

    @property
    def can_be_taken_back(self) -> list[Step]:
        """The latest step, and the latest letter as long as it has not left the house."""
        standing = [step for step in reversed(self.steps) if not step.undone_at]
        letter = self.letter_step
        others = [step for step in standing if step.what != Step.What.REMINDED]
        return others[:1] + ([letter] if letter and (letter.letter is None or letter.letter.can_be_taken_back) else [])

    @property
    def letter_step(self) -> Step | None:
        """The latest step in force by which it was reminded of."""
        return next((step for step in reversed(self.steps) if step.what == Step.What.REMINDED and not step.undone_at), None)


def visible_occurrences(actor: Actor):
    rows = Occurrence.objects.visible_to(actor)
    return rows.select_related("item__meeting", "item__body", "item__case", "body", "follow_up", "planned")


def history_of(occurrence: Occurrence, actor: Actor) -> OccurrenceHistory:
    """Three queries, of which the items placed on and met by are one.

    Of an agenda that the actor may not read, only those who are told why are told that it stands there.
    """
    steps = steps_of(occurrence, actor)
    chain = [occurrence]
    if occurrence.follow_up_id:
        chain = list(Occurrence.objects.filter(follow_up=occurrence.follow_up_id).order_by("-ordinal")[:MANY])[::-1]
    named = [key for row in chain for key in (row.placed_on_id, row.met_by_id)]
    named += [item_of(step) for step in steps]
    items = readable_items(named, actor)
    if not is_told_why(actor, occurrence):
        steps = [step for step in steps if step.what not in ON_AN_AGENDA or item_of(step) in items]
    put_off = tuple(step for step in steps if step.what == Step.What.POSTPONED and not step.undone_at)
    for row in chain:
        row.item, row.body, row.follow_up = occurrence.item, occurrence.body, occurrence.follow_up
    told = [OccurrencePresenter(row, placed_item(row, items), items.get(row.met_by_id)) for row in chain]
    one = OccurrencePresenter(occurrence, placed_item(occurrence, items), items.get(occurrence.met_by_id), put_off)
    return OccurrenceHistory(one, steps, told, items)


def steps_of(occurrence: Occurrence, actor: Actor) -> list[Step]:
    """Returns the steps of the occurrence, the first one first: one query."""
    steps = Step.objects.visible_to(actor).filter(occurrence=occurrence).select_related("by", "undone_by", "letter__mail")
    return list(steps.order_by("pk")[:MANY])


def shown_instead(occurrence: Occurrence, actor: Actor) -> Occurrence | None:
    """The one that lists tell instead of this one, which is the same in other minutes: one query at most."""
    if occurrence.duplicate_of_id is None:
        return None
    told = list(visible_occurrences(actor).same_as(occurrence).without_duplicates(actor).order_by("duplicate_rank")[:MANY])
    if not told or occurrence in told:
        return None
    return next((row for row in told if row.is_open), told[0])


def item_of(step: Step) -> int | None:
    """The key of the item it was placed on, taken off or met by."""
    columns = step.before if step.what == Step.What.UNPLACED else step.after
    return (
        columns.get("met_by_id" if step.what in (Step.What.MET, Step.What.ANSWERED) else "placed_on_id") if step.what in WITH_ITEM else None
    )


def proposals_for(actor: Actor, state: Proposal.State = Proposal.State.WAITING):
    """The proposals that wait for the actor's answer, or got another, as long as what they are for is open and the meeting takes place."""
    waiting = Proposal.objects.visible_to(actor).filter(state=state, occurrence__state=Occurrence.State.OPEN)
    waiting = waiting.filter(item__in=AgendaItem.objects.taking_place())
    return waiting.select_related("item__meeting", "item__body", "item__case", "occurrence", "by").order_by("pk")
