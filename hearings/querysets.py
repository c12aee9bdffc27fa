"""QuerySets of hearings, parties and answers. Readers of the item that tells of them may read them."""

from datetime import date

from django.db import models
from django.db.models import Prefetch, Q

from cases.access import Viewer
from concurrency.models import VersionedQuerySet
from meetings.visibility import readable_appearances, readable_decisions


class HearingQuerySet(VersionedQuerySet):
    def visible_to(self, viewer: Viewer):
        """The hearings `readable_hearings` speaks of."""
        return self.filter(readable_hearings(viewer))

    def whole(self):
        """With their parties, as far as those stand."""
        parties = self.model._meta.get_field("parties").related_model.objects
        return self.prefetch_related(Prefetch("parties", parties.standing().order_by("position")))

    def shown_to(self, viewer: Viewer):
        """Those the viewer may read, whole."""
        return self.visible_to(viewer).whole()

    def running(self, today: date):
        """Those whose deadline has not passed."""
        return self.filter(deadline__gte=today)


class HearingPartQuerySet(models.QuerySet):
    """Parties, extensions and the history."""

    def visible_to(self, viewer: Viewer):
        """The parts of the hearings the viewer may read."""
        return self.filter(readable_hearings(viewer, "hearing__"))


class HearingPartyQuerySet(VersionedQuerySet, HearingPartQuerySet):
    def visible_to(self, viewer: Viewer):
        """The parties that stand, of the hearings the viewer may read."""
        return super().visible_to(viewer).standing()

    def standing(self):
        """Those that are parties: neither another's spelling nor dropped."""
        return self.filter(duplicate_of=None, is_dropped=False)

    def in_state(self, state: str, today: date):
        """The parties of which `HearingParty.state_on(today)` is `state`."""
        answered, declined = Q(answered_on__isnull=False), Q(declined_on__isnull=False)
        past, reminded = Q(hearing__deadline__isnull=False, hearing__deadline__lt=today), Q(reminded_on__isnull=False)
        received = Q(hearing__received_on__isnull=False) & ~Q(hearing__role="issuer")
        opened = received & Q(hearing__received_on__lte=today) | ~received & Q(
            hearing__opens_last__isnull=False, hearing__opens_last__lte=today
        )
        asked = Q(asked_on__isnull=False) | opened
        waiting = ~answered & ~declined & ~past
        return self.filter(
            {
                "answered": answered,
                "declined": declined & ~answered,
                "silent": past & ~answered & ~declined,
                "reminded": waiting & reminded,
                "asked": waiting & ~reminded & asked,
                "not_asked": waiting & ~reminded & ~asked,
            }[state]
        )


class HearingResponseQuerySet(VersionedQuerySet):
    def standing(self):
        """Those that nobody has removed."""
        return self.filter(is_removed=False)

    def visible_to(self, viewer: Viewer):
        """The answers in hearings the viewer may read: all of them for the body's own people, else the public ones."""
        rows = self.standing().filter(readable_hearings(viewer, "party__hearing__"))
        return rows if viewer.is_administrator else rows.filter(Q(is_public=True) | _own(viewer, "party__hearing__"))


def readable_hearings(viewer: Viewer, prefix: str = "") -> Q:
    """True of a hearing if and only if `viewer` may read it: with the item that tells of it, decision included, and no rejected reading.

    A duplicate is read by nobody: the hearing it is the same as stands for it. One that no item tells of is read by the people of its body, and by everybody when it is open to the public.
    """
    told = readable_appearances(viewer, f"{prefix}item__") & readable_decisions(viewer, f"{prefix}item__")
    by_hand = Q(**{f"{prefix}item__isnull": True})
    if not viewer.is_administrator:
        by_hand &= Q(**{f"{prefix}open_to_public": True}) | _own(viewer, prefix)
    return (told | by_hand) & ~Q(**{f"{prefix}review": "rejected"}) & Q(**{f"{prefix}duplicate_of__isnull": True})


def _own(viewer: Viewer, prefix: str) -> Q:
    return Q(**{f"{prefix}body__in": viewer.managed_bodies | viewer.sits_on})
