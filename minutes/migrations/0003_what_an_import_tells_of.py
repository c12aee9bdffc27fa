from datetime import date

from django.db import migrations, models

from danish.folding import name_key


def _day(text) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def tell(apps, schema_editor) -> None:
    """Write down the body and day of every reading there is, and the body of its document."""
    Import, Document = apps.get_model("minutes", "Import"), apps.get_model("meetings", "Document")
    bodies = dict(apps.get_model("meetings", "BodyName").objects.values_list("key", "body_id"))
    bodies |= dict(apps.get_model("meetings", "Body").objects.values_list("key", "pk"))
    for pk, document_id, reading in Import.objects.filter(reading__isnull=False).values_list("pk", "document_id", "reading").iterator():
        meeting = reading.get("meeting") if isinstance(reading, dict) else None
        meeting = meeting if isinstance(meeting, dict) else {}
        name = str(meeting.get("body") or "")
        Import.objects.filter(pk=pk).update(body_name=name[:300], meeting_date=_day(meeting.get("date")))
        Document.objects.filter(pk=document_id).update(body=bodies.get(name_key(name)))


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0007_document_body"),
        ("minutes", "0002_reading_attempts"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="body_name",
            field=models.CharField(blank=True, max_length=300, verbose_name="body as read"),
        ),
        migrations.AddField(
            model_name="import",
            name="meeting_date",
            field=models.DateField(blank=True, null=True, verbose_name="date as read"),
        ),
        migrations.RunPython(tell, migrations.RunPython.noop),
    ]
