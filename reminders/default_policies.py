"""The steps by which each kind of deadline is reminded of where no policy has been written for it. Pure."""

from reminders.deadlines import Kind
from reminders.steps import Step, parse_step


def _steps(text: str) -> tuple[Step, ...]:
    return tuple(parse_step(one) for one in text.split())


DEFAULTS: dict[Kind, tuple[Step, ...]] = {
    Kind.HEARING: _steps("before-20 before-10 before-3 every-5"),
    Kind.PARTY: _steps("before-5"),
    Kind.REPORT: _steps("opens before-10 overdue monthly"),
    Kind.DISPATCH: _steps("before-5 before-2 before-0"),
    Kind.MEETING: _steps("opens before-2"),
}
