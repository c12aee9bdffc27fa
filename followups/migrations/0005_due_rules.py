"""Follow-ups read before are due by the rules as they are stored and resolved now.

What follows the next meeting has no days of its own. "I slutningen af 2025 og derefter årligt" was kept as two, the second of which was
counted from the meeting that asked: it comes one time after the first. What follows the meetings jumps over no hole in the calendar.
"""

import re
from collections import defaultdict

from django.db import migrations

from danish.periods.spans import DAY, add_months, months
from followups.due_rules import DueRule, resolve
from followups.recurrence import MeetingDay

_THEN = re.compile(r"\b(?:derefter|herefter|efterfølgende)\b", re.IGNORECASE)
_STEP = {"month": 1, "quarter": 3, "year": 12}


def forwards(apps, schema_editor):
    follow_up, occurrence = (apps.get_model("followups", name) for name in ("FollowUp", "Occurrence"))
    follow_up.objects.filter(at_next_meeting=True).update(due_start=None, due_end=None)
    _count_from_the_first_time(follow_up, occurrence)
    _jump_over_no_hole(occurrence, apps.get_model("meetings", "Meeting"))


def _count_from_the_first_time(follow_up, occurrence):
    told_once = follow_up.objects.filter(every=None, due_start__isnull=False).exclude(review="rejected")
    first = {(one.item_id, one.kind, one.quote): one for one in told_once.order_by("-pk")}
    again = follow_up.objects.filter(every__isnull=False, due_start=None, at_next_meeting=False, unit__in=_STEP)
    for one in again.order_by("pk"):
        before = first.get((one.item_id, one.kind, one.quote))
        rows = list(occurrence.objects.filter(follow_up=one))
        if before is None or not _THEN.search(one.quote) or any(row.ordinal > 1 or row.state != "open" for row in rows):
            continue
        one.due_start, one.due_end = _later(before.due_start, before.due_end, one.every * _STEP[one.unit])
        one.save(update_fields=["due_start", "due_end"])
        for row in rows:
            _set_days(occurrence, row, one.due_start, one.due_end)


def _later(first, last, ahead):
    ends_month = first < last and (last + DAY).day == 1
    return add_months(first, ahead), months(last.year, last.month + ahead)[1] if ends_month else add_months(last, ahead)


def _jump_over_no_hole(occurrence, meeting):
    calendars = defaultdict(list)
    for body, day, kind, state in meeting.objects.order_by("date").values_list("body", "date", "kind", "state"):
        calendars[body].append(MeetingDay(day, kind == "ordinary", state == "cancelled"))
    rows = occurrence.objects.filter(state="open", due_fixed=False, follow_up__isnull=False).select_related("follow_up", "item__meeting")
    for row in rows.order_by("pk"):
        told = row.follow_up
        rule = DueRule("", told.due_start, told.due_end, told.at_next_meeting, told.every, told.unit)
        before = occurrence.objects.filter(follow_up=told.pk, ordinal=row.ordinal - 1).select_related("met_by__meeting").first()
        delivered = before and (before.met_by.meeting.date if before.met_by else before.met_on or before.due_end)
        if not rule.follows_meetings or (row.ordinal > 1 and not delivered):
            continue
        asked, meetings = row.item.meeting.date, calendars[row.body_id]
        due = resolve(rule, asked=asked, meetings=meetings, ordinal=row.ordinal, delivered=delivered)
        _set_days(occurrence, row, due.first, due.last)


def _set_days(occurrence, row, first, last):
    if not row.due_fixed and (row.due_start, row.due_end) != (first, last):
        order = last or occurrence._meta.get_field("due_order").to_python("9999-12-31")
        occurrence.objects.filter(pk=row.pk).update(due_start=first, due_end=last, due_order=order)


class Migration(migrations.Migration):
    dependencies = [("followups", "0004_versions"), ("meetings", "0013_merges")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop, elidable=True)]
