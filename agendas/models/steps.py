"""The history of an agenda while it is made: each change with who, when and the agenda before and after it, so that it can be undone."""

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from concurrency.history_rows import HistoryRow
from meetings.models import Meeting


class AgendaStepKind(models.TextChoices):
    ADDED = "added", _("an item was added")
    PLACED = "placed", _("an item was put on")
    CHANGED = "changed", _("an item was changed")
    MOVED = "moved", _("an item was moved")
    REMOVED = "removed", _("an item was removed")
    ORDERED = "ordered", _("the suggested order was taken")
    BREAKS = "breaks", _("the breaks were changed")
    SPLIT = "split", _("an item was split in two")
    LEFT = "left", _("an item was moved to another meeting")
    CAME = "came", _("an item came from another meeting")
    SENT_ON = "sent_on", _("an item came from another body")
    ATTACHED = "attached", _("attachments were changed")


class AgendaStep(HistoryRow):
    """One change of the agenda of a meeting. `before` and `after` are the whole of it, as `agendas.snapshot` gives it.

    A change of two agendas at once, such as an item that is moved from the one to the other, is a step of each; they are `twin` to each
    other, and taken back together.
    """

    What = AgendaStepKind

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda_steps", verbose_name=_("meeting"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    before = models.JSONField(_("before"), editable=False)
    after = models.JSONField(_("after"), editable=False)
    twin = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("step of the other agenda")
    )

    class Meta:
        verbose_name = _("change of an agenda")
        verbose_name_plural = _("changes of agendas")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"
