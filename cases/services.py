"""Verbs on cases that touch more than one row."""

from cases import numbers
from cases.models import Case


def case_for(*, number: str) -> tuple[Case, bool]:
    """The case that the printed `number` names, and whether it was made just now. Safe when two ask at once: the key is unique."""
    parsed = numbers.parse(number)
    return Case.objects.get_or_create(key=parsed.key, defaults={"number": parsed.text})
