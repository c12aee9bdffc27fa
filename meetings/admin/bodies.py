"""Bodies, the people on them and the secretaries who serve them."""

from django.contrib import admin

from cases.admin import RegisterAdmin
from meetings.models import Body, BodyName, Membership, Person, Service


class BodyNameInline(admin.TabularInline):
    model = BodyName
    extra = 0


class MembershipInline(admin.TabularInline):
    model = Membership
    autocomplete_fields = ["person", "body"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "body")


class ServiceInline(admin.TabularInline):
    model = Service
    autocomplete_fields = ["user"]
    extra = 0


@admin.register(Body)
class BodyAdmin(RegisterAdmin):
    list_display = ["name", "kind", "numbering", "dispatch_days", "saturday_counts"]
    list_filter = ["kind"]
    search_fields = ["name", "other_names__name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [BodyNameInline, ServiceInline, MembershipInline]


@admin.register(Person)
class PersonAdmin(RegisterAdmin):
    list_display = ["name", "party", "user"]
    list_select_related = ["user"]
    search_fields = ["name", "party"]
    autocomplete_fields = ["user"]
    inlines = [MembershipInline]


@admin.register(Membership)
class MembershipAdmin(RegisterAdmin):
    list_display = ["person", "role", "body", "first_day", "last_day"]
    list_filter = ["role", "body"]
    list_select_related = ["person", "body"]
    search_fields = ["person__name"]
    autocomplete_fields = ["person", "body"]


@admin.register(Service)
class ServiceAdmin(RegisterAdmin):
    list_display = ["user", "body"]
    list_select_related = ["user", "body"]
    search_fields = ["user__username", "user__name", "body__name"]
    autocomplete_fields = ["user", "body"]
