from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConcurrencyConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "concurrency"
    verbose_name = _("Two at once")
