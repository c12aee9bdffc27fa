"""The apps that have deadlines register here; this app knows none of them."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol

from cases.access import Actor
from reminders.deadlines import Deadline, Description


class DeadlineSource(Protocol):
    """One app's deadlines of one sort. `name` begins their keys.

    `deadlines` gives those that stand on the day, all or those with the keys, in a number of queries that does not grow with them. `describe` puts
    those of the keys into words that the actor may read; the others are not in the answer. `lapsed` is asked of deadlines that stand no more,
    and gives those that nobody has met or dropped: they ended with their day. What is owed never does.
    """

    name: str

    def deadlines(self, *, today: date, keys: Collection[str] | None = None) -> Iterable[Deadline]: ...

    def lapsed(self, keys: Collection[str]) -> Collection[str]:
        return ()

    def describe(self, keys: Collection[str], *, actor: Actor) -> dict[str, Description]: ...


class LetterSource(DeadlineSource, Protocol):
    """A source about whose deadlines letters are written. `waits_for` tells whether one may leave still, `letter_address` where it is shown."""

    def waits_for(self, key: str) -> bool: ...

    def letter_address(self, key: str, letter: int) -> str: ...


_sources: dict[str, DeadlineSource] = {}


def register(source: DeadlineSource) -> None:
    """Adds a source. Each app calls this in its `AppConfig.ready`."""
    _sources[source.name] = source


def registered() -> list[DeadlineSource]:
    """The sources in the order in which they were registered."""
    return list(_sources.values())


def source_of(key: str) -> DeadlineSource:
    """The source that the deadline's key names. Raises KeyError when none has registered under that name."""
    return _sources[key.split(":", 1)[0]]
