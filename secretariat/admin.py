"""What Django admin calls itself."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

admin.site.site_header = admin.site.site_title = _("Administration of the register")
admin.site.index_title = _("Everything the register holds")
