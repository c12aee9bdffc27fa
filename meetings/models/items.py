"""Items: a case's appearances at meetings."""

import datetime

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.fields import DerivedDateField, DerivedTextField
from cases.models import Case, Matter
from danish.folding import fold
from meetings.models.bodies import Body
from meetings.models.documents import PLACE_TAKEN, Sourced
from meetings.models.grounds import LegalGround
from meetings.models.meetings import Meeting
from meetings.models.people import Person
from meetings.querysets import ItemQuerySet


class AgendaItem(Sourced):
    """One case's appearance at one meeting.

    `number` is the number in the body's running count of the calendar year and null where a body does not count so; `label` is the
    number as printed. `body`, `year` and `date` repeat the meeting's, so that the database itself can hold one number per body and year, and
    finds the newest of a case by an index; `meetings.services.move_meeting` keeps them true. `minutes`, `fixed_start`, `keep` and `responsible` are what the secretary plans before
    the meeting: how long it lasts, when it has to begin (local time), and at which end of the agenda it stays. `legal_ground` and
    `legal_ground_text` say why a closed item is closed; they are for those who may read it. `doubts` are the places of the document that made it doubtful whether the item is
    closed (`{"code", "params", "quote", "at"}`); they stay when the doubt has been answered.
    """

    class Keep(models.TextChoices):
        FIRST = "first", _("first")
        LAST = "last", _("last")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items", verbose_name=_("meeting"))
    body = models.ForeignKey(Body, models.PROTECT, related_name="items", editable=False, verbose_name=_("body"))
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    date = DerivedDateField(_("date"), of="meeting_date")
    position = models.PositiveSmallIntegerField(_("position"))
    number = models.PositiveIntegerField(_("number of the year"), null=True, blank=True)
    label = models.CharField(_("number as printed"), max_length=30, blank=True)
    title = models.CharField(_("title"), max_length=1000)
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="appearances", verbose_name=_("case"))
    matter = models.ForeignKey(Matter, models.SET_NULL, null=True, blank=True, related_name="appearances", verbose_name=_("matter"))
    closed = models.BooleanField(_("closed"), default=False)
    in_doubt = models.BooleanField(
        _("in doubt"),
        default=False,
        help_text=_("Nobody has said yet whether the item is closed. Until then it is closed to all it would be."),
    )
    legal_ground = models.CharField(_("legal ground"), max_length=10, choices=LegalGround.choices, blank=True)
    legal_ground_text = models.CharField(_("more about the legal ground"), max_length=500, blank=True)
    doubts = models.JSONField(_("why there was doubt"), default=list, blank=True, editable=False)
    decision = models.TextField(_("decision"), blank=True)
    shut_out = models.ManyToManyField(
        Person,
        blank=True,
        related_name="shut_out_of",
        verbose_name=_("shut out"),
        help_text=_("Members who may not read this closed item, for instance because they are disqualified."),
    )
    minutes = models.PositiveSmallIntegerField(_("minutes planned"), null=True, blank=True, validators=[MinValueValidator(1)])
    fixed_start = models.TimeField(_("begins at"), null=True, blank=True)
    keep = models.CharField(_("stays"), max_length=10, choices=Keep.choices, blank=True)
    responsible = models.CharField(_("responsible"), max_length=200, blank=True)
    corrected_parts = models.JSONField(_("corrected by hand"), default=list, blank=True, editable=False)
    search_text = DerivedTextField(_("search text"), blank=True, of="words_to_find")
    search_decision = DerivedTextField(_("search text of the decision"), blank=True, of="decision_to_find")

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
            models.CheckConstraint(
                condition=Q(in_doubt=False) | Q(closed=True),
                name="items_in_doubt_are_closed",
                violation_error_message=_("An item in doubt is closed until somebody has answered."),
            ),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__gte=1),
                name="an_item_lasts_a_minute_or_more",
                violation_error_message=_("An item lasts at least one minute."),
            ),
        ]

        indexes = [
            models.Index(fields=["case", "date", "id"], name="item_case_date"),
            models.Index(fields=["matter", "date", "id"], name="item_matter_date"),
            models.Index(fields=["body", "date", "id"], name="item_body_date"),
            models.Index(fields=["date", "id"], name="item_date"),
        ]

    def __str__(self) -> str:
        return f"{self.label}. {self.title}" if self.label else self.title

    def get_absolute_url(self) -> str:
        return reverse("item", kwargs={"pk": self.pk})

    @property
    def meeting_date(self) -> datetime.date:
        return self.meeting.date

    @property
    def lacks_ground(self) -> bool:
        """Tells whether the item is closed and nobody has said on which legal ground."""
        return self.closed and not self.in_doubt and not self.legal_ground

    @property
    def ground_told(self) -> str:
        """The legal ground in words, for those who may read the item."""
        named = self.get_legal_ground_display() if self.legal_ground not in ("", LegalGround.OTHER) else ""
        return ". ".join(filter(None, [named, self.legal_ground_text])) if self.closed else ""

    @property
    def readable_decision(self) -> str:
        """The decision, if and only if the rows were fetched `telling_decisions` to an actor who may read it; else nothing."""
        return self.decision if getattr(self, "decision_shown", False) else ""

    @property
    def words_to_find(self) -> str:
        return fold(self.title)

    @property
    def decision_to_find(self) -> str:
        return fold(self.decision)
