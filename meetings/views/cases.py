"""The case list with its search, and one case with sagens gang."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers

from cases import numbers
from meetings import selectors, timeline
from meetings.access import get_case_by_number
from meetings.case_search import ids_by_meeting, ids_by_number, loose_items
from meetings.paging import page_of
from meetings.views.filters import filters_of

STEPS_A_PAGE = 50


def case_list(request: HttpRequest) -> HttpResponse:
    """Cases by latest meeting or by number, searched and narrowed; htmx asks for the results alone."""
    choices = filters_of(request)
    text = request.GET.get("q", "").strip()[:200]
    by_number = request.GET.get("sortering") == "nummer"
    narrowed = {"body": choices.body, "year": choices.year}
    ids = (ids_by_number if by_number else ids_by_meeting)(text, request.actor, **narrowed)
    page = page_of(ids, request.GET.get("side"))
    context = {
        "loose": loose_items(text, request.actor, **narrowed) if page.number == 1 else [],
        "choices": choices,
        "text": text,
        "by_number": by_number,
        "page": page.holding(selectors.case_rows(page.rows, request.actor, today=request.today, text=text)),
    }
    asks_for_results = request.htmx and not request.htmx.history_restore_request
    response = render(request, "cases/results.html" if asks_for_results else "cases/list.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def common_title(courses: list[timeline.Course]) -> str:
    """The newest title of a case that is about one thing; none for a number under which many things were treated."""
    if len(courses) != 1:
        return ""
    titles = {entry.item.title for entry in courses[0].entries if entry.item}
    return courses[0].title if courses[0].matter_id or len(titles) == 1 else ""


def case_detail(request: HttpRequest, number: str) -> HttpResponse:
    actor = request.actor
    case = get_case_by_number(request, number)
    if case.key != numbers.parse(number).key:
        return redirect(case)
    page = page_of(selectors.appearances_of(case, actor), request.GET.get("side"), size=STEPS_A_PAGE)
    entries = timeline.merge(page.rows, selectors.resolve(page.rows, actor))
    courses = timeline.courses(entries)
    titles = selectors.matter_titles({course.matter_id for course in courses if course.matter_id}, actor)
    context = {
        "case": case,
        "subject": selectors.subjects_of([case]).get(case.subject_code),
        "title": case.title or common_title(courses),
        "courses": [(titles.get(course.matter_id) or course.title, course) for course in courses],
        "links": selectors.links_of(case, actor),
        "is_public": any(item.meeting.is_public and not item.closed for item in page.rows),
        "page": page,
        "may_gather": any(actor.manages(item.body_id) for item in page.rows),
    }
    return render(request, "cases/case.html", context)
