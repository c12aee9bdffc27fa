"""QuerySets of mails, letters and reminders, and the rule of who may see them."""

from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q

from cases.access import Actor


class MailQuerySet(models.QuerySet):
    def unfinished(self, now: datetime) -> "MailQuerySet":
        """Those whose next try has come, or whose worker is gone."""
        return self.filter(state="sending", try_at__lte=now)

    def visible_to(self, actor: Actor) -> "MailQuerySet":
        """Those that say something of a body that the actor manages."""
        if actor.is_administrator:
            return self
        within = self.model._meta.get_field("reminders").related_model._default_manager.filter(body__in=actor.managed_bodies)
        is_within = Exists(within.filter(mail=OuterRef("pk"))) | Exists(within.filter(earlier_mails=OuterRef("pk")))
        return self.filter(is_within | Q(letter__body__in=actor.managed_bodies))

    def withdrawable(self) -> "MailQuerySet":
        """Those of which `Mail.can_be_withdrawn` holds."""
        is_waiting = Q(state="sending") & (Q(attempts=0) | ~Q(error=""))
        return self.filter(Q(state__in=["failed", "empty"]) | is_waiting)


class LetterQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> "LetterQuerySet":
        """Those of the bodies that the actor manages. What is written in one is shown on the page of what it is about alone."""
        return self if actor.is_administrator else self.filter(body__in=actor.managed_bodies)

    def to_look_at(self) -> "LetterQuerySet":
        """Those whose mail did not leave, and that nobody has said to have seen."""
        return self.filter(mail__state__in=["failed", "empty"], seen_at=None)


class ReminderQuerySet(models.QuerySet):
    def due(self, now: datetime) -> "ReminderQuerySet":
        """Those that are to leave by now."""
        return self.filter(state="planned", send_at__lte=now)

    def of_mail(self, mail: models.Model) -> "ReminderQuerySet":
        """Those that are in the mail, or were until they were planned again."""
        earlier = self.model.earlier_mails.through.objects.filter(mail=mail, reminder=OuterRef("pk"))
        return self.filter(Q(mail=mail) | Exists(earlier))

    def note_mails(self) -> None:
        """Writes down in which mails those are, which locks them, before they are planned for another mail. Two queries at most."""
        pairs = self.filter(mail__isnull=False).select_for_update(of=("self",), no_key=True).values_list("pk", "mail_id")
        through = self.model.earlier_mails.through
        rows = [through(reminder_id=pk, mail_id=mail) for pk, mail in pairs]
        if rows:
            through.objects.bulk_create(rows, ignore_conflicts=True)

    def visible_to(self, actor: Actor) -> "ReminderQuerySet":
        """One's own, and those of the bodies that the actor manages. Their words are asked for apart (`Source.describe`)."""
        if actor.is_administrator:
            return self
        if actor.user_id is None:
            return self.none()
        own = Q(contact__user=actor.user_id) | Q(contact__person__user=actor.user_id)
        return self.filter(own | Q(body__in=actor.managed_bodies))

    def managed_by(self, actor: Actor) -> "ReminderQuerySet":
        """Those of the bodies that the actor manages."""
        return self if actor.is_administrator else self.filter(body__in=actor.managed_bodies)

    def to_look_at(self) -> "ReminderQuerySet":
        """Those that failed or were missed, and that nobody has said to have seen."""
        return self.filter(state__in=["failed", "missed"], seen_at=None)
