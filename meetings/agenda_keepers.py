"""The apps above that keep agendas, which are asked before an agenda is made public, and told then. This app knows none of them: each registers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from meetings.models import Meeting


@dataclass(frozen=True, slots=True)
class AgendaKeeper:
    """`hinders(meeting)` gives the sentences that say why its agenda cannot go out yet, none when it can.

    `sent(meeting=…, by=…, now=…)` is called when it has gone out, in the same transaction, with the meeting's body held.
    """

    hinders: Callable[[Meeting], list[str]]
    sent: Callable[..., Any]


keepers: list[AgendaKeeper] = []


def register(*, hinders: Callable[[Meeting], list[str]], sent: Callable[..., Any]) -> None:
    """Adds an `AgendaKeeper`. Each app calls this in its `AppConfig.ready`."""
    keepers.append(AgendaKeeper(hinders, sent))


def hindrances(meeting: Meeting) -> list[str]:
    """Returns all their objections to sending the agenda of `meeting`."""
    return [sentence for keeper in keepers for sentence in keeper.hinders(meeting)]
