from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgendasConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "agendas"
    verbose_name = _("Agendas")

    def ready(self) -> None:
        from agendas.models import AttachmentFile
        from agendas.page_parts import files_of_item, minutes_and_agenda, route_of_item, routes_of_case
        from agendas.services.attachments import forget_with
        from agendas.services.states import hinders_sending
        from agendas.services.versions import freeze_sent
        from cases import deletion
        from meetings import agenda_keepers, page_parts, parts

        deletion.register(forget_with)
        parts.register("attachment_files", lambda actor: AttachmentFile.objects.visible_to(actor).order_by("pk"), is_text=True)
        page_parts.register(page_parts.PagePlace.ITEM, "agendas/files_of_item.html", files_of_item)
        page_parts.register(page_parts.PagePlace.ITEM, "agendas/routes.html", route_of_item)
        page_parts.register(page_parts.PagePlace.CASE, "agendas/routes.html", routes_of_case)
        agenda_keepers.register(hinders=hinders_sending, sent=freeze_sent)
        page_parts.register(page_parts.PagePlace.MEETING, "agendas/after_meeting.html", minutes_and_agenda)
