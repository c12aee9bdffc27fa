"""Meetings to plan, written short: times as texts, items as rows."""

from agendas.timeplan import ItemToPlan, Keep, MeetingToPlan, PlannedBreak, TimePlan


def at(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def item(key: str, minutes: int | None = 10, *, guests: str = "", fixed: str = "", keep: str = "") -> ItemToPlan:
    """`guests` are names with spaces between."""
    return ItemToPlan(key, f"Punkt {key}", minutes, at(fixed) if fixed else None, tuple(guests.split()), Keep(keep) if keep else None)


def meeting(
    *items: ItemToPlan, start: str = "16:00", end: str = "18:00", breaks: tuple = (), windows: dict | None = None, **more
) -> MeetingToPlan:
    """`breaks` are minutes, or pairs of minutes and after how many; `windows` are `{"Ida": "16:00-17:00 18:00-19:00"}`."""
    spans = {guest: tuple(tuple(map(at, span.split("-"))) for span in told.split()) for guest, told in (windows or {}).items()}
    planned = tuple(PlannedBreak(*one) if isinstance(one, tuple) else PlannedBreak(one) for one in breaks)
    return MeetingToPlan(at(start), at(end), items, planned, spans, **more)


def told(plan: TimePlan) -> str:
    """`a 16:00 | break 16:10 | b 16:20`: each row with its start."""
    return " | ".join(f"{row.key or 'break'} {row.start // 60:02}:{row.start % 60:02}" for row in plan.rows)


def codes(plan: TimePlan) -> list[str]:
    return [finding.code for finding in plan.findings]
