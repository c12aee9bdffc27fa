"""The items that a body has on every agenda."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from concurrency.models import Versioned
from meetings.models import AgendaItem, Body


class StandingItem(Versioned):
    """An item that is offered for each agenda of its body, at that end of it where it is to be kept."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="standing_items", verbose_name=_("body"))
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    title = models.CharField(_("title"), max_length=300)
    minutes = models.PositiveSmallIntegerField(_("minutes planned"), null=True, blank=True, validators=[MinValueValidator(1)])
    keep = models.CharField(_("stays"), max_length=10, choices=AgendaItem.Keep.choices, blank=True)

    class Meta:
        verbose_name = _("standing item")
        verbose_name_plural = _("standing items")
        ordering = ["body", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__gte=1),
                name="a_standing_item_lasts_a_minute_or_more",
                violation_error_message=_("An item lasts at least one minute."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


def default_items(body: Body) -> list[StandingItem]:
    """The standing items of a body that has chosen none, unsaved: those that agendas here have in common."""
    Keep = AgendaItem.Keep
    defaults = [
        ("Godkendelse af dagsorden og tidsplan", 5, Keep.FIRST),
        ("Sagsstyringsliste", 5, Keep.LAST),
        ("Gensidig orientering", 10, Keep.LAST),
    ]
    return [
        StandingItem(body=body, position=place, title=title, minutes=minutes, keep=keep)
        for place, (title, minutes, keep) in enumerate(defaults, start=1)
    ]
