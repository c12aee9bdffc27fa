"""Reading a file that a stranger made, in a process of its own: without the database, without secrets, within hard limits.

    with document.file.open("rb") as file:
        read = understand_apart(file, "udvalget-2020-03-03.pdf")
    blocks = blocks_apart(file)

`client` asks, `server` is a small process that has imported the reader and forks once per file, `child` is that fork, `limits` says how
much it may use. The kernel ends a child that uses more; the one who asked gets `Unreadable` or `ReaderDied` and goes on with the next file.
No Django: a server starts in a third of a second, a fork in a hundredth.
"""

from .client import Understood, blocks_apart, understand_apart
from .limits import DEFAULT, Limits, ReaderDied

__all__ = ["DEFAULT", "Limits", "ReaderDied", "Understood", "blocks_apart", "understand_apart"]
