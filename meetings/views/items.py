"""One item: a case's appearance at a meeting, whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meetings import selectors, timeline
from meetings.access import get_item
from meetings.item_access import access_of
from meetings.models import AgendaItem


def item_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The item's page. Opening a closed one is logged."""
    actor = request.actor
    item = get_item(request, pk, whole=True)
    beside = AgendaItem.objects.visible_to(actor).filter(meeting=item.meeting_id).select_related("meeting")
    found = selectors.resolve([item], actor)
    sections, recommended = selectors.full_text(item)
    quotes = item.readable_earlier_treatments
    told_with_quotes = [vote for quote in quotes for vote in timeline.votes_of_quote(quote, item)]
    context = {
        "item": item,
        "sections": sections,
        "recommended": recommended,
        "decision_section": next((section for section in item.readable_sections if section.is_decision), None),
        "recommendations": selectors.answered(item),
        "whole_outcomes": [outcome for outcome in item.readable_outcomes if outcome.recommendation is None],
        "parts": selectors.parts_of(item),
        "own_votes": timeline.own_votes(item),
        "quoted_votes": [vote for vote in timeline.quoted_votes(item) if vote not in told_with_quotes],
        "quotes": [(quote, found.get(timeline.address_of_quote(quote)), timeline.votes_of_quote(quote, item)) for quote in quotes],
        "referred": timeline.referred(item, found),
        "course": selectors.same_matter(item, actor),
        "documents": selectors.sources_of(item, actor),
        "access": access_of(item) if actor.manages(item.body_id) else None,
        "previous": beside.filter(position__lt=item.position).order_by("-position").first(),
        "next": beside.filter(position__gt=item.position).order_by("position").first(),
    }
    return render(request, "items/item.html", context)
