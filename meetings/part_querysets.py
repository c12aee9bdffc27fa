"""Which parts of an item or a meeting a list picks: a part is read by those who may read what it is part of.

What was decided (outcomes, votes, who took part) has the further condition of `meetings.visibility.readable_decisions`.
"""

from django.db.models import Exists, OuterRef, Q

from cases.access import Actor
from concurrency.models import VersionedQuerySet
from meetings.visibility import readable_appearances, readable_decisions


class PartQuerySet(VersionedQuerySet):
    """Parts of the agenda: they are there as soon as their item is."""

    def visible_to(self, actor: Actor):
        """The parts of those items that `actor` may read."""
        return self.filter(readable_appearances(actor, "item__"))


class DecidedPartQuerySet(VersionedQuerySet):
    """Parts of what happened at the meeting."""

    path = "item__"

    def visible_to(self, actor: Actor):
        """The parts of those items whose decision `actor` may read."""
        return self.filter(readable_appearances(actor, self.path) & readable_decisions(actor, self.path))


class VoteNameQuerySet(DecidedPartQuerySet):
    path = "vote__item__"


class SectionQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """The sections of readable items; the one that holds the decision only where decisions may be read."""
        return self.filter(readable_appearances(actor, "item__") & (Q(is_decision=False) | readable_decisions(actor, "item__")))


class QuotingQuerySet(VersionedQuerySet):
    """Sentences taken out of the item's text: references and quoted appearances."""

    def visible_to(self, actor: Actor):
        """Those of readable items. They may stand in the decision, so where there is one, only where it may be read."""
        return self.filter(readable_appearances(actor, "item__") & (Q(item__decision="") | readable_decisions(actor, "item__")))


class TimePlanRowQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """The rows of published time plans and of the actor's own bodies, without those about an item he or she may not read.

        A row that could not be told to be an item's may be about any item of its meeting, so it is left out where one is hidden.
        """
        if actor.is_administrator:
            return self
        published = Q(meeting__agenda_published_at__isnull=False) | Q(meeting__minutes_published_at__isnull=False)
        own = Q(meeting__body__in=actor.managed_bodies | actor.sits_on)
        items = self.model._meta.get_field("item").related_model.objects.filter(meeting=OuterRef("meeting"))
        hides_one = Exists(items.exclude(pk__in=items.visible_to(actor).values("pk")))
        of_no_item = Q(item__isnull=True) & (Q(is_break=True) | ~hides_one)
        return self.filter(published | own).filter(of_no_item | readable_appearances(actor, "item__"))


class AttendanceQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """The participants of meetings whose minutes are published, and of the actor's own bodies."""
        if actor.is_administrator:
            return self
        return self.filter(Q(meeting__minutes_published_at__isnull=False) | Q(meeting__body__in=actor.managed_bodies | actor.sits_on))
