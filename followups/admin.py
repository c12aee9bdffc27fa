"""Follow-ups and planned treatments in Django admin."""

from django.contrib import admin

from cases.admin import RegisterAdmin
from followups.models import FollowUp, PlannedTreatment


@admin.register(FollowUp)
class FollowUpAdmin(RegisterAdmin):
    list_display = ["text", "kind", "item", "responsible", "due_end", "review"]
    list_filter = ["kind", "review"]
    list_select_related = ["item"]
    search_fields = ["text", "quote", "responsible", "item__title"]
    autocomplete_fields = ["item", "reviewed_by"]


@admin.register(PlannedTreatment)
class PlannedTreatmentAdmin(RegisterAdmin):
    list_display = ["title", "body_name", "item", "due_end", "review"]
    list_filter = ["review"]
    list_select_related = ["item"]
    search_fields = ["title", "body_name", "item__title"]
    autocomplete_fields = ["item", "body", "reviewed_by"]
