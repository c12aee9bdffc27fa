"""One item: a case's appearance at a meeting, whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers

from meetings import selectors, services, timeline
from meetings.models import AgendaItem


def item_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The item's page. Opening a closed one is logged, and no browser keeps a copy of it."""
    viewer = request.viewer
    items = AgendaItem.objects.visible_to(viewer)
    item = get_object_or_404(selectors.whole(items, viewer), pk=pk)
    services.log_closed_reading(items=[item], viewer=viewer, now=request.now)
    beside = items.filter(meeting=item.meeting_id).select_related("meeting")
    found = selectors.resolve([item], viewer)
    sections, recommended = selectors.full_text(item)
    quotes = list(item.earlier_treatments.all())
    told_with_quotes = [vote for quote in quotes for vote in timeline.votes_of_quote(quote, item)]
    context = {
        "item": item,
        "sections": sections,
        "recommended": recommended,
        "decision_section": next((section for section in item.sections.all() if section.is_decision), None),
        "recommendations": selectors.answered(item),
        "whole_outcomes": [outcome for outcome in item.outcomes.all() if outcome.recommendation is None],
        "parts": selectors.parts_of(item),
        "own_votes": timeline.own_votes(item),
        "quoted_votes": [vote for vote in timeline.quoted_votes(item) if vote not in told_with_quotes],
        "quotes": [(quote, found.get(timeline.address_of_quote(quote)), timeline.votes_of_quote(quote, item)) for quote in quotes],
        "referred": timeline.referred(item, found),
        "course": selectors.same_matter(item, viewer),
        "documents": selectors.sources_of(item, viewer),
        "previous": beside.filter(position__lt=item.position).order_by("-position").first(),
        "next": beside.filter(position__gt=item.position).order_by("position").first(),
    }
    response = render(request, "items/item.html", context)
    if item.closed:
        add_never_cache_headers(response)
    return response
