"""Services on cases that touch more than one row."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from cases.kle import Plan, PlanLine
from cases.models import Case, Facet, FormerNumber, Subject
from cases.numbers import parse


def cases_for(*, numbers: Iterable[str]) -> tuple[dict[str, int], list[int]]:
    """The cases that the printed `numbers` name, as ids by comparison key, and the ids of those made just now.

    Safe when two ask at once: the key is unique, and whoever comes second finds the case of the first.
    """
    longest = Case._meta.get_field("number").max_length
    cases = {parse(printed).key: Case(number=parse(printed).text[:longest]) for printed in numbers}
    keys = {key: case.number_key for key, case in cases.items()}
    known = case_ids(keys=keys.values())
    missing = {keys[key]: case for key, case in cases.items() if keys[key] not in known}
    if missing:
        Case.objects.bulk_create(missing.values(), ignore_conflicts=True)
    found = known | (case_ids(keys=missing) if missing else {})
    return {key: found[stored] for key, stored in keys.items()}, [found[key] for key in missing]


def case_ids(*, keys: Iterable[str]) -> dict[str, int]:
    """The cases that have the comparison `keys`, or had them before: two queries."""
    keys = list(keys)
    former = dict(FormerNumber.objects.filter(key__in=keys).values_list("key", "case_id"))
    return former | dict(Case.objects.filter(key__in=keys).values_list("key", "pk"))


@transaction.atomic
def keep_former_number(*, case: Case, number: str) -> None:
    """The case had `number` until now, and it leads to the case from now on. A number it takes back is no former one."""
    FormerNumber.objects.filter(case=case, key=case.number_key).delete()
    former = FormerNumber(case=case, number=number)
    if former.number_key != case.number_key and not FormerNumber.objects.filter(key=former.number_key).exists():
        former.save(force_insert=True)


@dataclass(slots=True)
class Loaded:
    """The counts of lines of the subject plan that were new, got another title or came back into use, and left the plan."""

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


def _load(model: type[Subject] | type[Facet], lines: dict[str, PlanLine], loaded: Loaded) -> None:
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
