from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "papers"
    verbose_name = _("Papers")

    def ready(self) -> None:
        from meetings import page_parts
        from papers.page_parts import papers_of_item, papers_of_meeting

        page_parts.register(page_parts.PagePlace.MEETING, "papers/of_meeting.html", papers_of_meeting)
        page_parts.register(page_parts.PagePlace.ITEM, "papers/of_item.html", papers_of_item)
