"""Hearings, their parties and the answers in Django admin."""

from collections.abc import Collection

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from concurrency.admin import ReadOnlyInline, TransitionInline, VersionedTabularInline
from hearings import services
from hearings.dependents import bodies_that_wait, hearing_changed
from hearings.models import Extension, Hearing, HearingParty, HearingResponse, HearingStep, PartyStep, RejectedProposal
from meetings.admin.locking import LockingAdmin
from meetings.admin.publication_warning import WarnsBeforePublishing
from meetings.admin.reading_log import LogsClosedReadings


class PartyInline(VersionedTabularInline):
    model = HearingParty
    autocomplete_fields = ["body"]
    readonly_fields = ["answered_on"]  # it follows the answers
    extra = 0


class ExtensionInline(ReadOnlyInline):
    model = Extension
    fields = ["old", "new", "reason", "by", "at"]


class RejectedProposalInline(ReadOnlyInline):
    model = RejectedProposal
    fk_name = "hearing"
    fields = ["says", "other", "party", "same_as", "by", "at"]


class HearingStepInline(TransitionInline):
    model = HearingStep


class PartyStepInline(TransitionInline):
    model = PartyStep


class OverdueFilter(admin.SimpleListFilter):
    """Filters hearings by whether the deadline has passed on the day of the request."""

    title = _("deadline")
    parameter_name = "past"

    def lookups(self, request, model_admin):
        return [("no", _("running")), ("yes", _("past"))]

    def queryset(self, request, queryset):
        lookups = {"no": "deadline__gte", "yes": "deadline__lt"}
        return queryset.filter(**{lookups[self.value()]: request.today}) if self.value() in lookups else queryset


class HoldsWhatWaits(LockingAdmin):
    """A correction here moves the obligations that wait for the hearing, so their bodies are held too. `hearing_path` leads from a row to its hearing."""

    hearing_path = "pk"

    def bodies_concerned(self, request, rows: QuerySet) -> set[int | None]:
        hearings = {*rows.values_list(self.hearing_path, flat=True), *self.asked(request, self.hearing_path)}
        return super().bodies_concerned(request, rows) | bodies_that_wait(hearings)


@admin.register(Hearing)
class HearingAdmin(HoldsWhatWaits, WarnsBeforePublishing, LogsClosedReadings):
    exclude = ["rule"]  # a name in the code, in English
    body_paths = ("body", "item__body")
    list_display = ["subject", "body", "role", "item", "deadline", "review"]
    list_filter = [OverdueFilter, "role", "review", "body"]
    list_select_related = ["item", "body"]
    search_fields = ["subject", "quote", "sender", "item__title"]
    autocomplete_fields = ["item", "body", "reviewed_by"]
    inlines = [PartyInline, ExtensionInline, RejectedProposalInline, HearingStepInline]

    def save_related(self, request, form, formsets, change: bool) -> None:
        """Synchronises the hearing with the register after a correction, and tells those who wait for it."""
        super().save_related(request, form, formsets, change)
        if form.instance.item:
            services.sync_hearings(items=[form.instance.item])
        hearing_changed(hearing=form.instance, by=request.user, now=request.now)


class StateFilter(admin.SimpleListFilter):
    """Filters parties by their state on the day of the request."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return HearingParty.State.choices

    def queryset(self, request, queryset):
        return queryset.in_state(self.value(), request.today) if self.value() in HearingParty.State.values else queryset


@admin.register(HearingParty)
class HearingPartyAdmin(HoldsWhatWaits, WarnsBeforePublishing, LogsClosedReadings):
    hearing_path = "hearing"
    body_paths = ("hearing__body", "hearing__item__body")
    item_paths = ("hearing__item",)
    list_display = ["name", "hearing", "body", "asked_on", "reminded_on", "answered_on", "declined_on"]
    list_filter = [StateFilter]
    list_select_related = ["hearing", "body"]
    search_fields = ["name", "hearing__subject"]
    autocomplete_fields = ["hearing", "body"]
    readonly_fields = ["answered_on"]  # it follows the answers
    inlines = [PartyStepInline]

    def save_model(self, request, obj: HearingParty, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        _tell_dependents({obj.hearing_id, form.initial.get("hearing", obj.hearing_id)}, request)

    def delete_model(self, request, obj: HearingParty) -> None:
        super().delete_model(request, obj)
        _tell_dependents({obj.hearing_id}, request)


@admin.register(HearingResponse)
class HearingResponseAdmin(HoldsWhatWaits, WarnsBeforePublishing, LogsClosedReadings):
    hearing_path = "party__hearing"
    body_paths = ("party__hearing__body", "party__hearing__item__body")
    item_paths = ("party__hearing__item",)
    list_display = ["party", "hearing", "given_on", "decided_at", "considered_at", "is_public", "is_removed"]
    list_filter = ["is_public", "is_removed"]
    list_select_related = ["party__hearing", "decided_at", "considered_at"]
    search_fields = ["party__name", "party__hearing__subject"]
    autocomplete_fields = ["party", "decided_at", "considered_at", "recorded_by"]
    exclude = ["file"]  # files come and go on the hearing's own page, where they are bounded
    readonly_fields = ["file_name", "is_removed"]  # it is removed and given back on the hearing's own page

    def save_model(self, request, obj: HearingResponse, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        parties = {obj.party_id, form.initial.get("party", obj.party_id)}
        for party in HearingParty.objects.filter(pk__in=parties):
            services.tell_day(party=party)
        _tell_dependents(HearingParty.objects.filter(pk__in=parties).values("hearing"), request)

    def delete_model(self, request, obj: HearingResponse) -> None:
        services.delete_answer(response=obj, by=request.user, now=request.now)

    @admin.display(description=_("hearing"))
    def hearing(self, response: HearingResponse) -> Hearing:
        return response.party.hearing


def _tell_dependents(keys: Collection[int] | QuerySet, request) -> None:
    """Updates the responses that wait for the hearings of these keys after a correction."""
    for hearing in Hearing.objects.filter(pk__in=keys).order_by("pk"):
        hearing_changed(hearing=hearing, by=request.user, now=request.now)
