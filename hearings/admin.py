"""Hearings, their parties and the answers in Django admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cases.admin import RegisterAdmin
from hearings import services
from hearings.models import Extension, Hearing, HearingParty, HearingResponse


class PartyInline(admin.TabularInline):
    model = HearingParty
    autocomplete_fields = ["body"]
    extra = 0


class ExtensionInline(admin.TabularInline):
    model = Extension
    fields = readonly_fields = ["old", "new", "reason", "by", "at"]
    can_delete = False
    extra = 0

    def has_add_permission(self, request, obj=None) -> bool:
        return False


class OverdueFilter(admin.SimpleListFilter):
    """Whether the deadline has passed on the day of the request."""

    title = _("deadline")
    parameter_name = "past"

    def lookups(self, request, model_admin):
        return [("no", _("running")), ("yes", _("past"))]

    def queryset(self, request, queryset):
        lookups = {"no": "deadline__gte", "yes": "deadline__lt"}
        return queryset.filter(**{lookups[self.value()]: request.today}) if self.value() in lookups else queryset


@admin.register(Hearing)
class HearingAdmin(RegisterAdmin):
    list_display = ["subject", "body", "side", "item", "deadline", "review"]
    list_filter = [OverdueFilter, "side", "review", "body"]
    list_select_related = ["item", "body"]
    search_fields = ["subject", "quote", "sender", "item__title"]
    autocomplete_fields = ["item", "body", "reviewed_by"]
    inlines = [PartyInline, ExtensionInline]

    def save_related(self, request, form, formsets, change: bool) -> None:
        """What the register knows by itself follows what is corrected here."""
        super().save_related(request, form, formsets, change)
        if form.instance.item:
            services.track(items=[form.instance.item])


class StateFilter(admin.SimpleListFilter):
    """How far a party has come on the day of the request."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return HearingParty.State.choices

    def queryset(self, request, queryset):
        return queryset.in_state(self.value(), request.today) if self.value() in HearingParty.State.values else queryset


@admin.register(HearingParty)
class HearingPartyAdmin(RegisterAdmin):
    list_display = ["name", "hearing", "body", "asked_on", "reminded_on", "answered_on", "declined_on"]
    list_filter = [StateFilter]
    list_select_related = ["hearing", "body"]
    search_fields = ["name", "hearing__subject"]
    autocomplete_fields = ["hearing", "body"]


@admin.register(HearingResponse)
class HearingResponseAdmin(RegisterAdmin):
    list_display = ["party", "hearing", "given_on", "decided_at", "considered_at", "is_public"]
    list_filter = ["is_public"]
    list_select_related = ["party__hearing", "decided_at", "considered_at"]
    search_fields = ["party__name", "party__hearing__subject"]
    autocomplete_fields = ["party", "decided_at", "considered_at", "recorded_by"]
    exclude = ["file"]  # files come and go on the hearing's own page, where they are bounded
    readonly_fields = ["file_name"]

    @admin.display(description=_("hearing"))
    def hearing(self, response: HearingResponse) -> Hearing:
        return response.party.hearing
