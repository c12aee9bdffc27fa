"""Meetings: when and where a body sits, who attended, and the time plan."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from meetings.fields import CalendarChangesField
from meetings.models.bodies import Body
from meetings.models.documents import PLACE_TAKEN, Sourced
from meetings.models.people import Person
from meetings.part_querysets import AttendanceQuerySet, TimePlanRowQuerySet
from meetings.querysets import MeetingQuerySet


class MeetingKind(models.TextChoices):
    ORDINARY = "ordinary", _("ordinary")
    EXTRAORDINARY = "extraordinary", _("extraordinary")


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


class Meeting(Sourced):
    """One meeting of a body. Dates and times are local (Europe/Copenhagen).

    `sequence` tells two meetings on one day apart. The agenda and the minutes are published each in their own time;
    what is not published only the body and its secretary see.
    """

    Kind = MeetingKind

    State = MeetingState

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings", verbose_name=_("body"))
    date = models.DateField(_("date"), db_index=True)
    sequence = models.PositiveSmallIntegerField(_("number of the sitting that day"), default=1)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.ORDINARY)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.PLANNED)
    start = models.TimeField(_("start"), null=True, blank=True)
    end = models.TimeField(_("end"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    agenda_published_at = models.DateTimeField(_("agenda published"), null=True, blank=True)
    minutes_published_at = models.DateTimeField(_("minutes published"), null=True, blank=True)
    corrected_parts = models.JSONField(_("corrected by hand"), default=list, blank=True, editable=False)
    calendar_changes = CalendarChangesField(_("changes in the calendar"), default=0, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-date", "-sequence", "body"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "date", "sequence"],
                name="one_meeting_per_body_day_and_sequence",
                violation_error_message=_("The body has this sitting on that day already. A second sitting of a day has the number 2."),
            ),
            models.CheckConstraint(
                condition=Q(sequence__gte=1),
                name="sittings_of_a_day_count_from_1",
                violation_error_message=_("Sittings of a day are counted from 1."),
            ),
        ]
        indexes = [models.Index(fields=["body", "date"], name="meeting_body_date")]

    def __str__(self) -> str:
        return f"{self.body}, {date_format(self.date)}"

    def get_absolute_url(self) -> str:
        return reverse("meeting", kwargs={"pk": self.pk})

    def save(self, *args, update_fields=None, **kwargs) -> None:
        if update_fields:
            update_fields = {*update_fields, "calendar_changes"}
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def is_public(self) -> bool:
        """Tells whether everybody reads the open items, because the agenda or the minutes are published (`meetings.visibility`)."""
        return bool(self.agenda_published_at or self.minutes_published_at)


class Attendance(Sourced):
    """A name on the front page: who took part, or was `absent` from the whole meeting; matched to a person when the name is known."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances", verbose_name=_("meeting"))
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name as printed"), max_length=300)
    absent = models.BooleanField(_("absent"), default=False)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="attendances", verbose_name=_("person"))

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="participants_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.name


class TimePlanRow(Sourced):
    """A row of the time plan; `item` when the row can be told to be that item's."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="time_plan", verbose_name=_("meeting"))
    item = models.ForeignKey(
        # A row goes with its item: left behind by a closed one, it would tell of it.
        "meetings.AgendaItem",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="time_plan_rows",
        verbose_name=_("item"),
    )
    position = models.PositiveSmallIntegerField(_("position"))
    start = models.TimeField(_("start"), null=True, blank=True)
    end = models.TimeField(_("end"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    guests = models.JSONField(_("guests"), default=list, blank=True)
    is_break = models.BooleanField(_("break"), default=False)

    objects = TimePlanRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of the time plan")
        verbose_name_plural = _("time plan")
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="time_plan_rows_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.title
