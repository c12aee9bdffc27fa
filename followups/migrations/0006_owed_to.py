"""A report that the minutes of one body tell another body gets waits at that other body, and follows its meetings."""

import re
from collections import defaultdict

import django.db.models.deletion
from django.db import migrations, models

from followups.due_rules import DueRule, resolve
from followups.recurrence import MeetingDay

_GETS = r"(?:modtager|får|fik|ønsker|ønskede|skal have|forelægges|præsenteres for|orienteres|vil (?:\w+ )?(?:modtage|få))"


def forwards(apps, schema_editor):
    names = sorted(apps.get_model("meetings", "Body").objects.values_list("name", "pk"), key=lambda one: -len(one[0]))
    told = apps.get_model("followups", "FollowUp").objects.filter(kind="status_report", every__isnull=False, review__in=["unreviewed", "accepted"])
    calendars = None
    for follow_up in told.select_related("item__meeting__body").order_by("pk"):
        owed_to = _recipient(follow_up.quote, names)
        if owed_to is None or owed_to == follow_up.item.meeting.body_id:
            continue
        calendars = calendars or _calendars(apps.get_model("meetings", "Meeting"))
        type(follow_up).objects.filter(pk=follow_up.pk).update(owed_to=owed_to)
        _move(apps.get_model("followups", "Occurrence"), follow_up, owed_to, calendars)


def _recipient(quote, names):
    """The key of the body that the sentence names as the one that gets the report."""
    for name, key in names:
        named = rf"(?<!\w){re.escape(name)}(?!\w)"
        if re.search(rf"{named} (?:\w+ )?{_GETS}\b|\b{_GETS} {named}|\bstatus (?:til|for) {named}", quote, re.IGNORECASE):
            return key
    return None


def _calendars(meeting):
    calendars = defaultdict(list)
    for body, day, kind, state in meeting.objects.order_by("date").values_list("body", "date", "kind", "state"):
        calendars[body].append(MeetingDay(day, kind == "ordinary", state == "cancelled"))
    return calendars


def _move(occurrence, follow_up, owed_to, calendars):
    rows = list(occurrence.objects.filter(follow_up=follow_up).select_related("met_by__meeting").order_by("ordinal"))
    rule = DueRule("", follow_up.due_start, follow_up.due_end, follow_up.at_next_meeting, follow_up.every, follow_up.unit)
    for before, row in zip([None, *rows], rows, strict=False):
        columns = {"body": owed_to}
        if rule.follows_meetings and row.state == "open" and not row.due_fixed:
            delivered = before and (before.met_by.meeting.date if before.met_by else before.met_on or before.due_end)
            asked = follow_up.item.meeting.date
            due = resolve(rule, asked=asked, meetings=calendars[owed_to], ordinal=row.ordinal, delivered=delivered)
            order = due.last or occurrence._meta.get_field("due_order").to_python("9999-12-31")
            columns |= {"due_start": due.first, "due_end": due.last, "due_order": order}
        occurrence.objects.filter(pk=row.pk).update(**columns)


class Migration(migrations.Migration):
    dependencies = [
        ("followups", "0005_due_rules"),
        ("meetings", "0014_secretary_assignments"),
    ]

    operations = [
        migrations.AddField(
            model_name="followup",
            name="owed_to",
            field=models.ForeignKey(
                blank=True,
                help_text="Another body than the one in whose minutes it stands.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="owed_reports",
                to="meetings.body",
                verbose_name="owed to",
            ),
        ),
        migrations.RunPython(forwards, migrations.RunPython.noop, elidable=True),
    ]
