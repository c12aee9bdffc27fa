"""The case list with its search, and one case with sagens gang."""

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from cases import numbers
from cases.access import Viewer
from cases.models import Case
from cases.querysets import words_of
from meetings import selectors, timeline
from meetings.models import AgendaItem
from meetings.paging import page_of
from meetings.views.choices import Choices, choices_of

STEPS_A_PAGE = 50
FEW = 10


def case_list(request: HttpRequest) -> HttpResponse:
    """Cases by latest meeting or by number, searched and narrowed; htmx asks for the results alone."""
    choices = choices_of(request)
    text = request.GET.get("q", "").strip()[:200]
    by_number = request.GET.get("sortering") == "nummer"
    ids = (ids_by_number if by_number else ids_by_meeting)(text, choices, request.viewer)
    page = page_of(ids, request.GET.get("side"))
    context = {
        "loose": loose_items(text, choices, request.viewer) if page.number == 1 else [],
        "choices": choices,
        "text": text,
        "by_number": by_number,
        "page": page.holding(selectors.case_rows(page.rows, request.viewer, today=request.today, text=text)),
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


def ids_by_number(text: str, choices: Choices, viewer: Viewer):
    cases = Case.objects.visible_to(viewer).matching(text, viewer)
    if choices:
        cases = cases.filter(Exists(_narrowed(choices, viewer).filter(case=OuterRef("pk"))))
    return cases.in_order().values_list("pk", flat=True)


def ids_by_meeting(text: str, choices: Choices, viewer: Viewer):
    """One row per case, its newest appearance's: so the database can stop after a page instead of sorting the register."""
    items = _narrowed(choices, viewer)
    newer = items.filter(case=OuterRef("case")).filter(
        Q(meeting__date__gt=OuterRef("meeting__date")) | Q(meeting__date=OuterRef("meeting__date"), pk__gt=OuterRef("pk"))
    )
    newest = items.filter(~Exists(newer), case__isnull=False)
    if text:
        newest = newest.filter(case__in=Case.objects.matching(text, viewer).values("pk"))
    return newest.order_by("-meeting__date", "-pk").values_list("case", flat=True)


def loose_items(text: str, choices: Choices, viewer: Viewer):
    """The newest items without a case number, which some councils print none of: found by the same words."""
    items = _narrowed(choices, viewer).filter(case__isnull=True)
    for word in words_of(text):
        items = items.containing(word, viewer)
    return items.select_related("meeting", "body").order_by("-meeting__date", "-pk")[:FEW]


def _narrowed(choices: Choices, viewer: Viewer):
    items = AgendaItem.objects.visible_to(viewer)
    if choices.body:
        items = items.filter(body=choices.body)
    if choices.year:
        items = items.filter(year=choices.year)
    return items


def case_detail(request: HttpRequest, number: str) -> HttpResponse:
    viewer = request.viewer
    case = Case.objects.visible_to(viewer).filter(key=numbers.parse(number).key).first()
    if case is None:
        raise Http404
    page = page_of(selectors.appearances_of(case, viewer), request.GET.get("side"), size=STEPS_A_PAGE)
    entries = timeline.merge(page.rows, selectors.resolve(page.rows, viewer))
    courses = timeline.courses(entries)
    titles = selectors.matter_titles({course.matter_id for course in courses if course.matter_id}, viewer)
    context = {
        "case": case,
        "subject": selectors.subjects_of([case]).get(case.subject_code),
        "title": case.title or common_title(courses),
        "courses": [(titles.get(course.matter_id) or course.title, course) for course in courses],
        "links": selectors.links_of(case, viewer),
        "page": page,
        "may_gather": any(viewer.serves_body(item.body_id) for item in page.rows),
    }
    return render(request, "cases/case.html", context)
