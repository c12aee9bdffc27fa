"""The parts of an item that the register of meetings keeps itself, each as far as a viewer may read it."""

from django.db.models import QuerySet

from cases.access import Viewer
from meetings import parts
from meetings.models import (
    Attachment,
    Guest,
    Outcome,
    Participation,
    QuotedAppearance,
    Recommendation,
    RecommendedTo,
    Reference,
    Section,
    Vote,
    VoteName,
)


def register() -> None:
    parts.register("outcomes", lambda viewer: _in_order(Outcome, viewer))
    parts.register("votes", _votes)
    parts.register("participations", lambda viewer: _in_order(Participation, viewer).select_related("person", "for_person"))
    parts.register("recommended_to", lambda viewer: _in_order(RecommendedTo, viewer).select_related("body"))
    parts.register("earlier_treatments", lambda viewer: _in_order(QuotedAppearance, viewer).select_related("body"))
    parts.register("references", lambda viewer: _in_order(Reference, viewer).select_related("body"))
    parts.register("sections", lambda viewer: _in_order(Section, viewer), is_text=True)
    parts.register("recommendations", lambda viewer: _in_order(Recommendation, viewer), is_text=True)
    parts.register("invited", lambda viewer: _in_order(Guest, viewer), is_text=True)
    parts.register("attachments", lambda viewer: _in_order(Attachment, viewer), is_text=True)


def _in_order(model: type, viewer: Viewer) -> QuerySet:
    return model.objects.visible_to(viewer).order_by("position")


def _votes(viewer: Viewer) -> QuerySet:
    """Votes, each with the names in it: `vote.readable_names`."""
    names = VoteName.objects.visible_to(viewer).order_by("side", "position").prefetch_related("person")
    return _in_order(Vote, viewer).prefetch_related(parts.prefetch_readable("names", names))
