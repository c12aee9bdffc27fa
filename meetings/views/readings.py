"""The log of closed readings, to be searched by administrators. Others are not told that there is such a page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.login_first import login_first
from meetings.closed_reading_search import ReadingsForm, narrowed
from meetings.paging import page_of

ROWS_A_PAGE = 50


@login_first
@require_safe
def closed_readings(request: HttpRequest) -> HttpResponse:
    """`?text=socialudvalget&meeting_date=06-06-2018&number=17&since=&until=&side=2`. A form filled in wrongly finds nothing."""
    if not request.actor.is_administrator:
        raise Http404
    form = ReadingsForm(request.GET)
    rows = narrowed(form.cleaned_data) if form.is_valid() else narrowed({}).none()
    return render(request, "readings/list.html", {"form": form, "page": page_of(rows, request.GET.get("side"), size=ROWS_A_PAGE)})
