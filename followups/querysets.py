"""QuerySets of follow-ups, planned treatments, occurrences, steps and proposals. Readers of the item that made them may read them."""

from datetime import date

from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery

from cases.access import Actor
from concurrency.models import VersionedQuerySet
from meetings.parts import prefetch_readable
from meetings.visibility import readable_appearances, readable_decisions


class ObligationQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """Those of items the actor may read, decision included; a rejected reading is no obligation."""
        return self.filter(_readable(actor, "item__")).exclude(review="rejected")

    def whole(self):
        """With all that a page tells of them, which is in the row itself."""
        return self.all()

    def shown_to(self, actor: Actor):
        """Those the actor may read, with what is to come and what came of each, in order."""
        occurrences = self.model._meta.get_field("occurrences").related_model.objects
        told = occurrences.visible_to(actor).with_readable_items(actor).select_related("body", "placed_on__meeting", "met_by__meeting")
        return self.visible_to(actor).whole().prefetch_related(prefetch_readable("occurrences", told.order_by("ordinal")))


class FollowUpQuerySet(ObligationQuerySet):
    def whole(self):
        """With the body that each is owed to."""
        return self.select_related("owed_to")


class OccurrenceQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """Those of items the actor may read, decision included; nothing comes of a rejected reading.

        Which item meets one, or on which agenda it is placed, is another matter: that item has its own `visible_to`.
        """
        return self.filter(_readable(actor, "item__"), _accepted(""))

    def open(self):
        return self.filter(state="open")

    def overdue(self, today: date):
        """Open, the last day has passed, and it is no history."""
        return self.filter(state="open", due_order__lt=today).counting()

    def counting(self):
        """Without history: what was due before its body's start and nobody has taken up counts nowhere."""
        return self.exclude(historic())

    def historic(self):
        """History alone."""
        return self.filter(historic())

    def historic_from(self, start: date):
        """Returns the rows that would be history if their body were in use since `start`."""
        return self.filter(_before(start))

    def with_readable_items(self, actor: Actor):
        """The same rows, each with what this actor may be told.

        `placed_shown` and `met_shown` are the keys of the items of `placed_on` and `met_by`, and `is_duplicate` says that `without_duplicates`
        leaves it out.
        """
        items = self.model._meta.get_field("item").related_model.objects.visible_to(actor)
        links = {"placed_shown": items.taking_place().filter(pk=OuterRef("placed_on")), "met_shown": items.filter(pk=OuterRef("met_by"))}
        shown = {name: Subquery(item.values("pk")[:1]) for name, item in links.items()}
        return self.annotate(is_duplicate=self._is_duplicate(actor), **shown)

    def without_duplicates(self, actor: Actor):
        """Those a list tells: what is a duplicate, open and untouched is left out when the actor may read one of the same before it.

        The order is written down (`services.duplicates`), the reader is not: what may not be read hides nothing, and neither does what
        has come to another matter or body since, nor history what is none.
        """
        return self.filter(~Q(self._is_duplicate(actor)))

    def same_as(self, occurrence):
        """The duplicates of the one that `occurrence` is a duplicate of, and that one."""
        first = occurrence.duplicate_of_id or occurrence.pk
        return self.filter(Q(pk=first) | Q(duplicate_of=first), body=occurrence.body_id, item__matter=occurrence.item.matter_id)

    def _is_duplicate(self, actor: Actor) -> ExpressionWrapper:
        same = Q(pk=OuterRef("duplicate_of")) | Q(duplicate_of=OuterRef("duplicate_of"))
        before = self.model.objects.visible_to(actor).filter(
            same,
            Q(planned__isnull=False) | Q(state="open"),  # a report that is delivered stands for no other
            ~historic() | Q(body__in_use_since__gt=OuterRef("due_order")),
            duplicate_rank__lt=OuterRef("duplicate_rank"),
            body=OuterRef("body"),
            item__matter=OuterRef("item__matter"),
        )
        return ExpressionWrapper(_untouched("") & Q(duplicate_of__isnull=False) & Exists(before), output_field=BooleanField())

    def in_state(self, state: str, actor: Actor):
        """Those this actor is told are `state`: open, placed, met or dropped.

        What stands on an agenda he or she may not read, or on that of a cancelled meeting, is open.
        """
        if state not in ("open", "placed"):
            return self.filter(state=state)
        items = self.model._meta.get_field("item").related_model.objects.visible_to(actor)
        placed = Exists(items.taking_place().filter(pk=OuterRef("placed_on")))
        return self.filter(placed if state == "placed" else ~placed, state="open")

    def in_time(self):
        """Orders by the last due day: the longest overdue leads, and rows without a day come last."""
        return self.order_by("due_order", "pk")


class StepQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """The steps of the occurrences the actor may read; why, and which item, is told to the body's own people only."""
        return self.filter(_readable(actor, "occurrence__item__"), _accepted("occurrence__"))

    def done_by(self, actor: Actor):
        """The steps in force that the actor has taken, also with what is rejected by now, as far as he or she may read the item still."""
        return self.filter(_readable(actor, "occurrence__item__"), by=actor.user_id, undone_at=None)


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """The proposals for bodies the actor manages, as far as he or she may read both the item that waits and the one proposed."""
        managed = (
            Q()
            if actor.is_administrator
            else Q(occurrence__item__body__in=actor.managed_bodies) | Q(occurrence__body__in=actor.managed_bodies)
        )
        both = _readable(actor, "occurrence__item__") & readable_appearances(actor, "item__")
        occurrences = self.model._meta.get_field("occurrence").related_model.objects.without_duplicates(actor)
        return self.filter(managed, both, _accepted("occurrence__"), Exists(occurrences.filter(pk=OuterRef("occurrence"))))

    def counting(self):
        """Without those for what is history."""
        return self.exclude(historic("occurrence__"))


def historic(prefix: str = "") -> Q:
    """Open, untouched, and due before its body's start: the rule of `meetings.start_dates`. `Occurrence.is_historic` says it of one row."""
    return _before(F(f"{prefix}body__in_use_since"), prefix)


def _before(start: date | F, prefix: str = "") -> Q:
    return _untouched(prefix) & Q(**{f"{prefix}due_order__lt": start})


def _untouched(prefix: str) -> Q:
    """Nobody has taken it up, or acted on it."""
    columns = {"state": "open", "taken_up": False, "placed_on": None, "due_fixed": False, "reminded_on": None}
    return Q(**{f"{prefix}{name}": value for name, value in columns.items()})


def _readable(actor: Actor, prefix: str) -> Q:
    return readable_appearances(actor, prefix) & readable_decisions(actor, prefix)


def _accepted(prefix: str) -> Q:
    return ~Q(**{f"{prefix}follow_up__review": "rejected"}) & ~Q(**{f"{prefix}planned__review": "rejected"})
