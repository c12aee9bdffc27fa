"""Administration asks once before a change makes something public."""

from django.db import transaction
from django.db.models import Model
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from cases.access import PUBLIC
from cases.admin import RegisterAdmin
from meetings.params import is_key

CONFIRMED = "_becomes_public"


class _BecomesPublic(Exception):
    """Takes back what has been saved. `row` is as it would have been."""

    def __init__(self, row: Model) -> None:
        self.row = row


class WarnsBeforePublishing(RegisterAdmin):
    """Takes a change back and asks first, where the public could read more after it; with the answer the change is saved.

    What the public can read is asked of the row's own `visible_to`, before and after: so any column that makes it public counts, and the
    row that is pointed at, too. It stands after the class that holds the bodies, so that nothing changes in between.
    """

    def shown_to_public(self, key) -> set[str]:
        """The names of the parts of the row that everybody can read."""
        return {"row"} if self.model._default_manager.visible_to(PUBLIC).filter(pk=key).exists() else set()

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST" or CONFIRMED in request.POST:
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.was_public = self.shown_to_public(int(object_id)) if object_id and is_key(object_id) else set()
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except _BecomesPublic as asked:
            return self._ask(request, asked.row)

    def construct_change_message(self, request, form, formsets, add=False) -> list[dict]:
        """The last step before the answer: everything has been saved."""
        was_public = getattr(request, "was_public", None)
        if was_public is not None and self.shown_to_public(form.instance.pk) - was_public:
            raise _BecomesPublic(form.instance)
        return super().construct_change_message(request, form, formsets, add)

    def _ask(self, request, row: Model) -> TemplateResponse:
        sent = [(name, value) for name, values in request.POST.lists() for value in values if name != "csrfmiddlewaretoken"]
        context = self.admin_site.each_context(request) | {"opts": self.opts, "row": row, "sent": sent, "confirmed": CONFIRMED}
        return TemplateResponse(request, "admin/meetings/becomes_public.html", context | {"title": _("This becomes public")})
