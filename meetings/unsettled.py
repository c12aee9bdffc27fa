"""The questions to be answered before an agenda or minutes are made public: one rule for every way of publishing."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings import agenda_keepers
from meetings.disqualification import DisqualifiedName, named_in
from meetings.models import AgendaItem, Meeting


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Items of a meeting in doubt, and names of disqualified members of whom nobody has said whether they may read a closed item.

    `document`: a document to be published at once tells of closed items, and none was found in it. `nothing`: there is no item to publish.
    `others` are the sentences of the apps that keep agendas (`meetings.agenda_keepers`).
    """

    in_doubt: list[AgendaItem]
    names: list[DisqualifiedName]
    document: bool = False
    nothing: bool = False
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.in_doubt or self.names or self.document or self.nothing or self.others)

    @property
    def sentences(self) -> list[str]:
        """Gives the reasons why nothing can be published, with the items' numbers and no more: the titles of closed items are for their pages."""
        told = []
        if self.in_doubt:
            numbers = ", ".join(_number(item) for item in self.in_doubt)
            told.append(
                ngettext(
                    "Nobody has said yet whether item %(numbers)s is open or closed.",
                    "Nobody has said yet whether items %(numbers)s are open or closed.",
                    len(self.in_doubt),
                )
                % {"numbers": numbers}
            )
        for number in dict.fromkeys(_number(named.item) for named in self.names):
            told.append(_("Item %(number)s names somebody as disqualified, and nobody has said who may not read it.") % {"number": number})
        if self.document:
            told.append(
                _("The document tells of closed items, but none was found in it. Look it through, and publish it on the meeting's page.")
            )
        if self.nothing:
            told.append(_("The meeting has no items, so there is nothing to publish."))
        return [*told, *self.others]


class NotSettled(Exception):
    """Something has to be answered before it can be published; `unsettled` says what."""

    def __init__(self, unsettled: Unsettled):
        super().__init__()
        self.unsettled = unsettled

    def __str__(self) -> str:
        return " ".join([_("It is not published."), *self.unsettled.sentences])


def unsettled_in(meeting: Meeting) -> Unsettled:
    """The unsettled of `meeting`: two queries, five where somebody is named as disqualified."""
    return unsettled_among(list(meeting.items.filter(closed=True).order_by("position")))


def hindrances_to_publishing(meeting: Meeting, *, is_agenda: bool) -> Unsettled:
    """The unsettled of `meeting`, and whether it has no item at all: a query more. Of its agenda also what those who keep agendas say."""
    unsettled = unsettled_in(meeting)
    if not unsettled and not meeting.items.exists():
        return replace(unsettled, nothing=True)
    return replace(unsettled, others=tuple(agenda_keepers.hindrances(meeting))) if is_agenda else unsettled


def unsettled_among(items: list[AgendaItem]) -> Unsettled:
    """The unsettled of `items`: no query where none is closed, one where nobody is named as disqualified, else four."""
    return Unsettled([item for item in items if item.in_doubt], [named for named in named_in(items) if not named.is_settled])


def _number(item: AgendaItem) -> str:
    return item.label or _("no. %(position)s in the order") % {"position": item.position}
