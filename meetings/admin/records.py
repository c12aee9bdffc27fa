"""Records that the service itself keeps: originals, readings of closed items, changes of matters, publications. To look at, not to edit."""

from django.contrib import admin
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cases.admin import ReadOnlyAdmin
from concurrency.admin import ReadOnlyInline
from meetings.models import AccessStep, BodyStep, ClosedReading, Document, MatterMove, MatterStep, MeetingPlan, PublicationStep


@admin.register(ClosedReading)
class ClosedReadingAdmin(ReadOnlyAdmin):
    """The log is searched on a page of its own; this list leads there and shows each row whole."""

    list_display = ["at", "user_name", "body_name", "meeting_date", "number"]
    search_fields = ["search_text"]
    date_hierarchy = "at"
    exclude = ["search_text"]

    def changelist_view(self, request, extra_context=None):
        return redirect("closed-readings")


@admin.register(AccessStep)
class AccessStepAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "item", "what", "name", "person", "is_guess"]
    list_filter = ["what"]
    list_select_related = ["by", "item", "person"]
    date_hierarchy = "at"


@admin.register(BodyStep)
class BodyStepAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "body", "what", "undone_at"]
    list_filter = ["what"]
    list_select_related = ["by", "body"]
    date_hierarchy = "at"


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ["name", "format", "pages", "meeting", "uploaded_by", "uploaded_at"]
    list_filter = ["format"]
    list_select_related = ["meeting__body", "uploaded_by"]
    search_fields = ["name", "sha256"]
    fields = ["name", "original", "format", "pages", "size", "sha256", "meeting", "uploaded_by", "uploaded_at"]

    @admin.display(description=_("file"))
    def original(self, document: Document) -> str:
        return format_html('<a href="{}">{}</a>', reverse("document", kwargs={"pk": document.pk}), document.name)


class MoveInline(ReadOnlyInline):
    model = MatterMove
    fields = ["item", "before", "after"]


@admin.register(MatterStep)
class MatterStepAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "undone_at"]
    list_select_related = ["by"]
    inlines = [MoveInline]


@admin.register(PublicationStep)
class PublicationStepAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "meeting", "what", "published"]
    list_filter = ["what", "published"]
    list_select_related = ["by", "meeting__body"]
    date_hierarchy = "at"


@admin.register(MeetingPlan)
class MeetingPlanAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "body", "first_day", "last_day", "undone_at"]
    list_select_related = ["by", "body"]
