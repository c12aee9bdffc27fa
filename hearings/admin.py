"""Hearings and their parties in Django admin."""

from django.contrib import admin

from cases.admin import RegisterAdmin
from hearings.models import Hearing, HearingParty


class PartyInline(admin.TabularInline):
    model = HearingParty
    autocomplete_fields = ["body"]
    extra = 0


@admin.register(Hearing)
class HearingAdmin(RegisterAdmin):
    list_display = ["subject", "item", "deadline", "review"]
    list_filter = ["review"]
    list_select_related = ["item"]
    search_fields = ["subject", "quote", "item__title"]
    autocomplete_fields = ["item", "reviewed_by"]
    inlines = [PartyInline]
