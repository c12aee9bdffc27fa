"""The one of a body's meetings on a day that a document is about; it may be about a new one. Pure."""

from dataclasses import dataclass, field
from datetime import time

from danish.folding import fold, name_key
from reader import facts
from reader.headlines import is_extraordinary, is_supplement

# Items that every meeting has: that two agendas both have them says nothing.
_STANDING = (
    "godkendelse af",
    "orientering",
    "gensidig orientering",
    "meddelelser",
    "eventuelt",
    "evt",
    "sagsstyringsliste",
    "lukket",
    "underskrift",
)


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting of the body on the document's day, with the headings of its items."""

    id: int
    start: time | None
    is_extraordinary: bool = False
    items: list[facts.ItemFacts] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MeetingChoice:
    """A person's word for which meeting a document is about: the one with this id, or one that the register does not have yet."""

    meeting_id: int | None
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class MatchedMeeting:
    """The meeting with `id`, or a new one where that is None; `is_sure` is False where a person must say."""

    id: int | None
    is_sure: bool = True


def match_meeting(minutes: facts.Minutes, known: list[KnownMeeting], said: MeetingChoice | None) -> MatchedMeeting:
    """The meeting that `minutes` are about, by what a person has said, by its items, its start and its kind.

    A second meeting of the day is told by another start with another kind, and nothing in common. A supplement is never one.
    """
    if said and (said.is_own or said.meeting_id in [one.id for one in known]):
        return MatchedMeeting(said.meeting_id)
    if not known:
        return MatchedMeeting(None)
    alike = [one for one in known if _share_an_item(minutes, one)]
    at_start = [one for one in known if _begin_together(minutes, one)]
    for fitting in (alike, at_start):
        if len(fitting) == 1:
            return MatchedMeeting(fitting[0].id)
    if len(known) > 1:
        return MatchedMeeting(None, is_sure=False)
    (only,) = known
    if is_supplement(minutes) or (_are_of_a_kind(minutes, only) and not (only.items and minutes.items)):
        return MatchedMeeting(only.id)
    is_elsewhen = bool(minutes.meeting.start and only.start) and minutes.meeting.start != only.start
    return MatchedMeeting(None, is_sure=is_elsewhen and not _are_of_a_kind(minutes, only))


def _are_of_a_kind(minutes: facts.Minutes, meeting: KnownMeeting) -> bool:
    """Tells whether both are ordinary, or both extraordinary. A supplement seldom tells."""
    return is_supplement(minutes) or meeting.is_extraordinary == is_extraordinary(minutes.meeting)


def _begin_together(minutes: facts.Minutes, meeting: KnownMeeting) -> bool:
    """Tells whether both begin at the same time, and the items do not speak against it."""
    is_likely = _are_of_a_kind(minutes, meeting) or not meeting.items
    return is_likely and minutes.meeting.start is not None and minutes.meeting.start == meeting.start


def _share_an_item(minutes: facts.Minutes, meeting: KnownMeeting) -> bool:
    """Tells whether the two have an item in common, other than those that every meeting has."""
    titles = {name_key(item.title) for item in meeting.items if not _is_standing(item)}
    numbered = {(item.number, name_key(item.title)) for item in meeting.items if (item.number or 0) > len(meeting.items)}
    return any(name_key(item.title) in titles or (item.number, name_key(item.title)) in numbered for item in minutes.items)


def _is_standing(item: facts.ItemFacts) -> bool:
    return fold(item.title).startswith(_STANDING)
