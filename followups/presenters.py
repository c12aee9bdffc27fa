"""Presenters of occurrences: their texts, days and states as people read them."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from danish.folding import name_key
from danish.formatting import days_in_words, recurrence_in_words
from danish.lengths import length_in_words, times_in_words
from followups.models import FollowUp, Occurrence, PlannedTreatment, Step
from followups.status import state_in_words
from meetings.models import AgendaItem, Reviewed


@dataclass(frozen=True)
class OccurrencePresenter:
    """One occurrence in words. `placed` and `met` are the items it is placed on and met by, None where the reader may not read them.

    What a closed item asks for stands on pages of its own, where reading it is logged: for lists, `text`, `words` and `responsible` are empty then.
    """

    occurrence: Occurrence
    placed: AgendaItem | None = None
    met: AgendaItem | None = None
    put_off: tuple[Step, ...] = ()

    @cached_property
    def obligation(self) -> FollowUp | PlannedTreatment:
        return self.occurrence.obligation

    @property
    def item(self) -> AgendaItem:
        return self.occurrence.item

    @property
    def is_closed(self) -> bool:
        return self.item.closed

    @property
    def follow_up(self) -> FollowUp | None:
        return self.occurrence.follow_up

    @property
    def name(self) -> str:
        """The name of its kind: `status`, `planlagt behandling`."""
        return str(self.follow_up.get_kind_display() if self.follow_up else PlannedTreatment._meta.verbose_name)

    @property
    def text(self) -> str:
        return "" if self.is_closed else self.whole_text

    @property
    def whole_text(self) -> str:
        """The task that was asked for, or the planned treatment, as a sentence."""
        if self.follow_up:
            return capfirst(self.follow_up.text)
        return _("%(body)s is to treat “%(title)s”") % {"body": self.obligation.body_name, "title": self.obligation.title}

    @property
    def says_the_sentence(self) -> bool:
        """True if the text is the very sentence, so that a page shows it once."""
        return name_key(self.whole_text) == name_key(self.obligation.quote)

    @property
    def responsible(self) -> str:
        return "" if self.is_closed else self.owed_by

    @property
    def owed_by(self) -> str:
        """The person or unit responsible, as printed."""
        return self.follow_up.responsible if self.follow_up else ""

    @property
    def words(self) -> str:
        return "" if self.is_closed else self.due_words

    @property
    def due_words(self) -> str:
        """The council's own words for the time, as they stand in the sentence; of what comes again they say when the first was due."""
        return self.follow_up.due_words if self.follow_up and self.occurrence.ordinal == 1 else ""

    @property
    def days(self) -> str:
        return days_in_words(self.occurrence.due_start, self.occurrence.due_end)

    @property
    def promised_for(self) -> str:
        """Its days, told as those it has been put off to where it has; empty where none is known."""
        return _("now %(days)s") % {"days": self.days} if self.days and self.put_off else self.days

    @property
    def lacks_meetings(self) -> bool:
        """True if its day is unknown since the calendar lacks the meetings that it follows."""
        return self.occurrence.is_open and self.occurrence.due_end is None and self.obligation.due_rule.follows_meetings

    @property
    def again(self) -> str:
        """`hvert 3. møde`."""
        return recurrence_in_words(self.follow_up.every, self.follow_up.unit) if self.follow_up and self.follow_up.every else ""

    @cached_property
    def slips(self) -> list[Step]:
        """The times it was put off, less those that brought it forward: moved to an earlier day it has not slipped."""
        return [step for step in self.put_off if step.after["due_end"] >= (step.before["due_end"] or "")]

    @property
    def slip(self) -> str:
        """`lovet til 6. marts 2018, udskudt to gange`; nothing where it never was postponed."""
        if not self.slips:
            return ""
        times = times_in_words(len(self.slips))
        first = _days(self.put_off[0].before)
        if not first:
            return _("postponed %(times)s") % {"times": times}
        return _("promised for %(days)s, postponed %(times)s") % {"days": first, "times": times}

    @property
    def state(self) -> str:
        """Its state in a word or three."""
        return str(state_in_words(self.occurrence, is_placed=bool(self.placed)))

    @property
    def is_unreviewed(self) -> bool:
        return self.obligation.review == Reviewed.Review.UNREVIEWED

    @property
    def anchor(self) -> str:
        """The anchor of the sentence on its item's page."""
        return f"opfoelgning-{self.obligation.pk}" if self.follow_up else f"behandling-{self.obligation.pk}"

    @property
    def sentence_url(self) -> str:
        return f"{self.item.get_absolute_url()}#{self.anchor}"


def distance(occurrence: Occurrence, today: date) -> str:
    """Returns the time by which an occurrence is overdue, or the time left, counted to its last day. Empty if no day is known, and of history."""
    if not occurrence.is_open or occurrence.due_end is None or occurrence.is_historic:
        return ""
    left = (occurrence.due_end - today).days
    if left < 0:
        return _("overdue by %(length)s") % {"length": length_in_words(-left)}
    if left == 0:
        return _("due today")
    return _("%(length)s left") % {"length": length_in_words(left)}


def standing_badges(occurrence: Occurrence, *, is_placed: bool, today: date) -> list[tuple[str, str]]:
    """Gives the state as words and the level of their colour: what waits tells its distance, what is overdue on an agenda both."""
    far, late = distance(occurrence, today), occurrence.is_overdue(today)
    state = str(state_in_words(occurrence, is_placed=is_placed))
    if far and not is_placed:
        return [(far, "error" if late else "info")]
    if late:
        return [(state, "error"), (far, "error")]
    if is_placed or occurrence.state == Occurrence.State.MET:
        return [(state, "success")]
    return [(state, "info" if occurrence.is_open and not occurrence.is_historic else "")]


def group_of(occurrence: Occurrence, today: date) -> str:
    """Under which heading of the list it stands."""
    if occurrence.due_end is None:
        return _("Without a date")
    if occurrence.due_end < today:
        return _("Overdue")
    is_this_month = (occurrence.due_end.year, occurrence.due_end.month) == (today.year, today.month)
    return _("This month") if is_this_month else _("Later")


def moved(step: Step) -> str:
    """From when to when a step has postponed it."""
    before, after = _days(step.before), _days(step.after)
    return _("from %(before)s to %(after)s") % {"before": before, "after": after} if before else _("to %(after)s") % {"after": after}


def _days(columns: dict) -> str:
    first, last = (columns.get(name) and date.fromisoformat(columns[name]) for name in ("due_start", "due_end"))
    return days_in_words(first, last)
