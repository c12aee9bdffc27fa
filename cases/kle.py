"""Reads the files that give KL's subject plan (KLE) its titles. Pure: bytes in, values out; the format is told by the content.

Three forms are read: OS2KLE's text file (a line `KLENummer='27.15.00':KLETitel='…':Keywords…` for each subject), KL's XML of the
plan (`KLE-Emneplan`) and of the facets (`KLE-Handlingsfacetter`), and a table with the columns `code;title` and, where it has it, `active`.
"""

import csv
import datetime as dt
import io
import re
from dataclasses import dataclass, field

from cases.kle_xml import BrokenXml, elements_of

MAX_BYTES = 64 * 1024 * 1024  # several times KL's whole plan with its instructions
TITLE_LENGTH = 300

_SUBJECT = re.compile(r"[0-9]{2}(\.[0-9]{2}){0,2}")
_FACET = re.compile(r"[A-ZÆØÅ][0-9]{0,2}")  # a letter alone is a whole kind of facets
_OS2KLE = re.compile(r"KLENummer='(?P<code>[^']+)':KLETitel='(?P<title>.+?)'(:Keywords.*)?")


class WrongFile(Exception):
    """The file is none of the forms, or is broken. `args`: a code of the reason, and the line where that is known."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A subject or facet as a file tells it; `is_current` is None where the file does not say."""

    title: str
    is_current: bool | None = None


@dataclass(slots=True)
class Plan:
    """The entries of a file by code: `27`, `27.15`, `27.15.00` are subjects, `A08` is a facet."""

    subjects: dict[str, PlanLine] = field(default_factory=dict)
    facets: dict[str, PlanLine] = field(default_factory=dict)

    def add(self, code: str, title: str, is_current: bool | None, at: int | None = None) -> None:
        """Raises WrongFile for what is neither a subject nor a facet. A number used again after it expired is its current line."""
        code, title = code.strip(), " ".join(title.split())
        if not title or len(title) > TITLE_LENGTH:
            raise WrongFile("title", at)
        lines = self.subjects if _SUBJECT.fullmatch(code) else self.facets if _FACET.fullmatch(code) else None
        if lines is None:
            raise WrongFile("code", at)
        if is_current is not False or code not in lines:
            lines[code] = PlanLine(title, is_current)


def read(content: bytes, *, today: dt.date) -> Plan:
    """The plan that the file's `content` holds; what expired on or before `today` is not current. Raises WrongFile."""
    if not content.strip():
        raise WrongFile("empty", None)
    plan = Plan()
    if content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
        try:
            for element in elements_of(content):
                plan.add(element.code, element.title, element.expired is None or element.expired > today)
        except BrokenXml as error:
            raise WrongFile("xml", None) from error
    else:
        _read_text(_decoded(content), plan)
    if not plan.subjects and not plan.facets:
        raise WrongFile("unknown", None)
    return plan


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read_text(text: str, plan: Plan) -> None:
    if text.startswith("KLENummer="):
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                match = _OS2KLE.fullmatch(line.strip())
                if not match:
                    raise WrongFile("line", number)
                plan.add(match["code"], match["title"], None, number)
        return
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    try:
        if not {"code", "title"} <= set(rows.fieldnames or []):
            raise WrongFile("unknown", None)
        for row in rows:
            active = row.get("active")
            plan.add(row["code"] or "", row["title"] or "", None if active is None else active.strip() == "1", rows.line_num)
    except csv.Error as error:
        raise WrongFile("unknown", rows.line_num) from error
