"""Cases, matters and the subject plan in Django admin."""

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from cases.deletion import announce_deletion, links_cut
from cases.models import Case, CaseLink, Facet, FormerNumber, Matter, Subject
from cases.services import keep_former_number
from concurrency.admin import VersionedAdmin, VersionedTabularInline


class RegisterList(ChangeList):
    def get_filters(self, request):
        """A year that no calendar has is an address that cannot be understood, as every other is."""
        try:
            return super().get_filters(request)
        except OverflowError as error:
            raise IncorrectLookupParameters(error) from error


class RegisterAdmin(VersionedAdmin):
    """The options that every table of the register has in common here."""

    list_per_page = 50
    show_full_result_count = False  # it would count the whole table on every page

    def get_changelist(self, request, **kwargs):
        return RegisterList

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Two who save the same at once both pass the form's checks; the database then refuses one of them, in words."""
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except (IntegrityError, ValidationError):
            messages.error(request, _("It was not saved: something of the same name, number or place is there already."))
            return HttpResponseRedirect(request.get_full_path())

    def get_deleted_objects(self, objs, request):
        """Also what is not deleted along but loses its link to what is."""
        told, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        for label, rows in links_cut(objs).items():
            told += [_("These lose their link to it: %(what)s") % {"what": label}, rows]
            counts[_("%(what)s that lose their link") % {"what": label}] = len(rows)
        return told, counts, perms_needed, protected

    def delete_model(self, request, obj) -> None:
        announce_deletion([obj])
        super().delete_model(request, obj)

    def save_formset(self, request, form, formset, change) -> None:
        announce_deletion([one.instance for one in formset.deleted_forms if one.instance.pk])
        super().save_formset(request, form, formset, change)


class ReadOnlyAdmin(RegisterAdmin):
    """A table that the service itself writes and nobody edits."""

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


class GoesAlong:
    """Deleted with what it belongs to and never alone, which would cut the chain of what recurs, or its history."""

    def has_delete_permission(self, request, obj=None) -> bool:
        own_pages = f"{self.opts.app_label}_{self.opts.model_name}_"
        return not request.resolver_match.url_name.startswith(own_pages)


@admin.register(Subject, Facet)
class PlanAdmin(RegisterAdmin):
    list_display = ["code", "title", "is_current"]
    list_filter = ["is_current"]
    search_fields = ["code", "title"]


class SearchedAsOnPages(RegisterAdmin):
    """The search of the pages and the API, in administration too."""

    search_fields = ["title"]

    def get_search_results(self, request, queryset, search_term):
        titled, twice = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return titled, twice
        matching = queryset.matching(search_term, request.actor)
        return queryset.filter(Q(pk__in=titled.values("pk")) | Q(pk__in=matching.values("pk"))), twice


class LinkInline(VersionedTabularInline):
    model = CaseLink
    fk_name = "origin"
    autocomplete_fields = ["target"]
    extra = 0


class FormerNumberInline(admin.TabularInline):
    """Written when the number is changed. One that is deleted leads here no more."""

    model = FormerNumber
    fields = readonly_fields = ["number"]
    extra = 0

    def has_add_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Case)
class CaseAdmin(SearchedAsOnPages):
    list_display = ["number", "title", "subject_code", "facet_code"]
    fields = ["number", "title", "subject_code", "facet_code"]
    readonly_fields = ["subject_code", "facet_code"]
    inlines = [LinkInline, FormerNumberInline]

    def save_model(self, request, obj: Case, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "number" in form.changed_data:
            keep_former_number(case=obj, number=form.initial["number"])


@admin.register(Matter)
class MatterAdmin(SearchedAsOnPages):
    list_display = ["title"]


@admin.register(CaseLink)
class CaseLinkAdmin(RegisterAdmin):
    list_display = ["origin", "kind", "target", "note"]
    list_filter = ["kind"]
    list_select_related = ["origin", "target"]
    search_fields = ["origin__number", "target__number", "note"]
    autocomplete_fields = ["origin", "target"]
