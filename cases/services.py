"""Verbs on cases that touch more than one row."""

from dataclasses import dataclass

from django.db import transaction

from cases import numbers
from cases.kle import Line, Plan
from cases.models import Case, Facet, Subject


def case_for(*, number: str) -> tuple[Case, bool]:
    """The case that the printed `number` names, and whether it was made just now. Safe when two ask at once: the key is unique."""
    parsed = numbers.parse(number)
    return Case.objects.get_or_create(key=parsed.key, defaults={"number": parsed.text})


@dataclass(slots=True)
class Loaded:
    """How many lines of the subject plan were new, got another title or came back into use, and left the plan."""

    new: int = 0
    changed: int = 0
    expired: int = 0


@transaction.atomic
def load_kle(*, plan: Plan) -> Loaded:
    """Give subjects and facets the titles of `plan`. Lines that say so already are left alone, those it does not name too.

    What has left the plan is kept, for old cases have its number.
    """
    loaded = Loaded()
    for model, lines in ((Subject, plan.subjects), (Facet, plan.facets)):
        _load(model, lines, loaded)
    return loaded


def _load(model: type[Subject] | type[Facet], lines: dict[str, Line], loaded: Loaded) -> None:
    known = model.objects.select_for_update().in_bulk()
    new, changed = [], []
    for code, line in lines.items():
        row = known.get(code)
        if row is None:
            new.append(model(code=code, title=line.title, is_current=line.is_current is not False))
            continue
        is_current = row.is_current if line.is_current is None else line.is_current
        if (row.title, row.is_current) != (line.title, is_current):
            if row.is_current and not is_current:
                loaded.expired += 1
            else:
                loaded.changed += 1
            row.title, row.is_current = line.title, is_current
            changed.append(row)
    loaded.new += len(new)
    model.objects.bulk_create(new, batch_size=500)
    model.objects.bulk_update(changed, ["title", "is_current"], batch_size=200)
