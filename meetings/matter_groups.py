"""Queries for the page on which the secretary says which appearances belong together. Every row passes `visible_to`."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from cases.access import Actor
from cases.models import Case, Matter
from meetings.models import AgendaItem, MatterMove, MatterStep
from meetings.selectors import belonging, matter_titles

LATEST_STEPS = 10
FOUND_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class MatterGroup:
    """A matter with those of its appearances that are shown; `matter_id` is None for items in no matter.

    `may_rename`: the actor manages the body of one of them.
    """

    matter_id: int | None
    title: str
    items: list[AgendaItem]
    may_rename: bool


@dataclass(frozen=True, slots=True)
class Way:
    """Items that went the same way in a step; a title is empty where there was no matter, or none the actor may read."""

    before: str
    after: str
    items: list[AgendaItem]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step as the actor may know it, and whether he or she may take it back."""

    step: MatterStep
    ways: list[Way]
    may_undo: bool


def items_of(case: Case, actor: Actor) -> QuerySet:
    """The case's appearances and those of its matters under other numbers, matter by matter, the newest matter first."""
    rows = belonging(case, actor).select_related("meeting", "body", "case", "matter")
    return rows.order_by(F("matter").desc(nulls_last=True), "meeting__date", "meeting__sequence", "meeting", "position")


def groups_of(items: list[AgendaItem], actor: Actor) -> list[MatterGroup]:
    """`items`, in the order of `items_of`, by matter: one query."""
    by_matter = {matter_id: list(group) for matter_id, group in groupby(items, lambda item: item.matter_id)}
    matters = Matter.objects.filter(pk__in=[pk for pk in by_matter if pk]).with_readable_titles(actor).in_bulk()
    return [_group(matters.get(matter_id), group, actor) for matter_id, group in by_matter.items()]


def _group(matter: Matter | None, items: list[AgendaItem], actor: Actor) -> MatterGroup:
    if matter is None:
        return MatterGroup(None, "", items, may_rename=False)
    return MatterGroup(matter.pk, matter.readable_title, items, any(actor.manages(item.body_id) for item in items))


def find(text: str, actor: Actor) -> list[Matter]:
    """Matters that hold every word of `text`, the latest treated first, each with `readable_title` and its `newest` item."""
    if not text.strip():
        return []
    newest = AgendaItem.objects.visible_to(actor).filter(matter=OuterRef("pk")).order_by("-meeting__date", "-pk")
    matters = Matter.objects.visible_to(actor).matching(text, actor).with_readable_titles(actor)
    matters = matters.annotate(newest_id=Subquery(newest.values("pk")[:1]), newest_day=Subquery(newest.values("meeting__date")[:1]))
    found = list(matters.filter(newest_id__isnull=False).order_by("-newest_day", "-pk")[:FOUND_AT_MOST])
    items = AgendaItem.objects.select_related("meeting", "body").in_bulk([matter.newest_id for matter in found])
    for matter in found:
        matter.newest = items[matter.newest_id]
    return found


def steps_of(items: Iterable[AgendaItem], actor: Actor) -> list[ShownStep]:
    """The latest steps that moved one of `items`, newest first: four queries. A step that moved something hidden as well is not told."""
    touched = MatterMove.objects.filter(item__in=[item.pk for item in items])
    hidden = MatterMove.objects.filter(_is_hidden(actor), step=OuterRef("pk"))
    moves = MatterMove.objects.select_related("item__body", "item__meeting").order_by("pk")
    steps = MatterStep.objects.filter(~Exists(hidden), pk__in=touched.values("step")).select_related("by")
    steps = list(steps.prefetch_related(Prefetch("moves", moves))[:LATEST_STEPS])
    ids = {pk for step in steps for move in step.moves.all() for pk in (move.before_id, move.after_id) if pk}
    titles = matter_titles(ids, actor) | _titles_of_emptied(ids, actor)
    return [ShownStep(step, _ways(step.moves.all(), titles), may_undo(step, actor)) for step in steps]


def step_to_undo(pk: int, case: Case, actor: Actor) -> MatterStep | None:
    """The step of that key, if it moved an item of the case and the actor may take it back."""
    moved = MatterStep.objects.filter(moves__item__in=items_of(case, actor).order_by().values("pk"))
    step = moved.distinct().prefetch_related("moves__item").filter(pk=pk).first()
    return step if step and may_undo(step, actor) else None


def may_undo(step: MatterStep, actor: Actor) -> bool:
    """Tells whether `actor` manages the bodies of all the items that the step moved; undoing finds out whether it still can be undone."""
    return all(actor.manages(move.item.body_id) for move in step.moves.all())


def _ways(moves: list[MatterMove], titles: dict[int, str]) -> list[Way]:
    ways: dict[tuple, list[AgendaItem]] = {}
    for move in moves:
        ways.setdefault((move.before_id, move.after_id), []).append(move.item)
    return [Way(titles.get(before, ""), titles.get(after, ""), items) for (before, after), items in ways.items()]


def _titles_of_emptied(ids: Iterable[int], actor: Actor) -> dict[int, str]:
    """Titles of matters that have no appearance any more: told to whoever may read all that ever was moved out of them or into them."""
    hidden = MatterMove.objects.filter(_is_hidden(actor), Q(before=OuterRef("pk")) | Q(after=OuterRef("pk")))
    emptied = Matter.objects.filter(pk__in=list(ids), appearances=None).exclude(Exists(hidden))
    return dict(emptied.values_list("pk", "title"))


def _is_hidden(actor: Actor) -> Q:
    """True of a move of an item that `actor` may not read."""
    return ~Q(Exists(AgendaItem.objects.visible_to(actor).filter(pk=OuterRef("item"))))
