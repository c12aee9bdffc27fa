"""A response that is waited for is tied to the hearing of the same item and sentence: due by its deadline, delivered where it was answered."""

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone


def forwards(apps, schema_editor):
    follow_up, hearing = apps.get_model("followups", "FollowUp"), apps.get_model("hearings", "Hearing")
    hearings = {}
    for one in hearing.objects.filter(item__isnull=False).exclude(review="rejected").order_by("-pk"):
        hearings[one.item_id, one.quote_key] = one
    responses = follow_up.objects.filter(kind="hearing_response", review__in=["unreviewed", "accepted"]).exclude(quote_key="")
    for response in responses.order_by("pk"):
        if found := hearings.get((response.item_id, response.quote_key)):
            follow_up.objects.filter(pk=response.pk).update(hearing=found)
            _carry_over(apps, response, found)


def _carry_over(apps, response, hearing):
    occurrence, step = (apps.get_model("followups", name) for name in ("Occurrence", "Step"))
    answers = apps.get_model("hearings", "HearingResponse").objects.filter(party__hearing=hearing, party__body=hearing.body_id)
    answer = answers.filter(given_on__lte=timezone.localdate()).order_by("given_on", "pk").first()
    for row in occurrence.objects.filter(follow_up=response, state="open"):
        if hearing.deadline and not row.due_fixed:
            row.due_start = row.due_end = hearing.deadline
            occurrence.objects.filter(pk=row.pk).update(due_start=hearing.deadline, due_end=hearing.deadline, due_order=hearing.deadline)
        if answer:
            columns = {"state": "met", "met_by_id": answer.decided_at_id, "met_on": answer.given_on}
            before = _recorded(row)
            occurrence.objects.filter(pk=row.pk).update(**columns)
            row.state, row.met_by_id, row.met_on = columns.values()
            step.objects.create(occurrence=row, what="answered", at=timezone.now(), before=before, after=_recorded(row))


def _recorded(row):
    names = ("state", "placed_on_id", "met_by_id", "met_on", "due_start", "due_end", "due_fixed")
    values = {name: getattr(row, name) for name in names}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


class Migration(migrations.Migration):

    dependencies = [
        ('followups', '0006_owed_to'),
        ('hearings', '0008_joined'),
    ]

    operations = [
        migrations.AddField(
            model_name='followup',
            name='hearing',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='awaited_responses', to='hearings.hearing', verbose_name='hearing'),
        ),
        migrations.AlterField(
            model_name='step',
            name='what',
            field=models.CharField(choices=[('placed', 'placed on an agenda'), ('unplaced', 'taken off the agenda'), ('met', 'met'), ('answered', 'answered in the hearing'), ('dropped', 'dropped'), ('ended', 'dropped, and comes no more'), ('postponed', 'postponed')], max_length=10, verbose_name='what'),
        ),
        migrations.RunPython(forwards, migrations.RunPython.noop, elidable=True),
    ]
