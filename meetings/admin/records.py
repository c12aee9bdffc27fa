"""What the service itself writes down: originals, readings of closed items, changes of matters, what was published. To look at, not to edit."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cases.admin import ReadOnlyAdmin
from meetings.models import ClosedReading, Document, MatterMove, MatterStep, PublicationStep


@admin.register(ClosedReading)
class ClosedReadingAdmin(ReadOnlyAdmin):
    list_display = ["at", "user", "item"]
    list_select_related = ["user", "item"]
    search_fields = ["user__username", "user__name", "item__title"]
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


class MoveInline(admin.TabularInline):
    model = MatterMove
    fields = readonly_fields = ["item", "before", "after"]
    can_delete = False
    extra = 0

    def has_add_permission(self, request, obj=None) -> bool:
        return False


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
