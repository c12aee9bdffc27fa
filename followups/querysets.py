"""Which follow-ups, planned treatments, occurrences, steps and proposals a list picks: read by whoever may read the item that made them."""

from datetime import date

from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Prefetch, Q, Subquery

from cases.access import Viewer, readable_appearances, readable_decisions

# What makes two planned treatments the same one: the body that is to treat it, the matter, and the days as they were told.
SAME_TREATMENT = ("planned__body_id", "item__matter_id", "planned__due_start", "planned__due_end")
# And two that recur the same promise: the body that waits, the matter, how often, and what was asked for in the same words.
SAME_PROMISE = ("body_id", "item__matter_id", "follow_up__kind", "follow_up__every", "follow_up__unit", "follow_up__text")


class ObligationQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """Those of items the viewer may read, decision included; a rejected reading is no obligation."""
        return self.filter(_readable(viewer, "item__")).exclude(review="rejected")

    def whole(self):
        """With all that a page tells of them, which is in the row itself."""
        return self.all()

    def shown_to(self, viewer: Viewer):
        """Those the viewer may read, with what is to come and what came of each, in order."""
        occurrences = self.model._meta.get_field("occurrences").related_model.objects
        told = occurrences.visible_to(viewer).telling_items(viewer).select_related("placed_on__meeting", "met_by__meeting")
        return self.visible_to(viewer).prefetch_related(Prefetch("occurrences", told.order_by("ordinal")))


class OccurrenceQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """Those of items the viewer may read, decision included; nothing comes of a rejected reading.

        Which item meets one, or on which agenda it is placed, is another matter: that item has its own `visible_to`.
        """
        return self.filter(_readable(viewer, "item__"), _accepted(""))

    def open(self):
        return self.filter(state="open")

    def overdue(self, today: date):
        """Open, and the last day has passed."""
        return self.filter(state="open", due_order__lt=today)

    def telling_items(self, viewer: Viewer):
        """The same rows, each with what this viewer may be told.

        `placed_shown` and `met_shown` are the keys of the items of `placed_on` and `met_by`, and `is_repeated` says that `told_once`
        leaves it out.
        """
        items = self.model._meta.get_field("item").related_model.objects.visible_to(viewer)
        links = {"placed_shown": items.taking_place().filter(pk=OuterRef("placed_on")), "met_shown": items.filter(pk=OuterRef("met_by"))}
        shown = {name: Subquery(item.values("pk")[:1]) for name, item in links.items()}
        return self.annotate(is_repeated=self._is_repeated(viewer), **shown)

    def told_once(self, viewer: Viewer):
        """Those a list tells: a treatment that the minutes of several meetings plan for the same days is one, as it was told last.

        A case on its way through the bodies has its plan repeated in the minutes of each. What is open and untouched is left out when
        the viewer may read another of the same body, matter and days that was told later, or that somebody has acted on. Nothing is
        written down of it, so whatever becomes of the other, one of them is always told.

        A report that recurs and was asked for at several meetings in the same words is one as well, as it was told first: so what is
        overdue stays so. While that one is open, the others are left out as far as they are untouched.
        """
        return self.filter(~Q(self._is_repeated(viewer)))

    def _is_repeated(self, viewer: Viewer) -> ExpressionWrapper:
        readable = self.model.objects.visible_to(viewer)
        same = readable.filter(**{name: OuterRef(name) for name in SAME_TREATMENT})
        told_later = Q(item__meeting__date__gt=OuterRef("item__meeting__date"))
        told_later |= Q(item__meeting__date=OuterRef("item__meeting__date"), pk__gt=OuterRef("pk"))
        acted_on = Q(placed_on__isnull=False) | Q(due_fixed=True) | Q(state="met")
        other = Exists(same.exclude(pk=OuterRef("pk")).filter(told_later | acted_on))
        asked_before = Q(item__meeting__date__lt=OuterRef("item__meeting__date"))
        asked_before |= Q(item__meeting__date=OuterRef("item__meeting__date"), follow_up__lt=OuterRef("follow_up"))
        first = Exists(readable.open().filter(asked_before, **{name: OuterRef(name) for name in SAME_PROMISE}))
        is_untouched = Q(state="open", placed_on=None, due_fixed=False)
        repeated = Q(planned__isnull=False) & Q(other) | Q(follow_up__every__isnull=False) & Q(first)
        return ExpressionWrapper(is_untouched & repeated, output_field=BooleanField())

    def in_state(self, state: str, viewer: Viewer):
        """Those this viewer is told are `state`: open, placed, met or dropped.

        What stands on an agenda he or she may not read, or on that of a cancelled meeting, is open.
        """
        if state not in ("open", "placed"):
            return self.filter(state=state)
        items = self.model._meta.get_field("item").related_model.objects.visible_to(viewer)
        placed = Exists(items.taking_place().filter(pk=OuterRef("placed_on")))
        return self.filter(placed if state == "placed" else ~placed, state="open")

    def in_time(self):
        """What is due first, first; so what is overdue longest leads, and what has no day comes last."""
        return self.order_by("due_order", "pk")


class StepQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """The steps of the occurrences the viewer may read; why, and which item, is told to the body's own people only."""
        return self.filter(_readable(viewer, "occurrence__item__"), _accepted("occurrence__"))


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """The proposals for bodies the viewer serves, as far as he or she may read both the item that waits and the one proposed."""
        served = Q() if viewer.is_administrator else Q(occurrence__item__body__in=viewer.serves) | Q(occurrence__body__in=viewer.serves)
        both = _readable(viewer, "occurrence__item__") & readable_appearances(viewer, "item__")
        occurrences = self.model._meta.get_field("occurrence").related_model.objects.told_once(viewer)
        return self.filter(served, both, _accepted("occurrence__"), Exists(occurrences.filter(pk=OuterRef("occurrence"))))


def _readable(viewer: Viewer, prefix: str) -> Q:
    return readable_appearances(viewer, prefix) & readable_decisions(viewer, prefix)


def _accepted(prefix: str) -> Q:
    return ~Q(**{f"{prefix}follow_up__review": "rejected"}) & ~Q(**{f"{prefix}planned__review": "rejected"})
