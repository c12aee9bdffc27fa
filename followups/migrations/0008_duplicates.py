"""The same promise read more than once is written down as one: it was reckoned for each reader before."""

from collections import defaultdict

import django.db.models.deletion
from django.db import migrations, models


def forwards(apps, schema_editor):
    groups = defaultdict(list)
    rows = apps.get_model("followups", "Occurrence").objects.exclude(item__matter=None)
    rows = rows.exclude(follow_up__review="rejected").exclude(planned__review="rejected")
    for row in rows.select_related("item__meeting", "follow_up", "planned").order_by("pk"):
        if same := _same(row):
            groups[same].append(row)
    for group in groups.values():
        first, *others = sorted(group, key=_order)
        for place, row in enumerate(others, start=1):
            row.duplicate_of, row.duplicate_rank = first, place
            row.save(update_fields=["duplicate_of", "duplicate_rank"])


def _same(row):
    matter, treatment, report = row.item.matter_id, row.planned, row.follow_up
    if treatment:
        return treatment.body_id and treatment.due_end and (matter, treatment.body_id, treatment.due_start, treatment.due_end)
    return row.state == "open" and report.every and (matter, row.body_id, report.kind, report.every, report.unit, report.text)


def _order(row):
    told = row.item.meeting.date.toordinal()
    if row.planned_id is None:
        return told, row.follow_up_id
    return not (row.placed_on_id or row.due_fixed or row.state == "met"), -told, -row.pk


class Migration(migrations.Migration):

    dependencies = [
        ('followups', '0007_hearing_responses'),
    ]

    operations = [
        migrations.AddField(
            model_name='occurrence',
            name='duplicate_of',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='duplicates', to='followups.occurrence', verbose_name='the same as'),
        ),
        migrations.AddField(
            model_name='occurrence',
            name='duplicate_rank',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='place among the same'),
        ),
        migrations.RunPython(forwards, migrations.RunPython.noop, elidable=True),
    ]
