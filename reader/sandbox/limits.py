"""The limits of what one file may use of the machine, and the error of one that used more."""

import errno
import resource
import signal
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from reader.reading import Unreadable


class ReaderDied(Unreadable):
    """The process that read the file was ended, or ended itself. `code` is one of

    took_too_long         more than `most` seconds
    took_too_much_memory  more than `most` bytes, or an answer of more than the limit
    reader_crashed        anything else; `params` are empty, the log has the place in the code
    """


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one file's process: bytes of `memory` (address space), `cpu` and `wall` seconds, bytes of the `answer` it gives.

    A document at every bound of `reader.reading.Bounds` stays below them; docs/importing.md has the figures.
    """

    memory: int = 1024**3
    cpu: int = 45
    wall: int = 90
    answer: int = 64_000_000

    def apply(self) -> None:
        """Bind this process and its children for good. The kernel ends it at the time limits; memory gives `MemoryError` or an abort."""
        with suppress(OSError):  # a container that is short of memory gives this process up before any other
            Path("/proc/self/oom_score_adj").write_text("1000")
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, self.wall)
        for what, most in (
            (resource.RLIMIT_AS, self.memory),
            (resource.RLIMIT_FSIZE, 0),  # it answers through a pipe and writes no file
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NPROC, 0),
        ):
            resource.setrlimit(what, (most, most))
        # The first limit ends it with SIGXCPU, which tells why; the second with SIGKILL, if it should live on.
        resource.setrlimit(resource.RLIMIT_CPU, (self.cpu, self.cpu + 2))

    def as_json(self) -> dict[str, int]:
        return asdict(self)


DEFAULT = Limits()
TIME_SIGNALS = (signal.SIGALRM, signal.SIGXCPU)


def cause_of_death(status: int, peak: int, limits: Limits, *, overtime: bool = False) -> ReaderDied:
    """`status` is an exit code, negative for a signal; `peak` is the most memory it held, in bytes.

    Native code aborts when it gets no memory, Python may fail once more while it tells of it, and the kernel ends processes with SIGKILL
    when the machine or container has none left.
    """
    if overtime or -status in TIME_SIGNALS:
        return ReaderDied("took_too_long", most=limits.wall if overtime or -status == signal.SIGALRM else limits.cpu)
    if status in (errno.ENOMEM, -signal.SIGKILL) or (status and peak >= limits.memory // 2):
        return ReaderDied("took_too_much_memory", most=limits.memory)
    return ReaderDied("reader_crashed")
