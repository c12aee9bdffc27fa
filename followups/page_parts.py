"""The reminders about hearings and promises, which the pages of their items and cases show."""

from typing import Any

from django.template import Context

from meetings.models import AgendaItem
from reminders.keys import deadline_key


def reminders_of_item(context: Context, item: AgendaItem) -> dict[str, Any]:
    return {"keys": _keys(item)}


def reminders_of_case(context: Context, items: list[AgendaItem]) -> dict[str, Any]:
    """Those about what a closed item holds stand on its own page alone, where reading it is logged."""
    return {"keys": [key for item in items if not item.closed for key in _keys(item)]}


def _keys(item: AgendaItem) -> list[str]:
    """The keys of the deadlines that the item's readable parts have."""
    keys = [deadline_key("hearing", hearing.pk) for hearing in item.readable_hearings]
    keys += [deadline_key("party", party.pk) for hearing in item.readable_hearings for party in hearing.parties.all()]
    return keys + [deadline_key("report", one.pk) for follow_up in item.readable_follow_ups for one in follow_up.readable_occurrences]
