"""The status of an obligation on a day, in a few words: open, overdue, on an agenda, answered or dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from danish.formatting import days_in_words
from followups.models import Occurrence
from meetings.models import AgendaItem


@dataclass(frozen=True, slots=True)
class ObligationStatus:
    """`item` is the agenda it is on, or what answered it, where whoever looks may read that; `badge` the design system's class.

    `due` says when it is due by now, where that is another time than the one that was told.
    """

    words: Promise
    badge: str
    address: str
    item: AgendaItem | None = None
    due: str = ""


def status_of(occurrences: Sequence[Occurrence], today: date) -> ObligationStatus | None:
    """Returns the status of the newest of an obligation's `occurrences`; they are in order and know the items shown (`with_readable_items`)."""
    if not occurrences:
        return None
    newest = occurrences[len(occurrences) - 1]
    words, badge, item = _of(newest, today)
    return ObligationStatus(words, badge, reverse("occurrence", kwargs={"pk": newest.pk}), item, _due(newest))


def state_in_words(occurrence: Occurrence, *, is_placed: bool) -> Promise:
    """Tells in a word or three how far it has come; `is_placed` on an agenda that whoever looks may read."""
    if occurrence.state == Occurrence.State.MET:
        return _("answered")
    if occurrence.state == Occurrence.State.DROPPED:
        return _("dropped")
    if is_placed:
        return _("on an agenda")
    return pgettext_lazy("due before the start", "history") if occurrence.is_historic else _("waiting")


def _due(newest: Occurrence) -> str:
    told, now = newest.obligation, (newest.due_start, newest.due_end)
    if not newest.is_open or newest.due_end is None or now == (told.due_start, told.due_end):
        return ""
    again = _("next time %(days)s") if newest.ordinal > 1 else _("now %(days)s")
    text = _("postponed to %(days)s") if newest.due_fixed else again
    return text % {"days": days_in_words(*now)}


def _of(newest: Occurrence, today: date) -> tuple[Promise, str, AgendaItem | None]:
    words = state_in_words(newest, is_placed=bool(newest.placed_shown))
    if newest.state == Occurrence.State.MET:
        return words, "badge-success", newest.met_by if newest.met_shown else None
    if newest.state == Occurrence.State.DROPPED:
        return words, "", None
    if newest.is_duplicate:
        return _("followed in other minutes"), "", None
    if newest.placed_shown:
        return words, "badge-info", newest.placed_on
    if newest.is_historic:
        return words, "", None
    if newest.is_overdue(today):
        return pgettext_lazy("promise", "overdue"), "badge-error", None
    return words, "badge-info", None
