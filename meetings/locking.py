"""The order in which rows are locked, so that two who act at once wait for one another and never block.

First the bodies, all that are involved in one batch, the lowest key first; then meetings; then whatever is theirs, each kind by its keys.
Nobody takes a further body later: what follows in another body is done in a transaction of its own, after this one. Within `holding` a
later body is refused, with `LockedTooLate`. A row that is to be changed is read anew once its bodies are held. On SQLite, where one writes
at a time, nothing is locked, but the order is held to just the same.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models import Model, QuerySet

from meetings.models import Body

Keys = Iterable[int | None]
Bodies = (
    Iterable[Body] | Keys | Callable[[], Keys]
)  # rows or keys; the function finds the keys of the bodies, and is asked again once these are held

_held: ContextVar[set[int] | None] = ContextVar("held", default=None)


class LockedTooLate(RuntimeError):
    """A body was to be locked within `holding`, which had not named it: two who do so can block each other."""


@contextmanager
def holding(bodies: Bodies) -> Iterator[set[int]]:
    """One transaction in which nobody else changes the calendars, agendas and obligations of `bodies`; gives their keys.

    One within another takes part in it, and may name no further body.
    """
    with transaction.atomic():
        keys = _lock_found(bodies) if callable(bodies) else _lock({getattr(body, "pk", body) for body in bodies} - {None})
        if _held.get() is not None:
            yield keys
            return
        token = _held.set({*keys})
        try:
            yield keys
        finally:
            _held.reset(token)


def hold_new(body: Body) -> None:
    """Counts `body`, which this transaction has made, among those that are held: nobody else can see it yet."""
    if (held := _held.get()) is not None:
        held.add(body.pk)


def bodies_of(rows: QuerySet | Model, *paths: str, also: Keys = ()) -> Callable[[], Keys]:
    """Finds the bodies that `rows`, or one row, have at `paths`, such as `item__body`, and those of the keys `also`."""
    asked = rows if isinstance(rows, QuerySet) else type(rows)._base_manager.filter(pk=rows.pk)
    also, paths = {*also}, paths or ("body",)
    return lambda: also | {key for keys in asked.order_by().values_list(*paths) for key in keys}


def lock_bodies(find: Callable[[], Keys]) -> None:
    """Locks the bodies that `find` finds until the transaction ends.

    It is for what hands on rows that stay held (`lock` of `concurrency.transitions`), which `holding` would let go of at the end of its block.
    """
    _lock_found(find)


def _lock_found(find: Callable[[], Keys]) -> set[int]:
    """Locks the bodies that `find` gives, in one batch, also when they have become others while they were waited for."""
    keys = {*find()} - {None}
    while True:
        if _held.get() is not None:
            return _lock(keys)
        with transaction.atomic():  # a savepoint: bodies that turn out to be too few are let go again
            _lock(keys)
            found = {*find()} - {None}
            if found <= keys:
                return keys
            transaction.set_rollback(True)
        keys = found


def _lock(keys: set[int]) -> set[int]:
    held = _held.get()
    if held is None:
        list(Body.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk").values_list("pk"))
    elif late := keys - held:
        raise LockedTooLate(f"bodies {sorted(late)} after {sorted(held)}")
    return keys
