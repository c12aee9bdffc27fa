"""An import: one document on its way from file to register, and what is needed to take it back."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.access import Actor
from concurrency.models import Versioned, VersionedQuerySet
from meetings.models import AgendaItem, Document, Meeting
from meetings.querysets import unplaced_documents
from minutes.matching import MeetingChoice

READING_LASTS_AT_MOST = timedelta(minutes=3)  # more than the task may take (`minutes.tasks.read_import`)


class ImportQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """The imports of the bodies the actor manages, and until they have a meeting those whose document he or she may open.

        Others see none: what is read from a document may hold closed items.
        """
        if actor.is_administrator:
            return self
        if not actor.is_secretary:
            return self.none()
        return self.filter(Q(meeting__body__in=actor.managed_bodies) | Q(meeting__isnull=True) & unplaced_documents(actor, "document__"))

    def living(self):
        """Those that still stand for their document: a file is read anew only when none of these has it."""
        return self.filter(state__in=LIVING)

    def due(self, now: datetime):
        """Those to be read: they wait, or were claimed so long ago that whoever was reading has died."""
        return self.filter(Q(state=Import.State.WAITING) | Q(state=Import.State.READING, claimed_at__lt=now - READING_LASTS_AT_MOST))


class ImportState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    READING = "reading", _("being read")
    REVIEW = "review", _("to be reviewed")
    APPLIED = "applied", _("in the register")
    UNREADABLE = "unreadable", _("could not be read")
    DISCARDED = "discarded", _("discarded")
    UNDONE = "undone", _("undone")


class Import(Versioned):
    """Stages: waiting → reading → review → applied → undone; or unreadable, or discarded by the secretary.

    `reading` is the document as read (minutes-format with the places of its facts) and stays so, unless somebody takes `other_reading`, the second-best one, in its
    place (`chosen_at`; null: nobody has chosen between the two); `corrected` is the same with the
    corrections applied that stand, null while there are none. `body_name` and `meeting_date` repeat what the corrected reading says of
    body and date, for the list (`minutes.services.import_headings` keeps them). `before` and `after` are the meeting in the
    register on either side of the import (`before` null: there was no such meeting); `beside_…` what stands beside its facts (`minutes.services.attached_rows`);
    `created` lists the rows made on the way
    (`{"cases.case": [ids]}`): together they let a whole import be undone.
    """

    State = ImportState

    document = models.ForeignKey(Document, models.CASCADE, related_name="imports", verbose_name=_("document"))
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.WAITING, db_index=True)
    claimed_at = models.DateTimeField(_("reading begun"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts at reading"), default=0)
    error = models.JSONField(_("why it could not be read"), null=True, blank=True)
    reading = models.JSONField(_("as read"), null=True, blank=True)
    body_name = models.CharField(_("body as read"), max_length=300, blank=True)
    meeting_date = models.DateField(_("date as read"), null=True, blank=True)
    corrected = models.JSONField(_("as corrected"), null=True, blank=True)
    other_reading = models.JSONField(_("as it may be read, too"), null=True, blank=True)
    chosen_at = models.DateTimeField(_("reading chosen"), null=True, blank=True)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("reading chosen by")
    )
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="imports", verbose_name=_("meeting"))
    same_as = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("meeting it is said to be about")
    )
    is_own_meeting = models.BooleanField(_("said to be about one more meeting that day"), default=False)
    before = models.JSONField(_("register before"), null=True, blank=True)
    before_source = models.ForeignKey(Document, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("source before"))
    after = models.JSONField(_("register after"), null=True, blank=True)
    beside_before = models.JSONField(_("beside it before"), null=True, blank=True)
    beside_after = models.JSONField(_("beside it after"), null=True, blank=True)
    created = models.JSONField(_("rows made"), default=dict, blank=True)
    applied_at = models.DateTimeField(_("put in the register"), null=True, blank=True)
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by"))
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(state__in=["waiting", "reading", "review", "applied"]),
                name="one_living_import_per_document",
            )
        ]

    def __str__(self) -> str:
        return self.document.name

    def get_absolute_url(self) -> str:
        return reverse("import-review", kwargs={"pk": self.pk})

    @property
    def choice(self) -> str:
        """A mark of the choice between its two readings: another one each time somebody chooses."""
        return self.chosen_at.isoformat() if self.chosen_at else "-"

    @property
    def said(self) -> MeetingChoice | None:
        """The secretary's answer to which meeting it is about, where the register had one that day."""
        return MeetingChoice(self.same_as_id, self.is_own_meeting) if self.same_as_id or self.is_own_meeting else None


LIVING = (Import.State.WAITING, Import.State.READING, Import.State.REVIEW, Import.State.APPLIED)


class ReadingCorrection(models.Model):
    """A part of a reading that a secretary has corrected by hand; undone, it is kept as history.

    `item` is the item's key in the reading (`minutes.corrections.keys`), empty for the meeting itself; `part` is the attribute of the
    facts, `before` and `after` are its values as the minutes format has them.
    """

    of_import = models.ForeignKey(Import, models.CASCADE, related_name="corrections", verbose_name=_("import"))
    item = models.TextField(_("item"), blank=True)
    part = models.CharField(_("part"), max_length=30)
    before = models.JSONField(_("before"), null=True, blank=True)
    after = models.JSONField(_("after"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("correction of a reading")
        verbose_name_plural = _("corrections of readings")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.part


class MeetingCorrection(models.Model):
    """A correction by hand of a meeting that is in the register; undone, it is kept as history.

    `item` is the item it was made at, null for the meeting itself and where the item has gone since; `parts` are the attributes of the
    facts, or split, join, move. `before` and `after` are the meeting's facts with those items alone that were touched.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="corrections", verbose_name=_("meeting"))
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="corrections", verbose_name=_("item"))
    parts = models.JSONField(_("parts"), default=list)
    before = models.JSONField(_("before"))
    after = models.JSONField(_("after"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("correction of a meeting")
        verbose_name_plural = _("corrections of meetings")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return ", ".join(self.parts)

    @property
    def is_of_meeting(self) -> bool:
        """Tells whether it is about the meeting's own facts and no item's."""
        return not self.after["items"]


class ProposalAnswerQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The answers about items of the bodies the actor manages."""
        return self if actor.is_administrator else self.filter(item__body__in=actor.managed_bodies)


class ProposalAnswer(Versioned):
    """Somebody's answer to a sentence of an item that was proposed as an obligation ("måske"), kept as an example to train on.

    One that is taken has become an obligation of the item, added with the sentence; taken back, the answer goes. `key` names the sentence in
    addresses, `part` what its part of the item is for.
    """

    class Said(models.TextChoices):
        TAKEN = "taken", _("taken")
        LEFT = "left", _("left")

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="proposal_answers", verbose_name=_("item"))
    key = models.CharField(_("key"), max_length=16)
    quote = models.TextField(_("sentence"))
    part = models.CharField(_("part"), max_length=20)
    score = models.FloatField(_("score"))
    said = models.CharField(_("answer"), max_length=10, choices=Said.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))

    objects = ProposalAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a proposal")
        verbose_name_plural = _("answers to proposals")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["item", "key"], name="one_answer_per_proposal")]

    def __str__(self) -> str:
        return self.get_said_display()
