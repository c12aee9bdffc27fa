"""The differences between a reading and the register, as the secretary is shown them to accept one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from meetings.models import Meeting
from minutes.differences import Difference
from minutes.models import Import
from minutes.storing.tables import TABLES
from minutes.views.sentences import hint
from minutes.views.texts import text_of
from minutes.views.worddiff import Piece, compare
from reader import facts

PARTS = {table.attribute: capfirst(table.model._meta.verbose_name_plural) for table in TABLES} | {
    "start": gettext_lazy("Start"),
    "end": gettext_lazy("End"),
    "place": gettext_lazy("Place"),
    "attendees": gettext_lazy("Participants"),
    "absent": gettext_lazy("Absent"),
    "time_plan": gettext_lazy("Time plan"),
    "numbering": gettext_lazy("Item numbers"),
    "order": gettext_lazy("Order of the items"),
    "kind": gettext_lazy("Document"),
    "title": gettext_lazy("Title"),
    "case_number": gettext_lazy("Case number"),
    "closed": pgettext_lazy("item", "Closed"),
    "recommendations": gettext_lazy("Recommendation"),
    "recommended_to": gettext_lazy("Recommended to"),
    "decision": gettext_lazy("Decision"),
    "guests": gettext_lazy("Guests"),
    "earlier_treatments": gettext_lazy("Earlier treatment"),
    "votes": gettext_lazy("Votes"),
    "absences": gettext_lazy("Absent or took no part"),
    "substitutes": gettext_lazy("Substitutes"),
    "brought_to_council": gettext_lazy("Brought the case to the council"),
    "appointments": gettext_lazy("Appointed"),
}
KINDS = {"agenda": gettext_lazy("Agenda"), "minutes": gettext_lazy("Minutes")}


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """One difference to accept or leave; `path` is its name in the form.

    What opens a closed item or removes something is not ticked beforehand, nor is what the document cannot be trusted with,
    or what the register says because somebody corrected it `by_hand` or has written it for the agenda. `hint` tells what a tick does.
    """

    path: str
    title: str
    before: list[Piece]
    after: list[Piece]
    at: facts.TextPlace | None
    is_ticked: bool
    by_hand: bool
    hint: str | Promise


@dataclass(frozen=True, slots=True)
class DifferenceGroup:
    """The differences of one item, or of the meeting itself."""

    title: str
    changes: list[ShownDifference]


def groups_of(differences: list[Difference], minutes: facts.Minutes) -> list[DifferenceGroup]:
    """The differences in the order of the document, whose facts are `minutes`, gathered by item."""
    items = {item.key: item for item in minutes.items}
    groups: dict[str | None, DifferenceGroup] = {}
    for difference in differences:
        group = groups.setdefault(difference.item, DifferenceGroup(group_title(difference, items), []))
        group.changes.append(_change(difference))
    return list(groups.values())


def fingerprint(meeting: Meeting | None, differences: list[Difference], import_: Import) -> str:
    """Changes whenever what there is to accept changes, how the document is read and what was corrected in it, so that nothing is accepted that was not shown."""
    shown = [(one.path, repr(one.before), repr(one.after)) for one in differences]
    return sha256(repr((meeting and meeting.pk, shown, import_.chosen_at, import_.corrected)).encode()).hexdigest()[:32]


def group_title(difference: Difference, items: Mapping[str | None, facts.ItemFacts]) -> str:
    """Names what the difference is about; `items` are those of the document by key. An item that it lacks is told by its title, too."""
    if difference.item is None:
        return _("The meeting")
    if difference.part != "item":
        return item_name(items[difference.item])
    if difference.before is None or difference.before.number is None:
        return item_name(difference.after or difference.before)
    return _("Item %(number)s, %(title)s") % {"number": difference.before.number, "title": difference.before.title}


def item_name(item: facts.ItemFacts) -> str:
    """The item's number in the register's count, else its title."""
    return _("Item %(number)s") % {"number": item.number} if item.number is not None else item.title


def _change(difference: Difference) -> ShownDifference:
    before, after = compare(_text(difference, difference.before), _text(difference, difference.after))
    at = _place(difference.after)
    return ShownDifference(
        difference.path, _title(difference), before, after, at, difference.is_default, difference.by_hand, hint(difference)
    )


def _text(difference: Difference, value) -> str:
    return str(KINDS[value]) if difference.part == "kind" else text_of(value)


def _title(difference: Difference) -> str:
    if difference.part != "item":
        title = str(PARTS[difference.part])
        return _("%(part)s: remove what is not in the document") % {"part": title} if difference.removes else title
    return _("New item") if difference.before is None else _("Remove the item, which is not in the document")


def _place(value) -> facts.TextPlace | None:
    """Gives the place in the document where the new value begins."""
    first = value[0] if isinstance(value, list) and value else value
    return getattr(first, "at", None)
