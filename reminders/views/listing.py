"""The list of reminders, for each his or her own, and for those who manage a body all of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.only_posted import only_posted
from danish.working_days import Calendar
from meetings.lookups import body_at
from meetings.models import Body
from meetings.paging import page_of
from meetings.params import is_key
from meetings.views.permissions import secretary_required
from reminders.access import known_required
from reminders.by_hand import mark_seen
from reminders.hours import next_within_hours
from reminders.listing import COMING, PROBLEMS, SENT, WITHDRAWN, in_words, letters_that_failed, listed, problem_count, together
from reminders.models import Contact

PAGE = 100
SHOWN = (COMING, SENT, PROBLEMS, WITHDRAWN)


@known_required
@require_safe
def reminder_list(request: HttpRequest) -> HttpResponse:
    """`?vis=sendt`, `?organ=raadet` and `?til=7` narrow it; what is not understood counts as not chosen."""
    actor = request.actor
    which = request.GET.get("vis") if request.GET.get("vis") in SHOWN else COMING
    bodies = [body for body in Body.objects.with_meetings() if actor.is_insider(body.pk)]
    body = body_at(bodies, request.GET.get("organ"))
    to = request.GET.get("til", "")
    contact = Contact.objects.select_related("user", "person").filter(pk=to).first() if is_key(to) else None
    rows = listed(which, actor, now=request.now, body=body and body.pk, contact=contact and contact.pk)
    page = page_of(rows, request.GET.get("side"), size=PAGE)
    leaves_next = next_within_hours(request.now, Calendar())
    context = {
        "which": which,
        "bodies": bodies if len(bodies) > 1 else [],
        "body": body,
        # Who is reminded is told with the reminders alone.
        "contact": contact if page.rows else None,
        "page": page.holding(together(in_words(page.rows, actor))),
        "problems": problem_count(actor),
        "letters": letters_that_failed(actor) if which == PROBLEMS and actor.manages_any else [],
        "today": request.today,
        # What should have left by now leaves then.
        "leaves_next": leaves_next.date(),
        "leaves_now": leaves_next == request.now,
    }
    return render(request, "reminders/list.html", context)


@secretary_required
@only_posted("reminder-list")
def seen(request: HttpRequest) -> HttpResponse:
    """Those shown on the page have been seen."""
    keys, letters = ([int(key) for key in request.POST.getlist(name) if is_key(key)] for name in ("set", "breve"))
    mark_seen(keys=keys, letters=letters, actor=request.actor, now=request.now)
    return redirect("reminder-list")
