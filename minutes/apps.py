from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MinutesConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "minutes"
    verbose_name = _("Import of minutes")

    def ready(self) -> None:
        from minutes.views import page_parts

        page_parts.register_all()
