"""The items of which the public would read more than it can, once the register says something else of a published meeting. Pure."""

from minutes.differences.items import whole_item
from reader import facts

# What everybody reads as soon as the agenda is published; the rest waits for the minutes (`meetings.visibility.readable_decisions`).
_OF_THE_AGENDA = ("number", "label", "title", "case_number", "recommendations")


def newly_open(before: facts.Minutes, after: facts.Minutes, *, decided: bool) -> list[facts.ItemFacts]:
    """The open items of `after` that are new, were closed, or say something else than in `before`, whose rows they keep.

    `decided`: whether everybody reads what was decided, too.
    """
    told = _all if decided else _of_the_agenda
    known = {item.row: told(item) for item in before.items if not item.closed and item.row is not None}
    return [item for item in after.items if not item.closed and (item.row is None or known.get(item.row) != told(item))]


def _all(item: facts.ItemFacts) -> list:
    return [*whole_item(item), item.decision]


def _of_the_agenda(item: facts.ItemFacts) -> list:
    sections = [one for one in item.sections if one.text != (item.decision or "")]
    return [*(getattr(item, name) for name in _OF_THE_AGENDA), [(one.heading, one.text) for one in sections if one.text]]
