"""Sagens gang: what the register holds itself and what its documents quote, merged into one story. Pure: no queries, no clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from danish.folding import name_key

OWN_VOTES = ("decision", "amendment")

Address = tuple[int, int, int]  # body id, calendar year, number in the body's running count


@dataclass(slots=True)
class Referred:
    """A sentence that refers to other items, and which of them can be opened: `(number, item or None)`."""

    quote: str
    body_name: str
    date: date | None
    items: list[tuple[int, Any]]


@dataclass(slots=True)
class Entry:
    """One step on the way: an appearance of the register (`item`), or one known only because `quote` tells of it.

    `tells` is whether what was decided is told here; a closed item tells it on its own page alone, where reading is logged.
    `elsewhere` is the quoted item itself when the register has it outside this story.
    """

    date: date
    item: Any = None
    quote: Any = None
    tells: bool = False
    elsewhere: Any = None
    votes: list[Any] = field(default_factory=list)
    referred: list[Referred] = field(default_factory=list)
    onwards: list[Any] = field(default_factory=list)

    @property
    def matter_id(self) -> int | None:
        matter_id: int | None = (self.item or self.quote.item).matter_id
        return matter_id


@dataclass(slots=True)
class Course:
    """A matter's (forløb) entries, oldest first; `matter_id` is None for items that stand alone."""

    matter_id: int | None
    entries: list[Entry]

    @property
    def newest(self) -> date:
        return self.entries[-1].date

    @property
    def title(self) -> str:
        """The newest title an appearance in it has had; a quotation has none."""
        return next((entry.item.title for entry in reversed(self.entries) if entry.item), "")


def merge(items: Sequence[Any], found: Mapping[Address, Any]) -> list[Entry]:
    """The entries of `items` and of what they quote, oldest first, each treatment once.

    `items` are appearances with `decision_shown`, their meeting, votes, references and quoted appearances at hand; `found` is what
    the register has, by address, of all that they quote and refer to. What a closed item quotes stays with it.
    """
    telling = [item for item in items if item.decision_shown and not item.closed]
    entries = [
        Entry(
            date=item.meeting.date,
            item=item,
            tells=item in telling,
            votes=own_votes(item) if item in telling else [],
            referred=referred(item, found) if item in telling else [],
            onwards=[] if item.closed else onwards(item),
        )
        for item in items
    ]
    entries += _quoted(items, found)
    return sorted(entries, key=_place)


def courses(entries: Iterable[Entry]) -> list[Course]:
    """The entries by matter, the newest course first; matters of one step are gathered in a last course of items that stand alone."""
    by_matter = sorted(entries, key=lambda entry: entry.matter_id or 0)
    groups = [Course(matter_id or None, sorted(group, key=_place)) for matter_id, group in groupby(by_matter, lambda e: e.matter_id or 0)]
    if len(groups) == 1:
        return groups
    alone = sorted((e for g in groups if g.matter_id is None or len(g.entries) == 1 for e in g.entries), key=_place)
    long = [group for group in groups if group.matter_id is not None and len(group.entries) > 1]
    long.sort(key=lambda course: course.newest, reverse=True)
    return [*long, Course(None, alone)] if alone else long


def own_votes(item: Any) -> list[Any]:
    """The votes of the item's own body; a later body's vote that its minutes report is not booked on it."""
    return [vote for vote in item.readable_votes if vote.on in OWN_VOTES]


def quoted_votes(item: Any) -> list[Any]:
    """Votes of other bodies that the item's minutes report."""
    return [vote for vote in item.readable_votes if vote.on not in OWN_VOTES]


def votes_of_quote(quote: Any, item: Any) -> list[Any]:
    """Those of them that belong to the treatment `quote` tells of."""
    return [vote for vote in quoted_votes(item) if name_key(vote.on) == name_key(quote.body_name)]


def onwards(item: Any) -> list[Any]:
    """The bodies a case is recommended to that have not treated it yet, as far as the item itself tells.

    The same recommendation is printed at each body on the way, and each later one quotes those before it.
    """
    done = {quote.body_id for quote in item.readable_earlier_treatments} | {item.body_id}
    return [goal for goal in item.readable_recommended_to if goal.body_id is None or goal.body_id not in done]


def referred(item: Any, found: Mapping[Address, Any]) -> list[Referred]:
    return [
        Referred(
            quote=reference.quote,
            body_name=str(reference.body or reference.body_name),
            date=reference.date,
            items=[(number, found.get(address)) for number, address in addresses_of(reference)],
        )
        for reference in item.readable_references
    ]


def addresses_of(reference: Any) -> list[tuple[int, Address]]:
    """Gives the addresses that the numbers of a reference point to: without a body its own body is meant, without a date its own year."""
    body_id = reference.body_id or (reference.item.body_id if not reference.body_name else 0)
    year = reference.date.year if reference.date else reference.item.year
    return [(number, (body_id, year, number)) for number in reference.item_numbers]


def address_of_quote(quote: Any) -> Address | None:
    if quote.body_id and quote.date and quote.item_number:
        return (quote.body_id, quote.date.year, quote.item_number)
    return None


def _quoted(items: Sequence[Any], found: Mapping[Address, Any]) -> list[Entry]:
    """An entry for each treatment that is quoted and not itself among `items`."""
    here = {(item.body_id, item.meeting.date): item for item in items}
    numbered = {(item.body_id, item.year, item.number) for item in items if item.number}
    told: set[tuple[Any, ...]] = set()
    entries = []
    for item in items:
        for quote in [] if item.closed else item.readable_earlier_treatments:
            address = address_of_quote(quote)
            same_day = here.get((quote.body_id, quote.date))
            is_here = address in numbered or (same_day is not None and (not quote.item_number or not same_day.number))
            who = (quote.body_id or name_key(quote.body_name), quote.date, quote.item_number)
            if is_here or who in told:
                continue
            told.add(who)
            votes = votes_of_quote(quote, item) if item.decision_shown else []
            entries.append(
                Entry(quote.date or item.meeting.date, quote=quote, tells=True, elsewhere=address and found.get(address), votes=votes)
            )
    return entries


def _place(entry: Entry) -> tuple[Any, ...]:
    """By day; what is quoted without a day stands before the item that quotes it."""
    if entry.item is None:
        return (entry.date, 0, entry.quote.item_id, entry.quote.position)
    return (entry.date, 1, entry.item.meeting.sequence, entry.item.position)
