from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowupsConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "followups"
    verbose_name = _("Follow-ups")

    def ready(self) -> None:
        from followups.services.hearing_responses import bodies_that_wait, follow_hearing
        from hearings import dependents

        dependents.register(follow=follow_hearing, bodies=bodies_that_wait)
        from followups.calendar_impact import watch
        from followups.deadlines import ReportSource
        from followups.models import FollowUp, PlannedTreatment
        from followups.page_parts import reminders_of_case, reminders_of_item
        from followups.services import sync_bodies
        from followups.start_date_impact import count_history
        from meetings import calendar, page_parts, parts, start_date_impact
        from reminders import sources

        calendar.register(recompute=sync_bodies, watch=watch)
        start_date_impact.register(count=count_history)
        parts.register("follow_ups", lambda actor: FollowUp.objects.shown_to(actor).order_by("pk"))
        parts.register("planned_treatments", lambda actor: PlannedTreatment.objects.shown_to(actor).order_by("pk"))
        sources.register(ReportSource())
        page_parts.register(page_parts.PagePlace.ITEM, "followups/reminders.html", reminders_of_item)
        page_parts.register(page_parts.PagePlace.CASE, "followups/reminders.html", reminders_of_case)
