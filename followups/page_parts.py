"""The reminders about an item's hearings and promises, which the pages of meetings show."""

from typing import Any

from django.template import Context

from meetings.models import AgendaItem
from reminders.keys import deadline_key


def reminders_of_item(context: Context, item: AgendaItem) -> dict[str, Any]:
    """The keys of the deadlines that the item's readable parts have."""
    keys = [deadline_key("hearing", hearing.pk) for hearing in item.readable_hearings]
    keys += [deadline_key("party", party.pk) for hearing in item.readable_hearings for party in hearing.parties.all()]
    keys += [deadline_key("report", one.pk) for follow_up in item.readable_follow_ups for one in follow_up.readable_occurrences]
    return {"keys": keys}
