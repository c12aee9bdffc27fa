"""Two spellings of a person or of a body become one row, with a way back.

Everything that points at the one that goes is moved, whichever app it is in. What would then stand twice is dropped, a second meeting on a
day becomes the next meeting of it, and a number of the year that both have given out stays as the printed label alone.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, Max

from accounts.models import User
from meetings.calendar import changing
from meetings.locking import hold_new, holding
from meetings.lookups import keep_former_slug
from meetings.merged_rows import Mergeable, change, move, pointing_at, read_back, restore_columns, written
from meetings.models import AgendaItem, Body, BodyName, FormerSlug, Meeting, Merge, Person, PersonName

Join = Callable[[Mergeable, Mergeable, Merge], object]

_joins: list[Join] = []


def register(join: Join) -> None:
    """Adds how an app makes one of what each spelling has one of. Each app calls this in its `AppConfig.ready`.

    `join` is given the kept spelling, the one that goes, and the merge, which it tells by `change` and `drop`, before anything else is moved.
    """
    _joins.append(join)


class CannotMerge(Exception):
    """They are one row already, or both log in."""


class CannotPart(Exception):
    """The kept row is gone, or the name or address of the other has been taken meanwhile."""


def preview(*, kept: Mergeable, gone: Mergeable) -> dict[str, int]:
    """The number of rows of each kind that would move from `gone` to `kept`."""
    counts: dict[str, int] = {}
    for field in pointing_at(type(gone)):
        count = field.model._default_manager.filter(**{field.name: gone}).count()
        if count:
            label = _kind(field)
            counts[label] = counts.get(label, 0) + count
    return counts


def moved_by(merge: Merge) -> dict[str, int]:
    """The number of rows of each kind that `merge` moved."""
    named = {name: name.rsplit(".", 1) for name in merge.moved}
    return {_kind(apps.get_model(owner)._meta.get_field(column)): len(merge.moved[name]) for name, (owner, column) in named.items()}


def _kind(field: ForeignKey) -> str:
    """Names the rows that point with `field`, in words. Those of a table between two others are what they say of the one."""
    model, name = field.model, field.verbose_name
    if owner := model._meta.auto_created:
        name = next(many.verbose_name for many in owner._meta.many_to_many if many.remote_field.through is model)
        model = owner
    return f"{model._meta.verbose_name_plural} ({name})"


def refuse_unmergeable(*, kept: Mergeable, gone: Mergeable) -> None:
    """Raises `CannotMerge`."""
    if kept.pk == gone.pk or (isinstance(kept, Person) and kept.user_id and gone.user_id):
        raise CannotMerge


def merge(*, kept: Mergeable, gone: Mergeable, by: User, now: datetime) -> Merge:
    """Make `gone` a spelling of `kept`. Its name and its address lead to `kept` from now on. Raises `CannotMerge`."""
    with _all_bodies() as changed:
        kept, gone = _locked(type(kept), kept.pk, gone.pk)
        refuse_unmergeable(kept=kept, gone=gone)
        said = Merge(kept_key=kept.pk, kept_name=kept.name, gone_key=gone.pk, gone_name=gone.name, by=by, at=now, gone=written(gone))
        said.kind = Merge.Kind.BODY if isinstance(kept, Body) else Merge.Kind.PERSON
        if isinstance(kept, Body):
            _make_room(kept, gone, said)
        for join in _joins:
            join(kept, gone, said)
        for field in pointing_at(type(gone)):
            move(field, kept, gone, said)
        gone_user = _delete(gone)
        if isinstance(kept, Body):
            keep_former_slug(body=kept, slug=gone.slug)
            _spell(BodyName, "body", kept, gone, said)
            changed.add(kept.pk)
        else:
            _inherit(kept, gone, gone_user, said)
            _spell(PersonName, "person", kept, gone, said)
        said.save(force_insert=True)
    return said


def part(*, merge: Merge, by: User, now: datetime) -> None:
    """Take `merge` back: the row that went is there again with all that was moved from it and still is where it was moved.

    A second call does nothing. Raises `CannotPart`.
    """
    model = Body if merge.kind == Merge.Kind.BODY else Person
    with _all_bodies() as changed:
        merge = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
        if merge.undone_at:
            return
        kept = model.objects.select_for_update(of=("self",), no_key=True).filter(pk=merge.kept_key).first()
        if kept is None:
            raise CannotPart
        try:
            with transaction.atomic():
                _put_back(merge, kept, model)
        except IntegrityError as error:
            raise CannotPart from error
        merge.undone_by, merge.undone_at = by, now
        merge.save(update_fields=["undone_by", "undone_at"])
        if model is Body:
            hold_new(Body.objects.get(pk=merge.gone_key))
            changed |= {kept.pk, merge.gone_key}


def _put_back(merge: Merge, kept: Mergeable, model: type[Mergeable]) -> None:
    label = model._meta.label
    for name, key in merge.made:
        apps.get_model(name)._default_manager.filter(pk=key).delete()
    restore_columns([one for one in merge.changed if one[0] == label])
    if model is Body:
        FormerSlug.objects.filter(body=kept, slug=merge.gone["fields"]["slug"]).delete()
    read_back([merge.gone])
    for name, keys in merge.moved.items():
        owner, column = name.rsplit(".", 1)
        apps.get_model(owner)._default_manager.filter(pk__in=keys, **{column: kept}).update(**{column: merge.gone_key})
    if model is Body:  # items that have come since on a meeting that goes back go with it
        AgendaItem.objects.filter(meeting__body=merge.gone_key).exclude(body=merge.gone_key).update(body=merge.gone_key)
    restore_columns([one for one in merge.changed if one[0] != label])
    read_back(merge.dropped)


@contextmanager
def _all_bodies() -> Iterator[set[int]]:
    """Locks every body: what moves with a spelling, or back, may be any body's. Merging is rare, and an administrator's alone.

    Gives the keys of those whose calendars are changed, none so far.
    """
    with holding(Body.objects.all()), changing([]) as changed:
        yield changed


def _locked(model: type[Mergeable], *keys: int) -> list[Mergeable]:
    """The rows of the keys as they are now, locked, the lowest key first."""
    rows = {row.pk: row for row in model.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk")}
    return [rows[key] for key in keys]


def _make_room(kept: Body, gone: Body, said: Merge) -> None:
    """Meetings on one day count on, and numbers that both have given out are no numbers of the year any more."""
    for meeting in Meeting.objects.filter(body=gone, date__in=Meeting.objects.filter(body=kept).values("date")).order_by(
        "date", "sequence"
    ):
        last = Meeting.objects.filter(body__in=[kept, gone], date=meeting.date).aggregate(last=Max("sequence"))["last"]
        change(said, [meeting], sequence=last + 1)
    for item in AgendaItem.objects.filter(body=gone, number__isnull=False):
        if AgendaItem.objects.filter(body=kept, year=item.year, number=item.number).exists():
            change(said, [item], number=None, label=item.label or str(item.number))


def _delete(gone: Mergeable) -> int | None:
    """Returns the key of the user whom the row was linked to."""
    user = getattr(gone, "user_id", None)
    type(gone).objects.filter(pk=gone.pk).delete()
    return user


def _inherit(kept: Person, gone: Person, user: int | None, said: Merge) -> None:
    """Gives `kept` the log-in and the party that only `gone` has."""
    columns = {"user_id": user} if user else {}
    if gone.party and not kept.party:
        columns["party"] = gone.party
    if columns:
        change(said, [kept], **columns)


def _spell(model: type[BodyName] | type[PersonName], owner: str, kept: Mergeable, gone: Mergeable, said: Merge) -> None:
    if gone.name_key == kept.name_key or model.objects.filter(key=gone.name_key, **{owner: kept}).exists():
        return
    made = model.objects.create(name=gone.name, **{owner: kept})
    said.made.append([model._meta.label, made.pk])
