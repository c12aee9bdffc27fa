from datetime import date

from django.db import migrations


def make_occurrences(apps, schema_editor):
    """Everything asked for and expected so far is open, and due as it was read."""
    Occurrence = apps.get_model("followups", "Occurrence")
    for model, link in (("FollowUp", "follow_up_id"), ("PlannedTreatment", "planned_id")):
        rows = apps.get_model("followups", model).objects.exclude(review="rejected").select_related("item")
        Occurrence.objects.bulk_create((_occurrence(Occurrence, row, link) for row in rows.iterator()), batch_size=1000)


def _occurrence(model, row, link):
    body = getattr(row, "body_id", None) or row.item.body_id
    made = model(item=row.item, body_id=body, due_start=row.due_start, due_end=row.due_end, **{link: row.pk})
    made.due_end_or_last = row.due_end or date(9999, 12, 31)
    return made


class Migration(migrations.Migration):
    dependencies = [("followups", "0002_occurrences")]

    operations = [migrations.RunPython(make_occurrences, migrations.RunPython.noop, elidable=True)]
