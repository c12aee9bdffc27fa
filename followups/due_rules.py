"""The due rule: when an obligation is due, as it was told, and the one function that finds its days.

A rule is days; the body's next meeting; a hearing's deadline; or again and again, by meetings or by the calendar. It is read once, from the
sentence or from what the secretary wrote (`followups.due_words`), and stored with the obligation. docs/promises.md tells the same with
examples. Pure: no Django, no clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from danish.formatting import days_in_words, recurrence_in_words
from danish.periods.spans import Span
from followups.recurrence import Due, MeetingDay, days_of_slot, nth_meeting

MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class DueRule:
    """`words` are those it was told in, "" where no time was told; `first` and `last` the days told, both included.

    `at_next_meeting`: the body's next ordinary meeting. `every` so many `unit`s (`meeting`, `month`, `quarter` or `year`) it comes again;
    what else is told is then when it comes for the first time. `at_deadline`: by the deadline of the hearing it answers.
    """

    words: str = ""
    first: date | None = None
    last: date | None = None
    at_next_meeting: bool = False
    every: int | None = None
    unit: str = ""
    at_deadline: bool = False

    def __str__(self) -> str:
        """Its words; where it has none, its meaning."""
        return self.words or self.meaning

    @property
    def meaning(self) -> str:
        """Says the rule in Danish: how often, and the days or the next meeting; "" where no time is known."""
        first_time = "på næste møde" if self.at_next_meeting else days_in_words(self.first, self.last)
        return ", ".join(filter(None, [recurrence_in_words(self.every, self.unit) if self.every else "", first_time]))

    @property
    def told(self) -> Span | None:
        """The days told."""
        return (self.first, self.last) if self.first and self.last else None

    @property
    def follows_meetings(self) -> bool:
        """Tells if the calendar of the body's meetings moves its days."""
        return not self.at_deadline and (self.at_next_meeting or self.unit == MEETING)


def resolve(
    rule: DueRule,
    *,
    asked: date,
    meetings: Iterable[MeetingDay] = (),
    ordinal: int = 1,
    delivered: date | None = None,
    deadline: date | None = None,
) -> Due:
    """Returns the days on which the `ordinal`-th time (1, 2, …) is due. A rule that does not recur has one time alone.

    `asked` is the day of the meeting that asked, `delivered` the day the time before was delivered or let go, None for the first.
    `meetings` are the body's, in any order; only a rule that follows them looks at them. `deadline` is the hearing's, in force now.
    """
    if rule.at_deadline and deadline:
        return Due(deadline, deadline)
    told = rule.told
    if rule.at_next_meeting:
        upcoming = nth_meeting(1, asked, meetings)
        if ordinal == 1:
            return upcoming
        told = (upcoming.first, upcoming.last) if upcoming.first and upcoming.last else None
    if not rule.every:
        return Due(*told) if told else Due(None, None)
    if rule.unit != MEETING:
        return days_of_slot(rule.every, rule.unit, asked, told, ordinal)
    if told is None or ordinal > 1:
        return nth_meeting(rule.every, delivered or asked, meetings)
    # "På hvert 3. møde i 2027" is counted in 2027; "… første gang i september" is due in September.
    counted = nth_meeting(rule.every, asked, meetings, within=told)
    return Due(*told) if counted.first is None else counted
