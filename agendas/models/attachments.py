"""The files that are added to an item as attachments while its agenda is made."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.access import Actor
from concurrency.models import Versioned, VersionedQuerySet
from meetings.models import AgendaItem
from meetings.visibility import readable_appearances


class AttachmentFileQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """The files of the items that `actor` may read; one that is closed by itself is for those who would read the item if it were closed."""
        rows = self.filter(readable_appearances(actor, "item__"), is_removed=False)
        if actor.is_administrator:
            return rows
        own = Q(item__body__in=actor.managed_bodies)
        if actor.sits_on:
            own |= Q(item__body__in=actor.sits_on) & ~Q(item__in=AgendaItem.objects.filter(shut_out=actor.person_id).values("pk"))
        return rows.filter(Q(closed=False) | own)


class AttachmentFile(Versioned):
    """A file under Bilag, kept as it came. `closed` closes it to the public though its item is open.

    One that is removed stays, unseen, so that it can be given back; so does one whose item is taken off its agenda, with `item` null meanwhile.
    """

    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="attachment_files", verbose_name=_("item"))
    title = models.CharField(_("title"), max_length=300)
    file = models.FileField(_("file"), upload_to="attachments/%Y/%m/")
    file_name = models.CharField(_("file name"), max_length=255)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    closed = models.BooleanField(_("closed"), default=False)
    is_removed = models.BooleanField(_("removed"), default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(_("added"))

    objects = AttachmentFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("attached file")
        verbose_name_plural = _("attached files")
        ordering = ["item", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("attachment-file", kwargs={"pk": self.pk})
