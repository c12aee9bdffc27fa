"""Fetching what a page shows, in a fixed number of queries whatever the number of rows. Every row passes `visible_to`."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from cases.access import Viewer
from cases.models import Case, CaseLink, Matter, Subject
from cases.querysets import words_of
from meetings import texts, timeline
from meetings.models import (
    AgendaItem,
    Attachment,
    Document,
    Meeting,
    Outcome,
    Participation,
    QuotedAppearance,
    Recommendation,
    RecommendedTo,
    Reference,
    Reviewed,
    Section,
    Vote,
)

STEPS = 25


def treated(items: QuerySet, viewer: Viewer) -> QuerySet:
    """`items` with all that tells what happened to them, each part as far as `viewer` may read it."""
    return (
        items.telling_decisions(viewer)
        .select_related("meeting", "body", "case", "matter")
        .prefetch_related(
            Prefetch("outcomes", Outcome.objects.visible_to(viewer).order_by("position")),
            Prefetch("votes", Vote.objects.visible_to(viewer).order_by("position").prefetch_related("names__person")),
            Prefetch("participations", _parts(viewer)),
            Prefetch("recommended_to", RecommendedTo.objects.visible_to(viewer).order_by("position").select_related("body")),
            Prefetch("earlier_treatments", QuotedAppearance.objects.visible_to(viewer).order_by("position").select_related("body")),
            Prefetch("references", Reference.objects.visible_to(viewer).order_by("position").select_related("body")),
            *_obligations(viewer),
        )
    )


def whole(items: QuerySet, viewer: Viewer) -> QuerySet:
    """`treated` items with their texts as well."""
    return treated(items, viewer).prefetch_related(
        Prefetch("sections", Section.objects.visible_to(viewer).order_by("position")),
        Prefetch("recommendations", Recommendation.objects.visible_to(viewer).order_by("position")),
        Prefetch("attachments", Attachment.objects.visible_to(viewer).order_by("position")),
    )


def _obligations(viewer: Viewer) -> list[Prefetch]:
    """What the items ask for, promise and expect: the rooms above keep it, as facts that somebody reviews."""
    kept = [relation for relation in AgendaItem._meta.related_objects if issubclass(relation.related_model, Reviewed)]
    return [Prefetch(one.get_accessor_name(), one.related_model.objects.shown_to(viewer).order_by("pk")) for one in kept]


def _parts(viewer: Viewer) -> QuerySet:
    return Participation.objects.visible_to(viewer).order_by("position").select_related("person", "for_person")


def resolve(items: Iterable[AgendaItem], viewer: Viewer) -> dict[timeline.Address, AgendaItem]:
    """The items of the register that `items` quote or refer to and `viewer` may read, by address: at most one query."""
    wanted: set[timeline.Address] = set()
    for item in items:
        wanted |= {address for reference in item.references.all() for _, address in timeline.addresses_of(reference)}
        wanted |= {address for quote in item.earlier_treatments.all() if (address := timeline.address_of_quote(quote))}
    wanted = {address for address in wanted if all(address)}
    if not wanted:
        return {}
    any_of = reduce(or_, (Q(body=body, year=year, number=number) for body, year, number in sorted(wanted)))
    found = AgendaItem.objects.visible_to(viewer).filter(any_of).select_related("meeting", "body")
    return {(item.body_id, item.year, item.number): item for item in found}


def appearances_of(case: Case, viewer: Viewer) -> QuerySet:
    """The case's readable appearances, and those that belong to the same matters under other numbers, oldest first."""
    return treated(belonging(case, viewer), viewer).order_by("meeting__date", "meeting__sequence", "meeting", "position")


def belonging(case: Case, viewer: Viewer) -> QuerySet:
    visible = AgendaItem.objects.visible_to(viewer)
    matters = visible.filter(case=case, matter__isnull=False).values("matter")
    return visible.filter(Q(case=case) | Q(matter__in=matters))


def matter_titles(matter_ids: Iterable[int], viewer: Viewer) -> dict[int, str]:
    matters = Matter.objects.visible_to(viewer).with_readable_titles(viewer).filter(pk__in=list(matter_ids))
    return dict(matters.values_list("pk", "readable_title"))


