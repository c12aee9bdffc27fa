"""Columns that are kept in step with other attributes of their row, so that the database can sort and search by them."""

from django.db import models


class _Derived:
    """Takes its value from the attribute `of` whenever the row is saved or bulk-created.

    `QuerySet.update()` and `save(update_fields=…)` pass it by, as they do every field they do not name.
    """

    is_derived = True

    def __init__(self, *args, of: str, **kwargs):
        self.of = of
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["editable"]
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance, add):
        value = getattr(model_instance, self.of)
        setattr(model_instance, self.attname, value)
        return value


class DerivedCharField(_Derived, models.CharField):
    """Kept as far as the column goes: a key's beginning tells rows apart and sorts them well enough."""

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value


class DerivedTextField(_Derived, models.TextField):
    pass


class DerivedDateField(_Derived, models.DateField):
    pass
