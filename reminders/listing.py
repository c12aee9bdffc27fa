"""The lists on the pages of reminders: rows of the outbox with the words that the actor may read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import QuerySet

from cases.access import Actor
from reminders.deadlines import Description
from reminders.final_check import described_for
from reminders.hours import COPENHAGEN, morning
from reminders.models import Letter, Reminder
from reminders.step_words import row_step_in_words
from reminders.wording import why_not_sent

COMING, SENT, PROBLEMS, WITHDRAWN = "kommende", "sendt", "problemer", "tilbagekaldt"
AHEAD = timedelta(days=31)
MANY, ON_A_PAGE = 99, 50

State = Reminder.State
_STATES = {
    COMING: (State.PLANNED, State.SENDING),
    SENT: (State.SENT,),
    PROBLEMS: (State.FAILED, State.MISSED),
    WITHDRAWN: (State.WITHDRAWN,),
}


@dataclass(frozen=True, slots=True)
class ListedReminder:
    """A reminder in words. `described` is None where the actor may not read of the deadline, or where it is not there any more."""

    row: Reminder
    described: Description | None
    may_act: bool

    @property
    def title(self) -> str:
        return self.described.title if self.described else str(self.row.get_kind_display()).capitalize()

    @property
    def step(self) -> str:
        return row_step_in_words(self.row.step, self.row.kind)

    @property
    def send_day(self) -> date:
        """The day on which it leaves, or has left, which may be long after the day it was planned for."""
        left_at = self.row.mail.sent_at if self.row.state == State.SENT else None
        return (left_at or self.row.send_at).astimezone(COPENHAGEN).date()

    @property
    def is_open(self) -> bool:
        """Tells whether the reminder is still to leave."""
        return self.row.state == State.PLANNED

    @property
    def why_no_mail(self) -> str:
        """The reason that no mail can leave as things are; for a mail that has failed, the reason then."""
        return self.row.error or (self.row.contact.why_no_mail if self.is_open else "")

    @property
    def why_not_sent(self) -> str:
        return why_not_sent(self.row.state, by_hand=self.row.by_hand, why_no_mail=self.why_no_mail)

    @property
    def is_lost(self) -> bool:
        """Tells whether it did not leave, or cannot, although nobody wanted that."""
        return self.row.state == State.MISSED or bool(self.why_no_mail)

    @property
    def wants_address(self) -> bool:
        """Tells whether the actor can do something about the recipient's address, so that it leaves."""
        return self.row.state != State.MISSED and bool(self.why_no_mail) and self.may_act and self.row.error != "crashed"


@dataclass(frozen=True, slots=True)
class ListedTogether:
    """The reminders of one step of one deadline that leave on one day, each to somebody else."""

    reminders: list[ListedReminder]

    @property
    def first(self) -> ListedReminder:
        return self.reminders[0]

    @property
    def without_mail(self) -> int:
        """The number of those that cannot be sent as things are."""
        return sum(bool(one.why_no_mail) for one in self.reminders)


def together(reminders: Sequence[ListedReminder]) -> list[ListedTogether]:
    """The reminders, which come in the order of `listed`, gathered by day, deadline and step."""
    groups = groupby(reminders, lambda one: (one.send_day, one.row.key, one.row.step, one.row.state))
    return [ListedTogether(list(group)) for _what, group in groups]


def reminders_of(actor: Actor) -> QuerySet[Reminder]:
    return Reminder.objects.visible_to(actor).select_related("body", "contact__user", "contact__person", "mail")


def listed(which: str, actor: Actor, *, now: datetime, body: int | None = None, contact: int | None = None) -> QuerySet[Reminder]:
    """The coming ones of the next 30 days, the first first; the others the newest first, those that have left by the time they did."""
    rows = reminders_of(actor).filter(state__in=_STATES[which])
    if which == COMING:
        rows = rows.filter(send_at__lt=morning(now.date() + AHEAD)).order_by("send_at", "key", "step", "pk")
    else:
        rows = rows.order_by("-mail__sent_at" if which == SENT else "-send_at", "key", "step", "pk")
    narrowed = {"body": body, "contact": contact}
    return rows.filter(**{name: value for name, value in narrowed.items() if value is not None})


def in_words(rows: Sequence[Reminder], actor: Actor) -> list[ListedReminder]:
    """One query for each source that has any."""
    words = described_for({row.key for row in rows}, actor=actor)
    return [ListedReminder(row, words.get(row.key), actor.manages(row.body_id)) for row in rows]


def problem_count(actor: Actor) -> int:
    """The number of reminders and letters that nobody has seen to have failed or been missed, of the bodies that the actor manages; at most 100.

    One query.
    """
    if not actor.manages_any:
        return 0
    rows = Reminder.objects.managed_by(actor).to_look_at().order_by().values_list("pk")
    letters = Letter.objects.visible_to(actor).to_look_at().order_by().values_list("pk")
    return len(rows.union(letters, all=True)[: MANY + 1])


def letters_that_failed(actor: Actor) -> list[Letter]:
    """Those whose mail did not leave, of the bodies that the actor manages, the newest first. One query."""
    rows = Letter.objects.visible_to(actor).to_look_at().select_related("mail", "body", "item")
    return list(rows.order_by("-pk")[:ON_A_PAGE])


def reminders_on_page(keys: Collection[str], actor: Actor) -> list[ListedReminder]:
    """Those of the deadlines, which stand on the page, the latest first; what was withdrawn by itself is left out. One query for those who log in."""
    if actor.user_id is None or not keys:
        return []
    rows = reminders_of(actor).filter(key__in=keys).exclude(state=State.WITHDRAWN, by_hand=False)
    shown = [ListedReminder(row, None, actor.manages(row.body_id)) for row in rows.order_by("-send_at", "key", "step", "pk")[:ON_A_PAGE]]
    return sorted(shown, key=lambda one: one.send_day, reverse=True)  # one that left late stands at the day on which it left
