"""A disk without room, however it shows: in a file, in SQLite or in PostgreSQL."""

import errno
import sqlite3

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
# Its file or log cannot grow, or the index of its log cannot, which it wants before it so much as reads.
_SQLITE_FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE)
_DISK_FULL = "53100"  # PostgreSQL's class of errors "insufficient resources"


def is_full(error: BaseException | None) -> bool:
    """Tells whether the error, or one it came from, says that there was no room to write."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            return True
        if isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", None) in _SQLITE_FULL:
            return True
        if getattr(error, "sqlstate", None) == _DISK_FULL:
            return True
        error = error.__cause__ or error.__context__
    return False
