"""Contacts, policies, letters and the outbox in Django admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cases.admin import ReadOnlyAdmin, RegisterAdmin
from concurrency.admin import ReadOnlyInline, TransitionInline
from meetings.admin.reading_log import LogsClosedReadings
from reminders.models import Attempt, Contact, Letter, Mail, PolicyStep, Reminder, ReminderPolicy, ReminderStep
from reminders.step_words import row_step_in_words
from reminders.wording import error_in_words


@admin.register(Contact)
class ContactAdmin(RegisterAdmin):
    list_display = ["__str__", "address_now", "rhythm", "refuses"]
    list_filter = ["rhythm", "consents"]
    list_select_related = ["user", "person"]
    search_fields = ["name", "email", "user__name", "user__username", "user__email", "person__name"]
    autocomplete_fields = ["user", "person", "muted_bodies"]
    readonly_fields = ["refused_email", "refused_at", "refused_code"]

    @admin.display(description=_("e-mail address"))
    def address_now(self, contact: Contact) -> str:
        return contact.address

    @admin.display(description=_("refused"), boolean=True)
    def refuses(self, contact: Contact) -> bool:
        return contact.is_refused


class PolicyStepInline(TransitionInline):
    model = PolicyStep
    fields = [*TransitionInline.fields, "carried_from"]


class ReminderStepInline(ReadOnlyInline):
    model = ReminderStep
    fields = ["at", "what", "by"]


class _ErrorInWords:
    """Adds the error in words, in the place of its code."""

    @admin.display(description=_("error"))
    def told(self, row: Attempt | Mail | Reminder) -> str:
        return error_in_words(row.error) if row.error else ""


class AttemptInline(_ErrorInWords, ReadOnlyInline):
    model = Attempt
    fields = ["at", "told"]


@admin.register(ReminderPolicy)
class ReminderPolicyAdmin(RegisterAdmin):
    list_display = ["kind", "body"]
    list_filter = ["kind"]
    list_select_related = ["body"]
    search_fields = ["body__name"]
    autocomplete_fields = ["body"]
    inlines = [PolicyStepInline]

    def save_model(self, request, obj: ReminderPolicy, form, change: bool) -> None:
        """Writes the change into the policy's history, as the policy's own page does."""
        before = form.initial.get("steps") if change else None
        super().save_model(request, obj, form, change)
        if obj.steps != before:
            columns = {"before": {"steps": before}, "after": {"steps": obj.steps}}
            PolicyStep.objects.create(policy=obj, what=PolicyStep.What.WRITTEN, by=request.user, at=request.now, **columns)


@admin.register(Mail)
class MailAdmin(_ErrorInWords, ReadOnlyAdmin):
    list_display = ["made_at", "contact", "address", "state", "attempts", "told"]
    exclude = ["error"]
    readonly_fields = ["told"]
    list_filter = ["state"]
    list_select_related = ["contact__user", "contact__person"]
    search_fields = ["message_id", "address"]
    inlines = [AttemptInline]


@admin.register(Letter)
class LetterAdmin(LogsClosedReadings, ReadOnlyAdmin):
    list_display = ["at", "body", "recipient", "way", "sent_on", "by"]
    list_filter = ["way"]
    list_select_related = ["body", "by"]
    search_fields = ["recipient", "address", "body__name"]


@admin.register(Reminder)
class ReminderAdmin(_ErrorInWords, ReadOnlyAdmin):
    list_display = ["send_at", "kind", "step_told", "contact", "body", "state", "told"]
    exclude = ["error"]
    readonly_fields = ["told"]
    list_filter = ["state", "kind"]
    list_select_related = ["contact__user", "contact__person", "body"]
    search_fields = ["key", "contact__name", "body__name"]
    inlines = [ReminderStepInline]

    @admin.display(description=_("step"))
    def step_told(self, reminder: Reminder) -> str:
        return row_step_in_words(reminder.step, reminder.kind)
