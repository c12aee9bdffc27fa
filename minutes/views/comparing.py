"""The differences between a reading and the register, as the secretary is shown them to accept one by one."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from meetings.models import Meeting
from minutes import facts
from minutes.differences import Difference
from minutes.views.texts import text_of
from minutes.views.worddiff import Piece, compare

PARTS = {
    "start": gettext_lazy("Start"),
    "end": gettext_lazy("End"),
    "place": gettext_lazy("Place"),
    "attendees": gettext_lazy("Participants"),
    "time_plan": gettext_lazy("Time plan"),
    "kind": gettext_lazy("Document"),
    "title": gettext_lazy("Title"),
    "case_number": gettext_lazy("Case number"),
    "closed": pgettext_lazy("item", "Closed"),
    "sections": gettext_lazy("Sections"),
    "recommendations": gettext_lazy("Recommendation"),
    "recommended_to": gettext_lazy("Recommended to"),
    "decision": gettext_lazy("Decision"),
    "outcomes": gettext_lazy("Outcome"),
    "attachments": gettext_lazy("Attachments"),
    "guests": gettext_lazy("Guests"),
    "earlier_treatments": gettext_lazy("Earlier treatment"),
    "votes": gettext_lazy("Votes"),
    "absences": gettext_lazy("Absent or took no part"),
    "substitutes": gettext_lazy("Substitutes"),
    "brought_to_council": gettext_lazy("Brought the case to the council"),
    "appointments": gettext_lazy("Appointed"),
    "references": gettext_lazy("References"),
}
KINDS = {"agenda": gettext_lazy("Agenda"), "minutes": gettext_lazy("Minutes")}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference to accept or leave; `path` is its name in the form. What `opens` a closed item is not ticked beforehand."""

    path: str
    title: str
    before: list[Piece]
    after: list[Piece]
    at: facts.Place | None
    opens: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The differences of one item, or of the meeting itself."""

    title: str
    changes: list[Change]


def groups_of(differences: list[Difference]) -> list[Group]:
    """The differences in the document's order, gathered by item."""
    groups: dict[str | None, Group] = {}
    for difference in differences:
        group = groups.setdefault(difference.item, Group(_group_title(difference), []))
        group.changes.append(_change(difference))
    return list(groups.values())


def fingerprint(meeting: Meeting | None, differences: list[Difference]) -> str:
    """Changes whenever what there is to accept changes, so that nothing is accepted that was not shown."""
    shown = [(one.path, repr(one.before), repr(one.after)) for one in differences]
    return sha256(repr((meeting and meeting.pk, shown)).encode()).hexdigest()[:32]


def _group_title(difference: Difference) -> str:
    if difference.item is None:
        return _("The meeting")
    key = difference.item
    return _("Item %(number)s") % {"number": key} if key[:1].isdigit() else key


def _change(difference: Difference) -> Change:
    before, after = compare(_text(difference, difference.before), _text(difference, difference.after))
    return Change(difference.path, _title(difference), before, after, _place(difference.after), difference.opens)


def _text(difference: Difference, value) -> str:
    return str(KINDS[value]) if difference.part == "kind" else text_of(value)


def _title(difference: Difference) -> str:
    if difference.part != "item":
        return str(PARTS[difference.part])
    return _("New item") if difference.before is None else _("The item is not in the document; it will be removed")


def _place(value) -> facts.Place | None:
    """Where in the document the new value begins."""
    first = value[0] if isinstance(value, list) and value else value
    return getattr(first, "at", None)
