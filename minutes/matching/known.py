"""The known bodies, people, matters and items that a document may speak of, as plain values."""

from dataclasses import dataclass, field
from datetime import date

from minutes.matching.meetings import KnownMeeting, MatchedMeeting
from reader import facts


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body with the comparison keys of its name and other spellings (`danish.folding.name_key`)."""

    id: int
    name: str
    keys: frozenset[str]
    counts_per_meeting: bool = False


@dataclass(frozen=True, slots=True)
class KnownPerson:
    id: int
    name: str
    key: str
    sits_on: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownMatter:
    """A matter that has an appearance under the case `case_key`, and the titles those appearances had."""

    id: int
    case_key: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item some document may refer to by body, date and number."""

    id: int
    body_id: int
    date: date
    number: int
    title: str
    matter_id: int | None


@dataclass(slots=True)
class Register:
    """The part of the register one document can touch.

    `cases` maps comparison key to id. `meetings` are the (body id, day) among those the document refers to whose items the register
    holds: only there can an item be missed. `meetings_of_day` are the body's meetings on the document's day, `meeting` the one it is about,
    and `own_matters` the matters of that one's items, in their order;
    `neighbours` are the body's meeting days around it; `taken` the item numbers other meetings of the body have that year;
    `meeting_days` when the bodies meet that are expected to treat something, by body, around the days told.
    `subjects` holds the known KLE codes among the document's, and is None while no subject plan has been loaded.
    """

    bodies: list[KnownBody] = field(default_factory=list)
    people: list[KnownPerson] = field(default_factory=list)
    cases: dict[str, int] = field(default_factory=dict)
    matters: list[KnownMatter] = field(default_factory=list)
    items: list[KnownItem] = field(default_factory=list)
    subjects: set[str] | None = None
    meetings: set[tuple[int, date]] = field(default_factory=set)
    meetings_of_day: list[KnownMeeting] = field(default_factory=list)
    meeting: MatchedMeeting = MatchedMeeting(None)  # noqa: RUF009 – it is frozen
    own_matters: list[int | None] = field(default_factory=list)
    neighbours: list[date] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    meeting_days: dict[int, list[date]] = field(default_factory=dict)

    @property
    def own_items(self) -> list[facts.ItemFacts]:
        """The headings of the items that the meeting has already."""
        return next((one.items for one in self.meetings_of_day if one.id == self.meeting.id), [])

    def items_known(self, body_id: int, day: date) -> bool:
        """Tells whether the register holds the items of that meeting, so that one that is not there is missing."""
        return (body_id, day) in self.meetings
