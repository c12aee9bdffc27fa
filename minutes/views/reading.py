"""All that the review page shows of a reading, held against the register as the one who looks may know it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cases.access import Actor
from meetings.models import Meeting
from minutes import services
from minutes.agenda_matching import agenda_matches
from minutes.closed_text import REGISTER_CODES
from minutes.differences import Difference, accept, defaults, differences, newly_open
from minutes.doubts import unplaced
from minutes.models import Import
from minutes.register_checks import WHICH_MEETING
from minutes.services.closed_protection import held_back
from minutes.storing import snapshot
from minutes.views.agenda import UndecidedItem, choices_of, untreated_of
from minutes.views.diff import DifferenceGroup, fingerprint, groups_of
from minutes.views.findings import Findings, findings
from minutes.views.sentences import document_doubt, public_told, why_not_applied
from minutes.views.shown_corrections import Corrected, corrected_in
from minutes.views.shown_items import ShownItem, ShownWarning, shown_item, shown_warning, shut_out_in
from reader import facts
from reader.checks import EMPTY_CODES

NOT_UNDERSTOOD = "not_understood"
MUCH = 100  # words left over: as many as a short item has


@dataclass(slots=True)
class Reading:
    """`is_managed`: whether the actor manages the body (a new body counts as managed). Of another body's register nothing is told.

    `meetings_of_day` are the meetings that the register has of the body on the day; `must_say_which`: a person must say which it is.
    `alarms` say that little was read. `open_items` and `closed_items` count those of the meeting as it will be in the register, `newly_open`
    the open ones that say something new there. `other` is the second reading of a document that waits. `untreated` stood on an agenda made here, and the document tells of no decision.
    """

    minutes: facts.Minutes
    found: Findings
    items: list[ShownItem]
    is_managed: bool
    alarms: list[ShownWarning] = field(default_factory=list)
    remarks: list[ShownWarning] = field(default_factory=list)
    not_understood: list[ShownWarning] = field(default_factory=list)
    meeting: Meeting | None = None
    groups: list[DifferenceGroup] = field(default_factory=list)
    fingerprint: str = ""
    corrected: dict[str, list[Corrected]] = field(default_factory=dict)
    meetings_of_day: list[Meeting] = field(default_factory=list)
    must_say_which: bool = False
    open_items: int = 0
    closed_items: int = 0
    newly_open: int = 0
    untreated: list[UndecidedItem] = field(default_factory=list)
    other: facts.Minutes | None = None

    @property
    def is_agenda(self) -> bool:
        return self.minutes.kind == "agenda"

    @property
    def is_minutes(self) -> bool:
        return not self.is_agenda

    @property
    def is_published(self) -> bool:
        """Tells whether what the document is, agenda or minutes, is published already."""
        if self.meeting is None:
            return False
        return bool(self.meeting.agenda_published_at if self.is_agenda else self.meeting.minutes_published_at)

    @property
    def has_items(self) -> bool:
        """Tells whether the meeting will have any item, so that there is something to publish."""
        return bool(self.open_items or self.closed_items)

    @property
    def can_be_applied(self) -> bool:
        return self.is_managed and not missing_in(self.minutes) and not self.must_say_which

    @property
    def in_doubt(self) -> list[ShownItem]:
        """The items of which nobody has said whether they are open, so that nothing can be published."""
        return [shown for shown in self.items if shown.item.in_doubt]

    @property
    def document_in_doubt(self) -> bool:
        """Tells whether the document tells of closed items and none was found."""
        return bool(unplaced(self.minutes))

    @property
    def heading(self) -> str:
        return _("The meeting is in the register already") if self.meeting and self.groups else _("Put in the register")

    @property
    def why_not_applied(self) -> str:
        """Says why it cannot be put in the register as things are; empty where it can."""
        if self.can_be_applied:
            return ""
        return why_not_applied(self.found.body.row, is_managed=self.is_managed, must_say_which=self.must_say_which)

    @property
    def document_doubt(self) -> str:
        """Says that the document tells of closed items and none was found; empty where it does not."""
        return document_doubt(is_public=bool(self.meeting and self.meeting.is_public)) if self.document_in_doubt else ""

    @property
    def public_told(self) -> str:
        """Says which parts of a published meeting everybody reads at once."""
        return public_told(minutes_are_out=bool(self.meeting and self.meeting.minutes_published_at), newly_open=self.newly_open)

    @property
    def looks_right(self) -> bool:
        """Tells whether nothing in the document looked wrong or in doubt; `remarks` are told in their own place."""
        return not (self.in_doubt or self.alarms or self.must_say_which or self.document_in_doubt)

    @property
    def words_left_over(self) -> int:
        """Counts the words of the document that no part of it was read as."""
        return sum(len(one.text.split()) for one in self.minutes.leftovers)

    @property
    def much_is_left_over(self) -> bool:
        return self.words_left_over >= MUCH

    @property
    def told_count(self) -> int:
        """Counts the obligations that were read."""
        return sum(len(shown.told) for shown in self.items)

    @property
    def change_count(self) -> int:
        return sum(len(group.changes) for group in self.groups)


def missing_in(minutes: facts.Minutes) -> list[str]:
    """The facts to be filled in before the reading can be put in the register."""
    return [name for name in ("body", "date") if not getattr(minutes.meeting, name)]


def reading_for(import_: Import, actor: Actor) -> Reading:
    """Gives the reading of `import_`, in a fixed number of queries whatever the number of items."""
    minutes = services.reading_of(import_)
    matches, warnings, meeting, _taken = services.look_up(minutes, import_.said)
    is_managed = matches.body.id is None or actor.manages(matches.body.id)
    if not is_managed:
        minutes = services.reading_of(import_)  # doubts that the register gives rise to would tell of it
    found = findings(minutes, matches, actor)
    doubts = services.doubts_in(import_, minutes if is_managed else None)
    answers = {key: answer for key, answer in services.answers_in(import_).items() if key in doubts} if doubts else {}
    told = zip(minutes.items, found.matters, strict=True)
    shut_out = shut_out_in(minutes, matches)
    items = [
        shown_item(place, item, matter, doubts.get(item.key, []), answers.get(item.key), shut_out.get(item.key, []), minutes.proposals)
        for place, (item, matter) in enumerate(told, start=1)
    ]
    reading = Reading(minutes, found, items, is_managed, corrected=corrected_in(import_, minutes, answered=answers.keys()))
    reading.not_understood = [shown_warning(one) for one in minutes.warnings if one.code == NOT_UNDERSTOOD]
    with_items = [one for told in doubts.values() for one in told]
    noticed = [one for one in minutes.warnings if one.code not in (NOT_UNDERSTOOD, *REGISTER_CODES) and one not in with_items]
    if is_managed:
        noticed += warnings
        reading.meeting = meeting
        different = _differences(reading, actor) if import_.state == Import.State.REVIEW else []
        reading.groups = groups_of(different, minutes)
        reading.fingerprint = fingerprint(meeting, different, import_)
    if import_.state == Import.State.REVIEW:
        reading.other = services.other_reading_of(import_)
        if is_managed and matches.body.id:
            reading.meetings_of_day = services.meetings_of_day(matches.body.id, minutes.meeting.date)
            reading.must_say_which = any(one.code == WHICH_MEETING for one in warnings)
    reading.alarms = [shown_warning(one) for one in noticed if one.code in EMPTY_CODES]
    reading.remarks = sorted((shown_warning(one) for one in noticed if one.code not in (WHICH_MEETING, *EMPTY_CODES)), key=_where)
    return reading


def _differences(reading: Reading, actor: Actor) -> list[Difference]:
    """Gives the differences between the reading and the register; with them `reading` is told how many items there will be for everybody to read.

    It is told, too, what there is to say of the agenda that the register has.
    """
    before = snapshot(reading.meeting) if reading.meeting else None
    found = differences(before, reading.minutes, held_back(reading.minutes, before, reading.meeting).keys()) if before else []
    will_be = accept(before, reading.minutes, defaults(found)) if before else reading.minutes
    reading.closed_items = sum(item.closed for item in will_be.items)
    reading.open_items = len(will_be.items) - reading.closed_items
    if before:
        for shown, taken in zip(reading.items, agenda_matches(before, reading.minutes), strict=True):
            shown.choices = choices_of(taken)
    if before and reading.is_minutes:
        reading.untreated = untreated_of(will_be, reading.minutes, actor)
    if before and reading.meeting.is_public:
        all_of_it = accept(before, reading.minutes, {one.path for one in found})
        reading.newly_open = len(newly_open(before, all_of_it, decided=bool(reading.meeting.minutes_published_at)))
    return found


def _where(remark: ShownWarning) -> tuple[int, int]:
    """In the document's order; what has no place comes first, since it is about the document as a whole."""
    return (remark.at.page, remark.at.line) if remark.at else (0, 0)
