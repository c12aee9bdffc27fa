"""The occurrences as rows of a table, for a spreadsheet."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.access import Actor
from followups.export.spreadsheets import Value
from followups.next_step_advice import advice
from followups.selectors.desk import Todo, todos_of
from followups.selectors.occurrences import presenters_of
from meetings.templatetags.danish import item_number

MOST_ROWS = 10_000
AT_A_TIME = 500

HEADER = (
    gettext_lazy("Next step"),
    gettext_lazy("Days overdue"),
    gettext_lazy("Due from"),
    gettext_lazy("Due by"),
    gettext_lazy("In the council's words"),
    gettext_lazy("What"),
    gettext_lazy("Kind"),
    gettext_lazy("Responsible"),
    gettext_lazy("Body"),
    gettext_lazy("Asked by"),
    gettext_lazy("Asked on"),
    gettext_lazy("Item"),
    gettext_lazy("Case"),
    gettext_lazy("Again"),
    gettext_lazy("Postponed"),
    gettext_lazy("State"),
    gettext_lazy("On the agenda of"),
    gettext_lazy("Answered on"),
    gettext_lazy("Review"),
)
WIDTHS = (45, 10, 12, 12, 25, 60, 18, 22, 25, 25, 12, 40, 22, 16, 35, 16, 14, 14, 18)


def rows_of(keys: Sequence[int], actor: Actor, *, today: date) -> Iterator[list[Value]]:
    """The rows of the occurrences of `keys`, at most `MOST_ROWS`, and where there are more a last one that says so."""
    shown = keys[:MOST_ROWS]
    for start in range(0, len(shown), AT_A_TIME):
        for todo in todos_of(presenters_of(shown[start : start + AT_A_TIME], actor), actor, today=today):
            yield _row(todo, today)
    if len(keys) > MOST_ROWS:
        yield [
            _("The list has been cut after %(count)s rows. Narrow it to see the rest.")
            % {"count": number_format(MOST_ROWS, force_grouping=True)},
            *[None] * (len(HEADER) - 1),
        ]


def _row(todo: Todo, today: date) -> list[Value]:
    told, occurrence, item = todo.told, todo.told.occurrence, todo.told.item
    number, meeting = item_number(item), item.meeting
    return [
        advice(todo),
        (today - occurrence.due_end).days if occurrence.is_overdue(today) else None,
        occurrence.due_start,
        occurrence.due_end,
        told.words,
        told.text or _("Closed item: %(title)s") % {"title": item.title},
        told.name,
        told.responsible,
        occurrence.body.name,
        item.body.name,
        meeting.date,
        f"{number}. {item.title}" if number else item.title,
        item.case.number if item.case else "",
        told.again,
        told.slip,
        told.state,
        told.placed.meeting.date if told.placed else None,
        occurrence.met_on,
        str(told.obligation.get_review_display()),
    ]
