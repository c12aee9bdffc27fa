"""Items: a case's appearances at meetings."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from cases.fields import KeptTextField
from cases.models import Case, Matter
from danish.folding import fold
from meetings.models.bodies import Body, Person
from meetings.models.documents import PLACE_TAKEN, Sourced
from meetings.models.meetings import Meeting
from meetings.querysets import ItemQuerySet


class AgendaItem(Sourced):
    """One case's appearance at one meeting.

    `number` is the number in the body's running count of the calendar year and null where a body does not count so; `label` is the
    number as printed. `body` and `year` repeat the meeting's, so that the database itself can hold one number per body and year;
    `meetings.services.move_meeting` keeps them true.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items", verbose_name=_("meeting"))
    body = models.ForeignKey(Body, models.PROTECT, related_name="items", editable=False, verbose_name=_("body"))
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    position = models.PositiveSmallIntegerField(_("position"))
    number = models.PositiveIntegerField(_("number of the year"), null=True, blank=True)
    label = models.CharField(_("number as printed"), max_length=30, blank=True)
    title = models.CharField(_("title"), max_length=1000)
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="appearances", verbose_name=_("case"))
    matter = models.ForeignKey(Matter, models.SET_NULL, null=True, blank=True, related_name="appearances", verbose_name=_("matter"))
    closed = models.BooleanField(_("closed"), default=False)
    decision = models.TextField(_("decision"), blank=True)
    shut_out = models.ManyToManyField(
        Person,
        blank=True,
        related_name="shut_out_of",
        verbose_name=_("shut out"),
        help_text=_("Members who may not read this closed item, for instance because they are disqualified."),
    )
    search_text = KeptTextField(_("search text"), blank=True, of="words_to_find")
    search_decision = KeptTextField(_("search text of the decision"), blank=True, of="decision_to_find")

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "number"],
                name="one_item_number_per_body_and_year",
                violation_error_message=_("The body already has an item with this number in that year."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="items_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gte=1),
                name="item_numbers_count_from_1",
                violation_error_message=_("Items are counted from 1."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}. {self.title}" if self.label else self.title

    def get_absolute_url(self) -> str:
        return reverse("item", kwargs={"pk": self.pk})

    @property
    def words_to_find(self) -> str:
        return fold(self.title)

    @property
    def decision_to_find(self) -> str:
        return fold(self.decision)


class ClosedReading(models.Model):
    """That somebody opened a closed item: reading one is logged."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="closed_readings", verbose_name=_("item"))
    # Whoever has read a closed item is not deleted out of the log.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("user"))
    at = models.DateTimeField(_("time"), db_index=True)

    class Meta:
        verbose_name = _("reading of a closed item")
        verbose_name_plural = _("readings of closed items")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.user}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"
