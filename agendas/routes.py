"""The route that a case is to take from body to body (sagsgang), compared with the one it took. Pure: no Django, no clock."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Stop:
    """A body that is to treat the case, within the days `first` and `last`, both included; both None where no time was said."""

    body: int
    first: date | None = None
    last: date | None = None
    key: int = 0


@dataclass(frozen=True, slots=True)
class Visit:
    """An appearance of the case at a body. `is_over`: the meeting was held; `is_put_off`: the body put the case off there."""

    body: int
    day: date
    key: int = 0
    is_over: bool = True
    is_put_off: bool = False

    @property
    def is_treatment(self) -> bool:
        return self.is_over and not self.is_put_off


class RouteState(StrEnum):
    """The state of one body of the route."""

    TREATED = "treated"
    ON_AGENDA = "on_agenda"  # it stands on the agenda of a meeting to come
    PUT_OFF = "put_off"  # the body put it off when it had it last
    NEXT = "next"  # it is this body's turn
    LATER = "later"  # an earlier body is to treat it first
    LEFT_OUT = "left_out"  # a later body has treated it
    BESIDE = "beside"  # the route has no such stop


@dataclass(frozen=True, slots=True)
class RouteStep:
    """A stop with the visits that answer it, or visits that no stop expects. `is_late`: the last day has passed without a treatment, or before it."""

    state: RouteState
    body: int
    stop: Stop | None = None
    visits: tuple[Visit, ...] = ()
    is_late: bool = False


def compare(stops: Sequence[Stop], visits: Iterable[Visit], *, today: date) -> list[RouteStep]:
    """Each stop in its order, with the visits of its body, and in between the visits that no stop expects.

    Where a body has several stops, each takes one unbroken run of visits in turn and the last one what is left, since an item that is put off comes
    again to the same body. Of stops in a row, as of a first and a second reading, each takes one visit. No visit is told twice, and none is left out.
    """
    runs: dict[int, list[tuple[Visit, ...]]] = defaultdict(list)
    ordered = sorted(visits, key=lambda visit: (visit.day, visit.key))
    for run in _runs(ordered):
        runs[run[0].body].append(run)
    answered = _answered(stops, runs)
    done = [place for place, own in enumerate(answered) if any(visit.is_treatment for visit in own)]
    reached = done[-1] if done else -1
    steps, is_next = [], True
    for place, (stop, own) in enumerate(zip(stops, answered, strict=True)):
        state = _state(own, is_passed=place < reached, is_next=is_next)
        is_next = is_next and state in (RouteState.TREATED, RouteState.LEFT_OUT)
        steps.append(RouteStep(state, stop.body, stop, own, _is_late(stop, own, state, today)))
    beside = [RouteStep(RouteState.BESIDE, run[0].body, visits=run) for left in runs.values() for run in left]
    for step in sorted(beside, key=lambda step: (step.visits[0].day, step.visits[0].key)):
        steps.insert(_place(steps, step.visits[0].day), step)
    return steps


def next_stop(steps: Iterable[RouteStep]) -> RouteStep | None:
    """The stop whose turn it is, and which is on no agenda yet."""
    return next((step for step in steps if step.state == RouteState.NEXT), None)


def _runs(ordered: Sequence[Visit]) -> Iterable[tuple[Visit, ...]]:
    """The visits of one body with none of another's between them."""
    run: list[Visit] = []
    for visit in ordered:
        if run and run[-1].body != visit.body:
            yield tuple(run)
            run = []
        run.append(visit)
    if run:
        yield tuple(run)


def _answered(stops: Sequence[Stop], runs: dict[int, list[tuple[Visit, ...]]]) -> list[tuple[Visit, ...]]:
    """The visits of each stop, taken from `runs`."""
    answered = []
    for place, stop in enumerate(stops):
        own, later = runs[stop.body], [other.body for other in stops[place + 1 :]]
        taken = own[:1] if stop.body in later else own[:]
        del own[: len(taken)]
        if taken and later and later[0] == stop.body:
            [(first, *rest)] = taken
            taken = [(first,)]
            if rest:
                own.insert(0, tuple(rest))
        answered.append(tuple(visit for run in taken for visit in run))
    return answered


def _state(own: Sequence[Visit], *, is_passed: bool, is_next: bool) -> RouteState:
    if any(not visit.is_over for visit in own):
        return RouteState.ON_AGENDA
    if any(visit.is_treatment for visit in own):
        return RouteState.TREATED
    if own:
        return RouteState.PUT_OFF
    if is_passed:
        return RouteState.LEFT_OUT
    return RouteState.NEXT if is_next else RouteState.LATER


def _is_late(stop: Stop, own: Sequence[Visit], state: RouteState, today: date) -> bool:
    """Of what was left out nothing is late."""
    if stop.last is None or state == RouteState.LEFT_OUT:
        return False
    return (own[-1].day if own and state != RouteState.PUT_OFF else today) > stop.last


def _place(steps: Sequence[RouteStep], day: date) -> int:
    """After the last step that has begun by that day."""
    before = [place for place, step in enumerate(steps) if step.visits and step.visits[0].day <= day]
    return before[-1] + 1 if before else 0
