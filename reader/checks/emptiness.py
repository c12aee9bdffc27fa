"""Documents out of which little was read: nobody should take them for read."""

from collections.abc import Iterator

from reader.facts import ItemFacts, Minutes, Warning

EMPTY_CODES = ("no_items", "no_item_text", "text_outside_items")
_FRONT_AT_MOST = 2_500  # characters: the longest front pages, with time plans and who came, hold less


def check_emptiness(minutes: Minutes) -> Iterator[Warning]:
    """No item at all, items without any text, or more text outside the items than in them."""
    inside = sum(map(_length, minutes.items))
    outside = len(minutes.meeting.front_page)
    if not minutes.items:
        yield Warning("no_items", at=minutes.meeting.at)
    elif not inside:
        yield Warning("no_item_text", at=minutes.meeting.at)
    elif outside > max(inside, _FRONT_AT_MOST):
        yield Warning("text_outside_items", at=minutes.meeting.at)


def _length(item: ItemFacts) -> int:
    return len(item.decision or "") + sum(len(section.text) for section in item.sections)
