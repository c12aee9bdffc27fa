"""The steps of a policy, and how far away a day is, in words."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from danish.working_days import Calendar
from reminders.deadlines import DeadlineKind
from reminders.steps import DeadlineStep, Moment, parse_step


def step_in_words(step: DeadlineStep, kind: str) -> str:
    """`10 arbejdsdage før`, `hver 5. arbejdsdag efter`."""
    match step.moment:
        case Moment.BEFORE if not step.days:
            return _("on the last day")
        case Moment.BEFORE:
            return ngettext("%(count)d working day before", "%(count)d working days before", step.days) % {"count": step.days}
        case Moment.OPENS:
            return _("when the agenda is published") if kind == DeadlineKind.MEETING else _("when the period begins")
        case Moment.OVERDUE:
            return _("the first working day after")
        case Moment.MONTHLY:
            return _("then every month")
    return _("every working day after") if step.days == 1 else _("every %(count)d. working day after") % {"count": step.days}


def row_step_in_words(text: str, kind: str) -> str:
    """The step of a reminder's row, which stands by itself and may carry the day of a deadline that was moved."""
    step = parse_step(text.partition("@")[0])
    return _("every month after") if step.moment is Moment.MONTHLY else step_in_words(step, kind)


def far_in_words(day: date, today: date) -> str:
    """`i dag`, `om 6 arbejdsdage`, `for 3 arbejdsdage siden`; a year and more is told in years by the day itself, so nothing is said."""
    if day == today:
        return _("today")
    if abs((day - today).days) > 366:
        return ""
    calendar = Calendar()
    first, last = sorted((day, today))
    count = len(calendar.between(first, last)) + calendar.is_working_day(last)
    if day > today:
        return ngettext("in %(count)d working day", "in %(count)d working days", count) % {"count": count}
    return ngettext("%(count)d working day ago", "%(count)d working days ago", count) % {"count": count}
