"""The outbox: one row for each deadline, step and contact, and one for each mail that takes some of them, or a letter, out."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models import Body
from reminders.deadlines import Duty
from reminders.models.contacts import Contact
from reminders.models.letters import Letter
from reminders.models.policies import KINDS
from reminders.querysets import MailQuerySet, ReminderQuerySet

DUTIES = [
    (Duty.SECRETARY.value, _("secretary of the body")),
    (Duty.CHAIR.value, _("chair")),
    (Duty.MEMBER.value, _("member")),
    (Duty.PARTY.value, _("party that is heard")),
    (Duty.RESPONSIBLE.value, _("responsible for it")),
]


class MailState(models.TextChoices):
    SENDING = "sending", _("sending")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")
    EMPTY = "empty", _("nothing left to say")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Mail(models.Model):
    """A mail that leaves, with reminders or with a letter. Its `message_id` is made with the row and kept, so a mail that is sent again can be recognised.

    Until it has left or is given up, `try_at` is when a worker may take it: the time of the next try, or the end of the present claim. While
    it is being sent it has no `error`: that is the last try's, told between one try and the next.
    """

    State = MailState

    contact = models.ForeignKey(Contact, models.CASCADE, db_index=False, related_name="mails", verbose_name=_("contact"))
    letter = models.OneToOneField(Letter, models.CASCADE, null=True, blank=True, related_name="mail", verbose_name=_("letter"))
    message_id = models.CharField(_("Message-ID"), max_length=200, unique=True)
    address = models.EmailField(_("e-mail address"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.SENDING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.CharField(_("last error"), max_length=20, blank=True)
    made_at = models.DateTimeField(_("made"))
    try_at = models.DateTimeField(_("may be taken at"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["try_at"], condition=Q(state="sending"), name="mails_to_try"),
            models.Index(fields=["contact", "sent_at"], name="mails_of_a_contact"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(state="sent") | Q(sent_at__isnull=False), name="a_sent_mail_has_its_time"),
        ]

    def __str__(self) -> str:
        return self.message_id

    @property
    def can_be_withdrawn(self) -> bool:
        """True if the mail has not left, and no worker is sending it."""
        return self.state in (self.State.FAILED, self.State.EMPTY) or (self.state == self.State.SENDING and not self.is_leaving)

    @property
    def is_leaving(self) -> bool:
        """True if a worker has the mail in hand."""
        return self.attempts > 0 and not self.error


class ReminderState(models.TextChoices):
    PLANNED = "planned", _("planned")
    SENDING = "sending", _("sending")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")
    MISSED = "missed", _("missed")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Reminder(models.Model):
    """A reminder of one deadline to one contact. `key` is the deadline's, `step` the policy's, `last` the deadline's day it was planned for.

    The outbox tells nothing of the deadline but its key: its words are asked for when the mail is written, and whenever a page shows it.
    """

    State = ReminderState

    class Error(models.TextChoices):
        """The reasons that no mail could be sent. A mail server's own code stands in `error` as it is: `550`."""

        NO_ADDRESS = "no_address", _("no address")
        NOT_AGREED = "not_agreed", _("has not agreed to mail")
        REFUSED = "refused", _("the address was refused")

    key = models.CharField(_("deadline that it is of"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=KINDS)
    step = models.CharField(_("step"), max_length=60)
    contact = models.ForeignKey(Contact, models.CASCADE, db_index=False, related_name="reminders", verbose_name=_("contact"))
    duty = models.CharField(_("duty"), max_length=12, choices=DUTIES)
    body = models.ForeignKey(Body, models.CASCADE, db_index=False, related_name="reminders", verbose_name=_("body"))
    last = models.DateField(_("deadline's day"))
    send_at = models.DateTimeField(_("is to be sent"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    error = models.CharField(_("error"), max_length=20, blank=True)
    mail = models.ForeignKey(Mail, models.RESTRICT, null=True, blank=True, related_name="reminders", verbose_name=_("mail"))
    earlier_mails = models.ManyToManyField(
        Mail, blank=True, editable=False, related_name="earlier_reminders", verbose_name=_("mails in which it did not leave")
    )
    by_hand = models.BooleanField(_("sent or skipped by hand"), default=False)
    seen_at = models.DateTimeField(_("seen"), null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["send_at", "pk"]
        indexes = [
            models.Index(fields=["send_at", "id"], condition=Q(state="planned"), name="reminders_to_send"),
            models.Index(fields=["contact", "send_at"], name="reminders_of_a_contact"),
            models.Index(fields=["body", "send_at"], name="reminders_of_a_body"),
            models.Index(fields=["body"], condition=Q(state__in=["failed", "missed"], seen_at__isnull=True), name="reminders_to_look_at"),
            models.Index(fields=["contact"], condition=Q(state="failed"), name="reminders_that_failed"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key", "step", "contact"], name="one_reminder_per_deadline_step_and_contact"),
            models.CheckConstraint(
                condition=~Q(state__in=["sending", "sent"]) | Q(mail__isnull=False), name="what_is_sent_is_sent_by_a_mail"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.step}"


class PlannedDeadline(models.Model):
    """A deadline for which the outbox says what is planned. `digest` is that of all its plan follows from, so that what has not changed is left alone."""

    key = models.CharField(_("deadline that it is of"), max_length=60, unique=True)
    digest = models.CharField(_("digest"), max_length=32)

    class Meta:
        verbose_name = _("planned deadline")
        verbose_name_plural = _("planned deadlines")

    def __str__(self) -> str:
        return self.key
