"""Facts about the people at a meeting: who came from outside, who was away, who stood in, and who was appointed to something."""

from dataclasses import dataclass

from .places import TextPlace


@dataclass(slots=True)
class Absence:
    """`kind`: absent (havde forfald) or did_not_participate (deltog ikke i sagens behandling); `disqualified`: for being so (inhabil)."""

    name: str
    kind: str
    at: TextPlace | None = None
    disqualified: bool = False


@dataclass(slots=True)
class GuestFacts:
    """Somebody from outside who takes part in the item."""

    name: str
    title: str | None = None
    at: TextPlace | None = None


@dataclass(slots=True)
class Substitute:
    name: str
    for_name: str | None
    at: TextPlace | None = None


@dataclass(slots=True)
class BroughtToCouncil:
    """A member who had the case sent on to the council (kommunestyrelsesloven § 23)."""

    name: str
    at: TextPlace | None = None


@dataclass(slots=True)
class Appointment:
    name: str
    to: str | None = None
    at: TextPlace | None = None
