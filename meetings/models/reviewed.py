"""The base of facts read out of running text, which wait for somebody's yes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.fields import DerivedCharField
from danish.folding import name_key
from meetings.models.documents import Sourced

_KEY_LENGTH = 200  # of a sentence's letters: more than enough to tell it from its fellows in one item


class Reviewed(Sourced):
    """A fact read out of a sentence, with the sentence word for word and the rule that took it for one.

    Until somebody has looked at it, it is unreviewed and shown as such. `read` is what the reader made of the sentence, kept when a
    person corrects it. A rejected one stays, so that the same sentence is not proposed anew when the document is read again.
    """

    class Review(models.TextChoices):
        UNREVIEWED = "unreviewed", _("unreviewed")
        ACCEPTED = "accepted", _("accepted")
        CORRECTED = "corrected", _("corrected")
        REJECTED = "rejected", _("rejected")
        ADDED = "added", _("added by hand")

    quote = models.TextField(_("sentence"), blank=True)
    quote_key = DerivedCharField(_("comparison key"), max_length=_KEY_LENGTH, blank=True, of="key_of_quote")
    rule = models.CharField(_("taken for one because"), max_length=100, blank=True)
    read = models.JSONField(_("as read"), null=True, blank=True, editable=False)
    review = models.CharField(_("review"), max_length=20, choices=Review.choices, default=Review.UNREVIEWED, db_index=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("reviewed by")
    )
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def key_of_quote(self) -> str:
        return name_key(self.quote)[:_KEY_LENGTH]
