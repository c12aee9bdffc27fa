"""Bodies, the people on them and the secretaries who manage them."""

from django.contrib import admin

from cases.admin import RegisterAdmin
from concurrency.admin import VersionedTabularInline
from meetings.admin.locking import LockingAdmin
from meetings.admin.mentions import where_named
from meetings.admin.merging import MergingAdmin
from meetings.lookups import keep_former_slug
from meetings.models import Body, BodyName, FormerSlug, Membership, Person, PersonName, SchoolHoliday, SecretaryAssignment


class BodyNameInline(VersionedTabularInline):
    model = BodyName
    extra = 0


class MembershipInline(VersionedTabularInline):
    model = Membership
    autocomplete_fields = ["person", "body"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "body")


class SecretaryAssignmentInline(VersionedTabularInline):
    model = SecretaryAssignment
    autocomplete_fields = ["user"]
    extra = 0


class FormerSlugInline(admin.TabularInline):
    """Written when the address is changed. One that is deleted leads here no more."""

    model = FormerSlug
    fields = readonly_fields = ["slug"]
    extra = 0

    def has_add_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Body)
class BodyAdmin(MergingAdmin, LockingAdmin):
    link = "body"
    body_paths = ("pk",)
    list_display = ["name", "kind", "numbering", "dispatch_days", "saturday_counts"]
    list_filter = ["kind"]
    search_fields = ["name", "other_names__name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [BodyNameInline, SecretaryAssignmentInline, MembershipInline, FormerSlugInline]

    def get_changeform_initial_data(self, request) -> dict:
        return {"in_use_since": request.today} | super().get_changeform_initial_data(request)

    def save_model(self, request, obj: Body, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "slug" in form.changed_data:
            keep_former_slug(body=obj, slug=form.initial["slug"])


class PersonNameInline(admin.TabularInline):
    model = PersonName
    extra = 0


@admin.register(Person)
class PersonAdmin(MergingAdmin):
    link = "person"
    list_display = ["name", "party", "user"]
    list_select_related = ["user"]
    search_fields = ["name", "party"]
    autocomplete_fields = ["user"]
    inlines = [PersonNameInline, MembershipInline]

    def get_deleted_objects(self, objs, request):
        """Allows the deletion of a person whom nothing names; otherwise the register would no longer know whom its votes and seats are about."""
        told, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        return told, counts, perms_needed, [*protected, *where_named(objs[0])]


@admin.register(Membership)
class MembershipAdmin(RegisterAdmin):
    list_display = ["person", "role", "body", "first_day", "last_day"]
    list_filter = ["role", "body"]
    list_select_related = ["person", "body"]
    search_fields = ["person__name"]
    autocomplete_fields = ["person", "body"]


@admin.register(SecretaryAssignment)
class SecretaryAssignmentAdmin(RegisterAdmin):
    list_display = ["user", "body"]
    list_select_related = ["user", "body"]
    search_fields = ["user__username", "user__name", "body__name"]
    autocomplete_fields = ["user", "body"]


@admin.register(SchoolHoliday)
class SchoolHolidayAdmin(RegisterAdmin):
    list_display = ["name", "first_day", "last_day"]
    search_fields = ["name"]
