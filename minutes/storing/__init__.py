"""Store: the facts of a document into the register's tables, and back out of them.

`store` makes a meeting in the register say what the facts say and writes no row that says so already; `snapshot` gives the facts a
meeting in the register holds. What `store` puts in, `snapshot` gives back.
"""

from minutes.storing.snapshot import snapshot
from minutes.storing.store import Stored, store

__all__ = ["Stored", "snapshot", "store"]
