"""Bodies, people, meetings and items in Django admin."""

from meetings.admin import bodies, items, meetings, merging, records

__all__ = ["bodies", "items", "meetings", "merging", "records"]
