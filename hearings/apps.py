from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HearingsConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "hearings"
    verbose_name = _("Hearings")

    def ready(self) -> None:
        from cases import deletion
        from hearings.calendar_impact import watch
        from hearings.deadlines import HearingSource, PartySource
        from hearings.models import Hearing
        from hearings.services import follow_bodies, forget_with
        from meetings import calendar, parts
        from reminders import sources

        deletion.register(forget_with)
        calendar.register(recompute=follow_bodies, watch=watch)
        parts.register("hearings", lambda actor: Hearing.objects.shown_to(actor).order_by("pk"))
        sources.register(HearingSource())
        sources.register(PartySource())
