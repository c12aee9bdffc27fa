"""Say which meeting a document is about, where its body meets more than once that day."""

from datetime import date

from django.db.models import Count

from meetings.models import Meeting
from minutes.models import Import
from minutes.services.exceptions import ImportRefused


def meetings_of_day(body_id: int | None, day: date | None) -> list[Meeting]:
    """The meetings that the register has of the body on that day, each with `item_count`."""
    return list(Meeting.objects.filter(body=body_id, date=day).annotate(item_count=Count("items")).order_by("sequence"))


def say_which(*, import_: Import, meeting: Meeting | None) -> None:
    """Say that the document is about `meeting`, or about one more that day when None. Raises `ImportRefused` unless it waits for review."""
    said = {"same_as": meeting, "is_own_meeting": meeting is None}
    if not Import.objects.filter(pk=import_.pk, state=Import.State.REVIEW).update(**said):
        raise ImportRefused("not_for_review")
