"""Imports in Django admin, to look at: they are read, reviewed, applied and undone on the import pages."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cases.admin import ReadOnlyAdmin
from minutes.models import Import


@admin.register(Import)
class ImportAdmin(ReadOnlyAdmin):
    list_display = ["document", "state", "meeting", "applied_at", "applied_by"]
    list_filter = ["state"]
    list_select_related = ["document", "meeting__body", "applied_by"]
    search_fields = ["document__name"]
    fields = ["document", "state", "meeting", "review", "claimed_at", "attempts", "applied_at", "applied_by", "undone_at", "undone_by"]

    @admin.display(description=_("review"))
    def review(self, an_import: Import) -> str:
        return format_html('<a href="{}">{}</a>', reverse("import-review", kwargs={"pk": an_import.pk}), an_import.document.name)
