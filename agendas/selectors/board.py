"""The rows of an agenda's page with their clock, the findings of its plan, and what each answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from agendas.models.breaks import break_name
from agendas.plan_wording import clock, say
from agendas.selectors.answers import Answered, answers_of
from agendas.selectors.plan import meeting_to_plan
from agendas.timeplan import ItemToPlan, PlannedRow, TimePlan, make_plan
from cases.access import Actor
from meetings.models import AgendaItem, Meeting


@dataclass(slots=True)
class BoardRow:
    """An item with its times, or a break (`item` is None). `suggested_from` is of how many like items `minutes` is the median."""

    start: str
    end: str
    minutes: int | None
    item: AgendaItem | None = None
    suggested_from: int = 0
    answers: list[Answered] = field(default_factory=list)
    place: int = 0
    break_name: str = ""
    form: Any = None


@dataclass(slots=True)
class Board:
    """`rows` in order, `findings` as sentences, `ends` the clock at which the plan ends, `left` the minutes until the meeting ends."""

    rows: list[BoardRow]
    findings: list[str]
    ends: str
    left: int | None
    has_clock: bool


def board_of(meeting: Meeting, items: Sequence[AgendaItem], actor: Actor) -> Board:
    """The board of the items, which the actor may read; at most 14 queries."""
    planned = meeting_to_plan(meeting, items, actor)
    plan = make_plan(planned)
    has_clock = meeting.start is not None
    by_key = {item.pk: item for item in items}
    suggested = {item.key: item for item in planned.items}
    answers = answers_of(items, actor)
    rows, place = [], 0
    for row in plan.rows:
        item = by_key.get(row.key)
        place += item is not None
        rows.append(_row(row, item, suggested.get(row.key), answers.get(row.key, []), place, has_clock))
        if row.break_number is not None:
            pause = planned.breaks[row.break_number - 1]
            rows[-1].break_name = break_name(pause.minutes, pause.after_minutes)
    ends = plan.rows[-1].end if plan.rows else planned.start
    return Board(
        rows,
        findings=findings_of(plan, has_clock=has_clock),
        ends=clock(ends) if has_clock else "",
        left=planned.end - ends if has_clock and meeting.end else None,
        has_clock=has_clock,
    )


def _row(
    row: PlannedRow, item: AgendaItem | None, planned: ItemToPlan | None, answers: list[Answered], place: int, has_clock: bool
) -> BoardRow:
    start, end = (clock(row.start), clock(row.end)) if has_clock else ("", "")
    return BoardRow(start, end, row.end - row.start or None, item, planned.suggested_from if planned else 0, answers, place)


# What stands at the row itself, and what only a clock can tell.
_AT_THE_ROW = {"suggested_minutes"}
_OF_NO_CLOCK = {"no_minutes", "not_first", "not_last"}


def findings_of(plan: TimePlan, *, has_clock: bool) -> list[str]:
    """Returns what there is to know of the plan, in sentences, less what stands at the rows themselves."""
    told = [one for one in plan.findings if one.code not in _AT_THE_ROW and (has_clock or one.code in _OF_NO_CLOCK)]
    return [say(one.code, one.params) for one in told]
