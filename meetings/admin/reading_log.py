"""Django admin is a way to read closed items like any other, so it logs what it shows of them."""

from collections.abc import Iterable

from django.contrib.admin.utils import unquote
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from cases.admin import RegisterAdmin
from meetings.models import AgendaItem


class LogsClosedReadings(RegisterAdmin):
    """Pages of rows that tell what an item says: a list, a form, a confirmation or a history that shows one of a closed item is logged.

    `item_paths` are the lookups from a row to its items. `lists_tell` is False where lists and choices show titles alone.
    """

    item_paths: tuple[str, ...] = ("item",)
    lists_tell = True

    def log_shown(self, request: HttpRequest, keys: Iterable) -> None:
        """One query, and two more when one of the rows of `keys` is of a closed item."""
        rows = self.model._base_manager.filter(pk__in=list(keys))
        for path in self.item_paths:
            closed = AgendaItem.objects.filter(closed=True, pk__in=rows.values(path)).select_related("body", "meeting")
            request.readings.add(*closed)

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        listed = getattr(response, "context_data", None) or {}
        if self.lists_tell and "cl" in listed and listed["cl"].result_list:
            self.log_shown(request, [row.pk for row in listed["cl"].result_list])
        return response

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return self._logged(request, object_id, super().change_view(request, object_id, form_url, extra_context))

    def delete_view(self, request, object_id, extra_context=None):
        return self._logged(request, object_id, super().delete_view(request, object_id, extra_context))

    def history_view(self, request, object_id, extra_context=None):
        return self._logged(request, object_id, super().history_view(request, object_id, extra_context))

    def _logged(self, request: HttpRequest, object_id: str, response: HttpResponse) -> HttpResponse:
        if response.status_code == 200:
            self.log_shown(request, [unquote(object_id)])
        return response


class LoggedChoices(AutocompleteJsonView):
    """The rows a field can be filled in with, found as somebody types."""

    def get_context_data(self, *, object_list: Iterable[Model] | None = None, **kwargs) -> dict:
        context = super().get_context_data(object_list=object_list, **kwargs)
        if isinstance(self.model_admin, LogsClosedReadings) and self.model_admin.lists_tell:
            self.model_admin.log_shown(self.request, [row.pk for row in context["object_list"]])
        return context
