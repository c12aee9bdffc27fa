"""The removals that are asked for twice, told one by one with what goes along."""

from dataclasses import dataclass

from minutes.differences import Difference
from minutes.selectors import obligation_count
from minutes.views.comparing import PARTS, group_title
from minutes.views.texts import text_of


@dataclass(frozen=True, slots=True)
class Removal:
    """A removal: a whole item with its decision and obligations, or entries of one part. `part` is empty for a whole item."""

    title: str
    part: str
    words: str
    is_closed: bool
    has_decision: bool = False
    obligations: int = 0


def told_removals(removals: list[Difference]) -> list[Removal]:
    """Each removal in words: a query a kind of obligation for those of whole items."""
    rows = [one.before.row for one in removals if one.part == "item"]
    counts = obligation_count(rows)
    return [_told(one, counts) for one in removals]


def _told(one: Difference, counts: dict[int, int]) -> Removal:
    if one.part != "item":
        return Removal(group_title(one), str(PARTS[one.part]), text_of(one.before), one.of_closed)
    item = one.before
    return Removal(group_title(one), "", item.title, one.of_closed, bool(item.decision), counts.get(item.row, 0))
