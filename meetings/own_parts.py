"""The parts of an item that the register of meetings keeps itself, each as far as an actor may read it."""

from django.db.models import QuerySet

from cases.access import Actor
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
    parts.register("outcomes", lambda actor: _in_order(Outcome, actor))
    parts.register("votes", _votes)
    parts.register("participations", lambda actor: _in_order(Participation, actor).select_related("person", "for_person"))
    parts.register("recommended_to", lambda actor: _in_order(RecommendedTo, actor).select_related("body"))
    parts.register("earlier_treatments", lambda actor: _in_order(QuotedAppearance, actor).select_related("body"))
    parts.register("references", lambda actor: _in_order(Reference, actor).select_related("body"))
    parts.register("sections", lambda actor: _in_order(Section, actor), is_text=True)
    parts.register("recommendations", lambda actor: _in_order(Recommendation, actor), is_text=True)
    parts.register("invited", lambda actor: _in_order(Guest, actor), is_text=True)
    parts.register("attachments", lambda actor: _in_order(Attachment, actor), is_text=True)


def _in_order(model: type, actor: Actor) -> QuerySet:
    return model.objects.visible_to(actor).order_by("position")


def _votes(actor: Actor) -> QuerySet:
    """Votes, each with the names in it: `vote.readable_names`."""
    names = VoteName.objects.visible_to(actor).order_by("side", "position").prefetch_related("person")
    return _in_order(Vote, actor).prefetch_related(parts.prefetch_readable("names", names))
