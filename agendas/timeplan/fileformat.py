"""A meeting to plan as JSON, and its plan as JSON: the format of `manage.py timeplan`, told in docs/timeplan.md."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .history import median_minutes, with_suggested_minutes
from .jsonfields import Fields, UnusablePlanFile, elements, parse, printable, text, time
from .values import ItemToPlan, Keep, Key, MeetingToPlan, MovedItem, OtherMeeting, PlannedBreak, TimePlan, Window

DAY = 24 * 60
MAX_BYTES = 2**20
MOST_ITEMS, MOST_BREAKS, MOST_OTHERS = 200, 10, 5_000
LONGEST_OVER_MIDNIGHT = 12 * 60  # what would last longer until the day after was not meant to end there


def from_json(data: bytes) -> MeetingToPlan:
    """`UnusablePlanFile` says what is wrong and where."""
    whole = Fields(
        parse(data),
        "",
        known=("start", "end", "items", "breaks", "guests", "room", "attendees", "other_meetings", "history"),
    )
    clock = _Clock.of(whole)
    items = tuple(_item(value, where, clock) for value, where in whole.each("items", most=MOST_ITEMS))
    _refuse_doubles(items)
    return MeetingToPlan(
        start=clock.start,
        end=clock.end,
        items=with_suggested_minutes(
            items, median_minutes(_past(value, where) for value, where in whole.each("history", most=MOST_OTHERS))
        ),
        breaks=tuple(_break(value, where) for value, where in whole.each("breaks", most=MOST_BREAKS)),
        windows=_windows(whole, clock),
        room=whole.text("room", ""),
        attendees=whole.texts("attendees", most=MOST_OTHERS),
        other_meetings=tuple(_other_meeting(value, where, clock) for value, where in whole.each("other_meetings", most=MOST_OTHERS)),
    )


def to_json(plan: TimePlan, moved: Sequence[MovedItem], *, say: Callable[[str, Mapping[str, Any]], str]) -> dict[str, Any]:
    """`say` makes the sentence for a code and its params."""
    return {
        "rows": [
            ({"key": row.key} if row.break_number is None else {"break": row.break_number})
            | {"start": clock_of(row.start), "end": clock_of(row.end)}
            for row in plan.rows
        ],
        "findings": [{"code": one.code, "keys": list(one.keys), "message": say(one.code, one.params)} for one in plan.findings],
        "moved": [{"key": one.key, "from": one.before, "to": one.after, "why": say(one.reason, one.params)} for one in moved],
        "waiting_minutes": plan.waiting_minutes,
    }


def clock_of(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True)
class _Clock:
    """The meeting's start and end; the other times are put on its day, or on the day after when it goes on past midnight."""

    start: int
    end: int

    @classmethod
    def of(cls, whole: Fields) -> "_Clock":
        start = whole.time("start")
        return cls(start, _end(start, whole.time("end"), whole.at("end")))

    def on_day(self, minutes: int) -> int:
        # The hours of the clock in which there is no meeting belong half to the evening before it, half to the morning after.
        return minutes + DAY if self.end > DAY and minutes < (self.end - DAY + self.start) // 2 else minutes

    def span(self, start: int, end: int, where: str) -> Window:
        first = self.on_day(start)
        return first, _end(first, self.on_day(end), where)


def _end(start: int, end: int, where: str) -> int:
    if end > start:
        return end
    if end + DAY - start > LONGEST_OVER_MIDNIGHT:
        raise UnusablePlanFile("ends_too_early", where=where)
    return end + DAY


def _item(value: Any, where: str, clock: _Clock) -> ItemToPlan:
    fields = Fields(value, where, known=("key", "title", "minutes", "fixed_start", "guests", "keep"))
    key = _key(fields)
    keep = fields.text("keep", "") or None
    if keep not in (None, *Keep):
        raise UnusablePlanFile("not_a_place", where=fields.at("keep"))
    return ItemToPlan(
        key=key,
        title=fields.text("title", str(key)),
        minutes=fields.number("minutes", least=0, most=DAY) if fields.has("minutes") else None,
        fixed_start=clock.on_day(fields.time("fixed_start")) if fields.has("fixed_start") else None,
        guests=fields.texts("guests", most=MOST_OTHERS),
        keep=Keep(keep) if keep else None,
    )


def _key(fields: Fields) -> Key:
    """Text, or a whole number."""
    value = fields.values.get("key")
    return value if isinstance(value, int) and not isinstance(value, bool) else fields.text("key")


def _refuse_doubles(items: Sequence[ItemToPlan]) -> None:
    known: set[str] = set()
    for place, item in enumerate(items):
        if str(item.key) in known:
            raise UnusablePlanFile("key_twice", where=f"items[{place}].key", key=str(item.key))
        known.add(str(item.key))


def _break(value: Any, where: str) -> PlannedBreak:
    fields = Fields(value, where, known=("minutes", "after_minutes"))
    after = fields.number("after_minutes", least=0, most=DAY) if fields.has("after_minutes") else None
    return PlannedBreak(fields.number("minutes", least=1, most=DAY), after)


def _windows(whole: Fields, clock: _Clock) -> dict[str, tuple[Window, ...]]:
    value = whole.values.get("guests", {})
    if not isinstance(value, dict):
        raise UnusablePlanFile("not_an_object", where=whole.at("guests"))
    windows = {}
    for name, spans in value.items():
        where = f"guests.{printable(name)}"
        text(name, where)
        windows[name] = tuple(_window(span, place, clock) for span, place in elements(spans or [], where, most=MOST_OTHERS))
    return windows


def _window(value: Any, where: str, clock: _Clock) -> Window:
    if not isinstance(value, list) or len(value) != 2:
        raise UnusablePlanFile("not_a_window", where=where)
    return clock.span(time(value[0], f"{where}[0]"), time(value[1], f"{where}[1]"), where)


def _other_meeting(value: Any, where: str, clock: _Clock) -> OtherMeeting:
    fields = Fields(value, where, known=("title", "start", "end", "room", "people"))
    start, end = clock.span(fields.time("start"), fields.time("end"), fields.at("end"))
    return OtherMeeting(fields.text("title"), start, end, fields.text("room", ""), fields.texts("people", most=MOST_OTHERS))


def _past(value: Any, where: str) -> tuple[str, int]:
    fields = Fields(value, where, known=("title", "minutes"))
    return fields.text("title"), fields.number("minutes", least=0, most=DAY)
