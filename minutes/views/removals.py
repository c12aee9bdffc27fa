"""The removals that are asked for twice, told one by one with what goes along."""

from collections.abc import Mapping
from dataclasses import dataclass

from minutes.differences import Difference
from minutes.selectors import obligation_count
from minutes.views.diff import PARTS, group_title, item_name
from minutes.views.sentences import goes_too
from minutes.views.texts import text_of
from reader import facts


@dataclass(frozen=True, slots=True)
class Removal:
    """A removal: a whole item, or entries of one part. `part` is empty for a whole item; `goes_too` tells what goes along with one."""

    title: str
    part: str
    words: str
    is_closed: bool
    goes_too: str = ""


def told_removals(removals: list[Difference], minutes: facts.Minutes) -> list[Removal]:
    """Each removal in words, by the facts of the document: a query a kind of obligation for those of whole items."""
    rows = [one.before.row for one in removals if one.part == "item"]
    counts = obligation_count(rows)
    items = {item.key: item for item in minutes.items}
    return [_told(one, items, counts) for one in removals]


def _told(one: Difference, items: Mapping[str | None, facts.ItemFacts], counts: dict[int, int]) -> Removal:
    if one.part != "item":
        return Removal(group_title(one, items), str(PARTS[one.part]), text_of(one.before), one.of_closed)
    item = one.before
    along = goes_too(has_decision=bool(item.decision), obligations=counts.get(item.row, 0))
    return Removal(item_name(item), "", item.title, one.of_closed, along)
