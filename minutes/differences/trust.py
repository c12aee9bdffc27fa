"""The changes a document may make in the register by default, by its kind. Pure."""

from dataclasses import dataclass

from reader import facts
from reader.headlines import is_supplement

# What an agenda cannot know: who came, and what was decided.
_OF_THE_MEETING = frozenset({"attendees", "absent", "outcomes", "votes", "absences", "substitutes", "brought_to_council", "appointments"})


@dataclass(frozen=True, slots=True)
class Trust:
    """`changes`: what the document says otherwise is taken over by default. A supplement, and an agenda of a meeting whose minutes are in the
    register, are not trusted so far: they add.
    """

    changes: bool
    is_agenda: bool
    is_supplement: bool
    is_late: bool

    def says(self, part: str) -> bool:
        """Tells whether what the document says of `part` is looked at: an agenda that comes after its minutes tells of nobody who came."""
        return not (self.is_late and part in ("attendees", "absent"))

    def may_remove(self, part: str) -> bool:
        """Tells whether that the document lacks something of `part` can be a reason to remove it."""
        return not self.is_supplement and not (self.is_agenda and (part == "item" or part in _OF_THE_MEETING))


def trust_in(after: facts.Minutes, before: facts.Minutes) -> Trust:
    """The trust in `after` against the register."""
    is_agenda, adds = after.kind == "agenda", is_supplement(after)
    is_late = is_agenda and before.kind == "minutes"
    return Trust(not (is_late or adds), is_agenda, adds, is_late)
