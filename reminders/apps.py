from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RemindersConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "reminders"
    verbose_name = _("Reminders")

    def ready(self) -> None:
        from meetings import merging
        from reminders import sources
        from reminders.meeting_deadlines import DispatchSource, MeetingSource
        from reminders.merging import join_contacts, join_policies

        merging.register(join_contacts)
        merging.register(join_policies)
        sources.register(DispatchSource())
        sources.register(MeetingSource())
