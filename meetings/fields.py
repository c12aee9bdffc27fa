"""A column that the database reckons while it writes its row."""

from django.db import models
from django.db.models import Case, F, Q, When


class CalendarChangesField(models.PositiveIntegerField):
    """Counts, from 0, the writes of a meeting that change what a calendar shows: its day, hours and place, and whether it is cancelled.

    The database compares with the row as it is then, so no way of saving a meeting is left out. Publishing, and whatever is corrected in
    minutes that nobody may read yet, leaves the number alone: it is told to everybody.
    """

    SHOWN = ("date", "start", "end", "place")

    def pre_save(self, model_instance, add):
        if add:
            return super().pre_save(model_instance, add)
        return Case(When(self._is_shown_as(model_instance), then=F(self.attname)), default=F(self.attname) + 1)

    def _is_shown_as(self, meeting) -> Q:
        values = {name: getattr(meeting, name) for name in self.SHOWN}
        same = [Q(**{f"{name}__isnull": True} if value is None else {name: value}) for name, value in values.items()]
        cancelled = Q(state="cancelled")
        return Q(cancelled if meeting.state == "cancelled" else ~cancelled, *same)
