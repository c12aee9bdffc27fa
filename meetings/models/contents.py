"""The contents of an item before it is decided: sections, recommendations, attachments, and what it refers to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from concurrency.models import Versioned
from meetings.models.bodies import Body
from meetings.models.documents import PLACE_TAKEN, Sourced
from meetings.models.items import AgendaItem
from meetings.part_querysets import PartQuerySet, QuotingQuerySet, SectionQuerySet


class Section(Sourced):
    """A heading and its text. Paragraphs are parted by a blank line, table cells by tabs."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="sections", verbose_name=_("item"))
    position = models.PositiveSmallIntegerField(_("position"))
    heading = models.CharField(_("heading"), max_length=300, blank=True)
    text = models.TextField(_("text"), blank=True)
    is_decision = models.BooleanField(_("holds the decision"), default=False, help_text=_("Shown only once the minutes are published."))

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="sections_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.heading


class Recommendation(Sourced):
    """One numbered "at …" clause that the administration puts to the body (indstilling)."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="recommendations", verbose_name=_("item"))
    position = models.PositiveSmallIntegerField(_("position"))
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.TextField(_("text"))

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="recommendations_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class RecommendedTo(Versioned):
    """A body the recommendation goes to, in the order it is to walk."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="recommended_to", verbose_name=_("item"))
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name as printed"), max_length=200)
    body = models.ForeignKey(Body, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("body"))

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("body recommended to")
        verbose_name_plural = _("bodies recommended to")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="bodies_recommended_to_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.name


class Attachment(Sourced):
    """A title under Bilag."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="attachments", verbose_name=_("item"))
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=500)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="attachments_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.title


class QuotedAppearance(Sourced):
    """An appearance known because another document quotes it: `Socialudvalget, 22. maj 2018, pkt. 67:` and its decision.

    The item itself is found by body, date and number once the register holds the quoted body's own minutes.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="earlier_treatments", verbose_name=_("quoted in"))
    position = models.PositiveSmallIntegerField(_("position"))
    body_name = models.CharField(_("body as printed"), max_length=200)
    body = models.ForeignKey(Body, models.SET_NULL, null=True, blank=True, related_name="quoted", verbose_name=_("body"))
    date = models.DateField(_("date"), null=True, blank=True)
    item_number = models.PositiveIntegerField(_("item number"), null=True, blank=True)
    decision = models.TextField(_("decision"), blank=True)

    objects = QuotingQuerySet.as_manager()

    class Meta:
        verbose_name = _("quoted appearance")
        verbose_name_plural = _("quoted appearances")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="quoted_appearances_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.body_name


class Reference(Sourced):
    """Another meeting's items referred to in running text: `sag nr. 99` is item 99 of that body that year, no case number."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="references", verbose_name=_("item"))
    position = models.PositiveSmallIntegerField(_("position"))
    body_name = models.CharField(_("body as printed"), max_length=200, blank=True)
    body = models.ForeignKey(Body, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("body"))
    date = models.DateField(_("date"), null=True, blank=True)
    item_numbers = models.JSONField(_("item numbers"), default=list)
    quote = models.TextField(_("sentence"))

    objects = QuotingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="references_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.quote
