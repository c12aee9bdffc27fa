"""The items that were moved, with reasons: the first criterion that would be worse if the item alone stood where it stood before."""

from collections.abc import Mapping, Sequence
from typing import Any

from .criteria import Criterion, worsened
from .findings import waits
from .planning import plan_of
from .problem import Problem
from .steps import FREE_BREAK, run_whole
from .values import ItemToPlan, MeetingToPlan, MovedItem, PlanFinding, TimePlan

Waits = Mapping[str, tuple[int, int]]  # by guest, as findings.waits


def moved_items(meeting: MeetingToPlan, problem: Problem, sequence: Sequence[int]) -> tuple[MovedItem, ...]:
    """The fewest items of `sequence` whose moving explains its order, those without ties of their own kept where there is a choice."""
    order = [element for element in sequence if element != FREE_BREAK]
    kept = _kept(meeting, order)
    if len(kept) == len(order):
        return ()
    cost, plan = run_whole(problem, sequence)[1], plan_of(meeting, problem, sequence)
    moved = []
    for place, item in enumerate(order):
        if item not in kept:
            without = _put_back(sequence, item, kept)
            criterion = worsened(run_whole(problem, without)[1], cost)
            reason, params = _reason(meeting, meeting.items[item], criterion, plan, plan_of(meeting, problem, without))
            moved.append(MovedItem(meeting.items[item].key, item + 1, place + 1, reason, params))
    return tuple(moved)


def _kept(meeting: MeetingToPlan, order: Sequence[int]) -> set[int]:
    """The longest row of items that stand in the given order: one with the most items that need not be first or last, for a reason to move
    those is at hand; then the longest; then one with the most items that nothing ties to a time or a guest; then with the most that have the
    place they had, so that none is told to have moved from 4 to 4.
    """
    best: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for place, item in enumerate(order):
        one = meeting.items[item]
        is_free = one.keep is None and one.fixed_start is None and not one.guests
        before = max((way for way in best if way[1][-1] < item), default=((0, 0, 0, 0), ()), key=lambda way: way[0])
        own = (one.keep is None, True, is_free, item == place)
        counts = tuple(had + more for had, more in zip(before[0], own, strict=True))
        best.append((counts, (*before[1], item)))
    return set(max(best, key=lambda way: way[0])[1]) if best else set()


def _put_back(sequence: Sequence[int], item: int, kept: set[int]) -> list[int]:
    """`item` where it stood among those `kept`, with as few of the others as can be on the wrong side; the breaks come after as many items as before."""
    others = [element for element in sequence if element not in (FREE_BREAK, item)]
    first = max((place + 1 for place, other in enumerate(others) if other in kept and other < item), default=0)
    last = min((place for place, other in enumerate(others) if other in kept and other > item), default=len(others))
    place = min(range(first, last + 1), key=lambda at: sum(one > item for one in others[:at]) + sum(one < item for one in others[at:]))
    elements = [*others[:place], item, *others[place:]]
    for at, element in enumerate(sequence):
        if element == FREE_BREAK:
            elements.insert(at, FREE_BREAK)
    return elements


def _reason(
    meeting: MeetingToPlan, item: ItemToPlan, criterion: Criterion | None, plan: TimePlan, without: TimePlan
) -> tuple[str, Mapping[str, Any]]:
    if item.keep is not None:
        return f"kept_{item.keep}", {}
    match criterion:
        case Criterion.LATE:
            return _because_of(item, _worse("fixed_start_missed", plan, without), own="own_fixed_start", others="others_fixed_start")
        case Criterion.OUTSIDE:
            return _because_of(item, _worse("guest_outside_window", plan, without), own="own_window", others="others_window")
        case Criterion.OVER_RUN:
            return "less_over_run", {}
        case Criterion.WITHOUT_BREAK:
            return "break_in_time", {}
        case Criterion.BREAK_OUTSIDE_MIDDLE:
            return "break_in_the_middle", {}
        case Criterion.WAITING | Criterion.BETWEEN:
            return _because_of_waiting(item, waits(meeting, plan.rows), waits(meeting, without.rows))
        case Criterion.GAP:
            return _because_of(item, _worse("gap", plan, without), own="less_gap", others="less_gap")
    return "others_moved", {}


def _worse(code: str, plan: TimePlan, without: TimePlan) -> list[PlanFinding]:
    """The findings of `without` that `plan` has not, or for fewer minutes."""

    def about(finding: PlanFinding) -> tuple:
        return finding.keys, finding.params.get("guest")

    known = {about(finding): finding.params.get("minutes", 0) for finding in plan.findings if finding.code == code}
    found = [finding for finding in without.findings if finding.code == code]
    return [one for one in found if about(one) not in known or one.params.get("minutes", 0) > known[about(one)]]


def _because_of(item: ItemToPlan, findings: Sequence[PlanFinding], *, own: str, others: str) -> tuple[str, Mapping[str, Any]]:
    if not findings:
        return "others_moved", {}
    finding = next((one for one in findings if one.keys == (item.key,)), findings[0])
    return (own if finding.keys == (item.key,) else others), finding.params


def _because_of_waiting(item: ItemToPlan, now: Waits, otherwise: Waits) -> tuple[str, Mapping[str, Any]]:
    waiting = [guest for guest, waited in otherwise.items() if waited > now[guest]]
    own = next((guest for guest in waiting if guest in item.guests), None)
    if own is not None:
        return "together", {"guest": own}
    return ("less_waiting", {"guest": waiting[0]}) if waiting else ("others_moved", {})
