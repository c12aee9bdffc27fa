from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgendasConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "agendas"
    verbose_name = _("Agendas")

    def ready(self) -> None:
        from agendas.services.sending import freeze_sent
        from agendas.services.states import hinders_sending
        from meetings import dispatching

        dispatching.register(hinders=hinders_sending, sent=freeze_sent)
