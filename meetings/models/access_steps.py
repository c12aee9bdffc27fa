"""The steps that decided who may read an item, each with who said so and when."""

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from cases.fields import DerivedCharField
from danish.folding import name_key
from meetings.models.items import AgendaItem
from meetings.models.people import Person

_NAME_LENGTH = 300


class AccessStepKind(models.TextChoices):
    OPENED = "opened", _("the item is open")
    CLOSED = "closed", _("the item is closed")
    DOUBTED = "doubted", _("the answer was taken back")
    SHUT_OUT = "shut_out", _("shut out")
    LET_IN = "let_in", _("not shut out")


class AccessStep(models.Model):
    """One answer, or one change, of who may read an item. Who may read it now, the item itself says (`closed`, `in_doubt`, `shut_out`).

    `name` is the disqualified member as the document names him or her. A guess shuts out somebody whom the name may mean: whom it does
    mean is still to be answered.
    """

    What = AccessStepKind

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="access_steps", verbose_name=_("item"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("person"))
    name = models.CharField(_("name"), max_length=_NAME_LENGTH, blank=True)
    name_key = DerivedCharField(_("comparison key"), max_length=_NAME_LENGTH, blank=True, of="key_of_name")
    is_guess = models.BooleanField(_("guess"), default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("step about who may read")
        verbose_name_plural = _("steps about who may read")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_what_display()}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"

    @property
    def key_of_name(self) -> str:
        return name_key(self.name)
