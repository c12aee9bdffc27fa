"""The entries of Django admin's history, with the values that were there before and came instead."""

import json

from django import template
from django.contrib.admin.models import LogEntry

register = template.Library()


@register.filter
def parts(entry: LogEntry) -> list[dict]:
    """Each thing that was done in one go: `says`, a sentence, and its `values` as (name, before, after)."""
    try:
        message = json.loads(entry.change_message or "[]")
    except ValueError:
        message = []
    if not isinstance(message, list) or not message:
        return [{"says": entry.get_change_message() or entry.get_action_flag_display(), "values": []}]
    return [{"says": _sentence(part), "values": next(iter(part.values())).get("values", [])} for part in message]


def _sentence(part: dict) -> str:
    return LogEntry(change_message=json.dumps([part])).get_change_message()
