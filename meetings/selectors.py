"""Fetching what a page shows, in a fixed number of queries whatever the number of rows. Every row passes `visible_to`."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from cases.access import Actor
from cases.models import Case, CaseLink, Matter, Subject
from cases.querysets import words_of
from meetings import texts, timeline
from meetings.models import AgendaItem, Document, Meeting, Outcome, Participation, Recommendation, Section

STEPS = 25


def resolve(items: Iterable[AgendaItem], actor: Actor) -> dict[timeline.Address, AgendaItem]:
    """The items of the register that `items` quote or refer to and `actor` may read, by address: at most one query."""
    wanted: set[timeline.Address] = set()
    for item in items:
        wanted |= {address for reference in item.readable_references for _, address in timeline.addresses_of(reference)}
        wanted |= {address for quote in item.readable_earlier_treatments if (address := timeline.address_of_quote(quote))}
    wanted = {address for address in wanted if all(address)}
    if not wanted:
        return {}
    any_of = reduce(or_, (Q(body=body, year=year, number=number) for body, year, number in sorted(wanted)))
    found = AgendaItem.objects.visible_to(actor).filter(any_of).select_related("meeting", "body")
    return {(item.body_id, item.year, item.number): item for item in found}


def appearances_of(case: Case, actor: Actor) -> QuerySet:
    """The case's readable appearances, and those that belong to the same matters under other numbers, oldest first."""
    items = belonging(case, actor).with_parts(actor, texts=False).select_related("meeting", "body", "case", "matter")
    return items.order_by("meeting__date", "meeting__sequence", "meeting", "position")


def belonging(case: Case, actor: Actor) -> QuerySet:
    visible, rows = AgendaItem.objects.visible_to(actor), AgendaItem.objects.order_by()
    matters = visible.filter(case=case, matter__isnull=False).values("matter")
    # One set of keys, each half found by its own index: with OR, every item of the register would be looked at.
    return visible.filter(pk__in=rows.filter(case=case).values("pk").union(rows.filter(matter__in=matters).values("pk"), all=True))


def item_counts(meeting: Meeting, actor: Actor) -> dict[str, int]:
    """The numbers of `open_items` and `closed_items` of the meeting that the actor may read: one query."""
    items = AgendaItem.objects.visible_to(actor).filter(meeting=meeting)
    return items.aggregate(open_items=Count("pk", filter=Q(closed=False)), closed_items=Count("pk", filter=Q(closed=True)))


def closed_between(meeting: Meeting, items: Iterable[AgendaItem]) -> list[int]:
    """The numbers of closed items that leave a gap between those of `items`, which are all of the meeting that the actor may read.

    A gap tells of itself; why it is there is told, and nothing more. At most one query.
    """
    numbers = {item.number for item in items if item.number}
    if not meeting.is_public or not numbers or max(numbers) - min(numbers) < len(numbers):
        return []
    between = AgendaItem.objects.filter(meeting=meeting, closed=True, number__gt=min(numbers), number__lt=max(numbers))
    return sorted(set(between.values_list("number", flat=True)) - numbers)


def matter_titles(matter_ids: Iterable[int], actor: Actor) -> dict[int, str]:
    matters = Matter.objects.visible_to(actor).with_readable_titles(actor).filter(pk__in=list(matter_ids))
    return dict(matters.values_list("pk", "readable_title"))


def links_of(case: Case, actor: Actor) -> list[CaseLink]:
    links = CaseLink.objects.visible_to(actor).filter(Q(origin=case) | Q(target=case))
    return list(links.select_related("origin", "target").order_by("kind", "pk"))


def subjects_of(cases: Iterable[Case]) -> dict[str, Subject]:
    return Subject.objects.in_bulk({case.subject_code for case in cases if case.subject_code})


def case_rows(ids: list[int], actor: Actor, *, today: date, text: str = "") -> list[Case]:
    """The cases in the order of `ids`, each with `subject` and the items `latest`, `coming` and `found`, or None.

    `found` is the newest appearance that holds every word of `text`: under one number many things may have been treated.
    """
    visible = AgendaItem.objects.visible_to(actor).filter(case=OuterRef("pk"))
    held = visible.filter(Q(date__lt=today) | Q(meeting__state=Meeting.State.HELD))
    planned = visible.filter(date__gte=today, meeting__state=Meeting.State.PLANNED)
    holding = visible if text else visible.none()
    for word in words_of(text):
        holding = holding.each_containing(word, actor)
    cases = Case.objects.annotate(
        found_id=Subquery(holding.order_by("-date", "-pk").values("pk")[:1]),
        latest_id=Subquery(held.order_by("-date", "-pk").values("pk")[:1]),
        coming_id=Subquery(planned.order_by("date", "pk").values("pk")[:1]),
    ).in_bulk(ids)
    shown = {pk for case in cases.values() for pk in (case.latest_id, case.coming_id, case.found_id)}
    items = AgendaItem.objects.select_related("meeting", "body").in_bulk(shown - {None})
    subjects = subjects_of(cases.values())
    for case in cases.values():
        case.latest, case.coming, case.found = items.get(case.latest_id), items.get(case.coming_id), items.get(case.found_id)
        case.subject = subjects.get(case.subject_code)
    return [cases[pk] for pk in ids]


def same_matter(item: AgendaItem, actor: Actor) -> list[AgendaItem]:
    """The other appearances of an item without a case number, which has no case page to tell of its way: the latest ones, oldest first."""
    if item.case_id or not item.matter_id:
        return []
    others = AgendaItem.objects.visible_to(actor).filter(matter=item.matter_id).exclude(pk=item.pk)
    return list(others.select_related("meeting", "body").order_by("-date", "-pk")[:STEPS])[::-1]


def answered(item: AgendaItem) -> list[tuple[Recommendation, list[Outcome]]]:
    """Each recommendation with what became of it."""
    return [
        (recommendation, [outcome for outcome in item.readable_outcomes if outcome.recommendation == recommendation.number])
        for recommendation in item.readable_recommendations
    ]


def parts_of(item: AgendaItem) -> dict[str, list[Participation]]:
    """Gives the people with a part in the item, by the kind's name, in the order of the kinds."""
    everybody = item.readable_participations
    return {kind: named for kind in Participation.Kind.values if (named := [part for part in everybody if part.kind == kind])}


def sources_of(item: AgendaItem, actor: Actor) -> dict[int, Document]:
    """The originals that the item's facts were read from, as far as `actor` may open them, by id."""
    facts = [item, *item.readable_sections, *item.readable_recommendations, *item.readable_attachments, *item.readable_votes]
    facts += [*item.readable_participations, *item.readable_earlier_treatments, *item.readable_references, *item.readable_outcomes]
    ids = {fact.source_id for fact in facts if fact.source_id}
    return Document.objects.visible_to(actor).in_bulk(ids) if ids else {}


def full_text(item: AgendaItem) -> tuple[list[Section], texts.Around | None]:
    """The readable sections in order, less those that only repeat what the page shows as facts; and what stood around the recommendations.

    Facts of their own are the decision, the recommendations, the attachments and what other bodies decided before.
    """
    recommendations = [recommendation.text for recommendation in item.readable_recommendations]
    repeated = [[attachment.title for attachment in item.readable_attachments]]
    repeated += [[text] for text in (item.readable_decision, *(quote.decision for quote in item.readable_earlier_treatments)) if text]
    sections, around = [], None
    for section in item.readable_sections:
        found = None if around else texts.around(section.text, recommendations)
        around = around or found
        if not found and not any(texts.is_only(section.text, parts) for parts in repeated):
            sections.append(section)
    return sections, around
