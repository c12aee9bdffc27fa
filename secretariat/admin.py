"""The site of Django admin: what it calls itself, where one logs in to it, and that its choices are logged as its pages are."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.views import admin_login

# Django's own Danish has "Tilføj endnu en Afsnit" for these; ours, whose catalogue comes first, has words for either gender.
_SAID_OTHERWISE = (
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Save and add another"),
)


class RegisterSite(admin.AdminSite):
    site_header = site_title = _("Administration of the register")
    index_title = _("Everything the register holds")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")  # what is deleted is deleted one by one, with what it takes along shown

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        return admin_login(request, self)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        from meetings.admin.reading_log import LoggedChoices  # registers with this very site, so it comes later than the site

        return LoggedChoices.as_view(admin_site=self)(request)
