"""The time plan of a meeting: when each item and break begins, and in which order they had best come. docs/timeplan.md says it to users.

`make_plan` times an order, `suggest_order` looks for a better one, `median_minutes` says how long like items have been planned to last.
Pure: no Django, no clock, no I/O.
"""

from .history import median_minutes, with_suggested_minutes
from .planning import make_plan
from .suggesting import suggest_order
from .values import (
    ItemToPlan,
    Keep,
    MeetingToPlan,
    MovedItem,
    OrderSuggestion,
    OtherMeeting,
    PlanFinding,
    PlannedBreak,
    PlannedRow,
    TimePlan,
)

__all__ = [
    "ItemToPlan",
    "Keep",
    "MeetingToPlan",
    "MovedItem",
    "OrderSuggestion",
    "OtherMeeting",
    "PlanFinding",
    "PlannedBreak",
    "PlannedRow",
    "TimePlan",
    "make_plan",
    "median_minutes",
    "suggest_order",
    "with_suggested_minutes",
]
