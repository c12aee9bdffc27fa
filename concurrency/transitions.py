"""Transitions: changes of a row's state, each written down with who, when, why and the columns before and after, so that it can be undone.

One function makes every transition: it locks the row and works on it as it is then, compares the version that a form was opened with,
writes one history row, and saves the changed columns alone.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from concurrency.forms import columns_to_save
from concurrency.history_rows import HistoryRow
from concurrency.models import Versioned

Columns = dict[str, Any]  # values by column, a foreign key's as `placed_on_id`
Lock = Callable[[Iterable[int]], list]


class Transition(HistoryRow):
    """The history row of one transition. A subclass has its choices in `what`, and a foreign key to the row, which `row_field` names.

    `before` and `after` hold the columns `recorded`, as JSON has them: a day as ISO text, a foreign key as a number. `refusal` is an
    exception made of a code; of the codes "changed", "undone", "not_latest" and "overwrites" this module makes use.
    """

    row_field: ClassVar[str]
    recorded: ClassVar[tuple[str, ...]]
    refusal: ClassVar[type[Exception]]

    why = models.TextField(_("why"), blank=True)
    before = models.JSONField(_("before"), editable=False)
    after = models.JSONField(_("after"), editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"

    @property
    def row_id(self) -> int:
        return getattr(self, f"{self.row_field}_id")

    def others(self) -> models.QuerySet:
        """Returns the transitions of the same row that are in force, less this one."""
        rows = type(self)._base_manager.filter(**{self.row_field: self.row_id}, undone_at=None)
        return rows.exclude(pk=self.pk)

    def columns_before(self) -> Columns:
        """Returns the columns that it changed, as they were. A foreign key to a row that is gone by now is None."""
        return self._columns(self.before)

    def columns_after(self) -> Columns:
        """Returns the same columns as it left them."""
        return self._columns(self.after)

    def _columns(self, values: Columns) -> Columns:
        fields = type(self)._meta.get_field(self.row_field).related_model._meta
        changed = [name for name, value in self.before.items() if value != self.after[name]]
        return {name: restored(fields.get_field(name), values[name]) for name in changed}


def apply_transition(
    rows: Iterable[Versioned],
    what: str,
    change: Callable[[Any], Columns | None],
    *,
    lock: Lock,
    history: type[Transition],
    by,
    now: datetime,
    why: str = "",
    versions: Mapping[int, int] | None = None,
    then: Callable[[Any], object] = lambda row: None,
) -> list:
    """Make the transition `what` of each row, of all or of none. Returns the history rows of those that were not so already.

    `lock` gives the rows of some keys as they are now, held until the transaction ends, after their bodies (`meetings.locking`). `change`
    gives the columns to change, None where it is so already, and raises a refusal where it cannot be. `versions` are those of the page
    that a form was sent from, by key: where a row has been changed since, nothing is done, and the refusal's code is "changed"; what is
    so already is no fault. `then` is called with each row as it is after.
    """
    made = []
    with transaction.atomic():
        for row in lock([one.pk for one in rows]):
            columns = _wanted(row, change, history, (versions or {}).get(row.pk, row.version))
            if columns is not None:
                made.append(_write(row, columns, history, what=what, by=by, at=now, why=why))
                then(row)
    return made


def undo_transition(
    made: Transition, *, lock: Lock, by, now: datetime, before: Callable[[Any, Any], object] = lambda row, made: None
) -> tuple[Any, Transition]:
    """Give the row the columns it had before `made`. Returns the row and the history row as they are now.

    `before` is called with both while the row still is as it was. The refusal's code is "undone" when it is undone already, "not_latest"
    when another transition was made since, and "overwrites" when a column it changed has another value by now, which would be lost.
    """
    with transaction.atomic():
        [row] = lock([made.row_id])
        made = type(made)._base_manager.get(pk=made.pk)
        if made.undone_at:
            raise made.refusal("undone")
        if made.others().filter(pk__gt=made.pk).exists():
            raise made.refusal("not_latest")
        before(row, made)
        if any(getattr(row, name) != value for name, value in made.columns_after().items()):
            raise made.refusal("overwrites")
        save_columns(row, made.columns_before())
        made.undone_by, made.undone_at = by, now
        made.save(update_fields=["undone_by", "undone_at"])
    return row, made


def save_columns(row: Versioned, columns: Columns) -> None:
    """Save these columns of the row, and those that are derived from others; no column that somebody else may have changed."""
    for name, value in columns.items():
        setattr(row, name, value)
    if names := columns_to_save(row, [row._meta.get_field(name).name for name in columns]):
        row.save(update_fields=names)


def restored(field: models.Field, value: Any) -> Any:
    """Returns the value of a column that was kept as JSON. A foreign key to a row that is gone by now is None."""
    if not field.is_relation:
        return field.to_python(value)
    return value if value and field.related_model._base_manager.filter(pk=value).exists() else None


def _wanted(row: Versioned, change: Callable, history: type[Transition], version: int) -> Columns | None:
    try:
        columns = change(row)
    except history.refusal as refused:
        if version != row.version:
            raise history.refusal("changed") from refused
        raise
    if columns is not None and version != row.version:
        raise history.refusal("changed")
    return columns


def _write(row: Versioned, columns: Columns, history: type[Transition], **told) -> Transition:
    before = _recorded(row, history)
    save_columns(row, columns)
    return history._base_manager.create(**{history.row_field: row}, before=before, after=_recorded(row, history), **told)


def _recorded(row: Versioned, history: type[Transition]) -> Columns:
    values = {name: getattr(row, name) for name in history.recorded}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
