"""The list of expected cases as a document, the same as page, PDF and Word: headings in order, and the tables under them."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from documents.model import Cell, Document, Paragraph, Section, Table
from documents.text import on_one_line
from followups.lists.rows import ExpectedCase, ExpectedCases, ExpectedMeeting, Slip
from meetings.templatetags.danish import day, weekday


def list_document(cases: ExpectedCases) -> Document:
    """The list as it is printed. What is overdue comes first; headings with nothing under them are left out, meetings are not."""
    parts = [
        *_cut(cases),
        *_expected(_("What is overdue"), cases.overdue),
        *_expected(_("No meeting can reach it in time"), cases.out_of_reach),
        *(part for sitting in cases.meetings for part in _sitting(sitting)),
        *_expected(_("Expected at a time without a meeting in the calendar"), cases.periods),
        *_expected(_("Without a date"), cases.undated),
        *_slipped(cases),
    ]
    title, subtitle = _("Expected cases for %(body)s") % {"body": on_one_line(cases.body)}, _("As of %(day)s") % {"day": day(cases.as_of)}
    return Document(
        title=title,
        subtitle=subtitle,
        foot=f"{title} · {subtitle}",
        sections=parts or [_section(_("Coming meetings"), _("No cases are expected."))],
        page_of=(pgettext("page 1 of 3", "Page"), pgettext("page 1 of 3", "of")),
    )


def _cut(cases: ExpectedCases) -> list[Section]:
    return [
        _section(_("The list is not whole"), _("More is expected than there is room for here. What is due first is shown."))
    ] * cases.is_cut


def _sitting(sitting: ExpectedMeeting) -> Iterable[Section]:
    heading = " ".join(filter(None, [on_one_line(sitting.kind), weekday(sitting.date)]))
    heading = heading[:1].upper() + heading[1:]
    return _expected(heading, sitting.rows) or [_section(heading, _("No cases are expected."))]


def _expected(heading: str, rows: Sequence[ExpectedCase]) -> list[Section]:
    if not rows:
        return []
    header = (_("Case"), _("From"), _("Responsible"), _("When"))
    cells = [
        (
            _lines(row.what, row.says, " · ".join(filter(None, [row.kind, row.case_number]))),
            _lines(row.asked_by, day(row.asked_on)),
            _lines(row.responsible),
            _lines(row.when_words, row.when_dates, row.placed, row.slipped),
        )
        for row in rows
    ]
    return [_section(heading, table=Table(cells, header, (37, 20, 19, 24), [row.url for row in rows]))]


def _slipped(cases: ExpectedCases) -> list[Section]:
    heading = _("Put off since the last list")
    if not cases.slipped:
        if cases.since is None:
            return []
        return [_section(heading, _("Nothing was put off since the meeting on %(day)s.") % {"day": day(cases.since)})]
    header, widths = (_("Case"), _("Was expected"), _("Is expected"), _("Reason")), (38, 18, 18, 26)
    rows, urls = [_slip(slip) for slip in cases.slipped], [slip.url for slip in cases.slipped]
    if not any(slip.reason for slip in cases.slipped):  # nobody is told any
        header, widths, rows = header[:3], (50, 25, 25), [row[:3] for row in rows]
    return [_section(heading, _since(cases), Table(rows, header, widths, urls))]


def _since(cases: ExpectedCases) -> str:
    return _("Since the meeting on %(day)s.") % {"day": day(cases.since)} if cases.since else ""


def _slip(slip: Slip) -> Sequence[Cell]:
    return _lines(slip.what), _lines(slip.old), _lines(slip.new), _lines(slip.reason)


def _lines(*texts: str) -> Cell:
    return tuple(filter(None, map(on_one_line, texts)))


def _section(heading: str, note: str = "", table: Table | None = None) -> Section:
    return Section(heading, [*([Paragraph([note])] if note else []), *([table] if table else [])])
