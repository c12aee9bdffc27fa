"""How a promise stands on a day, in a few words: open, overdue, on an agenda, answered or dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from followups.models import Occurrence
from meetings.models import AgendaItem


@dataclass(frozen=True, slots=True)
class Standing:
    """`item` is the agenda it is on, or what answered it, where whoever looks may read that; `badge` the design system's class."""

    words: Promise
    badge: str
    address: str
    item: AgendaItem | None = None


def standing_of(occurrences: Sequence[Occurrence], today: date) -> Standing | None:
    """How the newest of an obligation's `occurrences` stands; they are in order and know the items shown (`telling_items`)."""
    if not occurrences:
        return None
    newest = occurrences[len(occurrences) - 1]
    words, badge, item = _of(newest, today)
    return Standing(words, badge, reverse("occurrence", kwargs={"pk": newest.pk}), item)


def _of(newest: Occurrence, today: date) -> tuple[Promise, str, AgendaItem | None]:
    if newest.state == Occurrence.State.MET:
        return _("answered"), "badge-success", newest.met_by if newest.met_shown else None
    if newest.state == Occurrence.State.DROPPED:
        return _("dropped"), "", None
    if newest.is_repeated:
        return _("followed in other minutes"), "", None
    if newest.placed_shown:
        return _("on an agenda"), "badge-info", newest.placed_on
    if newest.is_overdue(today):
        return pgettext_lazy("promise", "overdue"), "badge-error", None
    return _("waiting"), "badge-info", None
