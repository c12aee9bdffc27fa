"""The people from outside who are asked to come for an item, before the meeting; who came is a `Participation`."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from concurrency.models import Versioned
from meetings.models.documents import PLACE_TAKEN
from meetings.models.items import AgendaItem
from meetings.part_querysets import PartQuerySet


class Guest(Versioned):
    """Somebody from outside who is asked to come for an item. `opens` and `closes` are the local times between which he or she can come.

    With one of them alone the other end is the meeting's; with neither the guest can come at any time. `mail` is for the body's own people.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="invited", verbose_name=_("item"))
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=200)
    mail = models.EmailField(_("e-mail"), blank=True)
    opens = models.TimeField(_("can come from"), null=True, blank=True)
    closes = models.TimeField(_("can stay until"), null=True, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="guests_stand_in_order", violation_error_message=PLACE_TAKEN),
            models.CheckConstraint(
                condition=Q(opens__isnull=True) | Q(closes__isnull=True) | Q(closes__gt=F("opens")),
                name="a_guest_stays_until_after_coming",
                violation_error_message=_("The guest's time ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
