"""What a follow-up's sentence tells of the time: its own words, and whether they mean the body's next meeting."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from followups.models import FollowUp
from followups.timing import timing
from meetings.models import Meeting, Reviewed


def tell_time(follow_ups: Iterable[FollowUp]) -> None:
    """Fill `due_words` and `at_next_meeting` from the sentence. One query for the bodies' meetings, one for what changed, if anything did.

    What a person has answered for is read once; whether it follows the next meeting is that person's from then on. `follow_ups` have
    their items and meetings at hand.
    """
    untold = [one for one in follow_ups if one.quote and (one.review == Reviewed.Review.UNREVIEWED or not one.due_words)]
    days = _days([one for one in untold if not one.at_next_meeting])
    changed = [one for one in untold if _tell(one, days[one.item.body_id])]
    if changed:
        FollowUp.objects.bulk_update(changed, ["due_words", "at_next_meeting"], batch_size=500)


def _tell(one: FollowUp, meetings: Sequence[date]) -> bool:
    """Returns whether that changed anything."""
    own, read = (one.due_start, one.due_end), _as_read(one)
    if one.at_next_meeting:
        # The calendar may have changed since the day of the next meeting was read out of it.
        meetings = [day for day in read[:1] if day]
    told = timing(quote=one.quote, due=read if read[0] else None, asked=one.item.meeting.date, meetings=meetings)
    before = one.due_words, one.at_next_meeting
    longest = one._meta.get_field("due_words").max_length
    one.due_words, one.at_next_meeting = told.words[:longest], told.at_next_meeting and own == read
    return before != (one.due_words, one.at_next_meeting)


def _as_read(one: FollowUp) -> tuple[date | None, date | None]:
    if not one.read:
        return one.due_start, one.due_end
    first, last = (one.read[name] and date.fromisoformat(one.read[name]) for name in ("due_start", "due_end"))
    return first, last


def _days(follow_ups: Sequence[FollowUp]) -> dict[int, list[date]]:
    """When the bodies meet, as the reader knew it: of any kind, since the first of them asked."""
    days: dict[int, list[date]] = defaultdict(list)
    if follow_ups:
        since = min(one.item.meeting.date for one in follow_ups)
        meetings = Meeting.objects.filter(body__in={one.item.body_id for one in follow_ups}, date__gt=since)
        for body, day in meetings.order_by("date").values_list("body_id", "date"):
            days[body].append(day)
    return days
