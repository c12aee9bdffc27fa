"""Follow-ups, planned treatments and what is to come of them in Django admin."""

from datetime import timedelta

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.admin import GoesAlong, ReadOnlyAdmin
from concurrency.admin import TransitionInline
from followups import services
from followups.models import FollowUp, Occurrence, PlannedTreatment, Proposal, Step
from followups.wording import reasons_in_words
from meetings.admin.locking import LockingAdmin
from meetings.admin.publication_warning import WarnsBeforePublishing
from meetings.admin.reading_log import LogsClosedReadings
from meetings.models import AgendaItem

SOON = timedelta(days=30)


class DueFilter(admin.SimpleListFilter):
    """Filters occurrences by their due days, as seen from the day of the request."""

    title = _("due")
    parameter_name = "due"

    def lookups(self, request, model_admin):
        return [
            ("overdue", _("overdue")),
            ("soon", _("within 30 days")),
            ("later", _("later")),
            ("undated", _("without a date")),
            ("history", pgettext_lazy("due before the start", "history")),
        ]

    def queryset(self, request, queryset):
        today = request.today
        narrowed = {
            "overdue": lambda: queryset.overdue(today),
            "soon": lambda: queryset.open().counting().filter(due_end__gte=today, due_end__lte=today + SOON),
            "later": lambda: queryset.open().counting().filter(due_end__gt=today + SOON),
            "undated": lambda: queryset.open().filter(due_end__isnull=True),
            "history": queryset.historic,
        }
        return narrowed[self.value()]() if self.value() in narrowed else queryset


class PlacedFilter(admin.SimpleListFilter):
    title = _("on an agenda")
    parameter_name = "placed"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request, queryset):
        if self.value() not in ("yes", "no"):
            return queryset
        placed = Q(placed_on__in=AgendaItem.objects.taking_place())
        return queryset.open().filter(placed if self.value() == "yes" else ~placed)


class TrackedAdmin(LockingAdmin, WarnsBeforePublishing, LogsClosedReadings):
    """Corrections and deletions here recompute the occurrences; a follow-up that a deleted one had superseded goes on by itself."""

    def save_model(self, request, obj: FollowUp | PlannedTreatment | Occurrence, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        services.sync_occurrences(items=[obj.item])

    def delete_model(self, request, obj: FollowUp | PlannedTreatment) -> None:
        super().delete_model(request, obj)
        services.sync_occurrences(items=[obj.item])


@admin.register(FollowUp)
class FollowUpAdmin(TrackedAdmin):
    exclude = ["rule"]  # a name in the code, in English
    body_paths = ("item__body", "owed_to")
    list_display = ["text", "kind", "item", "responsible", "due_end", "review"]
    list_filter = ["kind", "review", "item__body"]
    list_select_related = ["item"]
    search_fields = ["text", "quote", "responsible", "item__title"]
    autocomplete_fields = ["item", "owed_to", "reviewed_by"]


@admin.register(PlannedTreatment)
class PlannedTreatmentAdmin(TrackedAdmin):
    exclude = ["rule"]  # a name in the code, in English
    body_paths = ("item__body", "body")
    list_display = ["title", "body_name", "item", "due_end", "review"]
    list_filter = ["review", "body"]
    list_select_related = ["item"]
    search_fields = ["title", "body_name", "item__title"]
    autocomplete_fields = ["item", "body", "reviewed_by"]


class StepInline(TransitionInline):
    model = Step


@admin.register(Occurrence)
class OccurrenceAdmin(GoesAlong, TrackedAdmin):
    body_paths = ("item__body", "body")
    list_display = ["__str__", "body", "ordinal", "due_end", "state", "placed_on", "met_by"]
    list_filter = ["state", DueFilter, PlacedFilter, "follow_up__kind", "body"]
    list_select_related = ["follow_up", "planned", "body", "placed_on", "met_by"]
    search_fields = ["follow_up__text", "follow_up__responsible", "planned__title", "item__title"]
    autocomplete_fields = ["item", "body", "follow_up", "planned", "placed_on", "met_by"]
    inlines = [StepInline]


@admin.register(Proposal)
class ProposalAdmin(GoesAlong, LogsClosedReadings, ReadOnlyAdmin):
    item_paths = ("occurrence__item",)
    list_display = ["occurrence", "item", "says", "state", "by", "at"]
    list_filter = ["state", "says"]
    list_select_related = ["occurrence__follow_up", "occurrence__planned", "item", "by"]
    search_fields = ["occurrence__follow_up__text", "occurrence__planned__title", "item__title"]
    exclude = ["reasons"]
    readonly_fields = ["reasons_told"]

    @admin.display(description=_("reasons"))
    def reasons_told(self, proposal: Proposal) -> str:
        return ", ".join(reasons_in_words(proposal.reasons, number=proposal.item.case.number if proposal.item.case else ""))
