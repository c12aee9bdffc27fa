"""Planning, changing, cancelling and reinstating meetings, for those who manage the body. Others get 404."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from concurrency.forms import is_stale
from danish.working_days import Calendar
from meetings import planning
from meetings.access import get_meeting
from meetings.calendar import Impact, calendar_impact
from meetings.dispatch import advise
from meetings.forms.meeting import MeetingForm, day_of, usual
from meetings.locking import bodies_of, holding
from meetings.lookups import body_at
from meetings.models import Body, Meeting
from meetings.views import impacts
from meetings.wording import warnings_told
from meetings.yearplan.formatting import collision_text
from meetings.yearplan.proposals import collisions_of


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """`?organ=` is the body, which those who manage several choose; `?dato=2018-10-03` and `?slags=extraordinary` fill in the form."""
    actor = request.actor
    bodies = [body for body in Body.objects.with_meetings() if actor.manages(body.pk)]
    if not bodies:
        raise Http404
    asked = request.GET.get("organ", "")
    body = body_at(bodies, asked) if asked or len(bodies) > 1 else bodies[0]
    if asked and body is None:
        raise Http404
    if body is None:
        return render(request, "meetings/plan_body.html", {"bodies": bodies})
    kind = request.GET.get("slags") if request.GET.get("slags") in Meeting.Kind.values else Meeting.Kind.ORDINARY
    initial = usual(body) | {"date": day_of(request.GET.get("dato", "")), "kind": kind}
    return _filled(request, body, initial, lambda values: planning.plan_meeting(body=body, **values), _("The meeting is planned."))


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """A meeting to come gets another day, time, place or kind."""
    meeting = get_meeting(request, pk, manage=True)
    if request.method != "POST":
        return _change(request, meeting)
    with _held(request, meeting) as meeting:
        return _change(request, meeting)


def _change(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    if meeting.state != Meeting.State.PLANNED:
        raise Http404
    initial = {name: getattr(meeting, name) for name in MeetingForm.base_fields}

    def service(values) -> Meeting:
        planning.change_meeting(meeting=meeting, **values)
        return meeting

    return _filled(request, meeting.body, initial, service, _("The meeting is changed."), meeting=meeting)


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first, with what will come of it."""
    return _turned(request, pk, planning.cancel_meeting, Meeting.State.CANCELLED, _("The meeting is cancelled."))


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def reinstate(request: HttpRequest, pk: int) -> HttpResponse:
    return _turned(request, pk, planning.reinstate_meeting, Meeting.State.PLANNED, _("The meeting is held after all."))


def _filled(
    request: HttpRequest, body: Body, initial: dict, service: Callable[[dict], Meeting], said: str, *, meeting: Meeting | None = None
) -> HttpResponse:
    """The form, then the meeting it made. What there is to warn of is shown before the form is saved. htmx asks what to say of a day."""
    data = request.POST if request.method == "POST" else None
    form = MeetingForm(data, row=meeting, initial=initial, advised_at=request.get_full_path())
    if request.htmx and not form.is_bound:
        asked = MeetingForm(request.GET, row=meeting, initial=initial, advised_at="")
        return render(request, "meetings/advice.html", _advice(request, body, asked, meeting))
    advice = _advice(request, body, form, meeting)
    has_seen = not advice["warns"] or request.POST.get("seen") == advice["seen"]
    if form.is_valid() and has_seen:
        try:
            with calendar_impact(body=body, actor=request.actor, today=request.today) as found:
                saved = service(form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return _told(request, saved, said, found)
    return render(request, "meetings/plan.html", {"form": form, "body": body, "meeting": meeting} | advice)


def _turned(request: HttpRequest, pk: int, service: Callable[..., bool], becomes: str, said: str) -> HttpResponse:
    meeting = get_meeting(request, pk, manage=True)
    if request.method == "POST":
        with _held(request, meeting) as meeting:
            if not (is_stale(request, meeting) and meeting.state != becomes):
                return _turn(request, meeting, service, said)
            messages.warning(request, _("Meanwhile somebody else has changed the meeting. Look at it once more."))
    if meeting.state in (becomes, Meeting.State.HELD):
        return redirect(meeting)
    return render(request, "meetings/cancel.html", {"meeting": meeting, "cancels": becomes == Meeting.State.CANCELLED})


def _turn(request: HttpRequest, meeting: Meeting, service: Callable[..., bool], said: str) -> HttpResponse:
    try:
        with calendar_impact(body=meeting.body, actor=request.actor, today=request.today) as found:
            is_new = service(meeting=meeting)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect(meeting)
    return _told(request, meeting, said, found) if is_new else redirect(meeting)


def _advice(request: HttpRequest, body: Body, form: MeetingForm, meeting: Meeting | None) -> dict:
    """Gives the advice on the day, hours and place, and whether that is a warning: of those a meeting has already there is none."""
    day = form.day
    if day is None:
        return {"advice": None, "warns": False}
    start, end, place = form.occasion
    calendar = Calendar(saturday_counts=body.saturday_counts)
    advice = advise(day, today=request.today, dispatch_days=body.dispatch_days, calendar=calendar)
    is_same_day = bool(meeting and meeting.date == day)
    warnings = [] if is_same_day else warnings_told(advice)
    in_the_way = []
    if not (is_same_day and (meeting.start, meeting.end, meeting.place) == (start, end, place)):
        in_the_way = collisions_of(body, day, start, end, place, but=meeting and meeting.pk, today=request.today)
    seen = " ".join([day.isoformat(), *(f"{one.code}{one.other.meeting if one.other else ''}" for one in in_the_way)])
    warnings += [collision_text(one) for one in in_the_way]
    return {"advice": advice, "warns": bool(warnings), "warnings": warnings, "seen": seen}


def _told(request: HttpRequest, meeting: Meeting, said: str, found: list[Impact]) -> HttpResponse:
    messages.success(request, said)
    impacts.show_impacts(request, found)
    return redirect(meeting)


@contextmanager
def _held(request: HttpRequest, meeting: Meeting) -> Iterator[Meeting]:
    """The meeting as it is now, while nobody else can change it."""
    with holding(bodies_of(meeting)):
        yield get_meeting(request, meeting.pk, manage=True)
