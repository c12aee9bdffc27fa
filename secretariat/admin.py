"""The site of Django admin: what it calls itself, where one logs in to it, and that its choices are logged as its pages are."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts.views import admin_login


class RegisterSite(admin.AdminSite):
    site_header = site_title = _("Administration of the register")
    index_title = _("Everything the register holds")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")  # what is deleted is deleted one by one, with what it takes along shown

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        return admin_login(request, self)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        from meetings.admin.logged import LoggedChoices  # registers with this very site, so it comes later than the site

        return LoggedChoices.as_view(admin_site=self)(request)
