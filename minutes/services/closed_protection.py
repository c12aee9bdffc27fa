"""A later document held against what the register has as closed: its items in doubt, and what is not taken over unasked."""

from meetings.models import Meeting
from minutes.closed_text import REGISTER_CODES, doubts_against, is_answered, titles_came_back
from minutes.doubts import doubts_of
from minutes.pairing import pair
from minutes.storing import snapshot
from reader import facts
from reader.headlines import is_supplement


def hold_against(minutes: facts.Minutes, meeting: Meeting | None) -> None:
    """Put in doubt every item of `minutes` that may hold closed text of `meeting`, unless somebody has answered, with the warnings that say why.

    Items that the register has already are left alone (`facts.ItemFacts.row`): one query where nothing is closed.
    """
    if meeting is None or all(item.row for item in minutes.items) or not meeting.items.filter(closed=True).exists():
        return
    for item, doubt in zip(minutes.items, doubts_against(snapshot(meeting), minutes), strict=True):
        if doubt and doubt not in minutes.warnings:
            minutes.warnings.append(doubt)
        if doubt and not is_answered(item):
            item.closed = item.in_doubt = True


def held_back(minutes: facts.Minutes, register: facts.Minutes, meeting: Meeting) -> dict[str, int | None]:
    """The paths of the differences that may bring closed text to what everybody can read by now, each with the key of its item's row.

    An unpublished item takes the text and is in doubt with it; a published one keeps its own until somebody has answered.
    """
    if not (meeting.agenda_published_at or meeting.minutes_published_at) or not any(item.closed for item in register.items):
        return {}
    origins = pair(register.items, minutes.items, adds=is_supplement(minutes))
    paths: dict[str, int | None] = {"time_plan": None} if titles_came_back(register, minutes) else {}
    for item, origin, doubts in zip(minutes.items, origins, doubts_of(minutes), strict=True):
        is_open = origin is not None and not register.items[origin].closed
        if is_open and item.in_doubt and any(one.code in REGISTER_CODES for one in doubts):
            paths[f"item/{item.key}"] = register.items[origin].row
    return paths
