"""School holidays as people write them, a line each: `13.–21. februar 2027: Vinterferie`. Pure: no Django, no clock."""

from datetime import date

from danish.formatting import days_in_words
from danish.periods import find_periods
from danish.working_days import Closing

NAMELESS = "skoleferie"
MOST, LONGEST = 60, 100  # lines, and letters of a name


class UnreadableLine(ValueError):
    """A line that names no days; `code` is not_understood, too_long or too_many."""

    def __init__(self, code: str, line: str = ""):
        super().__init__(code)
        self.code, self.line = code, line


def read_closings(text: str, *, today: date) -> list[Closing]:
    """The stretches of days that the lines name, in order of time, each once. What has no year comes next after `today`."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST:
        raise UnreadableLine("too_many")
    return sorted({_read(line, today) for line in lines}, key=lambda one: (one.first, one.last, one.name))


def write_closings(closings: list[Closing]) -> str:
    return "\n".join(f"{days_in_words(one.first, one.last)}: {one.name}" for one in closings)


def _read(line: str, today: date) -> Closing:
    found = next(iter(find_periods(line, today)), None)
    if found is None or found.first is None or found.last is None:
        raise UnreadableLine("not_understood", line)
    name = f"{line[: found.start]} {line[found.end :]}".strip(" :,;.–-()\t")
    if len(name) > LONGEST:
        raise UnreadableLine("too_long", line)
    return Closing(" ".join(name.split()) or NAMELESS, found.first, found.last)
