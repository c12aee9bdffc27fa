"""Two rows that were the same person or body, made one, and what it takes to part them again."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from concurrency.history_rows import HistoryRow


class MergeKind(models.TextChoices):
    PERSON = "person", _("person")
    BODY = "body", _("body")


class Merge(HistoryRow):
    """`gone_name` was merged into `kept_name`. The old key keeps leading to the kept row as long as it is not undone.

    `gone` is the row as it was; `moved` the keys of the rows that were moved, by model and column; `changed` the columns that had to be
    others, as (model, key, values before); `dropped` the rows that said the same twice; `made` the rows written down beside.
    """

    Kind = MergeKind

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    kept_key = models.PositiveBigIntegerField(_("key of the one that was kept"))
    kept_name = models.CharField(_("kept"), max_length=200)
    gone_key = models.PositiveBigIntegerField(_("key of the one that is gone"))
    gone_name = models.CharField(_("merged into it"), max_length=200)
    gone = models.JSONField(_("as it was"), encoder=DjangoJSONEncoder)
    moved = models.JSONField(_("what moved"), default=dict)
    changed = models.JSONField(_("what was changed"), default=list, encoder=DjangoJSONEncoder)
    dropped = models.JSONField(_("what was said twice"), default=list, encoder=DjangoJSONEncoder)
    made = models.JSONField(_("what was written down beside"), default=list)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "gone_key"], name="merge_gone")]

    def __str__(self) -> str:
        return f"{self.gone_name} → {self.kept_name}"
