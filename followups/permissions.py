"""Permission to act on an occurrence: held by those who manage the body that asked, or the one that is to treat it."""

from cases.access import Viewer
from followups.models import Occurrence


def may_act(viewer: Viewer, occurrence: Occurrence) -> bool:
    """Tells whether the viewer, who may read the occurrence, may act on it. Its item is at hand."""
    return viewer.manages(occurrence.item.body_id) or viewer.manages(occurrence.body_id)


def is_told_why(viewer: Viewer, occurrence: Occurrence) -> bool:
    """Tells whether the viewer may read the notes of those who acted: the asking body's own people may, and those who act."""
    return viewer.is_insider(occurrence.item.body_id) or may_act(viewer, occurrence)
