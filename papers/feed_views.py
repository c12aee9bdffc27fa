"""Addresses that news readers ask for what was published of a body, and of a case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from cases import numbers
from cases.access import PUBLIC
from meetings.access import get_case_by_number
from meetings.models import Body
from papers.feeds import BodyFeed, CaseFeed


@require_safe
def body_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """A former address of the body leads to its address of today."""
    body = Body.objects.filter(slug=slug).first()
    if body is None:
        return redirect("body-feed", slug=get_object_or_404(Body, former_slugs__slug=slug).slug)
    return BodyFeed()(request, row=body)


@require_safe
def case_feed(request: HttpRequest, number: str) -> HttpResponse:
    """There is one if and only if everybody may read an item of the case. A former number leads to that of today."""
    request.actor = PUBLIC
    case = get_case_by_number(request, number)
    if case.key != numbers.parse(number).key:
        return redirect("case-feed", number=case.number)
    return CaseFeed()(request, row=case)
