"""Django admin locks the bodies of what it changes before anything else, as everybody does, and recomputes last what their calendars decide."""

from contextlib import AbstractContextManager, nullcontext

from django.db.models import QuerySet

from cases.admin import RegisterAdmin
from meetings.calendar import changing
from meetings.locking import bodies_of
from meetings.params import is_key


class LockingAdmin(RegisterAdmin):
    """Saves and deletes rows within `meetings.calendar.changing`, so that no table can forget it.

    `body_paths` lead from a row to its bodies: `body`, `item__body`.
    """

    body_paths: tuple[str, ...] = ("body",)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with self._changing(request, object_id):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        with self._changing(request, object_id):
            return super().delete_view(request, object_id, extra_context)

    def _changing(self, request, object_id) -> AbstractContextManager:
        """While a form is saved: the bodies of the row as it is, and of what the form points it at."""
        if request.method != "POST":
            return nullcontext()
        rows = self.model._base_manager.filter(pk__in=_keys([object_id]))
        return changing(lambda: self.bodies_concerned(request, rows))

    def bodies_concerned(self, request, rows: QuerySet) -> set[int | None]:
        """Returns the keys of the bodies that saving or deleting `rows`, the row of the page, concerns."""
        own = bodies_of(rows, *self.body_paths)
        return {*own()} | {key for path in self.body_paths for key in self.asked(request, path)}

    def asked(self, request, path: str) -> list[int]:
        """Returns the keys at `path` of what the form points the row at."""
        first, _, rest = path.partition("__")
        keys = _keys([request.POST.get(first)])
        return [*self._pointed_at(first, keys).values_list(rest, flat=True)] if rest else keys

    def _pointed_at(self, name: str, keys: list[int]) -> QuerySet:
        return self.model._meta.get_field(name).related_model._base_manager.filter(pk__in=keys)


def _keys(texts) -> list[int]:
    return [int(text) for text in texts if is_key(text or "")]
