"""The document model of the list of expected cases, the same for every file format: headings in order, and the tables under them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from followups.export.text import on_one_line
from followups.lists.rows import ExpectedCase, ExpectedCases, ExpectedMeeting, Slip
from meetings.templatetags.danish import day, weekday

Cell = Sequence[str]  # its lines, the first the weightiest


@dataclass(frozen=True, slots=True)
class ListSection:
    """A heading with a table, or with `note` where there is nothing to tell in one. `widths` are the columns' shares.

    `urls` are where a page leads to from each row, "" for nowhere.
    """

    heading: str
    note: str = ""
    header: Sequence[str] = ()
    widths: Sequence[int] = ()
    rows: Sequence[Sequence[Cell]] = ()
    urls: Sequence[str] = ()

    @property
    def linked_rows(self) -> list[tuple[str, Sequence[tuple[str, Cell]]]]:
        """Each row with where it leads to, and its cells with the names of their columns."""
        return [(url, list(zip(self.header, row, strict=True))) for url, row in zip(self.urls, self.rows, strict=True)]


@dataclass(frozen=True, slots=True)
class ListDocument:
    """`page_of` are the two words of the page number: `Side` 1 `af` 3."""

    title: str
    subtitle: str
    parts: Sequence[ListSection]
    page_of: tuple[str, str]


def list_document(cases: ExpectedCases) -> ListDocument:
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
    return ListDocument(
        title=_("Expected cases for %(body)s") % {"body": on_one_line(cases.body)},
        subtitle=_("As of %(day)s") % {"day": day(cases.as_of)},
        parts=parts or [ListSection(_("Coming meetings"), note=_("No cases are expected."))],
        page_of=(pgettext("page 1 of 3", "Page"), pgettext("page 1 of 3", "of")),
    )


def _cut(cases: ExpectedCases) -> list[ListSection]:
    return [
        ListSection(_("The list is not whole"), note=_("More is expected than there is room for here. What is due first is shown."))
    ] * cases.is_cut


def _sitting(sitting: ExpectedMeeting) -> Iterable[ListSection]:
    heading = " ".join(filter(None, [on_one_line(sitting.kind), weekday(sitting.date)]))
    heading = heading[:1].upper() + heading[1:]
    return _expected(heading, sitting.rows) or [ListSection(heading, note=_("No cases are expected."))]


def _expected(heading: str, rows: Sequence[ExpectedCase]) -> list[ListSection]:
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
    return [ListSection(heading, header=header, widths=(37, 20, 19, 24), rows=cells, urls=[row.url for row in rows])]


def _slipped(cases: ExpectedCases) -> list[ListSection]:
    heading = _("Put off since the last list")
    if not cases.slipped:
        if cases.since is None:
            return []
        return [ListSection(heading, note=_("Nothing was put off since the meeting on %(day)s.") % {"day": day(cases.since)})]
    header, widths = (_("Case"), _("Was expected"), _("Is expected"), _("Reason")), (38, 18, 18, 26)
    rows, urls = [_slip(slip) for slip in cases.slipped], [slip.url for slip in cases.slipped]
    if not any(slip.reason for slip in cases.slipped):  # nobody is told any
        header, widths, rows = header[:3], (50, 25, 25), [row[:3] for row in rows]
    return [ListSection(heading, _since(cases), header, widths, rows, urls)]


def _since(cases: ExpectedCases) -> str:
    return _("Since the meeting on %(day)s.") % {"day": day(cases.since)} if cases.since else ""


def _slip(slip: Slip) -> Sequence[Cell]:
    return _lines(slip.what), _lines(slip.old), _lines(slip.new), _lines(slip.reason)


def _lines(*texts: str) -> Cell:
    return tuple(filter(None, map(on_one_line, texts)))
