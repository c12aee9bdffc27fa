"""One thing on which a document and the register do not agree. Pure."""

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Effect(Enum):
    """The effect on the register of taking a difference over. A removed value is there nowhere else."""

    ADDS = "adds"
    CHANGES = "changes"
    REMOVES = "removes"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing the two do not agree on. `item` is the item's key in the document, or in the register where only that has it.

    None for the meeting itself. `part` is the attribute of the facts; `item` for an item that only one side has (`before` or `after` is
    then None). `after` is what the register would say. `is_default`: it may be taken over without being asked for by name. `of_closed`: the item is
    closed in the register.
    `by_hand`: somebody has corrected what the register says; `written`: somebody has written it for the agenda. `held_back`: it may bring closed text into an item that everybody can read.
    """

    path: str
    item: str | None
    part: str
    before: Any
    after: Any
    effect: Effect = Effect.CHANGES
    is_default: bool = True
    of_closed: bool = False
    by_hand: bool = False
    written: bool = False
    held_back: bool = False

    @property
    def opens(self) -> bool:
        """Tells whether it would open an item that is closed in the register: that is never taken over unless it is asked for by name."""
        return self.part == "closed" and self.before and not self.after

    @property
    def removes(self) -> bool:
        """Tells whether it would take away something that the register has and the document has not."""
        return self.effect is Effect.REMOVES
