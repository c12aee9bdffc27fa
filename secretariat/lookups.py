"""Keys and numbers larger than a column can hold: such a row is not there, and the database is not asked for it.

Django does so for whole numbers that are compared one by one. These do it for keys of other rows, and for several at once.
"""

from math import inf

from django.core.exceptions import EmptyResultSet
from django.db.models import Field, ForeignObject, IntegerField, lookups
from django.db.models.fields import related_lookups


def _bounds(field: Field, connection) -> tuple[float, float] | None:
    """The least and the greatest number the column holds; None when it holds no whole numbers."""
    while field.is_relation:
        field = field.target_field
    if not isinstance(field, IntegerField):
        return None
    least, most = connection.ops.integer_field_range(field.get_internal_type())
    return -inf if least is None else least, inf if most is None else most


def _fits(value: object, bounds: tuple[float, float]) -> bool:
    return not isinstance(value, int) or bounds[0] <= value <= bounds[1]


class _FittingIn:
    def process_rhs(self, compiler, connection):
        if self.rhs_is_direct_value() and (bounds := _bounds(self.lhs.output_field, connection)):
            self.rhs = [value for value in self.rhs if _fits(value, bounds)]
        return super().process_rhs(compiler, connection)


class IntegerIn(_FittingIn, lookups.In):
    pass


class RelatedIn(_FittingIn, related_lookups.RelatedIn):
    pass


class RelatedExact(related_lookups.RelatedExact):
    def process_rhs(self, compiler, connection):
        bounds = _bounds(self.lhs.output_field, connection)
        if bounds and not _fits(self.rhs, bounds):
            raise EmptyResultSet
        return super().process_rhs(compiler, connection)


def register() -> None:
    IntegerField.register_lookup(IntegerIn)
    ForeignObject.register_lookup(RelatedIn)
    ForeignObject.register_lookup(RelatedExact)
