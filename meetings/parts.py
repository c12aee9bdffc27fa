"""The parts of an agenda item: what a page, a file or the API shows of one beside its own columns.

Each app registers its parts in `AppConfig.ready`, with the rows of them that an actor may read. Whatever shows items gets them through
`ItemQuerySet.with_parts` alone, as lists: `item.readable_votes`. An item that was fetched without them has none to show.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects

from cases.access import Actor

Rows = Callable[[Actor], QuerySet]


@dataclass(frozen=True, slots=True)
class ItemPartKind:
    """`accessor` is the related name on the item; `is_text` is true of the long texts, which a timeline leaves out."""

    accessor: str
    rows: Rows
    is_text: bool


_parts: dict[str, ItemPartKind] = {}


def register(accessor: str, rows: Rows, *, is_text: bool = False) -> None:
    """Registers `rows`, which gives the part's rows that an actor may read, in order."""
    _parts[accessor] = ItemPartKind(accessor, rows, is_text)


def prefetch_readable(accessor: str, rows: QuerySet) -> Prefetch:
    """Fetches `rows` of the relation `accessor` into the list `readable_<accessor>`."""
    return Prefetch(accessor, rows, to_attr=f"readable_{accessor}")


def fetch_parts(items: Sequence[Model], actor: Actor, *names: str) -> None:
    """Fetches the parts named of `items` that are at hand already."""
    prefetch_related_objects(items, *prefetches(actor, names, texts=True))


def prefetches(actor: Actor, names: Collection[str], *, texts: bool) -> list[Prefetch]:
    """One for each of the parts named, or for all; without `texts` the long texts are left out."""
    wanted = [_parts[name] for name in names] or [part for part in _parts.values() if texts or not part.is_text]
    return [prefetch_readable(part.accessor, part.rows(actor)) for part in wanted]
