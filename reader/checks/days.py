"""Dates that contradict themselves or one another."""

from collections.abc import Iterator

from danish.dates import WEEKDAYS, find_dates, find_weekday_dates, weekday_name
from reader.facts import Minutes, Warning

from .texts import sentence_at, texts_of


def check_days(minutes: Minutes) -> Iterator[Warning]:
    """Weekdays against dates, the title line against the meeting date, earlier treatments against the meeting."""
    meeting = minutes.meeting
    titled = find_dates(meeting.title_line)
    if titled and meeting.date and titled[0].date != meeting.date:
        params = {"title_date": titled[0].date.isoformat(), "date": meeting.date.isoformat()}
        yield Warning("meeting_date_differs", None, params, meeting.title_line, meeting.at)
    seen: set[tuple[int | None, str]] = set()
    for item, text, at in texts_of(minutes):
        for found in find_weekday_dates(text):
            if found.weekday is None or found.weekday == found.date.weekday():
                continue
            quote = sentence_at(text, found.start, found.end)
            if (item, quote) not in seen:
                seen.add((item, quote))
                params = {"weekday": WEEKDAYS[found.weekday], "date": found.date.isoformat(), "right": weekday_name(found.date)}
                yield Warning("weekday_mismatch", item, params, quote, at)
    for treated in minutes.items:
        for earlier in treated.earlier_treatments:
            if earlier.date and meeting.date and earlier.date > meeting.date:
                params = {"body": earlier.body, "date": earlier.date.isoformat()}
                yield Warning("later_than_meeting", treated.number, params, earlier.decision[:200], earlier.at)
