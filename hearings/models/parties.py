"""Parties of hearings (høringsparter) and their answers (høringssvar)."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from concurrency.models import Versioned
from hearings.models.hearings import Hearing, HearingRole
from hearings.querysets import HearingPartyQuerySet, HearingResponseQuerySet
from meetings.models import AgendaItem, Body


class HearingPartyState(models.TextChoices):
    NOT_ASKED = "not_asked", _("nothing noted yet")
    ASKED = "asked", _("asked")
    REMINDED = "reminded", _("reminded")
    ANSWERED = "answered", _("answered")
    DECLINED = "declined", _("declined to answer")
    SILENT = "silent", _("no answer noted")


class HearingParty(Versioned):
    """Somebody asked in a hearing, as printed; `body` when the register knows it. How far it has come follows from its days.

    Another spelling of a party is a `duplicate_of` it, and has given its answers to it. Neither that nor what `is_dropped` is shown to
    anybody; the rows stay, so that a later reading of the same names does not bring them back.
    """

    State = HearingPartyState

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="parties", verbose_name=_("hearing"))
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name as printed"), max_length=200)
    body = models.ForeignKey(Body, models.SET_NULL, null=True, blank=True, related_name="heard_in", verbose_name=_("body"))
    asked_on = models.DateField(_("asked"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded"), null=True, blank=True)
    answered_on = models.DateField(
        _("answered"), null=True, blank=True, help_text=_("The first answer's day; kept when an answer is recorded.")
    )
    declined_on = models.DateField(_("declined"), null=True, blank=True)
    duplicate_of = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, editable=False, related_name="duplicates", verbose_name=_("the same as")
    )
    is_dropped = models.BooleanField(_("no party any more"), default=False, editable=False)

    objects = HearingPartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("party to a hearing")
        verbose_name_plural = _("parties to hearings")
        ordering = ["hearing", "position"]
        constraints = [models.UniqueConstraint(fields=["hearing", "position"], name="parties_stand_in_order")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_own(self) -> bool:
        """True if the party is the consulted body itself: its answer is drafted, decided and sent. Its hearing is at hand."""
        return self.hearing.role == HearingRole.CONSULTED and self.body_id == self.hearing.body_id

    @property
    def is_late(self) -> bool:
        """True if its first answer came after the deadline in force; its hearing is at hand."""
        return bool(self.hearing.deadline and self.answered_on and self.answered_on > self.hearing.deadline)

    def state_on(self, today: date) -> "HearingParty.State":
        """Returns the state of the party on `today`; its hearing is at hand."""
        if self.answered_on:
            return self.State.ANSWERED
        if self.declined_on:
            return self.State.DECLINED
        if self.hearing.deadline and self.hearing.deadline < today:
            return self.State.SILENT
        if self.reminded_on:
            return self.State.REMINDED
        opened = self.hearing.opened_on
        return self.State.ASKED if self.asked_on or (opened and opened <= today) else self.State.NOT_ASKED


class HearingResponse(Versioned):
    """A party's answer. Without `given_on` it is a draft of our own; with it the day it was sent or came in.

    `decided_at` is the item at which a body of ours decided its answer, `considered_at` the one at which the body that asked considered it.
    The text and the file are for the body's own people unless `is_public`. One that `is_removed` is shown to nobody; it and its file stay, so
    that removing it can be undone.
    """

    party = models.ForeignKey(HearingParty, models.CASCADE, related_name="responses", verbose_name=_("party"))
    text = models.TextField(_("answer"), blank=True)
    file = models.FileField(_("file"), upload_to="answers/%Y/%m/", blank=True)
    file_name = models.CharField(_("file name"), max_length=255, blank=True)
    given_on = models.DateField(_("given"), null=True, blank=True)
    decided_at = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="decided_responses", verbose_name=_("decided at")
    )
    considered_at = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="considered_responses", verbose_name=_("considered at")
    )
    is_public = models.BooleanField(_("may be read by everybody"), default=False)
    is_removed = models.BooleanField(_("removed"), default=False, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded"))

    objects = HearingResponseQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a hearing")
        verbose_name_plural = _("answers to hearings")
        ordering = ["party", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(is_public=False) | Q(given_on__isnull=False), name="a_draft_is_not_public"),
        ]

    def __str__(self) -> str:
        return str(self.party)

    def is_late(self, deadline: date | None) -> bool:
        """True if the answer was given after the hearing's deadline in force."""
        return bool(deadline and self.given_on and self.given_on > deadline)
