"""The steps by which each kind of deadline is reminded of where no policy has been written for it. Pure."""

from reminders.deadlines import DeadlineKind
from reminders.steps import DeadlineStep, parse_step


def _steps(text: str) -> tuple[DeadlineStep, ...]:
    return tuple(parse_step(one) for one in text.split())


DEFAULTS: dict[DeadlineKind, tuple[DeadlineStep, ...]] = {
    DeadlineKind.HEARING: _steps("before-20 before-10 before-3 every-5"),
    DeadlineKind.PARTY: _steps("before-5"),
    DeadlineKind.REPORT: _steps("opens before-10 overdue monthly"),
    DeadlineKind.DISPATCH: _steps("before-5 before-2 before-0"),
    DeadlineKind.MEETING: _steps("opens before-2"),
}
