"""Forms that refuse to undo what somebody else has saved since they were opened."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from concurrency.fields import VersionFormField
from concurrency.models import Versioned
from concurrency.values import differs, shown, write

VERSION = "version"


class OpenedWith(BoundField):
    """A field with what it was opened with, hidden, before it: between a box and its label it would keep the box from being drawn."""

    def __str__(self) -> str:
        return self.opened_with + self.as_widget()

    @property
    def opened_with(self) -> str:
        """The hidden field alone, for a template that writes the box itself."""
        return self.as_hidden(only_initial=True) if self.field.show_hidden_initial else SafeString()

    __html__ = __str__


class VersionedFormMixin:
    """Stands before `forms.Form` or `forms.ModelForm`. `row` is what is edited, read under the lock; of a model form its instance.

    The form holds the row's version and what each field was opened with, both hidden. One whose row somebody has changed since, in a
    column the form has, is not valid: beside each such field it says what stands there now and what was written here. What was written
    stays, what was not touched becomes what it is now, and sent once more the form is saved. A form sent without a version is not asked;
    one for a row that was not there yet holds 0. Save only the columns among `changed_data`, or those of `changes`.
    """

    bound_field_class = OpenedWith

    def __init__(self, *args, row: Versioned | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        row = row or getattr(self, "instance", None)
        self.row = row if isinstance(row, Versioned) and row.pk is not None else None
        self.fields[VERSION] = VersionFormField()
        if self.row is None:
            self.initial[VERSION] = (kwargs.get("initial") or {}).get(VERSION, 0)
            return
        self.initial[VERSION] = self.row.version
        if not self.is_bound or self[VERSION].data:
            for field in self.fields.values():
                field.show_hidden_initial = not (isinstance(field, VersionFormField | forms.FileField) or field.disabled)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data = self.cleaned_data if data is None else data
        opened = data.pop(VERSION, None)
        if self.row and opened is not None:
            # What points at many rows is no column, so the version does not count it.
            is_stale = opened != self.row.version
            self._refuse_stale(
                [one for one in self._changed_by_others() if is_stale or isinstance(one.field, forms.ModelMultipleChoiceField)]
            )
        return data

    def _changed_by_others(self) -> list[BoundField]:
        bound = [self[name] for name, field in self.fields.items() if field.show_hidden_initial]
        return [one for one in bound if differs(one.field, one.initial, _opened(one))]

    def _refuse_stale(self, theirs: list[BoundField]) -> None:
        if not any(differs(one.field, one.initial, one.data) for one in theirs):
            return  # nothing here was changed, or to what is written here
        self.data = self.data.copy()
        self.data[self.add_prefix(VERSION)] = str(self.row.version)
        for one in theirs:
            self.add_error(one.name, self._compared(one))
            write(self.data, one, one.field.hidden_widget(), one.html_initial_name)
            if one.name not in self.changed_data:
                write(self.data, one, one.field.widget, one.html_name)
        self.add_error(
            None,
            _(
                "Somebody else has changed this since you opened it, so nothing has been saved. Look at the fields marked below, "
                "and save again if it is to be as it stands here now."
            ),
        )

    def _compared(self, one: BoundField) -> str:
        now = shown(one.field, one.initial)
        if one.name in self.changed_data:
            mine = shown(one.field, one.data)
            return _("Meanwhile somebody else has written “%(now)s” here. You have written “%(mine)s”.") % {"now": now, "mine": mine}
        before = shown(one.field, _opened(one))
        return _("Meanwhile somebody else has changed this from “%(before)s” to “%(now)s”.") % {"before": before, "now": now}


def is_stale(request: HttpRequest, row: Versioned) -> bool:
    """Tells whether a button was pressed on a page that shows `row` as it was before: of a page's hidden field `version`, when there is one."""
    return request.POST.get(VERSION, "") not in ("", str(row.version))


def version_sent(request: HttpRequest, name: str = VERSION) -> int | None:
    """Returns the version that a page's hidden field `name` was filled with; None when it was sent without one."""
    return VersionFormField().clean(request.POST.get(name))


def _opened(one: BoundField) -> Any:
    """The value the field held when the form was opened, as the form has sent it back."""
    return one.form._widget_data_value(one.field.hidden_widget(), one.html_initial_name)


class VersionedForm(VersionedFormMixin, forms.Form):
    pass


class VersionedModelForm(VersionedFormMixin, forms.ModelForm):
    """Saves the columns that were changed in it, and no others."""

    def save(self, commit: bool = True):
        if not (commit and self.row) or self.errors:
            return super().save(commit)
        if columns := columns_to_save(self.row, self.changed_data):
            self.row.save(update_fields=columns)
        self._save_m2m()
        return self.row

    def _save_m2m(self) -> None:
        many = {field.name for field in self.instance._meta.many_to_many}
        if self.row:
            self.cleaned_data = {name: value for name, value in self.cleaned_data.items() if name not in many or name in self.changed_data}
        super()._save_m2m()
        if self.row and many & {*self.changed_data}:
            type(self.row)._default_manager.filter(pk=self.row.pk).update()


def changes(row: Versioned, values: dict[str, Any]) -> dict[str, Any]:
    """Those of `values`, by column, that are others than the row has."""
    return {name: value for name, value in values.items() if getattr(row, name) != value}


def columns_to_save(row: Versioned, changed: list[str]) -> list[str]:
    """The columns among the fields `changed`, with those that are derived from others; none when none is among them."""
    columns = {field.name for field in row._meta.concrete_fields}
    names = [name for name in changed if name in columns]
    return [*names, *(field.name for field in row._meta.concrete_fields if getattr(field, "is_derived", False))] if names else []
