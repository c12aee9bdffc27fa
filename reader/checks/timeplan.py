"""A time plan that cannot be kept."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.facts import Minutes, TimePlanRowFacts, Warning

from .texts import texts_of

_SLIP = re.compile(r"^\s*((?:[01]?\d|2[0-3])[.:][0-5]\d\s*[-–]\s*(?:[01]?\d|2[0-3])-[0-5]\d)(?!\d)", re.MULTILINE)


def check_time_plan(minutes: Minutes) -> Iterator[Warning]:
    """Rows that run backwards, overlap, leave a hole or are mistyped, and a plan that begins before the meeting."""
    timed = [(row.start, row.end, row) for row in minutes.time_plan if row.start and row.end]
    yield from _slips(minutes)
    start = minutes.meeting.start
    if timed and start and timed[0][0] < start:
        begins, _, first = timed[0]
        params = {"start": f"{begins:%H:%M}", "meeting_start": f"{start:%H:%M}"}
        yield Warning("time_plan_before_start", None, params, first.title, first.at)
    pairs = list(pairwise(timed))
    holes = [row for (_, end_above, _), (begins, _, row) in pairs if begins > end_above]
    seamless = len(pairs) - len(holes)
    for begins, ends, row in timed:
        if ends <= begins:
            yield _about("time_plan_backwards", row)
    for (above, end_above, _), (begins, _, row) in pairs:
        if begins < above:
            yield _about("time_plan_backwards", row)
        elif begins < end_above:
            yield _about("time_plan_overlap", row, previous_end=f"{end_above:%H:%M}")
        elif begins > end_above and len(holes) < seamless:
            params = {"previous_end": f"{end_above:%H:%M}", "start": f"{begins:%H:%M}"}
            yield Warning("time_plan_gap", row.item, params, row.title, row.at)


def _about(code: str, row: TimePlanRowFacts, **more: str) -> Warning:
    return Warning(code, row.item, {"start": f"{row.start:%H:%M}", "end": f"{row.end:%H:%M}", **more}, row.title, row.at)


def _slips(minutes: Minutes) -> Iterator[Warning]:
    if not minutes.time_plan:
        return
    for item, text, at in texts_of(minutes):
        for match in _SLIP.finditer(text) if "-" in text else ():
            end = text.find("\n", match.start(1))
            quote = text[match.start(1) : end if end >= 0 else None].replace("\t", " ").strip()
            yield Warning("time_plan_mistyped", item, {"printed": match.group(1)}, quote, at)
