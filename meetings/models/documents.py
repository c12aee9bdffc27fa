"""Original files, kept as they came, and where in them a fact was read."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from concurrency.models import Versioned
from meetings.querysets import DocumentQuerySet

PLACE_TAKEN = _("There is already one in this place.")


class Document(models.Model):
    """A file as it was uploaded. One file is kept once: its SHA-256 is unique, so two who upload it at once share the row.

    `body` is the body that the file seems to tell of, as far as it is known; `meeting` is set once its facts are in the register.
    """

    class Format(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        TXT = "txt", _("Text")

    file = models.FileField(_("file"), upload_to="originals/%Y/%m/")
    name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    size = models.PositiveIntegerField(_("size in bytes"))
    format = models.CharField(_("format"), max_length=4, choices=Format.choices, blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded"))
    body = models.ForeignKey(
        "meetings.Body", models.SET_NULL, null=True, blank=True, editable=False, related_name="+", verbose_name=_("body it tells of")
    )
    meeting = models.ForeignKey(
        "meetings.Meeting", models.SET_NULL, null=True, blank=True, related_name="documents", verbose_name=_("meeting")
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("original document")
        verbose_name_plural = _("original documents")
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class Sourced(Versioned):
    """A fact that may have been read from a document: its page and lines, counted from 1, the last line included."""

    source = models.ForeignKey(
        Document, models.SET_NULL, null=True, blank=True, editable=False, related_name="+", verbose_name=_("read from")
    )
    source_page = models.PositiveIntegerField(_("page"), null=True, blank=True, editable=False)
    source_line = models.PositiveIntegerField(_("line"), null=True, blank=True, editable=False)
    source_end_line = models.PositiveIntegerField(_("last line"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
