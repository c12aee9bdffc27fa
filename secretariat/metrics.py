"""`/metrics`: how the reminders are doing, in numbers, for Prometheus. Answered to whoever has the token alone."""

from secrets import compare_digest

from django.conf import settings
from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from reminders.models import Letter, Mail, Reminder

TEXT = "text/plain; version=0.0.4; charset=utf-8"


def is_asked_with_token(request: HttpRequest) -> bool:
    """Tells whether the request has the token that is set. Without one set there is no such address."""
    wanted = settings.METRICS_TOKEN
    return bool(wanted) and compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {wanted}".encode())


def metrics() -> HttpResponse:
    """Counts alone: nothing of whom or what they are about. Four queries."""
    now = timezone.now()
    due = Reminder.objects.due(now).order_by().aggregate(count=Count("pk"), oldest=Min("send_at"))
    failed, missed = Q(state=Reminder.State.FAILED), Q(state=Reminder.State.MISSED)
    unseen = Reminder.objects.to_look_at().order_by().aggregate(failed=Count("pk", filter=failed), missed=Count("pk", filter=missed))
    values = {
        ("reminders_due", "Reminders whose time has come and that have not left."): due["count"],
        ("reminders_oldest_due_seconds", "How long the oldest of them has been due."): _seconds(now, due["oldest"]),
        ("mails_waiting", "Mails that are being sent or tried again."): Mail.objects.filter(state=Mail.State.SENDING).count(),
        ("reminders_failed", "Reminders that failed and that nobody has seen to."): unseen["failed"],
        ("letters_failed", "Letters whose mail did not leave and that nobody has seen to."): Letter.objects.to_look_at().count(),
        ("reminders_missed", "Reminders that came too late and that nobody has seen to."): unseen["missed"],
    }
    lines = [_lines(f"secretariat_{name}", told, value) for (name, told), value in values.items()]
    return HttpResponse("".join(lines), content_type=TEXT, headers={"Cache-Control": "no-store"})


def _seconds(now, oldest) -> int:
    return int((now - oldest).total_seconds()) if oldest else 0


def _lines(name: str, told: str, value: int) -> str:
    return f"# HELP {name} {told}\n# TYPE {name} gauge\n{name} {value}\n"
