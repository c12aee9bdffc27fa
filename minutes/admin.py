"""Imports in Django admin, to look at: they are read, reviewed, applied and undone on the import pages."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cases.admin import ReadOnlyAdmin
from meetings.models import Meeting
from minutes.models import Import, MeetingCorrection, ProposalAnswer, ReadingCorrection


class CorrectionInline(admin.TabularInline):
    """Corrections of a reading, with who made them and when; the texts are shown on the review page alone, since they may be closed."""

    model = ReadingCorrection
    fields = ["part", "by", "at", "undone_by", "undone_at"]
    extra = 0

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Import)
class ImportAdmin(ReadOnlyAdmin):
    list_display = ["document", "state", "meeting", "applied_at", "applied_by"]
    list_filter = ["state"]
    list_select_related = ["document", "meeting__body", "applied_by"]
    search_fields = ["document__name"]
    inlines = [CorrectionInline]
    fields = ["document", "state", "meeting", "review", "claimed_at", "attempts", "applied_at", "applied_by", "undone_at", "undone_by"]

    @admin.display(description=_("review"))
    def review(self, an_import: Import) -> str:
        return format_html('<a href="{}">{}</a>', reverse("import-review", kwargs={"pk": an_import.pk}), an_import.document.name)


@admin.register(MeetingCorrection)
class MeetingCorrectionAdmin(ReadOnlyAdmin):
    """Corrections of a meeting, with who made them and when; the texts are shown on its own page alone, since they may be closed."""

    list_display = ["meeting", "parts", "by", "at", "undone_at"]
    list_select_related = ["meeting__body", "by"]
    search_fields = ["meeting__body__name"]
    fields = ["meeting", "parts", "by", "at", "undone_by", "undone_at"]


@admin.register(ProposalAnswer)
class ProposalAnswerAdmin(ReadOnlyAdmin):
    """Answers to what was proposed, with who gave them and when; the sentences are shown beside their items alone, since they may be closed."""

    list_display = ["meeting", "said", "part", "score", "by", "at"]
    list_filter = ["said"]
    list_select_related = ["item__meeting__body", "by"]
    search_fields = ["item__body__name"]
    fields = ["meeting", "said", "part", "score", "by", "at"]

    @admin.display(description=_("meeting"))
    def meeting(self, answer: ProposalAnswer) -> Meeting:
        return answer.item.meeting
