"""Permission to act on an occurrence: held by those who manage the body that asked, or the one that is to treat it."""

from cases.access import Actor
from followups.models import Occurrence


def may_act(actor: Actor, occurrence: Occurrence) -> bool:
    """Tells whether the actor, who may read the occurrence, may act on it. Its item is at hand."""
    return actor.manages(occurrence.item.body_id) or actor.manages(occurrence.body_id)


def is_told_why(actor: Actor, occurrence: Occurrence) -> bool:
    """Tells whether the actor may read the notes of those who acted: the asking body's own people may, and those who act."""
    return actor.is_insider(occurrence.item.body_id) or may_act(actor, occurrence)
