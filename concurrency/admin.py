"""Django admin on the same terms: forms that know the version of their row, and only what was changed is saved."""

import re
from http import HTTPStatus
from uuid import uuid4

from django.contrib import admin, messages
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.db import IntegrityError, models, transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from concurrency.forms import VERSION, VersionedModelForm, columns_to_save
from concurrency.history import changes_of, lost_with
from concurrency.models import SentForm, Versioned

TOKEN = re.compile("[0-9a-f]{32}")


class _WithVersion:
    form = VersionedModelForm

    def get_fields(self, request, obj=None):
        return _with_version(super().get_fields(request, obj), self.model)


class VersionedTabularInline(_WithVersion, admin.TabularInline):
    pass


class VersionedStackedInline(_WithVersion, admin.StackedInline):
    pass


class ReadOnlyInline(admin.TabularInline):
    """Rows of the history of the row that is shown: `fields` of them are read and nothing is added, changed or deleted."""

    can_delete = False
    extra = 0

    def get_readonly_fields(self, request, obj=None):
        return self.fields

    def has_add_permission(self, request, obj=None) -> bool:
        return False


class TransitionInline(ReadOnlyInline):
    fields = ["at", "what", "by", "why", "undone_at", "undone_by"]


class VersionedAdmin(_WithVersion, admin.ModelAdmin):
    """A form of its own is a `VersionedModelForm`."""

    def get_fieldsets(self, request, obj=None):
        fieldsets = [(name, dict(options)) for name, options in super().get_fieldsets(request, obj)]
        if self.fieldsets and obj:
            fieldsets[0][1]["fields"] = _with_version(fieldsets[0][1]["fields"], self.model)
        return fieldsets

    def get_object(self, request, object_id, from_field=None):
        """While its form is being saved, the row is held. An address with an empty `_to_field` is one without."""
        found = super().get_object(request, object_id, from_field or None)
        if found and request.method == "POST" and transaction.get_connection().in_atomic_block:
            self.model._base_manager.select_for_update(of=("self",), no_key=True).get(pk=found.pk)
            found.refresh_from_db()
        return found

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A form that adds a row adds one, however often it is sent: the second waits for the first, and is told that it is saved."""
        token = request.POST.get(VERSION, "")
        if request.method != "POST" or object_id or not TOKEN.fullmatch(token):
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            try:
                with transaction.atomic():
                    sent = SentForm.objects.create(token=token)
            except IntegrityError:
                messages.info(request, _("It is saved already: the form was sent twice."))
                return HttpResponseRedirect(reverse(admin_urlname(self.opts, "changelist")))
            response = super().changeform_view(request, object_id, form_url, extra_context)
            if response.status_code != HTTPStatus.FOUND:  # nothing was made of it yet
                sent.delete()
            return response

    def get_changeform_initial_data(self, request):
        return super().get_changeform_initial_data(request) | {VERSION: uuid4().hex}

    def save_model(self, request, obj: models.Model, form, change: bool) -> None:
        if not change:
            super().save_model(request, obj, form, change)
        elif names := columns_to_save(obj, form.changed_data):
            obj.save(update_fields=names)

    def construct_change_message(self, request, form, formsets, add=False) -> list[dict]:
        return changes_of(form, formsets, add=add)

    def log_deletions(self, request, queryset) -> None:
        """With what each row held, since nothing else tells it any more."""
        for row in queryset:
            message = [{"deleted": {"name": str(row._meta.verbose_name), "object": str(row), "values": lost_with(row)}}]
            LogEntry.objects.log_actions(request.user.pk, [row], DELETION, change_message=message, single_object=True)


def _with_version(fields, model: type[models.Model]) -> list:
    is_there = VERSION in fields or not issubclass(model, Versioned)
    return [*fields] if is_there else [*fields, VERSION]
