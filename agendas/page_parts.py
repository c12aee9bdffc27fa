"""What the agendas know of an item, as its page shows it: the files that were added to it."""

from typing import Any

from django.template import Context

from meetings.models import AgendaItem


def files_of_item(context: Context, item: AgendaItem) -> dict[str, Any]:
    return {"files": item.readable_attachment_files}
