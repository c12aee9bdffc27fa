"""The log's lines: what happened and where in the code, never which case, file or person it was about.

Addresses hold case numbers and names, and the messages of errors hold values of rows. So a line names an address by its route, and an error
by its kind and its place; `docs/security.md` promises it.
"""

import logging
import re
import traceback

from django.http import HttpRequest

UNKNOWN = "an address of no page"
UNNAMED = "(an address)"
_ADDRESS = re.compile(r"(?<!\w)/[^\s'\"<>]*|\bip=[^\s:]+(?::[\da-fA-F:]+)?")  # of a page, or of a reader


class WithoutNames(logging.Filter):
    """Rewrites the records of Django, Celery and gunicorn that would repeat an address or an error's message."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            _say(record, lambda text: text.replace(request.get_full_path(), _route(request)).replace(request.path, _route(request)))
            record.request = None
        elif record.name.startswith("gunicorn"):
            _say(record, lambda text: _ADDRESS.sub(UNNAMED, text) if record.levelno >= logging.WARNING else text)
        elif record.name.startswith("celery") and isinstance(record.args, dict) and "exc" in record.args:
            kind = type(record.exc_info[1]).__name__ if record.exc_info else "an error"
            record.args = record.args | {"exc": kind, "traceback": "", "args": "", "kwargs": ""}
        return True


class PlainFormatter(logging.Formatter):
    """A traceback as files, lines and kinds of errors, without the errors' messages and without the source's own text."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatException(self, exc_info) -> str:
        lines, error, seen = [], exc_info[1], set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
            lines += [_kind(error), *places]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)


def _kind(error: BaseException) -> str:
    """`django.db.utils.IntegrityError`, with PostgreSQL's code and the number of the system's error where there is one."""
    code = getattr(error, "sqlstate", None) or getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return f"{type(error).__module__}.{type(error).__qualname__}" + (f" ({code})" if code else "")


def _route(request: HttpRequest) -> str:
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match else UNKNOWN


def _say(record: logging.LogRecord, change) -> None:
    record.msg, record.args = change(record.getMessage()), None