def links_of(case: Case, viewer: Viewer) -> list[CaseLink]:
    links = CaseLink.objects.visible_to(viewer).filter(Q(origin=case) | Q(target=case))
    return list(links.select_related("origin", "target").order_by("kind", "pk"))


def subjects_of(cases: Iterable[Case]) -> dict[str, Subject]:
    return Subject.objects.in_bulk({case.subject_code for case in cases if case.subject_code})


def case_rows(ids: list[int], viewer: Viewer, *, today: date, text: str = "") -> list[Case]:
    """The cases in the order of `ids`, each with `subject` and the items `latest`, `coming` and `found`, or None.

    `found` is the newest appearance that holds every word of `text`: under one number many things may have been treated.
    """
    visible = AgendaItem.objects.visible_to(viewer).filter(case=OuterRef("pk"))
    held = visible.filter(Q(meeting__date__lt=today) | Q(meeting__state=Meeting.State.HELD))
    planned = visible.filter(meeting__date__gte=today, meeting__state=Meeting.State.PLANNED)
    holding = visible if text else visible.none()
    for word in words_of(text):
        holding = holding.containing(word, viewer)
    cases = Case.objects.annotate(
        found_id=Subquery(holding.order_by("-meeting__date", "-pk").values("pk")[:1]),
        latest_id=Subquery(held.order_by("-meeting__date", "-pk").values("pk")[:1]),
        coming_id=Subquery(planned.order_by("meeting__date", "pk").values("pk")[:1]),
    ).in_bulk(ids)
    shown = {pk for case in cases.values() for pk in (case.latest_id, case.coming_id, case.found_id)}
    items = AgendaItem.objects.select_related("meeting", "body").in_bulk(shown - {None})
    subjects = subjects_of(cases.values())
    for case in cases.values():
        case.latest, case.coming, case.found = items.get(case.latest_id), items.get(case.coming_id), items.get(case.found_id)
        case.subject = subjects.get(case.subject_code)
    return [cases[pk] for pk in ids]


def same_matter(item: AgendaItem, viewer: Viewer) -> list[AgendaItem]:
    """The other appearances of an item without a case number, which has no case page to tell of its way: the latest ones, oldest first."""
    if item.case_id or not item.matter_id:
        return []
    others = AgendaItem.objects.visible_to(viewer).filter(matter=item.matter_id).exclude(pk=item.pk)
    return list(others.select_related("meeting", "body").order_by("-meeting__date", "-pk")[:STEPS])[::-1]


def answered(item: AgendaItem) -> list[tuple[Recommendation, list[Outcome]]]:
    """Each recommendation with what became of it."""
    return [
        (recommendation, [outcome for outcome in item.outcomes.all() if outcome.recommendation == recommendation.number])
        for recommendation in item.recommendations.all()
    ]


def parts_of(item: AgendaItem) -> dict[str, list[Participation]]:
    """Who had which part in the item, by the kind's name, in the order of the kinds."""
    everybody = list(item.participations.all())
    return {kind: named for kind in Participation.Kind.values if (named := [part for part in everybody if part.kind == kind])}


def sources_of(item: AgendaItem, viewer: Viewer) -> dict[int, Document]:
    """The originals that the item's facts were read from, as far as `viewer` may open them, by id."""
    facts = [item, *item.sections.all(), *item.recommendations.all(), *item.attachments.all(), *item.votes.all()]
    facts += [*item.participations.all(), *item.earlier_treatments.all(), *item.references.all(), *item.outcomes.all()]
    ids = {fact.source_id for fact in facts if fact.source_id}
    return Document.objects.visible_to(viewer).in_bulk(ids) if ids else {}


def full_text(item: AgendaItem) -> tuple[list[Section], texts.Around | None]:
    """The readable sections in order, less those that only repeat what the page shows as facts; and what stood around the recommendations.

    Facts of their own are the decision, the recommendations, the attachments and what other bodies decided before.
    """
    recommendations = [recommendation.text for recommendation in item.recommendations.all()]
    repeated = [[attachment.title for attachment in item.attachments.all()]]
    repeated += [[text] for text in (item.decision, *(quote.decision for quote in item.earlier_treatments.all())) if text]
    sections, around = [], None
    for section in item.sections.all():
        found = None if around else texts.around(section.text, recommendations)
        around = around or found
        if not found and not any(texts.is_only(section.text, parts) for parts in repeated):
            sections.append(section)
    return sections, around
