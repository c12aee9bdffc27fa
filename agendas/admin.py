"""Standing items, breaks and attached files; and to look at, planned routes and their changes, the answers to what wanted a place, the changes of agendas and their versions."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from agendas.candidates import CandidateKind
from agendas.models import (
    AgendaBreak,
    AgendaStep,
    AgendaVersion,
    AttachmentFile,
    CandidateChoice,
    Route,
    RouteChange,
    RouteStop,
    StandingItem,
)
from agendas.models.candidates import KINDS
from cases.admin import GoesAlong, ReadOnlyAdmin
from concurrency.admin import ReadOnlyInline
from meetings.admin.locking import LockingAdmin
from meetings.admin.publication_warning import WarnsBeforePublishing
from meetings.admin.reading_log import LogsClosedReadings


@admin.register(StandingItem)
class StandingItemAdmin(LockingAdmin):
    body_paths = ("body",)
    list_display = ["title", "body", "position", "minutes", "keep"]
    list_filter = ["body"]
    list_select_related = ["body"]
    search_fields = ["title"]


@admin.register(AgendaBreak)
class AgendaBreakAdmin(LockingAdmin):
    body_paths = ("meeting__body",)
    list_display = ["meeting", "minutes", "after_minutes"]
    list_select_related = ["meeting__body"]
    autocomplete_fields = ["meeting"]


@admin.register(AttachmentFile)
class AttachmentFileAdmin(LockingAdmin, WarnsBeforePublishing, LogsClosedReadings):
    """A file is added on the agenda's page; deleted here it goes from the disk, too."""

    body_paths = ("item__body",)
    list_display = ["title", "item", "file_name", "closed", "is_removed", "added_at"]
    list_filter = ["closed", "is_removed"]
    list_select_related = ["item"]
    search_fields = ["title", "item__title"]
    fields = ["item", "title", "file_name", "size", "sha256", "closed", "is_removed", "added_by", "added_at"]
    readonly_fields = ["item", "file_name", "size", "sha256", "added_by", "added_at"]

    def has_add_permission(self, request) -> bool:
        return False


class RouteStopInline(ReadOnlyInline):
    model = RouteStop
    fields = ["position", "body", "due_start", "due_end"]


@admin.register(Route)
class RouteAdmin(GoesAlong, ReadOnlyAdmin):
    """A route is planned on its own page, where each change can be taken back."""

    list_display = ["matter"]
    list_select_related = ["matter"]
    search_fields = ["matter__title"]
    fields = ["matter"]
    inlines = [RouteStopInline]


@admin.register(RouteChange)
class RouteChangeAdmin(GoesAlong, ReadOnlyAdmin):
    list_display = ["at", "by", "route", "undone_at", "undone_by"]
    list_select_related = ["by", "route__matter", "undone_by"]
    date_hierarchy = "at"


class CandidateKindFilter(admin.ChoicesFieldListFilter):
    """The kinds by their names; the column holds their codes."""

    def choices(self, changelist):
        for choice in super().choices(changelist):
            code = choice["display"]
            yield choice | {"display": KINDS[CandidateKind(code)] if code in set(CandidateKind) else code}


@admin.register(CandidateChoice)
class CandidateChoiceAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "meeting", "kind_in_words", "item"]
    list_select_related = ["by", "meeting__body", "item"]
    list_filter = [("kind", CandidateKindFilter)]
    fields = ["meeting", "kind_in_words", "key", "item", "by", "at"]

    @admin.display(description=_("kind"), ordering="kind")
    def kind_in_words(self, choice: CandidateChoice) -> str:
        return choice.kind_told


@admin.register(AgendaStep)
class AgendaStepAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "meeting", "what", "undone_at", "undone_by"]
    list_select_related = ["by", "meeting__body", "undone_by"]
    list_filter = ["what"]
    date_hierarchy = "at"


@admin.register(AgendaVersion)
class AgendaVersionAdmin(ReadOnlyAdmin):
    """The version's content is shown on its own page, where reading a closed item is logged."""

    list_display = ["at", "by", "meeting", "number", "kind"]
    list_select_related = ["by", "meeting__body"]
    list_filter = ["kind"]
    date_hierarchy = "at"
