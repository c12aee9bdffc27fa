"""An import: one document on its way from file to register, and what is needed to take it back."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.access import Viewer
from meetings.models import Document, Meeting


class ImportQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """The imports of the bodies the viewer serves, and his or her own until they belong to a body.

        Others see none: what is read from a document may hold closed items.
        """
        if viewer.is_administrator:
            return self
        if not viewer.is_secretary:
            return self.none()
        return self.filter(Q(meeting__body__in=viewer.serves) | Q(meeting__isnull=True, document__uploaded_by=viewer.user_id))

    def living(self):
        """Those that still stand for their document: a file is read anew only when none of these has it."""
        return self.filter(state__in=LIVING)


class Import(models.Model):
    """Stages: waiting → reading → review → applied → undone; or unreadable, or discarded by the secretary.

    `reading` is the document as read (minutes-format with the places of its facts). `before` and `after` are the meeting in the
    register on either side of the import (`before` null: there was no such meeting); `created` lists the rows made on the way
    (`{"cases.case": [ids]}`): together they let a whole import be undone.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        READING = "reading", _("being read")
        REVIEW = "review", _("to be reviewed")
        APPLIED = "applied", _("in the register")
        UNREADABLE = "unreadable", _("could not be read")
        DISCARDED = "discarded", _("discarded")
        UNDONE = "undone", _("undone")

    document = models.ForeignKey(Document, models.CASCADE, related_name="imports", verbose_name=_("document"))
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.WAITING, db_index=True)
    claimed_at = models.DateTimeField(_("reading begun"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts at reading"), default=0)
    error = models.JSONField(_("why it could not be read"), null=True, blank=True)
    reading = models.JSONField(_("as read"), null=True, blank=True)
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="imports", verbose_name=_("meeting"))
    before = models.JSONField(_("register before"), null=True, blank=True)
    before_source = models.ForeignKey(Document, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("source before"))
    after = models.JSONField(_("register after"), null=True, blank=True)
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


LIVING = (Import.State.WAITING, Import.State.READING, Import.State.REVIEW, Import.State.APPLIED)
