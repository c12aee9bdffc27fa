"""A version number on every row that people edit, so that a form tells whether its row has been changed since it was opened; and the forms
that have made a row, so that one sent twice makes one."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from concurrency.fields import VersionFormField


class VersionField(models.PositiveIntegerField):
    """Counts the writes of its row, from 1. The database adds the one, so two writes at once count as two."""

    def pre_save(self, model_instance, add):
        seen = getattr(model_instance, self.attname)
        if add:
            return seen
        setattr(model_instance, self.attname, seen + 1)
        return F(self.attname) + 1

    def formfield(self, **kwargs):
        return VersionFormField()

    def save_form_data(self, instance, data):
        """Leaves the row's own number alone: what a form holds is the number it was opened with."""


class VersionedQuerySet(models.QuerySet):
    def update(self, **columns) -> int:
        """As every queryset, and each row counts it. `bulk_update` goes this way too."""
        return super().update(**{"version": F("version") + 1} | columns)

    update.alters_data = True


class Versioned(models.Model):
    """A row whose `version` grows with each write of it, by whichever way. A queryset of its own inherits `VersionedQuerySet`."""

    version = VersionField(_("version"), default=1)

    objects = VersionedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs) -> None:
        if update_fields:
            update_fields = {*update_fields, "version"}
        super().save(*args, update_fields=update_fields, **kwargs)


class SentForm(models.Model):
    """A form that has made a row. Its token was given out with the page, and the row was made in the same transaction."""

    token = models.CharField(_("token"), max_length=40, unique=True)

    class Meta:
        verbose_name = _("form that was sent")
        verbose_name_plural = _("forms that were sent")

    def __str__(self) -> str:
        return self.token
