"""Columns of users."""

from django.db import models


class UserNameField(models.CharField):
    """A name to log in by, kept in small letters and looked up in any, so that *Gerda* and *gerda* are one user on every database."""

    def pre_save(self, model_instance, add):
        name = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, name)
        return name

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value.lower() if isinstance(value, str) else value
