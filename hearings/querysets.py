"""QuerySets of hearings, parties and answers. Readers of the item that tells of them may read them."""

from datetime import date

from django.db import models
from django.db.models import Prefetch, Q

from cases.access import Actor
from concurrency.models import VersionedQuerySet
from meetings.visibility import readable_appearances, readable_decisions


class HearingQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """The hearings `readable_hearings` speaks of."""
        return self.filter(readable_hearings(actor))

    def whole(self):
        """With their parties, as far as those stand."""
        parties = self.model._meta.get_field("parties").related_model.objects
        return self.prefetch_related(Prefetch("parties", parties.standing().order_by("position")))

    def shown_to(self, actor: Actor):
        """Those the actor may read, whole."""
        return self.visible_to(actor).whole()

    def running(self, today: date):
        """Those whose deadline has not passed."""
        return self.filter(deadline__gte=today)


class HearingPartQuerySet(models.QuerySet):
    """Parties, extensions and the history."""

    def visible_to(self, actor: Actor):
        """The parts of the hearings the actor may read."""
        return self.filter(readable_hearings(actor, "hearing__"))


class HearingPartyQuerySet(VersionedQuerySet, HearingPartQuerySet):
    def visible_to(self, actor: Actor):
        """The parties that stand, of the hearings the actor may read."""
        return super().visible_to(actor).standing()

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

    def visible_to(self, actor: Actor):
        """The answers in hearings the actor may read: all of them for the body's own people, else the public ones."""
        rows = self.standing().filter(readable_hearings(actor, "party__hearing__"))
        return rows if actor.is_administrator else rows.filter(Q(is_public=True) | _own(actor, "party__hearing__"))


def readable_hearings(actor: Actor, prefix: str = "") -> Q:
    """True of a hearing if and only if `actor` may read it: with the item that tells of it, decision included, and no rejected reading.

    A duplicate is read by nobody: the hearing it is the same as stands for it. One that no item tells of is read by the people of its body, and by everybody when it is open to the public.
    """
    told = readable_appearances(actor, f"{prefix}item__") & readable_decisions(actor, f"{prefix}item__")
    by_hand = Q(**{f"{prefix}item__isnull": True})
    if not actor.is_administrator:
        by_hand &= Q(**{f"{prefix}open_to_public": True}) | _own(actor, prefix)
    return (told | by_hand) & ~Q(**{f"{prefix}review": "rejected"}) & Q(**{f"{prefix}duplicate_of__isnull": True})


def _own(actor: Actor, prefix: str) -> Q:
    return Q(**{f"{prefix}body__in": actor.managed_bodies | actor.sits_on})
