"""The actor: somebody who asks, as the rule of who may read what needs to know them (`meetings.visibility`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who asks, as the rule needs to know them on one day. Made per request, never cached."""

    user_id: int | None = None
    user_name: str = ""
    person_id: int | None = None
    sits_on: frozenset[int] = frozenset()
    managed_bodies: frozenset[int] = frozenset()
    is_secretary: bool = False
    is_administrator: bool = False

    @property
    def may_import(self) -> bool:
        """Tells if the actor prepares, imports, records and publishes at all; for which bodies, `manages` says."""
        return self.is_administrator or self.is_secretary

    @property
    def manages_any(self) -> bool:
        """Tells whether the actor is the secretary of a body, or an administrator."""
        return self.is_administrator or bool(self.managed_bodies)

    def manages(self, body_id: int | None) -> bool:
        """Tells whether the actor is the body's secretary, or an administrator."""
        return self.is_administrator or body_id in self.managed_bodies

    def is_insider(self, body_id: int | None) -> bool:
        """Tells whether the actor sees the body's unpublished work: its members and its secretary do."""
        return self.manages(body_id) or body_id in self.sits_on


PUBLIC = Actor()
