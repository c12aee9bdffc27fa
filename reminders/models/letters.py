"""Letters in which somebody is asked for what is waited for."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models import AgendaItem, Body
from reminders.querysets import LetterQuerySet

ADDRESS_CHARACTERS = 254


class Letter(models.Model):
    """A letter that asks for what is waited for: sent by mail, set in type for the post, or told in another way.

    `key` is the deadline's, `item` the item that tells of it. What was written stays as it was, whatever becomes of the deadline.
    """

    class Way(models.TextChoices):
        MAIL = "mail", _("mail")
        POST = "post", _("post")
        HAND = "hand", _("another way")

    key = models.CharField(_("deadline that it is of"), max_length=60)
    body = models.ForeignKey(Body, models.CASCADE, related_name="letters", verbose_name=_("body"))
    item = models.ForeignKey(AgendaItem, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("item"))
    way = models.CharField(_("way"), max_length=10, choices=Way.choices)
    recipient = models.CharField(_("recipient"), max_length=200)
    address = models.EmailField(_("e-mail address"), max_length=ADDRESS_CHARACTERS, blank=True)
    postal_address = models.TextField(_("postal address"), blank=True)
    how = models.CharField(_("how"), max_length=200, blank=True)
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"))
    sent_on = models.DateField(_("day"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))
    seen_at = models.DateTimeField(_("seen"), null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(way="mail") | ~Q(address=""), name="a_mailed_letter_has_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.sent_on}"

    @property
    def is_mailed(self) -> bool:
        return self.way == self.Way.MAIL

    @property
    def can_be_taken_back(self) -> bool:
        """True if the letter can be undone: a mail that has left, or is leaving now, cannot. Its mail is at hand."""
        return not self.is_mailed or self.mail.can_be_withdrawn
